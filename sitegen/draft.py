"""A site that is read and checked but not rendered: where a build begins, and where check and export stop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import sitegen.checks
import sitegen.formats
import sitegen.metadata
import sitegen.pages
import sitegen.styles
from sitegen import theme
from sitegen.address import path_of, settled
from sitegen.assemble import assemble
from sitegen.attach import attach
from sitegen.check import check
from sitegen.checks import Check
from sitegen.formats import Format
from sitegen.frame import refuse_dead_navigation
from sitegen.metadata import Vocabulary
from sitegen.pages import PageKind
from sitegen.problems import Problem
from sitegen.progress import Announce, Stopwatch, silent
from sitegen.query.answers import answers
from sitegen.read import read_content
from sitegen.shelf import load
from sitegen.site import Site
from sitegen.styles import Style
from sitegen.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A site before its pages. found: entries in the sources, broken and repeated ones counted."""

    site: Site
    template_folders: Sequence[Path]
    found: int
    problems: tuple[Problem, ...]


def draft(
    root: Path, base_url: str = "", updated: str = "", announce: Announce = silent, watch: Stopwatch | None = None
) -> Draft:
    """Read, assemble and check the site in the folder `root`.

    base_url, updated: what goes before the configuration's when not empty. Raises SitegenError for what must be mended
    before anything can run.
    """
    watch = watch or Stopwatch()
    formats = load(sitegen.formats, Format)
    announce("read", 0, 0)
    with watch("read"):
        content = read_content(root, formats)
    announce("assemble", 0, 0)
    with watch("assemble"):
        library, problems = assemble(content)
        files = attach(library, content)
    address, remarks = settled(root, base_url, content.config.url)
    template_folders = theme.folders(root)
    site = Site(
        library=library,
        config=content.config,
        words=Words(content.config.language),
        prose={prose.key: prose for prose in content.prose},
        pdfs=files.pdfs,
        attachments=files.others,
        static=content.static,
        assets=theme.read_assets(template_folders),
        formats=formats,
        styles=load(sitegen.styles, Style),
        vocabularies=load(sitegen.metadata, Vocabulary),
        base_url=address,
        base_path=path_of(address),
        updated=updated or content.config.updated,
    )
    answered = answers(site)
    site = replace(site, answers=answered.ids)
    refuse_dead_navigation(site, load(sitegen.pages, PageKind).values())
    announce("check", 0, 0)
    with watch("check"):
        found = check(
            site,
            load(sitegen.checks, Check),
            (*remarks, *content.problems, *problems, *files.problems, *answered.problems),
        )
    return Draft(site=site, template_folders=template_folders, found=content.found, problems=found)

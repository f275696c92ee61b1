"""A site that is read and checked but not rendered: where a build begins, and where check and export stop."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import sitegen.checks
import sitegen.formats
import sitegen.metadata
import sitegen.pages
from sitegen import theme
from sitegen.address import path_of, settled
from sitegen.attach import Attached, attach
from sitegen.beside import beside
from sitegen.cards import cards
from sitegen.check import Checked, examined
from sitegen.checks import Check
from sitegen.citing import styles_of
from sitegen.citing.pages import unknown_citations
from sitegen.content import Content
from sitegen.examine import Examined, examine
from sitegen.formats import Format
from sitegen.frame import refuse_dead_chapters, refuse_dead_navigation
from sitegen.metadata import Vocabulary
from sitegen.model.library import Library
from sitegen.pages import PageKind
from sitegen.problems import Problem
from sitegen.progress import Announce, Stopwatch, silent
from sitegen.query.answers import answers
from sitegen.read import read_content
from sitegen.shelf import load
from sitegen.site import Site
from sitegen.template_words import untranslated_words
from sitegen.traces.rereading import Rereading
from sitegen.views.journal import refuse_unknown_issue
from sitegen.words import Words


def _no_file(name: str) -> bytes | None:  # noqa: ARG001 -- the shape of a reader
    """The bytes of a style of the owner's where there are none."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A site before its pages.

    found: entries in the sources, broken and repeated ones counted. checked: what the checks found, once they are done.
    style_file: the bytes of a citation style in content/ by its file name. content: what it was made of.
    """

    site: Site
    content: Content
    template_folders: Sequence[Path]
    found: int
    checked: Callable[[], Checked]
    style_file: Callable[[str], bytes | None] = _no_file

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, in reading order."""
        return self.checked().problems

    @property
    def aside(self) -> tuple[tuple[Problem, str], ...]:
        """Problems that the owner does not want to hear in one place, with the reason given."""
        return self.checked().aside


def draft(
    root: Path,
    base_url: str = "",
    updated: str = "",
    announce: Announce = silent,
    watch: Stopwatch | None = None,
    *,
    today: str = "",
    proposals: bool = False,
    pictures: bool = True,
    rereading: Rereading | None = None,
    jobs: int = 1,
) -> Draft:
    """Read, assemble and check the site in the folder `root`.

    base_url, updated: what goes before the configuration's when not empty. today: YYYY-MM-DD for the checks.
    proposals: whether the checks run that propose and do not warn. pictures: whether PDFs are opened.
    rereading: what reads the bibliography; None for all of it. jobs: processes at most: of several, one checks.
    Raises SitegenError for what must be mended before anything can run.
    """
    watch, rereading = watch or Stopwatch(), rereading or Rereading()
    formats = load(sitegen.formats, Format)
    announce("read", 0, 0)
    with watch("read"):
        content = read_content(root, formats, rereading.read)
    announce("assemble", 0, 0)
    with watch("assemble"):
        library, problems = rereading.assemble(content)
        files = attach(library, content)
    with watch("examine"):
        opened = examine(files.pdfs, library, root) if pictures else Examined()
    address, remarks = settled(root, base_url, content.config.url)
    folders = theme.folders(root)
    site = replace(
        _site(content, library.in_language(content.config.language), files, formats, folders),
        base_url=address,
        base_path=path_of(address),
        updated=updated or content.config.updated,
        today=today,
        first_pages=opened.first_pages,
    )
    site = replace(site, cards=cards(site, root)) if pictures else site
    answered = answers(site)
    site, cited = replace(site, answers=answered.ids), unknown_citations(site)
    _refuse_dead_ends(site)
    announce("check", 0, 0)
    with watch("check"):
        found = (*remarks, *content.problems, *problems, *files.problems, *opened.problems, *answered.problems, *cited)
        checked = _checked(site, folders, found, jobs, proposals=proposals)
    return _drafted(site, folders, content, checked)


def _refuse_dead_ends(site: Site) -> None:
    """Nothing may lead to a page that will not be there. Raises SitegenError."""
    refuse_dead_navigation(site, load(sitegen.pages, PageKind).values())
    refuse_dead_chapters(site)
    refuse_unknown_issue(site)


def _drafted(site: Site, folders: Sequence[Path], content: Content, checked: Callable[[], Checked]) -> Draft:
    """The draft of a site that is checked."""
    return Draft(
        site=site,
        content=content,
        template_folders=folders,
        found=content.found,
        checked=checked,
        style_file=partial(_style_file, content),
    )


def _site(
    content: Content,
    library: Library,
    files: Attached,
    formats: Mapping[str, Format],
    template_folders: Sequence[Path],
) -> Site:
    """Everything that was read, with the shelves."""
    return Site(
        library=library,
        config=content.config,
        words=Words.of(content.config.language, content.config.calendar),
        prose={prose.key: prose for prose in content.prose},
        menu=tuple((prose.key, prose.navigation) for prose in content.prose if prose.navigation and prose.key),
        pdfs=files.pdfs,
        attachments=files.others,
        static=content.static,
        assets=theme.read_assets(template_folders, content.config.theme, content.config.accent),
        formats=formats,
        styles=styles_of(content.config.cite.styles, content.config.language, partial(_style_file, content)),
        vocabularies=load(sitegen.metadata, Vocabulary),
        recorded=_recorded(content),
        proven=content.proven,
        languages=content.config.languages,
    )


def _style_file(content: Content, name: str) -> bytes | None:
    """The bytes of a style of the owner's; None where it is not there or cannot be read."""
    path = content.files.get(name)
    with suppress(OSError):
        return path.read_bytes() if path else None
    return None


def _recorded(content: Content) -> frozenset[tuple[str, str]]:
    """The people and venues that have a table of their own, with the file it stands in."""
    tables = (("people.toml", content.people), ("venues.toml", content.venues))
    return frozenset((file, id_) for file, records in tables for id_ in records)


def _checked(
    site: Site, folders: Sequence[Path], found: Sequence[Problem], jobs: int, *, proposals: bool
) -> Callable[[], Checked]:
    """What the stages and the checks found, and codes to be ignored that there are not; with several jobs, later."""

    def check() -> Checked:
        # Who builds need not wait for it: checks run beside a build.
        from sitegen import fixes
        from sitegen.register import register, unknown_codes

        checks = load(sitegen.checks, Check)
        known = register(site.formats, checks, load(fixes, fixes.Fix))
        words = untranslated_words(folders, site.languages or (site.config.language,)) if proposals else ()
        return examined(site, checks, (*found, *words, *unknown_codes(site, known)), proposals=proposals)

    checked = beside(check, jobs)
    if jobs < 2:
        checked()
    return checked

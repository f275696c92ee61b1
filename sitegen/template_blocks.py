"""Blocks of an owner's template that replace nothing: what stands in them would be on no page, without a word."""

import difflib
import re
from pathlib import Path

from jinja2 import Environment, nodes

from sitegen.packaged import default_folder
from sitegen.problems import SitegenError, excerpt

_EXTENDS = re.compile(r"""\{%[-+]?\s*extends\b\s*(?:"([^"]+)"\s*[-+]?%\})?""")


def refuse_stray_blocks(environment: Environment, name: str) -> None:
    """Look whether each block of an owner's template is in one that it extends.

    A template of the theme is fine where the owner's frame has no room for all of its blocks.

    Raises SitegenError for one that is not, with its line and the nearest name there is; what Jinja raises for a
    template that is missing or wrong is raised too.
    """
    loader = environment.loader
    if loader is None:
        return
    source, file, _ = loader.get_source(environment, name)
    if _is_packaged_whole(environment, source, file):
        return
    tree = environment.parse(source, name, file)
    above = [each.template.value for each in tree.find_all(nodes.Extends) if isinstance(each.template, nodes.Const)]
    if len(above) != 1 or not isinstance(above[0], str):
        return
    known = _blocks(environment, above[0])
    for block in () if _is_packaged(file) else tree.body:
        if isinstance(block, nodes.Block) and block.name not in known:
            near = difflib.get_close_matches(block.name, sorted(known), 1)
            raise SitegenError(
                f"{name}:{block.lineno}: {above[0]} has no block {excerpt(block.name)!r}, so it would show nowhere",
                f"Did you mean {near[0]!r}?" if near else "Use one of: " + ", ".join(sorted(known)) + ".",
            )
    refuse_stray_blocks(environment, above[0])


def _is_packaged_whole(environment: Environment, source: str, file: str | None) -> bool:
    """Whether a template and what it extends are those of the packaged theme, whose blocks have been looked at."""
    while file and _is_packaged(file):
        above = _EXTENDS.search(source)
        if above is None:
            return True
        if environment.loader is None or not above[1]:
            return False
        source, file, _ = environment.loader.get_source(environment, above[1])
    return False


def _is_packaged(file: str | None) -> bool:
    """Whether a template is one of the packaged theme."""
    return bool(file) and Path(str(file)).is_relative_to(str(default_folder()))


def _blocks(environment: Environment, name: str) -> set[str]:
    """The blocks of a template and of all that it extends."""
    template = environment.get_template(name)
    found = set(template.blocks)
    loader = environment.loader
    if loader is not None:
        tree = environment.parse(loader.get_source(environment, name)[0])
        for each in tree.find_all(nodes.Extends):
            if isinstance(each.template, nodes.Const) and isinstance(each.template.value, str):
                found |= _blocks(environment, each.template.value)
    return found

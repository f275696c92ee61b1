"""The fixtures of the CSL test suite: how they are read, and references in the HTML that they expect."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.csl import marks
from sitegen.csl.output import Part, parts
from sitegen.csl.rules import Rules

_SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n(.*?)<<=+ \1 =+<<", re.DOTALL)


@dataclass(frozen=True)
class Fixture:
    """A case: what is given, and what is expected."""

    name: str
    mode: str
    result: str
    style: bytes
    items: list[dict[str, Any]]
    clusters: list[list[dict[str, Any]]] | None
    citations: list[Any]


def read_fixture(path: Path) -> Fixture:
    """The case in a file."""
    found = {name: text.strip("\n") for name, text in _SECTION.findall(path.read_text("utf-8"))}
    return Fixture(
        path.stem,
        found["MODE"].strip(),
        found["RESULT"].strip(),
        found["CSL"].strip().encode(),
        json.loads(found["INPUT"]),
        json.loads(found["CITATION-ITEMS"]) if "CITATION-ITEMS" in found else None,
        json.loads(found.get("CITATIONS", "[]")),
    )


def normal(text: str) -> str:
    """HTML whose blank lines around blocks are alike."""
    return re.sub(r"\s+</div>", "</div>", re.sub(r"\s*<div", "<div", text))


_TAGS = {
    marks.ITALIC: ("<i>", "</i>"),
    marks.OBLIQUE: ("<em>", "</em>"),
    marks.UPRIGHT: ('<span style="font-style:normal;">', "</span>"),
    marks.BOLD: ("<b>", "</b>"),
    marks.NOT_BOLD: ('<span style="font-weight:normal;">', "</span>"),
    marks.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    marks.NO_SMALL_CAPS: ('<span style="font-variant:normal;">', "</span>"),
    marks.SUP: ("<sup>", "</sup>"),
    marks.SUB: ("<sub>", "</sub>"),
    marks.BASELINE: ('<span style="baseline">', "</span>"),
    marks.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    marks.BLOCK: ('<div class="csl-block">', "</div>"),
    marks.LEFT_MARGIN: ('<div class="csl-left-margin">', "</div>"),
    marks.RIGHT_INLINE: ('<div class="csl-right-inline">', "</div>"),
    marks.INDENT: ('<div class="csl-indent">', "</div>"),
}
_ESCAPES = {"&": "&#38;", "<": "&#60;", ">": "&#62;"}


def html(children: Sequence[str | Part]) -> str:
    """A tree as the suite writes HTML."""
    out = []
    for child in children:
        if isinstance(child, str):
            out.append("".join(_ESCAPES.get(char, char) for char in child))
        else:
            before, after = _TAGS.get(child.mark, ("", ""))
            out.append(before + html(child.children) + after)
    return "".join(out)


def marked_html(rules: Rules, marked: str) -> str:
    """Finished marked text as the suite writes HTML."""
    return html(parts(marked, rules.quotes))

"""What is known of one entry while its fields are read."""

import re
from collections.abc import Sequence
from typing import Any, Literal, TypeVar

import msgspec

from sitegen.config import LimitsConfig
from sitegen.formats.bibtex.fields import PUBLISHERS, TEXTS
from sitegen.formats.bibtex.record import Record
from sitegen.model.entry import Abstract, Attachment, Relation, WebLink
from sitegen.model.name import Name
from sitegen.problems import excerpt
from sitegen.text.latex import NOTHING, Findings, read_latex
from sitegen.text.repeated import Repeated
from sitegen.text.rich import EMPTY, Text

_BLANK_LINE = re.compile(r"\n[ \t]*+\n")
_WHITE = re.compile(r"[ \t\n]+")
_MOST_NOTES = 5
_REPEATED = frozenset({*TEXTS, *(name for names in PUBLISHERS.values() for name in names)})

T = TypeVar("T")


class Facts(msgspec.Struct):
    """What is known of one entry so far. values: what is not understood yet; what stays there becomes `extra`."""

    record: Record
    values: dict[str, str]
    limits: LimitsConfig
    csl: str = "document"
    known: dict[str, Any] = {}
    names: dict[str, tuple[Name, ...]] = {}
    et_al: set[str] = set()
    identifiers: dict[str, str] = {}
    links: list[WebLink] = []
    attachments: list[Attachment] = []
    relations: list[Relation] = []
    abstracts: list[Abstract] = []

    def put(self, variable: str, name: str, value: object) -> None:
        """A field's meaning; where another field said it already, the source of this one stays in `values`."""
        if value and variable not in self.known:
            self.known[variable] = value
            self.values.pop(name, None)

    def put_text(self, variable: str, name: str, source: str) -> None:
        """A field's meaning as rich text, on the same terms."""
        text = self.text(name, source)
        if text is not EMPTY and variable not in self.known:
            self.known[variable] = text
            self.values.pop(name, None)

    def most(self, key: Literal["keywords", "links", "relations"], name: str, values: Sequence[T]) -> Sequence[T]:
        """The values of a field, at most as many as the limit of this key; that there are more is noted."""
        most: int = getattr(self.limits, key)
        if len(values) > most:
            message = f"{name} holds more than the {most:,} {key} that {key} under [limits] allows"
            self.record.note("too-many-values", f"{message}; the rest is left out", name)
        return values[:most]

    def text(self, name: str, source: str) -> Text:
        """A value as rich text; what LaTeX could not be read is noted."""
        if "\n" in source and not _BLANK_LINE.search(source):
            source = _WHITE.sub(" ", source)
        if name in _REPEATED:
            text, findings = _READ[source]
        else:
            # The text of a file has no control characters but for these two.
            printable = source.isascii() and "\n" not in source and "\t" not in source
            text, findings = read_latex(source, printable=printable)
        if findings is not NOTHING:
            note_latex(self.record, name, findings)
        return text


def note_latex(record: Record, name: str, findings: Findings) -> None:
    """Note what LaTeX was not understood in a field."""
    for command in findings.unknown_commands[:_MOST_NOTES]:
        record.note(
            "unknown-command",
            f"the LaTeX command \\{excerpt(command, 30)} in {name} is not known; its name was dropped",
            name,
        )
    for formula in findings.refused_maths[:_MOST_NOTES]:
        record.note(
            "bad-maths", f"the formula {excerpt(formula)!r} in {name} could not be set; it is shown as its source", name
        )
    for url in findings.refused_links[:_MOST_NOTES]:
        record.note("bad-address", f"{excerpt(url)!r} in {name} may not be linked; it is shown as text", name)
    if findings.unbalanced:
        record.note(
            "unbalanced-value", f"{name} has braces without a partner: {excerpt(record.values.get(name, ''))!r}", name
        )


_READ = Repeated(read_latex, most=1 << 14, longest=200)
"""Journals, publishers and series stand in many entries."""

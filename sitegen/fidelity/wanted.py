"""What every file of the site must say of a work: the source's own letters where it has them, else the library's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.fidelity.letters import FORMULA
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.said import Said
from sitegen.model.entry import Entry
from sitegen.text.rich import Break, Items, Link, Maths, Node, Paragraph, Span, Text

RECORD_CODES = frozenset({
    "broken-entry", "unbalanced-braces", "closed-too-early", "missing-comma", "surplus-text", "unclosed-value",
    "comment-in-entry", "bare-value", "too-many-fields", "string-too-long", "undefined-string", "control-characters",
    "not-utf8", "duplicate-field", "no-key", "placeholder",
})  # fmt: skip
"""Problems of a whole record, after which another reader may well see something else in any field."""
EXCUSES: Mapping[str, frozenset[str]] = {
    "title": frozenset({"unknown-command", "bad-maths", "unbalanced-value", "garbled-text", "dotless-letter"}),
    "abstract": frozenset({"unknown-command", "bad-maths", "unbalanced-value", "garbled-text", "value-too-long"}),
    "names": frozenset({"stray-and", "stray-comma", "odd-name", "name-list", "too-many-names", "unknown-command",
                        "garbled-text", "dotless-letter", "unbalanced-value"}),
    "year": frozenset({"odd-year", "odd-date", "impossible-date"}),
    "doi": frozenset({"bad-doi"}),
    "field": frozenset({"unknown-command", "bad-maths", "unbalanced-value", "garbled-text", "bad-isbn", "bad-issn",
                        "bad-identifier", "bad-address", "value-too-long", "too-many-values", "bad-number"}),
    "link": frozenset({"bad-address", "file-outside", "bad-identifier"}),
}  # fmt: skip
"""By what is compared: the problems after which the source's own letters are no measure, because the reader said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be found.

    names: by CSL role. formulas: of the title and the abstracts that can be shown as such. containers: what the work
    appeared in, or its volume, as the source and as the site calls it.
    """

    title: Outline
    names: Mapping[str, tuple[str, ...]]
    abstracts: tuple[Outline, ...]
    formulas: int
    year: str
    doi: str
    volume: str
    issue: str
    pages: str
    keywords: tuple[str, ...]
    containers: tuple[Outline, ...] = ()
    et_al: frozenset[str] = frozenset()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    urls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def wanted(entry: Entry, said: Said | None, reported: frozenset[str], venue: str = "") -> Wanted:
    """What is to be found of an entry. reported: codes of problems that speak of it. venue: its name on the site."""
    told = said if said is not None and not reported & RECORD_CODES else Said()

    def plain(aspect: str) -> bool:
        return not reported & EXCUSES[aspect]

    abstracts = [outline_of(each.text) for each in entry.abstracts]
    if told.abstract and plain("abstract"):
        abstracts[:1] = [told.abstract]
    return Wanted(
        title=told.title if told.title and plain("title") else outline_of(entry.title),
        names=_names(entry, told if plain("names") else Said()),
        abstracts=tuple(abstracts),
        formulas=sum(_set_formulas(text.nodes) for text in (entry.title, *(each.text for each in entry.abstracts))),
        year=told.year.lstrip("0") if told.year and plain("year") else str(entry.year or ""),
        doi=told.doi if told.doi and plain("doi") else entry.doi,
        volume=entry.volume,
        issue=entry.issue,
        pages=entry.page,
        keywords=entry.keywords,
        containers=tuple(
            filter(None, (outline_of(entry.container_title), outline_of(entry.volume_title), Outline.of(venue)))
        ),
        et_al=entry.et_al,
        fields=told.fields if plain("field") else {},
        urls=told.urls if plain("link") else {},
    )


def _names(entry: Entry, said: Said) -> dict[str, tuple[str, ...]]:
    """Names by role."""
    names = {role: tuple(name.to_plain() for name in names) for role, names in entry.names.items()}
    return names | {role: found for role, found in said.names.items() if found and role in names}


def outline_of(text: Text) -> Outline:
    """The outline of rich text, its formulas being gaps."""
    return Outline.of("".join(_strings(text.nodes)), 100 * sum(_formulas(text.nodes)))


def _strings(nodes: Iterable[Node]) -> Iterable[str]:
    """The strings of nodes, formulas marked. The readers of LaTeX nest nodes at most some tens deep."""
    for node in nodes:
        match node:
            case str():
                yield node
            case Maths():
                yield FORMULA
            case Break():
                yield " "
            case Span(children=children) | Link(children=children) | Paragraph(children=children):
                yield from _strings(children)
                yield " " if isinstance(node, Paragraph) else ""
            case Items(items=items):
                for item in items:
                    yield from _strings(item)
                    yield " "


def _formulas(nodes: Iterable[Node]) -> Iterable[int]:
    """One for each formula."""
    return (1 for part in _strings(nodes) if part == FORMULA)


def _set_formulas(nodes: Iterable[Node]) -> int:
    """How many formulas could be set, so that they are formulas on the page too."""
    number = 0
    for node in nodes:
        match node:
            case Maths(mathml=mathml):
                number += bool(mathml)
            case Span(children=children) | Link(children=children) | Paragraph(children=children):
                number += _set_formulas(children)
            case Items(items=items):
                number += sum(map(_set_formulas, items))
    return number

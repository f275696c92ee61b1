"""What a record without LaTeX says, value by value: cleaned, checked, and kept where it is not understood."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from sitegen.config import LimitsConfig
from sitegen.model.dating import WORDS, Dated
from sitegen.model.entry import Abstract, Attachment, Entry, LinkKind, WebLink
from sitegen.model.links import LINK_ORDER, Refused, is_doi_of, kind_of, target, usual_kind, with_scheme
from sitegen.model.name import Name
from sitegen.model.notes import Notes
from sitegen.problems import Place, excerpt
from sitegen.text.addresses import arxiv, doi, hal, isbn, issn, parted_numbers, web_address
from sitegen.text.latex_write import to_latex
from sitegen.text.normal import normal
from sitegen.text.plain import one_line
from sitegen.text.rich import Node, Paragraph, Text

MOST_NUMBERS = 50
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+")
_BETWEEN_NUMBERS = re.compile(r"[,;/\n]|\s+(?=[\d(eEpP])")
_ADDRESS_BEGINS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(slots=True)
class Facts:
    """What is known of one record so far.

    offset: where in the file the value stands that is being read, for what is to be said of it; `start` the record.
    pieces: values that are given one by one and joined at the end. kept: what is not understood, by the name under
    which it goes into `Entry.extra`.
    """

    id: str
    notes: Notes
    start: int
    limits: LimitsConfig
    csl: str = "document"
    offset: int = -1
    known: dict[str, Any] = field(default_factory=dict)
    names: dict[str, list[Name]] = field(default_factory=dict)
    et_al: set[str] = field(default_factory=set)
    identifiers: dict[str, str] = field(default_factory=dict)
    links: list[WebLink] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    abstracts: list[Abstract] = field(default_factory=list)
    keywords: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)

    def note(self, code: str, message: str) -> None:
        """Note a defect of the value being read, or of the record."""
        self.notes.add(code, message, self.offset if self.offset >= 0 else self.start, self.id)

    def put(self, variable: str, value: object) -> bool:
        """A field's meaning, unless another value said it already; whether it is now known to be so."""
        return not value or self.known.setdefault(variable, value) == value

    def keep(self, name: str, value: str) -> None:
        """What is not understood, or not to be shown."""
        if value:
            self.kept.setdefault(name, []).append(value)

    def clean(self, value: str, name: str) -> str:
        """A value without control characters, in Unicode's composed form and no longer than the limit."""
        most = self.limits.field_characters
        if len(value) > most:
            self.note(
                "value-too-long",
                f"{excerpt(name)} has {len(value):,} characters, more than {most:,}; the rest is left out",
            )
            value = value[:most]
        return normal(value if value.isascii() and value.isprintable() else _INVISIBLE.sub("", value))

    def line(self, value: str, name: str) -> str:
        """A value on one line."""
        return one_line(self.clean(value, name))

    def doi(self, value: str) -> bool:
        """The DOI, bare; whether it was one."""
        found = doi(value)
        if not found:
            self.note("bad-doi", f"{excerpt(value)!r} is no DOI; it is not linked as one")
            return False
        if found != value.strip():
            self.note("doi-as-address", f"the DOI {excerpt(value)!r} was read as {excerpt(found)!r}")
        return self.put("doi", found)

    def serials(self, value: str) -> bool:
        """ISBNs and ISSNs, in whichever field they stand; whether all of them were such."""
        good = len(self.known.get("isbn", ())) + len(self.known.get("issn", ())) < MOST_NUMBERS
        whole = [value] if isbn(value) or issn(value) else []
        pieces = parted_numbers(value) or whole or _BETWEEN_NUMBERS.split(value[:1_000])
        for piece in pieces if good else ():
            for kind, found in (("isbn", isbn(piece)), ("issn", issn(piece))):
                if found:
                    self.known[kind] = tuple(dict.fromkeys((*self.known.get(kind, ()), found)))
                    break
            else:
                if any(c.isdigit() for c in piece):
                    self.note("bad-number", f"{excerpt(piece)!r} is neither an ISBN nor an ISSN")
                    good = False
        return good

    def dated(self, variable: str, dated: Dated) -> bool:
        """A date, with what was odd about it; whether there was one."""
        for code, message in dated.findings:
            self.note(code, message)
        if dated.date and dated.date.literal and variable == "issued":
            self.put("status", WORDS.get(dated.date.literal.lower().strip("()."), ""))
        return dated.date is not None and self.put(variable, dated.date)

    def addresses(self, value: str) -> bool:
        """Addresses of the work itself; whether all were good. One that only repeats its DOI or its number goes."""
        pieces = value.replace(";", " ").split()
        alone = len(pieces) < 2 or not all(_ADDRESS_BEGINS.match(piece) for piece in pieces)
        good, most = True, self.limits.links
        if len(pieces) > most and not alone:
            self.note("too-many-values", f"there are more links than the {most:,} that links under [limits] allows")
        for piece in [value.strip()] if alone else pieces[:most]:
            url = web_address(with_scheme(piece))
            if url:
                self._address(url)
            else:
                self.note("bad-address", f"{excerpt(piece)!r} may not be linked")
                good = False
        return good

    def _address(self, url: str) -> None:
        """One checked address; it may bring a DOI or a number in an archive."""
        number = arxiv(url) if "arxiv" in url.lower() else ""
        if number:
            self.identifiers.setdefault("arxiv", number)
        found = doi(url) if "doi.org/10." in url else ""
        if found:
            self.known.setdefault("doi", found)
        said = number.partition("v")[0] == self.identifiers.get("arxiv", "?").partition("v")[0]
        if not is_doi_of(url, self.known.get("doi", "")) and not said:
            self.links.append(WebLink(kind_of(url, usual_kind(self.csl)), url))

    def file(self, kind: LinkKind, value: str) -> bool:
        """An address or a file that the record offers; whether it is one that may be offered."""
        found = target(kind, value)
        match found:
            case WebLink():
                self.links.append(found)
            case Attachment():
                self.attachments.append(found)
            case Refused(outside=outside):
                if outside or not _ADDRESS_BEGINS.match(value):
                    self.note(
                        "file-outside", f"{excerpt(value)!r} is a file outside the site's folder; it was left out"
                    )
                    return True
                self.note("bad-address", f"{excerpt(value)!r} may not be linked")
                return False
        return True

    def archived(self, value: str) -> bool:
        """The number of a preprint in an archive, which its form or a prefix tells; whether it is one."""
        scheme: Literal["arxiv", "hal"] = "arxiv" if value.lower().startswith("arxiv") else "hal"
        found = arxiv(value) if scheme == "arxiv" else hal(value)
        return bool(found) and self.identifiers.setdefault(scheme, found) == found

    def keyword(self, word: str) -> None:
        """A keyword, once whatever its letters' case."""
        if not word or word.casefold() in self.keywords:
            return
        most = self.limits.keywords
        if len(self.keywords) == most:
            self.note(
                "too-many-values", f"there are more than the {most:,} keywords that keywords under [limits] allows"
            )
        if len(self.keywords) <= most:
            self.keywords[word.casefold()] = word

    def entry(self) -> Entry:
        """The entry, from all that is known."""
        links = sorted(dict.fromkeys(self.links), key=lambda link: LINK_ORDER.index(link.kind))
        return Entry(
            id=self.id,
            type=self.csl,
            names={role: tuple(names) for role, names in self.names.items() if names},
            et_al=frozenset(self.et_al),
            identifiers=self.identifiers,
            links=tuple(links),
            attachments=tuple(dict.fromkeys(self.attachments)),
            abstracts=tuple(self.abstracts),
            keywords=tuple(self.keywords.values())[: self.limits.keywords],
            extra={name: to_latex(Text.of("; ".join(values))) for name, values in self.kept.items()},
            place=Place(self.notes.file, self.notes.lines.line(self.start)),
            **{variable: value for variable, value in self.known.items() if value},
        )


def paragraphs(text: str) -> Text:
    r"""Text whose paragraphs are parted by blank lines; a single one is a run of text.

    >>> paragraphs("One\ntwo."), len(paragraphs("One.\n\nTwo.").nodes)
    (Text(nodes=('One two.',)), 2)
    """
    pieces = [line for piece in _BLANK_LINES.split(text) if (line := one_line(piece))]
    if len(pieces) < 2:
        return Text.of("".join(pieces))
    nodes: tuple[Node, ...] = tuple(Paragraph((piece,)) for piece in pieces)
    return Text(nodes)

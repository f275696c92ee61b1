"""A deposit: who sends it, and the entries of the one kind of content that a batch may hold."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, tostring

from sitegen.formats import Registration, Writing
from sitegen.formats.crossref.bodies import BODIES
from sitegen.formats.crossref.parts import short
from sitegen.formats.crossref.tables import FIRST_YEAR, KINDS, LAST_YEAR, MIXED, NAMES_OF_KINDS, NAMESPACES
from sitegen.model.entry import Entry
from sitegen.model.interchange import BOOK_PARTS
from sitegen.problems import Problem, SitegenError, excerpt
from sitegen.text.elements import document, element

_PUBLISHED = frozenset({"conference", "book", "dissertation"})
"""Kinds that must name a publisher or institution."""


def deposit(entries: Sequence[Entry], registration: Registration) -> Writing:
    """One batch, of the kind of content that most of the entries are; the others are left out, with a warning each.

    Raises SitegenError where the site does not say who deposits, or where nothing is left to deposit.
    """
    _refuse_nobody(registration)
    lacking = {entry.id: _lack(entry, registration) for entry in entries}
    kinds = Counter(KINDS[entry.type] for entry in entries if not lacking[entry.id])
    if not kinds:
        why = f": {lacking[entries[0].id]}" if entries else ""
        raise SitegenError(
            f"no entry can be deposited at Crossref{why}", "Name entries with a DOI, a date and a publisher."
        )
    kind = kinds.most_common(1)[0][0]
    chosen = [entry for entry in entries if not lacking[entry.id] and KINDS[entry.type] == kind]
    body = element("body", *BODIES[kind](chosen, registration))
    root = element("doi_batch", _head(body, registration), body, attributes=NAMESPACES)
    return Writing(document(root, MIXED), tuple(_left_out(entries, lacking, kind)))


def _refuse_nobody(registration: Registration) -> None:
    """Raise SitegenError for what site.toml must say first, all of it at once."""
    table = registration.crossref
    missing = [name for name in ("depositor", "email", "registrant") if not getattr(table, name)]
    lines = [] if registration.pages else ["url"]
    lines += ["[crossref]", *missing] if missing else []
    if lines:
        raise SitegenError(
            "a Crossref deposit says who sends it and where the works are, and site.toml does not",
            "Add to site.toml: " + "; ".join(line if line.startswith("[") else f'{line} = "…"' for line in lines),
        )


def _lack(entry: Entry, registration: Registration) -> str:
    """What keeps an entry from being deposited; "" for nothing."""
    kind = KINDS.get(entry.type, "")
    needs = {
        f"Crossref takes no works of the type {entry.type}": kind,
        "it has no DOI": entry.doi,
        f"its DOI does not begin with {registration.crossref.prefix}/": _is_own(entry, registration),
        "it has no title": entry.title,
        f"it has no year between {FIRST_YEAR} and {LAST_YEAR}": _year_is_good(entry),
        "it names no journal or book": entry.container_title
        or not (kind in {"journal", "conference"} or entry.type in BOOK_PARTS),
        "it names no publisher": entry.publisher or kind not in _PUBLISHED,
        "it names no author": entry.credited("author") or kind != "dissertation",
    }
    return next((lack for lack, present in needs.items() if not present), "")


def _is_own(entry: Entry, registration: Registration) -> bool:
    """Whether the DOI has the depositor's prefix."""
    prefix = registration.crossref.prefix.rstrip("/")
    return not prefix or entry.doi.startswith(f"{prefix}/")


def _year_is_good(entry: Entry) -> bool:
    """Whether the schema takes the year."""
    return entry.year is not None and FIRST_YEAR <= entry.year <= LAST_YEAR


def _left_out(entries: Sequence[Entry], lacking: dict[str, str], kind: str) -> Iterator[Problem]:
    """A warning for each entry that is not in the batch."""
    for entry in entries:
        why = lacking[entry.id]
        if not why and KINDS[entry.type] != kind:
            why = f"a batch holds one kind of content, and this one holds {NAMES_OF_KINDS[kind]}"
        if why:
            yield Problem(
                "not-deposited",
                f"{excerpt(entry.key)!r} is left out of the deposit: {why}",
                entry.place,
                "Export it by its id." if not lacking[entry.id] else "",
                id=entry.id,
                left_out=True,
            )


def _head(body: Element, registration: Registration) -> Element:
    """Who sends it, and when; the number tells one batch from another."""
    table = registration.crossref
    digest = hashlib.sha256(tostring(body)).hexdigest()[:16]
    moment = registration.moment or "0"
    return element(
        "head",
        element("doi_batch_id", f"{moment}-{digest}"),
        element("timestamp", moment),
        element("depositor", short("depositor_name", table.depositor), element("email_address", table.email)),
        short("registrant", table.registrant),
    )

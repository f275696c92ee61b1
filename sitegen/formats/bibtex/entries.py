"""A record to an entry: fields into CSL's words, as the tables say."""

import re
from collections.abc import Callable
from typing import TypeVar

from sitegen.config import LimitsConfig
from sitegen.formats.bibtex import fields as known
from sitegen.formats.bibtex.actions import ACTION_OF
from sitegen.formats.bibtex.clean import cleaned
from sitegen.formats.bibtex.dates import WORDS, date_source, issued
from sitegen.formats.bibtex.facts import Facts
from sitegen.formats.bibtex.identify import identify
from sitegen.formats.bibtex.links import is_only_url
from sitegen.formats.bibtex.record import Record
from sitegen.formats.bibtex.types import CAN_BE_PREPRINT, TYPES, classify, number_means
from sitegen.formats.bibtex.values import keywords, language
from sitegen.formats.bibtex.words import plain
from sitegen.model.entry import Entry, WebLink
from sitegen.problems import Place, excerpt

_T = TypeVar("_T")
_RETRACTED = re.compile(r"(retracted|withdrawn)\b\s*(?:article)?\s*:", re.IGNORECASE)
_SUBTITLES = frozenset(known.SUBTITLES.values())
_CONTAINERS = ("booktitle", "journaltitle", "journal", "maintitle")
_CONTAINERS_OF_ARTICLES = ("journaltitle", "journal", "booktitle", "maintitle")


def to_entry(record: Record, limits: LimitsConfig) -> Entry:
    """The entry that a record describes. Never raises."""
    values = cleaned(record, limits)
    facts = Facts(record, values, limits)
    journal = values.get("journaltitle") or values.get("journal", "")
    facts.csl, genre = classify(record.type, values, plain(journal[:200]) if journal else "")
    if record.type not in TYPES:
        record.note("unknown-type", f"@{excerpt(record.type, 30)} is no known type; it is read as misc")
    for step in _STEPS:
        step(facts)
    for name, value in list(values.items()):
        action = ACTION_OF[name]
        if action:
            action(facts, name, value)
    identify(facts)
    if facts.csl in CAN_BE_PREPRINT and "arxiv" in facts.identifiers and "container_title" not in facts.known:
        facts.csl, genre = "article", "preprint"
    return _entry(facts, genre)


def _titles(facts: Facts) -> None:
    """Title and containers, each with its subtitle."""
    values = facts.values
    if not _SUBTITLES.isdisjoint(values):
        for name, sub in known.SUBTITLES.items():
            if sub in values and name in values:
                title = values[name]
                values[name] = f"{title}{' ' if title.rstrip('}')[-1:] in ':?!.–' else ': '}{values.pop(sub)}"
    title = values.get("title", "")
    if title:
        facts.put_text("title", "title", title)
        match = _RETRACTED.match(title.lstrip("{[ ")) if title[0] in "{[ rRwW" else None
        if match:
            facts.known["status"] = match[1].lower()
    if "maintitle" in values and "booktitle" in values:
        facts.put_text("volume_title", "booktitle", values["booktitle"])
        facts.put_text("container_title", "maintitle", values["maintitle"])
    articles = facts.csl.startswith("article") or facts.csl == "periodical"
    for name in _CONTAINERS_OF_ARTICLES if articles else _CONTAINERS:
        if name in values:
            facts.put_text("container_title", name, values[name])
    if (
        "container_title" not in facts.known
        and "venue" in values
        and "eventtitle" not in values  # then it is where the event was held (BibLaTeX, "venue")
        and facts.csl in ("article-journal", "paper-conference", "chapter")
    ):
        facts.put_text("container_title", "venue", values["venue"])


def _publisher(facts: Facts) -> None:
    """Who published the work: `school`, `institution`, `organization` or `publisher`, by its type."""
    for name in known.PUBLISHERS.get(facts.csl, known.PUBLISHERS[""]):
        value = facts.values.get(name)
        if value:
            facts.put_text("publisher", name, value)


def _dates(facts: Facts) -> None:
    """The date of issue."""
    values = facts.values
    date, year = values.get("date", ""), values.get("year", "")
    if not (date or year):
        return
    month, day = values.get("month", ""), values.get("day", "")
    if date or not (year.isdecimal() and (not month or month.isalnum())):
        date, year, month, day = date_source(date), date_source(year), plain(month), plain(day)
    dated = issued(date, year, month, day)
    odd_month = False
    for code, message in dated.findings:
        facts.record.note(code, message, "date" if date else "month" if code == "odd-month" else "year")
        odd_month = odd_month or code == "odd-month"
    if dated.date:
        facts.known["issued"] = dated.date
        if dated.date.literal and WORDS.get(dated.date.literal.lower().strip("().")):
            facts.known.setdefault("status", WORDS[dated.date.literal.lower().strip("().")])
        for name in ("date", "year", "month", "day"):
            if name != "month" or not odd_month:
                values.pop(name, None)


def _number(facts: Facts) -> None:
    """Issue, article number, number in a series, by the type."""
    values = facts.values
    if "number" in values:
        means = number_means(facts.csl, series="series" in values, volume="volume" in values)
        facts.put(means, "number", plain(values["number"]))
    if "issue" in values:
        facts.put("issue", "issue", plain(values["issue"]))


def _notes(facts: Facts) -> None:
    """The note, from all fields that are shown as one."""
    sources = [facts.values.pop(name) for name in known.NOTES if name in facts.values and not _is_link(facts, name)]
    if sources:
        joined = (
            " ".join(source if source.rstrip("}")[-1:] in ".?!" else f"{source}." for source in sources[:-1])
            if sources[1:]
            else ""
        )
        facts.put_text("note", "note", f"{joined} {sources[-1]}" if joined else sources[-1])
        status = known.STATUSES.get(sources[0].lower().strip(" .(){}")) if len(sources[0]) < 40 else None
        if status:
            facts.known.setdefault("status", status)


def _is_link(facts: Facts, name: str) -> bool:
    """Whether a note-like field is nothing but an address, which then becomes a link."""
    return name == "howpublished" and is_only_url(facts.values[name])


def _keywords(facts: Facts) -> None:
    """The first field of keywords that says something."""
    for name in known.KEYWORDS:
        if name in facts.values:
            facts.put("keywords", name, facts.most("keywords", name, keywords(facts.values[name])))


def _language(facts: Facts) -> None:
    """The first field of language that is understood; others that say the same need no place."""
    for name in known.LANGUAGE_FIELDS:
        if name in facts.values:
            tag = language(facts.values[name])
            facts.put("language", name, tag)
            if tag and facts.known["language"].startswith(tag[:2]):
                facts.values.pop(name, None)


_STEPS: tuple[Callable[[Facts], None], ...] = (_titles, _publisher, _dates, _number, _notes, _keywords, _language)
"""What several fields say together, before the fields that speak for themselves."""


def _entry(facts: Facts, genre: str) -> Entry:
    """The entry, from all that is known."""
    record = facts.record
    known = facts.known
    known.setdefault("genre", genre)
    known |= {
        "id": record.key,
        "type": facts.csl,
        "source_type": record.type,
        "names": facts.names,
        "identifiers": facts.identifiers,
        "extra": _extra(facts),
        "place": Place(record.notes.file, record.line),
    }
    if facts.et_al:
        known["et_al"] = frozenset(facts.et_al)
    if facts.links:
        known["links"] = _each_once(sorted(facts.links, key=_link_order) if len(facts.links) > 1 else facts.links)
    if facts.attachments:
        known["attachments"] = _each_once(facts.attachments)
    if facts.relations:
        known["relations"] = _each_once(facts.relations)
    if facts.abstracts:
        known["abstracts"] = tuple(facts.abstracts)
    return Entry.of(known)


def _link_order(link: WebLink) -> int:
    """The place of a link among an entry's links."""
    return known.LINK_ORDER.index(link.kind)


def _each_once(values: list[_T]) -> tuple[_T, ...]:
    """Values in their order, without repetitions."""
    return tuple(dict.fromkeys(values)) if len(values) > 1 else tuple(values)


def _extra(facts: Facts) -> dict[str, str]:
    """What nobody understood, by its name as written, but for what other entries or programs put there."""
    extra: dict[str, str] = {}
    if facts.values.keys() <= known.HOUSEKEEPING:
        return extra
    for name in facts.record.values:
        value = facts.values.get(name.replace("-", "_"))
        if value and name not in facts.record.inherited and name.replace("-", "_") not in known.HOUSEKEEPING:
            extra[name] = " ".join(value.split())
    return extra

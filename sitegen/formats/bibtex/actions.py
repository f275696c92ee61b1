"""What each field does to an entry: one small function a kind of field, and the table of who does what."""

import re
from collections.abc import Callable

from sitegen.formats.bibtex import fields as known
from sitegen.formats.bibtex.annotations import annotated
from sitegen.formats.bibtex.dates import date_source, read_date
from sitegen.formats.bibtex.facts import Facts
from sitegen.formats.bibtex.names import read_names
from sitegen.formats.bibtex.types import KINDS, WITH_GENRE
from sitegen.formats.bibtex.values import ARTICLE_NUMBER, day_added, keys, pages
from sitegen.formats.bibtex.words import plain
from sitegen.model.entry import Abstract, Relation
from sitegen.text.languages import language_tag
from sitegen.text.repeated import Repeated
from sitegen.text.rich import EMPTY

_ABSTRACT_IN = re.compile(r"abstract(?:_?([a-z]{2})|_([a-z]\w{2,30}))")
_MOST_NOTES = 5
_ANNOTATIONS = {
    name: ((f"{name}+an", ""), (f"{name}+an:orcid", "orcid"), (f"{name}+an:affiliation", "affiliation"))
    for name in known.ROLES
}

Action = Callable[[Facts, str, str], None]


def _plain_text(facts: Facts, name: str, value: str) -> None:
    """Plain text that means what its table says."""
    facts.put(known.PLAINS[name], name, plain(value))


def _rich_text(facts: Facts, name: str, value: str) -> None:
    """Rich text that means what its table says."""
    facts.put_text(known.TEXTS[name], name, value)


def _role(facts: Facts, name: str, value: str) -> None:
    """Names in one role, with annotations and the editor's true role."""
    values = facts.values
    role = known.ROLES[name]
    if name.startswith("editor") and f"{name}type" in values:
        role = known.EDITOR_TYPES.get(values[f"{name}type"].strip().lower(), role)
        if role != known.ROLES[name]:
            values.pop(f"{name}type")
    listed = read_names(value, facts.limits.names)
    for code, message in listed.findings[:_MOST_NOTES]:
        facts.record.note(code, f"{name}: {message}", name)
    names = listed.names
    for annotation, kind in _ANNOTATIONS[name]:
        if annotation in values:
            names = annotated(names, values.pop(annotation), kind)
    values.pop(name, None)
    if names:
        facts.names[role] = facts.names.get(role, ()) + names
    if listed.et_al:
        facts.et_al.add(role)


def _date(facts: Facts, name: str, value: str) -> None:
    """A date other than that of issue."""
    dated = read_date(date_source(value))
    for code, message in dated.findings:
        facts.record.note(code, f"{name}: {message}", name)
    facts.put(known.DATES[name], name, dated.date)


def _pages(facts: Facts, name: str, value: str) -> None:
    """Pages; one that is the article's number counts as that."""
    page = pages(value)
    facts.values.pop(name, None)
    eid = facts.values.get("eid")
    number = facts.known.get("number") or (plain(eid) if eid else "")
    if page == number:
        return
    is_number = page[:1] in ("e", "E") and ARTICLE_NUMBER.fullmatch(page)
    if not number and is_number and facts.csl in ("article-journal", "paper-conference"):
        facts.known["number"] = page
    else:
        facts.known["page"] = page


def _abstract(facts: Facts, name: str, value: str) -> None:
    """The abstract in the entry's own language."""
    text = facts.text(name, value)
    if text is not EMPTY:
        facts.abstracts.append(Abstract(text))
    facts.values.pop(name, None)


def _award(facts: Facts, name: str, value: str) -> None:
    """A prize."""
    text = facts.text(name, value)
    facts.known["awards"] = (*facts.known.get("awards", ()), text)
    facts.values.pop(name, None)


def _selected(facts: Facts, name: str, value: str) -> None:
    """Whether the work is to stand on the home page."""
    facts.known["selected"] = facts.known.get("selected", False) or value.strip("{}").lower() in known.TRUE
    facts.values.pop(name, None)


def _status(facts: Facts, name: str, value: str) -> None:
    """Where the work stands; the source's words are kept where they say more."""
    words = plain(value)
    status = known.STATUSES.get(words.lower())
    if status is None:
        status = next((known.STATUSES[word] for word in known.STATUSES if words.lower().startswith(f"{word} ")), None)
        if status is None:
            return
        facts.put_text("status_note", name, value)
    if status:
        facts.known["status"] = status
    if words.lower() != "preprint" or facts.csl == "article":
        facts.values.pop(name, None)


def _kind(facts: Facts, name: str, value: str) -> None:
    """The kind of a thesis, report or patent; elsewhere people group their pages by `type`, and it stays as it is."""
    if facts.csl in WITH_GENRE:
        facts.values.pop(name, None)
        facts.known["genre"] = KINDS.get(value.lower()) or plain(value)


def _added(facts: Facts, name: str, value: str) -> None:
    """When the entry joined the library."""
    facts.put("added", name, day_added(value))
    facts.values.pop(name, None)


def _modified(facts: Facts, name: str, value: str) -> None:
    """When the entry changed last."""
    facts.put("modified", name, day_added(value))
    facts.values.pop(name, None)


def _relation(facts: Facts, name: str, value: str) -> None:
    """Other entries, by a field that says how they stand to this one; some programs count citations in `cited_by`."""
    if name == "cited_by" and value.isdecimal():
        return
    for key in facts.most("relations", name, keys(value)):
        facts.relations.append(Relation(known.RELATIONS[name], key))
    facts.values.pop(name, None)


def _related(facts: Facts, name: str, value: str) -> None:
    """BibLaTeX's `related` with its `relatedtype`."""
    kind = known.RELATED_TYPES.get(facts.values.get("relatedtype", "").strip().lower(), "related")
    if kind != "related":
        facts.values.pop("relatedtype", None)
    for key in facts.most("relations", name, keys(value)):
        facts.relations.append(Relation(kind, key))
    facts.values.pop(name, None)


def _ignore(facts: Facts, name: str, value: str) -> None:
    """Codes of problems that are not to be reported of the entry."""
    facts.put("ignore", name, plain(value))


def _aliases(facts: Facts, name: str, value: str) -> None:
    """Former keys."""
    facts.put("aliases", name, tuple(keys(value)))


def _drop(facts: Facts, name: str, _value: str) -> None:
    """A field that another one has used up."""
    facts.values.pop(name, None)


def _by_name(facts: Facts, name: str, value: str) -> None:
    """Fields whose name says more than a table can: abstracts in other languages, housekeeping by its first letters."""
    match = _ABSTRACT_IN.fullmatch(name) if name.startswith("abstract") else None
    tag = match[1] or language_tag(match[2]) if match else ""
    if tag:
        facts.abstracts.append(Abstract(facts.text(name, value), tag))
        facts.values.pop(name)
    elif name.startswith(known.HOUSEKEEPING_BEGINS):
        facts.values.pop(name)


ACTIONS: dict[str, Action] = {
    **dict.fromkeys(known.PLAINS, _plain_text),
    **dict.fromkeys(known.TEXTS, _rich_text),
    **dict.fromkeys(known.ROLES, _role),
    **dict.fromkeys(known.DATES, _date),
    **dict.fromkeys(known.AWARDS, _award),
    **dict.fromkeys(known.SELECTED, _selected),
    **dict.fromkeys(known.ADDED, _added),
    **dict.fromkeys(known.MODIFIED, _modified),
    **dict.fromkeys(known.RELATIONS, _relation),
    "abstract": _abstract,
    "ids": _aliases,
    "aliases": _aliases,
    "pages": _pages,
    "pubstate": _status,
    "related": _related,
    "sitegen_ignore": _ignore,
    "status": _status,
    "type": _kind,
    "xdata": _drop,
}
"""By field, with `_` for `-`."""


def _action(name: str) -> Action | None:
    """What a field does; None for one that does nothing here."""
    telling = name.startswith(("abstract", *known.HOUSEKEEPING_BEGINS)) and name not in known.HOUSEKEEPING
    return ACTIONS.get(name, _by_name if telling else None)


ACTION_OF = Repeated(_action, most=1 << 12)
"""By any name of a field: what it does to the entry, None for nothing."""

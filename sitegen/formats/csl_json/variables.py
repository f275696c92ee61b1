"""What each CSL variable of an item does to an entry."""

import json
import re
from collections.abc import Callable, Mapping

from sitegen.formats.csl_json.dates import read_date
from sitegen.formats.csl_json.items import AGAIN
from sitegen.formats.csl_json.markup import read as read_markup
from sitegen.formats.csl_json.names import read_names
from sitegen.formats.csl_json.tables import DATES, ROLES, TITLES, TYPE_ALIASES, TYPES, VARIABLE_ALIASES, WORDS
from sitegen.model.entry import Abstract, Status
from sitegen.model.facts import Facts, paragraphs
from sitegen.model.interchange import STATUS_WORDS
from sitegen.problems import excerpt
from sitegen.text.addresses import pmcid, pmid
from sitegen.text.languages import language_tag
from sitegen.text.numbers import printed_pages
from sitegen.text.rich import BLOCKS, Node, Paragraph, Text

_STATUSES: dict[str, Status] = {word.lower(): status for status, word in STATUS_WORDS.items()}  # type: ignore[misc]
_NUMBER_IN_ARCHIVE = re.compile(r"arxiv:|hal-", re.IGNORECASE)
_JATS_BLOCK = re.compile(r"</?jats:(?:p|sec|title|list|list-item|abstract)(?:\s[^<>]{0,200})?>")
_LATER = frozenset({"URL"})

Action = Callable[[Facts, str, str], bool]
"""Gives an entry what a variable says; whether it could."""


def fill(facts: Facts, item: Mapping[str, object]) -> None:
    """Give an entry all that an item says. The type goes first, the address last: others decide what it means."""
    facts.id = facts.line(_words(item.get("citation-key")) or _words(item.get("id")), "id")
    facts.csl = _type(facts, _words(item.get("type")))
    most = facts.limits.fields
    if len(item) > most:
        facts.note(
            "too-many-fields",
            f"the item has {len(item):,} variables, more than the {most:,} fields allowed; the rest is left out",
        )
    variables = [*item][:most]
    for name in variables:
        if name.endswith(AGAIN):
            facts.note("duplicate-field", f"{excerpt(name.removesuffix(AGAIN))} is given twice; the first counts")
    for later in (False, True):
        for name in variables:
            if (name in _LATER or name.lower() == "url") == later and name not in ("id", "citation-key", "type"):
                _variable(facts, name, item[name])


def _type(facts: Facts, said: str) -> str:
    """The CSL type."""
    if said in TYPES:
        return said
    known = TYPE_ALIASES.get(said.lower().replace(" ", "-"), "")
    if not known:
        facts.note("unknown-type", f"the type {excerpt(said)!r} is none of CSL; it is read as document")
    return known or "document"


def _variable(facts: Facts, name: str, value: object) -> None:
    """One variable."""
    variable = VARIABLE_ALIASES.get(name, name)
    if value is None or value in ("", [], {}):
        return
    if variable in ROLES:
        read_names(facts, ROLES[variable], value)
        return
    if variable in DATES:
        if not read_date(facts, DATES[variable], value):
            facts.keep(name, _json(facts, name, value))
        return
    words = _words(value)
    action = _ACTIONS.get(variable)
    if action is None:
        facts.keep(name if len(name) < 100 else name[:100], facts.line(words, name) or _json(facts, name, value))
    elif not words:
        facts.note("odd-value", f"{name} is {excerpt(_json(facts, name, value))}, which is no text")
        facts.keep(name, _json(facts, name, value))
    elif not action(facts, variable, facts.clean(words, name)):
        facts.keep(name, facts.line(words, name))


def _words(value: object) -> str:
    """The text of a value: of a list, as Crossref has it, its first member; "" where there is none."""
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return ", ".join(value) if len(value) > 1 else str(value[0])
    return value if isinstance(value, str) else ""


def _json(facts: Facts, name: str, value: object) -> str:
    """A value that is not understood, as JSON on one line."""
    return facts.line(json.dumps(value, ensure_ascii=False), name)


def _one_line(text: str) -> str:
    """A cleaned value on one line."""
    return " ".join(text.split())


def _title(facts: Facts, variable: str, value: str) -> bool:
    """Rich text."""
    return facts.put(variable.replace("-", "_"), read_markup(_one_line(value)))


def _plain(facts: Facts, variable: str, value: str) -> bool:
    """Plain text."""
    return facts.put(WORDS[variable], _one_line(value))


def _text(facts: Facts, variable: str, value: str) -> bool:
    """Plain text in paragraphs."""
    return facts.put(variable, paragraphs(value))


def _publisher(facts: Facts, variable: str, value: str) -> bool:
    """Text without markup."""
    return facts.put(variable, Text.of(_one_line(value)))


def _page(facts: Facts, variable: str, value: str) -> bool:
    """Pages."""
    return facts.put(variable, printed_pages(_one_line(value)))


def _number(facts: Facts, variable: str, value: str) -> bool:
    """The number of a work; of a preprint, that in its archive."""
    number = _one_line(value)
    if facts.csl == "article" and _NUMBER_IN_ARCHIVE.match(number) and facts.archived(number):
        return True
    return facts.put(variable, number)


def _language(facts: Facts, variable: str, value: str) -> bool:
    """A language, as a tag where it is known."""
    tag = language_tag(_one_line(value))
    return bool(tag) and facts.put(variable, tag)


def _status(facts: Facts, _variable: str, value: str) -> bool:
    """Where the work stands; other words than those known are shown beside it."""
    words = _one_line(value)
    status = _STATUSES.get(words.lower().replace("-", " "))
    return facts.put("status", status) if status else facts.put("status_note", Text.of(words))


def _doi(facts: Facts, _variable: str, value: str) -> bool:
    return facts.doi(_one_line(value))


def _serials(facts: Facts, _variable: str, value: str) -> bool:
    return facts.serials(_one_line(value))


def _pmid(facts: Facts, variable: str, value: str) -> bool:
    """PubMed's numbers."""
    found = (pmid if variable == "PMID" else pmcid)(value)
    return bool(found) and facts.identifiers.setdefault(variable.lower(), found) == found


def _url(facts: Facts, _variable: str, value: str) -> bool:
    return facts.addresses(value)


def _abstract(facts: Facts, _variable: str, value: str) -> bool:
    """The abstract; Crossref hands on JATS, whose paragraphs are paragraphs here."""
    is_jats = "<jats:" in value
    text = paragraphs(_JATS_BLOCK.sub("\n\n", value) if is_jats else value)
    if text:
        facts.abstracts.append(Abstract(_without_jats(text) if is_jats else text))
    return True


def _without_jats(text: Text) -> Text:
    """Paragraphs with JATS's marks read."""
    nodes: list[Node] = []
    for node in text.nodes:
        if isinstance(node, Paragraph):
            nodes.append(Paragraph(read_markup(Text(node.children).to_plain()).nodes))
        elif not isinstance(node, BLOCKS):
            nodes.extend(read_markup(Text((node,)).to_plain()).nodes)
    return Text(tuple(nodes))


def _keyword(facts: Facts, _variable: str, value: str) -> bool:
    """Keywords, parted by semicolons where there are any, or commas."""
    for word in value.split(";" if ";" in value else ","):
        facts.keyword(_one_line(word))
    return True


_ACTIONS: dict[str, Action] = {
    "title": _title,
    **dict.fromkeys(TITLES, _title),
    **dict.fromkeys(WORDS, _plain),
    "publisher": _publisher,
    "page": _page,
    "number": _number,
    "language": _language,
    "status": _status,
    "DOI": _doi,
    "ISBN": _serials,
    "ISSN": _serials,
    "PMID": _pmid,
    "PMCID": _pmid,
    "URL": _url,
    "abstract": _abstract,
    "keyword": _keyword,
    "note": _text,
    "annote": _text,
}
"""By variable."""

"""People in name variables (CSL-JSON, "Name variables"), with particles told from the names they belong to."""

import re
from typing import NamedTuple

from sitegen.csl.marks import END_QUOTE, QUOTE
from sitegen.csl.markup import marked

MOST = 10_000
"""Names of a variable; the rest is left out."""
_LONGEST = 2_000
REMEMBERED = 20_000
"""Names that are remembered before all are forgotten."""
OTHERS = "others"
"""The literal name that ends a list whose source does not name all, as BibTeX, Zotero and pandoc have it."""


class Person(NamedTuple):
    """A name in its parts, as marked text. An institution, or a name without parts, has only `literal`.

    family_first: whether the family comes first wherever the name stands (`static-ordering`).
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    family_first: bool = False


_LEADING_PARTICLE = re.compile(
    r"(?:[^\W\d_]{1,2}|all|dell|nell|sull|dall)['’](?=\w)|(?:al|el|as|ad|ed|ash|ar|al-)-(?=\w)"
)
_APOSTROPHES = "'’"


def people(value: object) -> tuple[Person, ...]:
    """The names in a variable, whatever stands there.

    >>> people([{"family": "van Gogh", "given": "Vincent"}])[0][:4]
    ('Gogh', 'Vincent', '', 'van')
    """
    if isinstance(value, dict | str):
        value = [value]
    if not isinstance(value, list | tuple):
        return ()
    found = (_remembered(each) for each in value[:MOST])
    return tuple(person for person in found if person)


_known: dict[tuple[tuple[object, object], ...], Person | None] = {}


def _remembered(value: object) -> Person | None:
    """One name; those that were read before are remembered, since people write more than one work."""
    if not isinstance(value, dict):
        return _person(value)
    key = tuple(value.items())
    try:
        return _known[key]
    except TypeError:
        return _person(value)
    except KeyError:
        if len(_known) >= REMEMBERED:
            _known.clear()
        found = _known[key] = _person(value)
        return found


def _person(value: object) -> Person | None:
    """One name; None where nothing is said."""
    if isinstance(value, str):
        return Person(literal=marked(value[:_LONGEST])) if value.strip() else None
    if not isinstance(value, dict):
        return None
    family, given, suffix = (_part(value, key) for key in ("family", "given", "suffix"))
    quoted = family[:1] == QUOTE and family[-1:] == END_QUOTE
    if quoted:
        family = family[1:-1]
    dropping, non_dropping = _part(value, "dropping-particle"), _part(value, "non-dropping-particle")
    literal = _part(value, "literal") or _part(value, "name")
    if literal and not family:
        return Person(literal=literal)
    if not family:
        return Person(family=given, suffix=suffix) if given else None
    if not quoted and not dropping and not non_dropping and value.get("parse-names") not in (False, 0, "false", "0"):
        family, non_dropping = _without_leading(family)
        given, dropping = _without_trailing(given)
    comma = value.get("comma-suffix") not in (None, False, 0, "", "false", "0")
    if not suffix:
        given, suffix, comma = _without_suffix(given)
    fixed = value.get("static-ordering") not in (None, False, 0, "", "false", "0")
    return Person(family, given, dropping, non_dropping, suffix, comma, family_first=fixed)


def _part(value: dict[object, object], key: str) -> str:
    """A part of a name, as marked text."""
    said = value.get(key)
    if isinstance(said, int | float) and not isinstance(said, bool):
        said = str(said)
    return marked(said[:_LONGEST]) if isinstance(said, str) and said else ""


def _is_particle(word: str) -> bool:
    """Whether a word begins small, as particles do."""
    return word[:1].islower() and word[:1].isalpha()


def _without_leading(family: str) -> tuple[str, str]:
    """A family name and the particles that it began with; quoted names keep theirs."""
    words = family.split(" ")
    at = 0
    while at < len(words) - 1 and (_is_particle(words[at]) or words[at][:1] in _APOSTROPHES):
        at += 1
    if at and words[at - 1][-1:] in _APOSTROPHES:
        words[at - 1] += " "
    rest = " ".join(words[at:])
    match = _LEADING_PARTICLE.match(rest) if rest[:1].islower() else None
    if match:
        particle = " ".join([*words[:at], match[0]])
        return rest[match.end() :], particle
    return rest, " ".join(words[:at])


def _without_trailing(given: str) -> tuple[str, str]:
    """Given names and the particles that they ended in."""
    words = given.split(" ")
    at = len(words)
    while at > 1 and _is_particle(words[at - 1]):
        at -= 1
    return " ".join(words[:at]).rstrip(",") if at < len(words) else given, " ".join(words[at:])


_SUFFIX = re.compile(r"\s*,(!?)\s*(\S[^,]*)$")


def _without_suffix(given: str) -> tuple[str, str, bool]:
    """Given names, a suffix that stood behind a comma in them, and whether an exclamation mark asked for the comma."""
    match = _SUFFIX.search(given)
    if not match:
        return given, "", False
    return given[: match.start()], match[2], bool(match[1])

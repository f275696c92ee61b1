"""Names as RIS files have them: family, given names, suffix."""

import re

from sitegen.model.facts import Facts
from sitegen.model.name import Name
from sitegen.problems import excerpt

_SUFFIX = re.compile(
    r"(?:jr|sr|jnr|snr|junior|senior|i{2,3}|iv|vi{0,3}|2nd|3rd|4th|ph\.?d|m\.?d|esq)\.?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+", re.IGNORECASE)
_OF_INSTITUTIONS = frozenset(
    {
        "of", "for", "the", "agency", "association", "centre", "center", "collaboration", "commission", "committee",
        "company", "consortium", "council", "department", "foundation", "gmbh", "group", "inc", "inc.", "initiative",
        "institute", "ltd", "ltd.", "ministry", "network", "organisation", "organization", "project", "society", "team",
        "university", "universität", "université", "universidad",
    }
)  # fmt: skip
"""Words that make a name without a comma that of an institution."""
_ET_AL = frozenset({"et al", "et al.", "others", "et alii"})
LONGEST_NAME = 500


def read_names(facts: Facts, role: str, value: str) -> None:
    """Give an entry the name of one line, or the names where several stand there."""
    pieces = _pieces(facts, facts.line(value, role))
    names = facts.names.setdefault(role, [])
    most = facts.limits.names
    for piece in pieces:
        if piece.lower().strip(" ,") in _ET_AL:
            facts.et_al.add(role)
        elif len(names) >= most:
            if len(names) == most:
                facts.note("too-many-names", f"there are more than {most:,} names; the rest is left out")
            return
        elif piece.strip(" ,"):
            names.append(read_name(piece) or _odd(facts, piece))


def _pieces(facts: Facts, line: str) -> list[str]:
    """The names in a line: several only where each is written family first."""
    if ";" not in line and " and " not in line.lower() and " & " not in line:
        return [line]
    pieces = [piece for piece in _BETWEEN.split(line) if piece]
    if len(pieces) < 2 or not all(0 < piece.find(",") < len(piece) - 1 for piece in pieces):
        return [line]
    facts.note("name-list", f"{excerpt(line)!r} was read as {len(pieces)} names")
    return pieces


def _odd(facts: Facts, piece: str) -> Name:
    """A name as it stands."""
    facts.note("odd-name", f"{excerpt(piece)!r} could not be taken apart; it is shown as it stands")
    return Name(literal=piece[: 4 * LONGEST_NAME])


def read_name(line: str) -> Name | None:
    """A name on one line; None where it cannot be taken apart. A comma at the end marks an institution.

    >>> name = read_name("van der Berg, Jan, Jr.")
    >>> (name.non_dropping_particle, name.family, name.given, name.suffix)
    ('van der', 'Berg', 'Jan', 'Jr.')
    >>> read_name("Lantern Survey Team,").literal, read_name("J. Smith").family, read_name("Plato").family
    ('Lantern Survey Team', 'Smith', 'Plato')
    """
    if len(line) > LONGEST_NAME:
        return None
    if line.endswith(","):
        return Name(literal=line.rstrip(" ,"))
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if not parts or len(parts) > 3:
        return None
    if len(parts) == 1:
        return _in_reading_order(parts[0])
    family, given, suffix = (*parts, "")[:3]
    if _is_suffix(given) and not (suffix and _is_suffix(suffix)):
        given, suffix = suffix, given
    particle, family = _particle(family)
    return Name(family=family, given=given, non_dropping_particle=particle, suffix=suffix)


def _in_reading_order(line: str) -> Name:
    """A name without a comma: one word is a family name, the last of several too, but for institutions."""
    words = line.split()
    if len(words) == 1:
        return Name(family=line)
    if not _OF_INSTITUTIONS.isdisjoint(word.lower() for word in words):
        return Name(literal=line)
    suffix = words.pop() if len(words) > 2 and _is_suffix(words[-1]) else ""
    begin = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), len(words) - 1)
    particle, family = _particle(" ".join(words[begin:]))
    return Name(family=family, given=" ".join(words[:begin]), non_dropping_particle=particle, suffix=suffix)


def _particle(family: str) -> tuple[str, str]:
    """The particles before a family name, which begin with small letters, and the name itself."""
    words = family.split()
    begin = next((at for at, word in enumerate(words) if not word[0].islower()), 0)
    return " ".join(words[:begin]), " ".join(words[begin:])


def _is_suffix(part: str) -> bool:
    """Whether a part is “Jr.” or its like; a lone V is an initial."""
    return len(part.rstrip(".")) > 1 and _SUFFIX.fullmatch(part) is not None

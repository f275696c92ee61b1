"""CSL's names (CSL-JSON, "Name variables")."""

from collections.abc import Mapping

from msgspec.structs import replace

from sitegen.model.facts import Facts
from sitegen.model.name import Name
from sitegen.problems import excerpt
from sitegen.text.addresses import orcid

_PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
    "name": "literal",
}
"""By CSL's word, and Crossref's for an institution."""
_ET_AL = frozenset({"others", "et al", "et al.", "et alii"})


def read_names(facts: Facts, role: str, value: object) -> None:
    """Give an entry the names in one role."""
    most = facts.limits.names
    listed = value if isinstance(value, list) else [value]
    if len(listed) > most:
        facts.note(
            "too-many-names",
            f"{len(listed):,} names are more than the {most:,} a list may have; the rest is left out",
        )
    for each in listed[:most]:
        name = _name(facts, each)
        if name and name.literal.lower() in _ET_AL:
            facts.et_al.add(role)
        elif name:
            facts.names.setdefault(role, []).append(name)


def _name(facts: Facts, value: object) -> Name | None:
    """One name; None where nothing is said."""
    if isinstance(value, str):
        literal = facts.line(value, "name")
        facts.note("odd-name", f"{excerpt(value)!r} is a name in one piece; it is shown as it stands")
        return Name(literal=literal) if literal else None
    if not isinstance(value, dict):
        facts.note("odd-name", f"{excerpt(str(value)[:200])!r} is no name; it was left out")
        return None
    parts: dict[str, str] = {}
    for word, part in _PARTS.items():
        said = value.get(word)
        if isinstance(said, str) and (clean := facts.line(said, "name")):
            parts.setdefault(part, clean)
    literal = parts.pop("literal", "")
    if not parts and not literal:
        return None
    name = replace(Name(), **parts) if parts else Name(literal=literal)
    return replace(_parsed(name, value), orcid=orcid(_text(value, "ORCID")), affiliation=_affiliation(facts, value))


def _parsed(name: Name, value: Mapping[str, object]) -> Name:
    """A name whose particles stand in its other parts, where `parse-names` says so."""
    if value.get("parse-names") not in (True, "true", "1") or name.dropping_particle or name.non_dropping_particle:
        return name
    family, given = name.family.split(), name.given.split()
    before = next((at for at, word in enumerate(family) if not word[0].islower()), 0)
    after = next((at for at, word in enumerate(reversed(given)) if not word[0].islower()), 0)
    return replace(
        name,
        family=" ".join(family[before:]),
        non_dropping_particle=" ".join(family[:before]),
        given=" ".join(given[: len(given) - after]),
        dropping_particle=" ".join(given[len(given) - after :]),
    )


def _text(value: Mapping[str, object], key: str) -> str:
    """A part that is text."""
    said = value.get(key)
    return said[:1_000] if isinstance(said, str) else ""


def _affiliation(facts: Facts, value: Mapping[str, object]) -> str:
    """Where a person works, as Crossref has it."""
    listed = value.get("affiliation")
    if not isinstance(listed, list):
        return ""
    places = [_text(each, "name") for each in listed[:20] if isinstance(each, dict)]
    return facts.line("; ".join(place for place in places if place), "affiliation")

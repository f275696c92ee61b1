"""Printed names as JATS contributors."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sitegen.formats.jats.tables import CONTRIB_TYPES
from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.text import addresses
from sitegen.text.elements import element, filled

FLAGS = {"corresponding": "corresp", "equal": "equal-contrib"}
"""Attributes of <contrib> by the mark beside a name."""


def contributors(entry: Entry) -> Iterator[Element]:
    """A group of names for each role, those that JATS names in its order, then others."""
    roles = [role for role in CONTRIB_TYPES if entry.names.get(role)]
    for role in (*roles, *sorted(role for role in entry.names if role not in CONTRIB_TYPES and entry.names[role])):
        kind = CONTRIB_TYPES.get(role, role.replace("_", "-"))
        yield element(
            "contrib-group",
            *(_contributor(name, kind) for name in entry.names[role]),
            attributes={"content-type": f"{kind}s"},
        )


def _contributor(name: Name, kind: str) -> Element:
    """One name with its identifier and affiliation."""
    orcid = addresses.orcid(name.orcid) if name.orcid else ""
    flags = {attribute: "yes" for mark, attribute in FLAGS.items() if mark in name.marks}
    return element(
        "contrib",
        filled("contrib-id", addresses.orcid_url(orcid) if orcid else "", attributes={"contrib-id-type": "orcid"}),
        element("collab", name.literal) if name.literal else _person(name),
        filled("aff", name.affiliation),
        attributes={"contrib-type": kind, **flags},
    )


def _person(name: Name) -> Element:
    """A person's name; particles stand with the family, for which JATS has no element."""
    return element(
        "name",
        filled("surname", name.family_with_particles() if name.family else ""),
        filled("given-names", name.given),
        filled("suffix", name.suffix),
    )

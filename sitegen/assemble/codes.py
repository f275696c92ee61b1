"""Defects in how the parts of a library fit: its keys, people.toml, venues.toml and the relations between entries."""

from sitegen.problems import Code, Example

_PEOPLE = """@book{euler1748, author = {Euler, Leonhard}, title = {Introductio}, year = 1748, publisher = {Bousquet}}"""

CODES: dict[str, Code] = {
    "repeated-entry": Code(
        "warning",
        "An entry stands twice, word for word; one is kept.",
        "Remove one of them.",
        Example("@book{a, title = {Algebra}, year = 1770}\n@book{a, title = {Algebra}, year = 1770}\n"),
        Example("@book{a, title = {Algebra}, year = 1770}\n@book{b, title = {Algebra}, year = 1771}\n"),
    ),
    "duplicate-key": Code(
        "warning",
        "Two different entries share a key, or their keys make one address; the second gets an address of its own.",
        "Give each entry a key of its own.",
        Example("@book{a, title = {Algebra}, year = 1770}\n@book{a, title = {Optics}, year = 1771}\n"),
        Example("@book{a, title = {Algebra}, year = 1770}\n@book{b, title = {Optics}, year = 1771}\n"),
    ),
    "dangling-relation": Code(
        "warning",
        "A field such as related, preprint_of or erratum_of names a key that no entry has; the relation is left out.",
        "Add that entry, or mend its key.",
        Example("@article{a, title = {On Light}, preprint_of = {b}}\n"),
        Example("@article{a, title = {On Light}, preprint_of = {b}}\n@article{b, title = {On Light}}\n"),
    ),
    "repeated-spelling": Code(
        "warning", "Two tables of people.toml or venues.toml claim one spelling.", "Delete it from one of them."
    ),
    "unknown-entry": Code(
        "warning",
        "A person of people.toml is pinned to an entry that is not there.",
        "Write the id as it stands in the address of the entry's page.",
    ),
    "unused-person": Code(
        "info", "No entry names a person of people.toml.", "Add a variant as the entries print it, or remove the table."
    ),
    "unused-venue": Code(
        "info",
        "No entry appeared in a venue of venues.toml.",
        "Add a variant as the entries print it, or remove the table.",
    ),
    "unused-me": Code(
        "info", "No entry names the site's owner as `me` does.", "Write the name as the entries print it."
    ),
    "bad-orcid": Code(
        "warning",
        "An ORCID iD of people.toml has a wrong check digit or lacks digits; it is not shown.",
        "Mend or remove the iD.",
        Example(_PEOPLE, {"people.toml": '[leonhard-euler]\nname = "Leonhard Euler"\norcid = "0000-0002-1825-0098"\n'}),
        Example(_PEOPLE, {"people.toml": '[leonhard-euler]\nname = "Leonhard Euler"\norcid = "0000-0002-1825-0097"\n'}),
    ),
    "bad-homepage": Code(
        "warning", "A home page in people.toml or venues.toml is no web address.", "Write it as https://…."
    ),
    "bad-issn": Code(
        "warning", "An ISSN of venues.toml has a wrong check digit or lacks digits.", "Mend or remove the number."
    ),
}
"""By code, the word that people put in `[check] ignore`."""

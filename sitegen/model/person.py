"""Whom printed names stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sitegen.model.name import Name


@dataclass(frozen=True, slots=True)
class Person:
    """A person or institution with a page of its own.

    id: the slug of the page. name: the fullest printed form, or the one the owner gave.
    names: the name by language (BCP 47, lower case), and by "" for all others; empty where it is one for all.
    variants: other printed forms found in the entries, sorted.
    orcid: bare, validated. homepage: a checked web address. Each "" when not known.
    is_me: whether this is the site's owner.
    """

    id: str
    name: Name
    variants: tuple[str, ...] = ()
    orcid: str = ""
    affiliation: str = ""
    homepage: str = ""
    is_me: bool = False
    names: Mapping[str, Name] = field(default_factory=dict)

    def in_language(self, language: str) -> "Person":
        """The person under the name that readers of a language know; the other names are variants then."""
        tag = language.lower()
        while tag and tag not in self.names:
            tag = tag.rpartition("-")[0]
        name = self.names.get(tag, self.name)
        others = {self.name.to_plain(), *self.variants} - {name.to_plain()}
        return replace(self, name=name, variants=tuple(sorted(others)))

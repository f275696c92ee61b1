"""Whom printed names stand for."""

from dataclasses import dataclass

from sitegen.model.name import Name


@dataclass(frozen=True, slots=True)
class Person:
    """A person or institution with a page of its own.

    id: the slug of the page. name: the fullest printed form, or the one the owner gave.
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

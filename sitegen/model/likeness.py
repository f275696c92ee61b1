"""When two entries may stand for one work: by their titles and whoever signed them."""

import re

from sitegen.model.entry import Entry
from sitegen.text.slugs import fold, slug

_WORD = re.compile(r"[^\W_]+")
_PAGE = re.compile(r"\d+")
BEGINNING = 8
SHORTEST_TITLE = 15
"""Letters and digits below which a title tells no work from another ("Editorial", "Book reviews")."""


def title_key(title: str) -> str:
    """A title without case, accents and signs; "" where it is too short to tell a work by it.

    >>> title_key("On the Theory of Émigré Birds!"), title_key("Introduction")
    ('on the theory of emigre birds', '')
    """
    words = _WORD.findall(fold(title[:1_000]))
    return " ".join(words) if len(words) > 2 and sum(map(len, words)) >= SHORTEST_TITLE else ""


def beginning(title: str) -> str:
    """The first letters of a title, which cost next to nothing: only titles that begin alike can be alike.

    >>> beginning("The Theory of Light") == beginning("THE THEORY OF HEAT")
    True
    """
    return title[:BEGINNING].casefold()


def first_family(entry: Entry) -> str:
    """The family name that stands first on a work, as addresses have it; "" when nobody does."""
    return slug(entry.authors[0].family_with_particles()) if entry.authors else ""


def first_page(entry: Entry) -> str:
    """The first number among a work's pages, or its article number; "" when there is none."""
    found = _PAGE.search(entry.page or entry.number)
    return found[0] if found else ""


def are_related(one: Entry, other: Entry) -> bool:
    """Whether one of two entries names the other."""
    return any(relation.id == other.id for relation in one.relations) or any(
        relation.id == one.id for relation in other.relations
    )

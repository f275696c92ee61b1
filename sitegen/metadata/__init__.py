"""What machines read on a page: one file per vocabulary, entry to head tags or JSON-LD."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from sitegen.model.entry import Entry, RelationKind
from sitegen.model.person import Person
from sitegen.model.venue import Venue
from sitegen.text import addresses


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands for a page where it is shared. url: absolute. alt: what it shows, in words.

    width, height: in pixels, 0 where they are not known.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0


class Neighbour(msgspec.Struct, frozen=True):
    """Another work of the site and how this one stands to it. url: absolute, of its page."""

    kind: RelationKind
    entry: Entry
    url: str


class Facts(msgspec.Struct, frozen=True):
    """All that a vocabulary may ask about one work. Addresses are absolute; "" when the site's address is not known.

    people: by (role, position in the role's list), where the name has a person.
    page_url: the landing page. pdf_url: the local PDF in the page's own folder, "" when there is none.
    exports: media type to the absolute address of the same record as a file. linkset_url: of its typed links.
    files: absolute addresses of other local files of the work.
    neighbours: works it names or cites, and those that name it.
    remote_pdf: whether a PDF elsewhere may be named where one beside the page is wanted.
    picture: what stands for the page where it is shared; None for nothing.
    language: the entry's language, else the site's.
    """

    entry: Entry
    site_title: str
    language: str
    page_url: str = ""
    pdf_url: str = ""
    venue: Venue | None = None
    people: Mapping[tuple[str, int], Person] = msgspec.field(default_factory=dict)
    exports: Mapping[str, str] = msgspec.field(default_factory=dict)
    linkset_url: str = ""
    files: tuple[str, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    remote_pdf: bool = False
    picture: Picture | None = None

    def orcid_url(self, role: str, position: int) -> str:
        """The address of the ORCID iD of a name, the source's own before the person's; "" when neither has one."""
        given, person = self.entry.names[role][position].orcid, self.people.get((role, position))
        orcid = (addresses.orcid(given) if given else "") or (person.orcid if person else "")
        return addresses.orcid_url(orcid) if orcid else ""

    def affiliation(self, role: str, position: int) -> str:
        """Where a name belongs, as the work says it, else as is known of the person; "" when neither is."""
        person = self.people.get((role, position))
        return self.entry.names[role][position].affiliation or (person.affiliation if person else "")


class Tag(msgspec.Struct, frozen=True):
    """An element of the head: `element` is `meta` or `link`, `attributes` in the order they are written."""

    element: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A vocabulary on the shelf.

    order: where its tags stand in the head, small numbers first.
    tags: elements of the head. data: an object for a JSON-LD script, or None.
    """

    name: str
    order: int
    tags: Callable[[Facts], list[Tag]] | None = None
    data: Callable[[Facts], dict[str, object] | None] | None = None


def in_order(vocabularies: Mapping[str, Vocabulary]) -> tuple[Vocabulary, ...]:
    """Vocabularies as they speak one after the other."""
    return tuple(sorted(vocabularies.values(), key=lambda each: (each.order, each.name)))


def meta(name: str, content: str) -> Tag:
    """`<meta name content>`."""
    return Tag("meta", (("name", name), ("content", content)))


def meta_property(name: str, content: str) -> Tag:
    """`<meta property content>`, as Open Graph has it."""
    return Tag("meta", (("property", name), ("content", content)))


def link(rel: str, href: str, media_type: str = "") -> Tag:
    """`<link rel href type>`."""
    attributes = [("rel", rel), ("href", href)]
    return Tag("link", tuple([*attributes, ("type", media_type)] if media_type else attributes))

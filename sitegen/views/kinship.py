"""The works that a work names, or that name it: versions and notices, the contents of a volume, references."""

from collections.abc import Collection, Iterator
from itertools import islice

from sitegen.model.entry import Entry, RelationKind
from sitegen.model.library import Library
from sitegen.site import Here, Site
from sitegen.text.numbers import number_key
from sitegen.views.article import Kinship, Related
from sitegen.views.work import brief_view
from sitegen.words import _

MOST_SHOWN = 10
MOST_VERSIONS = 50

_NOTICES: dict[RelationKind, str] = {
    "retracted_by": _("Retraction notice"),
    "corrected_by": _("Correction"),
    "retraction_of": _("The work this retracts"),
    "erratum_of": _("The work this corrects"),
    "preprint_of": _("Published version"),
    "has_preprint": _("Preprint"),
    "version_of": _("Another version"),
    "translation_of": _("Original"),
    "has_translation": _("Translation"),
    "review_of": _("The work under review"),
    "reviewed_in": _("Review"),
}
PREPRINTS: tuple[RelationKind, ...] = ("has_preprint", "preprint_of")
SECTIONS: tuple[tuple[str, str, dict[RelationKind, str]], ...] = (
    ("versions", _("Versions and notices"), _NOTICES),
    ("contents", _("In this volume"), {"has_part": ""}),
    ("references", _("References on this site"), {"cites": ""}),
    ("cited", _("Cited on this site by"), {"cited_by": ""}),
)
"""Id, heading, and by relation what is said of each work ("" for nothing)."""


def kinships(entry: Entry, site: Site, here: Here) -> tuple[Kinship, ...]:
    """The sections that have something to show."""
    if entry.id not in site.library.kin:
        return ()
    return tuple(section for each in SECTIONS if (section := _section(*each, entry, site, here)).works)


def _section(id_: str, label: str, words: dict[RelationKind, str], entry: Entry, site: Site, here: Here) -> Kinship:
    """One section, its works in the order of their words, then as the library has them; no more than fit."""
    said = dict(_said(words, entry, site))
    order = list(words.values())
    library = site.library

    def place(other: str) -> tuple[object, ...]:
        page = number_key(library.entries[other].page) if id_ == "contents" else ()
        return order.index(said[other]), page, library.rank[other]

    ids = sorted(said, key=place)
    shown = tuple(_related(other, said[other], entry, site, here) for other in ids[:MOST_SHOWN])
    venue = library.venue_of.get(ids[0]) if ids and id_ == "contents" else None
    return Kinship(
        id_,
        site.words.say(label),
        shown,
        more=max(0, len(ids) - MOST_SHOWN),
        more_url=here.to("venue", venue) if venue else "",
    )


def _said(words: dict[RelationKind, str], entry: Entry, site: Site) -> Iterator[tuple[str, str]]:
    """Each other work with the word for it; of two words for one the first of the table stands."""
    library = site.library
    if "version_of" in words:
        yield from ((other, words["version_of"]) for other in versions_of(entry, library, across=PREPRINTS))
    kin = library.kin[entry.id]
    for kind in reversed(words):
        yield from ((relation.id, words[kind]) for relation in kin if relation.kind == kind)


def _related(other: str, word: str, entry: Entry, site: Site, here: Here) -> Related:
    """One work; of a version it is said whether it is earlier or later."""
    work = site.library.entries[other]
    if word == _NOTICES["version_of"]:
        word = _version_word(work, entry)
    said = site.words.say(word) if word else ""
    if said and work.version:
        said = site.words.say(_("%(word)s (version %(version)s)")) % {"word": said, "version": work.version}
    return Related(brief_view(other, site, here), said)


def _version_word(other: Entry, entry: Entry) -> str:
    """What another version is called, by its date, where both or neither are preprints."""
    if (other.type == "article") != (entry.type == "article"):
        return _NOTICES["has_preprint" if other.type == "article" else "preprint_of"]
    mine, theirs = entry.issued and entry.issued.start, other.issued and other.issued.start
    if not mine or not theirs or mine == theirs:
        return _NOTICES["version_of"]
    return _("Later version") if theirs > mine else _("Earlier version")


def versions_of(entry: Entry, library: Library, *, across: Collection[RelationKind] = ()) -> list[str]:
    """All other versions of a work: those it names, those that name it, and theirs in turn.

    across: further relations that lead on, as those between a preprint and the published work.
    """
    kinds = {"version_of", *across}
    found = {entry.id: None}
    waiting = [entry.id]
    while waiting and len(found) <= MOST_VERSIONS:
        kin = library.kin.get(waiting.pop(), ())
        others = (relation.id for relation in kin if relation.kind in kinds and relation.id not in found)
        for other in islice(others, MOST_VERSIONS):
            found[other] = None
            waiting.append(other)
    return [id_ for id_ in found if id_ != entry.id]

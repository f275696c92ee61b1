"""A library with a few entries otherwise: it is what assembling everything gives, or it is not given."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.assemble import assemble
from sitegen.assemble.people import CROWD
from sitegen.assemble.revised import Assembled
from sitegen.config import PersonRecord, SiteConfig, VenueRecord
from sitegen.content import Content
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.model.name import Name
from sitegen.problems import Place
from sitegen.text.rich import Text

BIB = """
@article{noether1918, title={Invariante Variationsprobleme}, author={Noether, Emmy}, year=1918, journal={Nachrichten},
  volume=1, pages={235--257}, keywords={symmetry, algebra}, doi={10.5555/n1}}
@article{noether1921, title={Idealtheorie in Ringbereichen}, author={Noether, Emmy and Hilbert, David}, year=1921,
  journal={Annalen}, volume=83, number=1, pages={24--66}, keywords={algebra}}
@article{first1921, title={A first one of that year}, author={Artin, Emil}, year=1921, journal={Annalen}, volume=83,
  number=1, pages={1--23}}
@book{euler1748, title={Introductio in analysin infinitorum}, author={Euler, Leonhard}, year=1748}
@misc{preprint1917, title={Variationsprobleme}, author={Noether, E.}, year=1917, related={noether1918},
  relatedtype={preprintof}, url={https://example.org/p}}
@misc{notice, title={Notice}, year=1749, retraction_of={euler1748}}
@article{anon, title={Without a date}, journal={Annalen}, note={See $x^2$}, aliases={nobody}}
@misc{twice, title={Stands twice}, year=1800}
@misc{twice, title={Stands twice, otherwise}, year=1801}
@misc{same, title={Word for word}, year=1802}
@misc{same, title={Word for word}, year=1802}
@misc{, title={Without a key}, year=1803}
@misc{Key With Blanks, title={Of an odd key}, year=1804}
"""
EULER, NOETHER = Name(family="Euler", given="Leonhard"), Name(family="Noether", given="Emmy")
WHOLE = Name(literal="Emmy Noether")
VALUES = {
    "title": st.sampled_from(
        [Text.of(word) for word in ("", "Aaa", "Introductio secunda", "Notice", "Zzz", "The Zzz")]
    ),
    "note": st.sampled_from([Text.of("A note"), Text()]),
    "publisher": st.just(Text.of("Bousquet")),
    "publisher_place": st.just("Lausanne"),
    "doi": st.just("10.5555/other"),
    "status": st.sampled_from(["", "corrected", "retracted", "in-press"]),
    "selected": st.booleans(),
    "genre": st.just("report"),
    "modified": st.just("2024-05-06"),
    "keywords": st.sampled_from([(), ("algebra",), ("Algebra", "optics")]),
    "volume": st.sampled_from(["", "1", "83"]),
    "issue": st.sampled_from(["", "1"]),
    "page": st.sampled_from(["", "1–2"]),
    "language": st.sampled_from(["", "de"]),
    "container_title": st.sampled_from([Text(), Text.of("Annalen"), Text.of("annalen")]),
    "type": st.sampled_from(["book", "article-journal"]),
    "issued": st.sampled_from([None, Date(Day(1921)), Date(Day(1748, 5)), Date(literal="soon")]),
    "container_title_short": st.sampled_from(["", "Ann."]),
    "issn": st.sampled_from([(), ("0025-5831",), ("1432-1807", "0025-5831")]),
    "number": st.sampled_from(["", "7"]),
    "names": st.dictionaries(
        st.sampled_from(["author", "editor"]),
        st.lists(st.sampled_from([EULER, NOETHER, WHOLE, Name(family="Noether", given="E.")]), min_size=1).map(tuple),
    ),
    "ignore": st.just("missing-date: old"),
}
"""What an edit may change, what matters to other entries among it."""
MINOR = ("note", "publisher", "publisher_place", "doi", "status", "selected", "genre", "modified", "ignore")


LOOKED_UP = ("person_of", "venue_of", "topics_of", "by_issue")
"""Tables that are never gone through."""


def read(text: str) -> tuple[Entry, ...]:
    assert FORMAT.read
    return FORMAT.read([Source("content/a.bib", text.encode())], SiteConfig().limits).entries


ENTRIES = read(BIB)
IDS = [entry.id for entry in ENTRIES]


def content(entries: Sequence[Entry]) -> Content:
    venues = {"annalen": VenueRecord(name="Annalen der Mathematik", variants=("Annalen",))}
    people = {"noether": PersonRecord(name="Emmy Noether", variants=("Noether, E.",))}
    return Content(config=SiteConfig(me=("Euler",)), entries=tuple(entries), people=people, venues=venues)


def assembled(entries: Sequence[Entry]) -> Library:
    return assemble(content(entries))[0]


def told(library: Library) -> list[object]:
    """All that a library says, in its order, and what its entries do not compare."""
    tables = {each.name: list(getattr(library, each.name).items()) for each in fields(Library)}
    tables |= {name: sorted(tables[name], key=str) for name in LOOKED_UP}
    return [*tables.items(), [(entry.id, entry.place, entry.ignore) for entry in library.entries.values()]]


def revised(changes: dict[int, Entry]) -> Library | None:
    return Assembled.of(assembled(ENTRIES), content(ENTRIES)).revised(changes)


def edited(id_: str, **values: Any) -> dict[int, Entry]:
    number = IDS.index(id_)
    return {number: replace(ENTRIES[number], **values)}


def holds(changes: dict[int, Entry]) -> bool:
    """Whether a library is given; one that is given must be right."""
    library = revised(changes)
    if library is None:
        return False
    whole = assembled([changes.get(number, entry) for number, entry in enumerate(ENTRIES)])
    assert told(library) == told(whole)
    return True


@pytest.mark.parametrize("id_", ["noether1918", "euler1748", "preprint1917", "anon", "Key With Blanks"])
@pytest.mark.parametrize("name", MINOR)
@settings(max_examples=5)
@given(data=st.data())
def test_what_matters_to_no_other_entry_is_put_in_its_place(id_: str, name: str, data: st.DataObject) -> None:
    assert holds(edited(id_, **{name: data.draw(VALUES[name])}))


def test_a_title_that_leaves_the_entry_where_it_stands_is_put_in_its_place() -> None:
    assert holds(edited("euler1748", title=Text.of("Introductio")))
    assert holds(edited("noether1921", title=Text.of("Idealtheorie")))


@pytest.mark.parametrize(
    "values",
    [
        {"title": Text.of("A before the first")},
        {"issued": Date(Day(1748, 2))},
        {"issued": None},
        {"keywords": ("Algebra", "ideals", "\u200b")},
        {"keywords": ()},
        {"container_title": Text.of("Nachrichten")},
        {"container_title": Text()},
        {"container_title": Text.of("Annalen der Mathematik"), "volume": "84"},
        {"container_title_short": "Ann."},
        {"issn": ("0025-5831",)},
        {"issue": "2"},
        {"page": "1"},
        {"number": "e7"},
        {"type": "book"},
        {"language": "de"},
    ],
)
def test_an_entry_that_stands_elsewhere_is_put_there(values: dict[str, Any]) -> None:
    assert holds(edited("noether1921", **values))
    assert holds(edited("first1921", **values))


@pytest.mark.parametrize(
    ("id_", "values"),
    [
        ("euler1748", {"names": {}}),
        ("euler1748", {"issued": None}),
        ("preprint1917", {"relations": ()}),
        ("noether1921", {"aliases": ("noether",)}),
        ("anon", {"issued": Date(Day(1900))}),
        ("twice", {"note": Text.of("Otherwise")}),
        ("same", {"note": Text.of("Otherwise")}),
        ("", {"note": Text.of("Otherwise")}),
    ],
)
def test_what_matters_to_more_than_lists_is_left_to_assembling_everything(id_: str, values: dict[str, Any]) -> None:
    assert not holds(edited(id_, **values))


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"author": (EULER,)},
        {"author": (EULER, NOETHER), "editor": (Name(family="Artin", given="E."),)},
        {"editor": (NOETHER,), "author": (WHOLE,)},
        {"author": (Name(family="Noether", given="Emmy Amalie"),)},
    ],
)
def test_people_are_known_by_all_of_their_works(names: dict[str, tuple[Name, ...]]) -> None:
    assert holds(edited("noether1921", names=names))
    assert holds(edited("first1921", names=names, title=Text.of("Zzz")))


def test_names_that_lead_nowhere_and_people_told_apart_by_entries_are_left_to_assembling_everything() -> None:
    many = " and ".join(f"Family{number}, Given" for number in range(CROWD + 1))
    entries = read(f"@misc{{a, title={{A}}, year=1}}\n@misc{{b, title={{B}}, author={{{many}}}}}")
    first = {0: replace(entries[0], names={"author": (EULER,)})}
    assert Assembled.of(assembled(entries), content(entries)).revised(first) is None
    told_apart = replace(content(ENTRIES), people={"emmy": PersonRecord(name="Emmy Noether", entries=("noether1918",))})
    known = Assembled.of(assemble(told_apart)[0], told_apart)
    assert known.revised(edited("euler1748", note=Text.of("New"))) is not None
    assert known.revised(edited("noether1921", names={"author": (NOETHER,)})) is None


def test_a_notice_of_retraction_goes_on_to_tell_of_its_work() -> None:
    library = revised(edited("euler1748", note=Text.of("New")))
    assert library is not None
    assert library.entries["euler1748"].status == "retracted"


@settings(max_examples=500)
@given(data=st.data())
def test_whatever_is_edited_a_library_is_right_or_is_not_given(data: st.DataObject) -> None:
    changes: dict[int, Entry] = {}
    for number in data.draw(st.lists(st.sampled_from(range(len(ENTRIES))), min_size=1, max_size=3, unique=True)):
        names = data.draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=2, unique=True))
        values: dict[str, Any] = {name: data.draw(VALUES[name]) for name in names}
        changes[number] = replace(ENTRIES[number], **values)
    holds(changes)


def test_entries_behind_one_that_grew_stand_further_down() -> None:
    number = IDS.index("euler1748")
    changes = {number: ENTRIES[number]}
    library = Assembled.of(assembled(ENTRIES), content(ENTRIES)).revised(changes, [(ENTRIES[number].place, 3)])
    moved = [
        replace(each, place=Place(each.place.file, each.place.line + 3)) if at > number else each
        for at, each in enumerate(ENTRIES)
    ]
    assert library is not None
    assert told(library) == told(assembled(moved))

"""Digests of what pages read: whatever may show on a page tells two values apart."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from msgspec import structs

from sitegen.draft import draft
from sitegen.problems import Place
from sitegen.reads import ALL, KEYS, SIZE, Reads, Watched
from sitegen.site import PLACE, Links, LocalFile, Site
from sitegen.text.rich import Break, Items, Link, Maths, Node, Paragraph, Span, Text
from sitegen.traces.digests import LENGTH
from sitegen.traces.found import Found
from sitegen.traces.kept import Kept, Packed, Pages, load, save
from sitegen.traces.last import grown, packed_of
from sitegen.traces.places import Places
from sitegen.traces.runs import Runs
from sitegen.traces.values import UNSEEN, Values, world
from sitegen.traces.watch import PEOPLE_OF, watched

REFS = """
@article{noether, title={On {\\em Rings}}, author={Noether, Emmy}, year=1921, journal={Annalen}, keywords={rings}}
@book{euler, title={Introductio}, author={Euler, Leonhard and Noether, Emmy}, year=1748}
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    return draft(tmp_path).site


def values(site: Site) -> Values:
    return Values(site, Links({}), lambda _: b"template")


def titled(site: Site, *nodes: Node) -> Site:
    """The site with another title of one work."""
    entries = dict(site.library.entries)
    entries["noether"] = replace(entries["noether"], title=Text(nodes))
    return replace(site, library=replace(site.library, entries=entries))


def test_every_kind_of_rich_text_has_a_digest_of_its_own(site: Site) -> None:
    kinds: tuple[tuple[Node, ...], ...] = (
        ("a",), (Span("em", ("a",)),), (Span("i", ("a",)),), (Span("em", ("a",), "de"),), (Link("a", ("a",)),),
        (Maths("a", "a"),), (Maths("a", "a", "<a>"),), (Paragraph(("a",)),), (Items(True, (("a",),)),),
        (Items(False, (("a",),)),), (Break(),), (), ("a", "b"), ("ab",),
    )  # fmt: skip
    found = {values(titled(site, *nodes)).digests([("entries", "noether")]) for nodes in kinds}
    assert len(found) == len(kinds)


def test_an_entry_that_only_moved_in_its_file_is_the_same(site: Site) -> None:
    entries = dict(site.library.entries)
    entries["noether"] = replace(entries["noether"], place=replace_line(site, 99))
    moved = replace(site, library=replace(site.library, entries=entries))
    reads = [("entries", "noether"), ("entries", ALL), ("rank", "noether")]
    assert values(moved).digests(reads) == values(site).digests(reads)
    assert values(moved).digests([(PLACE, "noether")]) != values(site).digests([(PLACE, "noether")])


def replace_line(site: Site, line: int) -> Place:
    """The place of the entry, elsewhere in its file."""
    place = site.library.entries["noether"].place
    return Place(place.file, line)


@pytest.mark.parametrize(
    ("look", "read"),
    [
        (lambda site: site.library.entries["euler"], ("entries", "euler")),
        (lambda site: site.library.entries.get("nobody"), ("entries", "nobody")),
        (lambda site: "euler" in site.library.entries, ("entries", "euler")),
        (lambda site: list(site.library.people), ("people", KEYS)),
        (lambda site: len(site.library.topics), ("topics", SIZE)),
        (lambda site: list(site.library.venues.values()), ("venues", ALL)),
        (lambda site: site.config.title, ("config", "title")),
        (lambda site: site.large, ("more entries than", 1000)),
        (lambda site: site.place_of(site.library.entries["euler"]), (PLACE, "euler")),
    ],
)
def test_a_look_into_the_site_is_noted(site: Site, look: Callable[[Site], object], read: tuple[str, object]) -> None:
    seen = watched(site)
    assert seen.reads
    _, noted = seen.reads.apart(lambda: look(seen))
    assert seen.reads.numbers[read] in noted


def test_whoever_asks_for_a_person_depends_on_who_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    (tmp_path / "content/people.toml").write_text('[other]\nname = "Emmy Noether"\nentries = ["euler"]\n', "utf-8")
    seen = watched(draft(tmp_path).site)
    assert seen.reads
    for id_, person in [("noether", "emmy-noether"), ("euler", "other"), ("noether", "emmy-noether")]:
        entry = seen.library.entries[id_]
        found, noted = seen.reads.apart(partial(seen.library.person, entry, entry.authors[-1]))
        assert found
        assert found.id == person
        assert {
            read for number, read in enumerate(zip(*seen.reads.numbers.since(0), strict=True)) if number in noted
        } == {
            (PEOPLE_OF, id_),
            ("people", person),
        }


def test_what_was_made_for_one_page_tells_every_other_what_it_read(site: Site) -> None:
    seen = watched(site)
    assert seen.reads

    def page() -> str:
        return seen.once(("title",), lambda: seen.library.entries["euler"].title.to_plain())

    first, second = seen.reads.apart(page), seen.reads.apart(page)
    assert first == second
    assert seen.reads.numbers["entries", "euler"] in second[1]


def test_a_page_that_cannot_be_made_leaves_the_notes_of_others_whole() -> None:
    reads = Reads()
    table = Watched("table", {"a": 1}, reads)

    def fails() -> int:
        return table["a"] + table["b"]

    with pytest.raises(KeyError):
        reads.apart(fails)
    assert reads.seen == {reads.numbers["table", "a"], reads.numbers["table", "b"]}


def test_notes_that_are_damaged_or_of_other_files_are_as_good_as_none(tmp_path: Path) -> None:
    tables, names, loose = grown(None, (["entries"], ["euler"]), {}, lambda _: b"whole")
    pages = Pages(["index.html"], ("home",), b"\0\0", [""], Packed(b"\1" + b"\0" * 7, b"\0" * 4))
    notes = Kept(b"m" * 16, b"w", tables, names, b"d" * LENGTH, pages, loose)
    path = tmp_path / "notes"
    save(path, notes)
    assert load(path, b"m" * 16) == notes
    assert load(path, b"n" * 16) is None
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert load(path, b"m" * 16) is None
    path.write_bytes(whole[:-1])
    assert load(path, b"m" * 16) is None


def test_notes_whose_columns_do_not_fit_together_are_as_good_as_none(tmp_path: Path) -> None:
    answer = Found()
    answer.add(1, b"d" * LENGTH, [0], ("1", 0, 5))
    reads = (["entries", "how_many"], ["euler", ("by_year", "1920")])
    tables, names, loose = grown(None, reads, {"how_many": answer}, lambda name: None if name == "how_many" else b"w")
    pages = Pages(["a", "b"], ("home",), b"\0" * 4, ["", "k"], packed_of(runs([0], [0, 1])))
    notes = Kept(b"m", b"w", tables, names, b"d" * 2 * LENGTH, pages, loose, Places.of(answer.places()))

    def taken(other: Kept) -> bool:
        save(tmp_path / "notes", other)
        return load(tmp_path / "notes", b"m") is not None

    assert taken(notes)
    changed = partial(structs.replace, notes)
    table, more = tables["how_many"], partial(structs.replace, tables["how_many"])
    others = [
        changed(digests=b"d" * LENGTH),
        changed(names=names[:-1]),
        changed(places=structs.replace(notes.places, lengths=b"")),
        changed(places=structs.replace(notes.places, files=b"\0")),
        *(changed(pages=structs.replace(pages, **{name: getattr(pages, name)[:-1]})) for name in ("keys", "kinds")),
        changed(pages=structs.replace(pages, paths=["a"])),
        changed(pages=structs.replace(pages, names=())),
        *(changed(pages=structs.replace(pages, reads=packed_of(each))) for each in (runs([0]), runs([0], [1], [1]))),
        changed(pages=structs.replace(pages, reads=Packed(pages.reads.ends, pages.reads.numbers[:-1]))),
        *(changed(tables={"how_many": more(**{name: getattr(table, name)[:-1]})}) for name in ("numbers", "asked")),
        changed(tables={"how_many": more(read=Packed())}),
    ]
    assert not any(map(taken, others))


def runs(*given: list[int]) -> Runs:
    found = Runs()
    for run in given:
        found.add(run)
    return found


def test_a_field_of_the_site_that_nobody_watches_is_what_all_pages_depend_on(site: Site) -> None:
    base = world(site, ())
    assert world(replace(site, updated="2026-01-01"), ()) != base
    assert world(replace(site, menu=(("about", "About"),)), ()) != base
    assert world(replace(site, base_url="https://example.org/"), ()) != base


def test_another_picture_at_the_same_address_is_another(site: Site) -> None:
    one, other = (replace(site, cards={"card.png": LocalFile("card.png", 1, digest)}) for digest in "ab")
    seen = watched(one)
    assert seen.reads
    _, noted = seen.reads.apart(lambda: seen.cards["card.png"])
    read = [each for number, each in enumerate(zip(*seen.reads.numbers.since(0), strict=True)) if number in noted]
    assert read
    assert values(one).digests(read) != values(other).digests(read)


def test_a_new_table_of_the_site_is_told_apart_by_what_it_holds(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    monkeypatch.setattr("sitegen.traces.values.UNSEEN", tuple(name for name in UNSEEN if name != "cards"))
    one, other = (replace(site, cards={"card.png": LocalFile("card.png", 1, digest)}) for digest in "ab")
    assert world(one, ()) != world(other, ())
    assert world(one, ()) == world(replace(one, kept={}), ())

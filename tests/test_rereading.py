"""A bibliography of which the last build kept what it read: reading it again gives what reading everything gives."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import STATE, BuildOptions, build
from sitegen.draft import Draft, draft
from sitegen.making import BIBLIOGRAPHY
from sitegen.model.library import Library
from sitegen.traces import bibliography
from sitegen.traces.rereading import Rereading

BIB = r"""
@string{acta = "Acta Mathematica"}
@article{noether1918, title={Invariante Variationsprobleme}, author={Noether, Emmy}, year=1918, journal={Nachrichten},
  volume=1, pages={235--257}, keywords={symmetry, algebra}, doi={10.5555/n1}}
@article{noether1921, title={Idealtheorie in {R}ingbereichen}, author={Noether, Emmy and Hilbert, David}, year=1921,
  journal=acta, volume=83, number=1, abstract={On \emph{ideals} and $x^2$.

  In two paragraphs.}, keywords={algebra}}
@misc{preprint1917, title={Variationsprobleme}, author={Noether, E.}, year=1917, related={noether1918},
  relatedtype={preprintof}, url={https://example.org/p}}
@misc{notice, title={Notice}, year=1749, retraction_of={euler1748}}
@book{euler1748, title={Introductio in analysin infinitorum}, author={Euler, Leonhard}, year=1748}
@misc{twice, title={Stands twice}, year=1800}
@misc{twice, title={Stands twice, otherwise}, year=1801}
@misc{, title={Without a key}, year=1803}
@misc{Odd Key, title={Of an odd key}, year=1804, sitegen-ignore={fragile-key: old}}
@misc{last, title={The last}, author={Bernoulli, Jakob}, year=1805, isbn={123}}
""".lstrip()
RIS = "TY  - BOOK\nID  - ris1\nTI  - Of another format\nAU  - Gauss, Carl\nPY  - 1801\nER  - \n"
CLEAN = r"""
@article{one, title={One}, author={Ada, A.}, year=1901, journal={Annals}}

@article{two, title={Two}, author={Ada, A.}, year=1902, journal={Annals}}

@book{three, title={Three}, author={Bert, B.}, year=1903, publisher={Press}}
""".lstrip()


def site(root: Path, text: str = BIB, **files: str) -> Path:
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "content" / "a.bib").write_text(text, "utf-8")
    (root / "content" / "b.ris").write_text(RIS, "utf-8")
    for name, said in files.items():
        (root / "content" / f"{name}.toml").write_text(said, "utf-8")
    return root


def kept(root: Path, program: str = "this") -> bibliography.Bibliography:
    """What is kept of a site, after a way over the disk."""
    reading = Rereading(None, [program])
    draft(root, rereading=reading)
    assert reading.news
    bibliography.save(root / "kept", reading.news, None)
    found = bibliography.load(root / "kept")
    assert found
    return found


def facts(made: Draft) -> object:
    """All that a draft says of its library, with what is not compared and the order of what is gone through."""
    library = made.site.library
    tables = {field.name: getattr(library, field.name) for field in fields(Library)}
    orders = {name: list(table) for name, table in tables.items() if name not in ("person_of", "venue_of", "topics_of")}
    places = [(entry.place, entry.ignore, entry.id) for entry in (*made.content.entries, *library.entries.values())]
    return tables, orders, places, made.content.entries, made.found, made.problems, made.aside


def test_what_was_kept_is_what_was_read(tmp_path: Path) -> None:
    root = site(tmp_path, people='[noether]\nname = "Emmy Noether"\nvariants = ["Noether, E."]\n')
    again = Rereading(kept(root), ["this"])
    assert facts(draft(root, rereading=again)) == facts(draft(root))
    assert again.changes == {}
    assert again.news is None


@pytest.mark.parametrize(
    ("text", "old", "new", "alone"),
    [
        (BIB, "Invariante", "Variante", 1),
        (BIB, "10.5555/n1", "10.5555/n2", 1),
        (BIB, "The last", "A last {W}ord", 1),
        (BIB, "{Introductio", "{Zzz", 1),
        (BIB, "Notice", "A notice", 1),
        (BIB, "year=1918", "year=1922", 1),
        (BIB, "symmetry", "symmetries", 1),
        (BIB, "Without a key", "Still without", None),
        (BIB, "Noether, Emmy}", "Noether, Amalie}", None),
        (BIB, "isbn={123}", "isbn={124}", 1),
        (BIB, "isbn={123}", "note={mended}", 1),
        (BIB, "symmetry, algebra}", "symmetry, algebra},\n isbn={bad}, year={1918}", None),
        (BIB, "keywords={algebra}", "isbn={bad},\n issn={worse}, keywords={algebra}", 1),
        (BIB, "keywords={algebra}", "isbn={bad}, keywords={algebra}", 1),
        (BIB, "Of an odd", "Of\nan odd", None),
        (BIB, "retraction_of={euler1748}", "note={nothing}", 1),
        (BIB, "@book{euler1748", "@misc{new, title={New}}\n@book{euler1748", None),
        (BIB, "{The last", "{The last}}", None),
        (CLEAN, "{One}", "{The first,\n  in two lines}", 1),
        (CLEAN, "{Two}", "{The\nsecond}", 1),
        (CLEAN, "year=1902, journal={Annals}", "year=1904, journal={Annals},\n doi={10.5555/two}", 1),
        (CLEAN, "Press}", "Press}, isbn={bad}", 1),
        (CLEAN, "{One}", "{One},\n isbn={bad}, issn={worse}", 1),
        (CLEAN, "journal={Annals}", "journal={Other Annals}", 2),
    ],
)
def test_an_edit_gives_what_reading_everything_gives(
    text: str, old: str, new: str, alone: int | None, tmp_path: Path
) -> None:
    known = kept(site(tmp_path, text))
    root = site(tmp_path, text.replace(old, new))
    again = Rereading(known, ["this"])
    assert facts(draft(root, rereading=again)) == facts(draft(root))
    assert (None if again.changes is None else len(again.changes)) == alone
    assert again.news
    bibliography.save(tmp_path / "kept", again.news, known)
    assert facts(draft(root, rereading=Rereading(bibliography.load(tmp_path / "kept"), ["this"]))) == facts(draft(root))


@pytest.mark.parametrize(
    "change",
    [
        lambda root: site(root, site='me = ["Noether, Emmy"]\n'),
        lambda root: site(root, people='[noether]\nname = "Emmy Noether"\nvariants = ["Noether, E."]\n'),
        lambda root: site(root, venues='[nachrichten]\nname = "Göttinger Nachrichten"\nvariants = ["Nachrichten"]\n'),
        lambda root: site(root, site="[limits]\nkeywords = 1\n"),
        lambda root: (root / "content" / "c.bib").write_text("@misc{c, title={C}}", "utf-8"),
        lambda root: (root / "content" / "b.ris").write_text(RIS.replace("Of", "On"), "utf-8"),
        lambda root: (root / "content" / "b.ris").unlink(),
    ],
)
def test_what_was_kept_of_another_site_is_not_taken(change: Callable[[Path], object], tmp_path: Path) -> None:
    known = kept(site(tmp_path))
    change(tmp_path)
    assert facts(draft(tmp_path, rereading=Rereading(known, ["this"]))) == facts(draft(tmp_path))


TYPED = [
    "",
    "x",
    "{",
    "}",
    "\n",
    " isbn={bad},",
    "\n  issn={worse},",
    "title={Y},",
    "%",
    "@misc{n, title={N}}\n",
    ", ",
    "@",
    "19",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.sampled_from([BIB, CLEAN]),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.sampled_from(TYPED)), min_size=1, max_size=2),
)
def test_whatever_is_typed_gives_what_reading_everything_gives(
    text: str, edits: Sequence[tuple[float, int, str]], tmp_path: Path
) -> None:
    known, now = kept(site(tmp_path, text)), text
    for where, gone, typed in edits:
        at = int(where * len(now))
        now = now[:at] + typed + now[at + gone :]
    root = site(tmp_path, now)
    assert facts(draft(root, rereading=Rereading(known, ["this"]))) == facts(draft(root))


def test_an_edit_may_take_a_persons_last_work_or_give_a_table_its_first(tmp_path: Path) -> None:
    people = '[hilbert]\nname = "David Hilbert"\n[gauss]\nname = "Carl Gauss"\n'
    known = kept(site(tmp_path, people=people))
    for old, new in (("year=1921", "year=1700"), (" and Hilbert, David", ""), ("Hilbert, David", "Gauss, Carl")):
        root = site(tmp_path, BIB.replace(old, new), people=people)
        assert facts(draft(root, rereading=Rereading(known, ["this"]))) == facts(draft(root))


def test_another_program_reads_everything(tmp_path: Path) -> None:
    known = kept(site(tmp_path))
    other = Rereading(known, ["that"])
    draft(tmp_path, rereading=other)
    assert other.changes is None


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"", lambda _: b"x"])
def test_a_damaged_file_is_not_taken(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    kept(site(tmp_path))
    place = tmp_path / "kept"
    place.write_bytes(damage(place.read_bytes()))
    assert bibliography.load(place) is None


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    kept(site(tmp_path))
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    assert bibliography.load(tmp_path / "link") is None


def test_a_build_keeps_it_and_a_clean_one_does_not_ask(tmp_path: Path) -> None:
    root = site(tmp_path)
    build(root, BuildOptions())
    place = root / STATE / BIBLIOGRAPHY
    known = bibliography.load(place)
    assert known is not None
    assert known.formats["bibtex"].files == {"content/a.bib": BIB.encode()}
    place.write_bytes(b"x")
    build(root, BuildOptions(clean=True))
    assert bibliography.load(place) == known

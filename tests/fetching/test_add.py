"""`sitegen add`: one entry more, in the file's order and style, and not a byte of the rest changed."""

from pathlib import Path

import pytest

from sitegen.config import LimitsConfig
from sitegen.draft import draft
from sitegen.fetching.insert import inserted
from sitegen.fetching.keys import fitting_key
from sitegen.fetching.wanted import FetchError
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.text.rich import Text
from tests.fetching.conftest import WATSON, Library, World

RECORD = """\
@article{watson1953molecular,
  author    = {Watson, J. D. and Crick, F. H. C.},
  title     = {Molecular Structure \\& \\textit{Nucleic} Acids},
  journal   = {Nature},
  volume    = {171},
  number    = {4356},
  pages     = {737--738},
  year      = {1953},
  month     = apr,
  publisher = {Springer Science and Business Media LLC},
  doi       = {10.1038/171737a0},
  issn      = {0028-0836},
  abstract  = {Two chains wind round one axis.}
}
"""


def entry(key: str = "miller2005new", year: int = 2005, title: str = "A New Thing") -> Entry:
    names = {"author": (Name(family="Miller", given="Ann"),)}
    return Entry(id=key, type="book", title=Text.of(title), names=names, issued=Date(Day(year)))


def test_the_first_work_makes_the_file(library: Library) -> None:
    said = library.add("10.1038/171737a0")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("added watson1953molecular to content/papers.bib: Molecular Structure & Nucleic Acids")
    assert library.bib.read_text("utf-8") == RECORD


def test_what_was_added_is_read_without_a_problem(library: Library) -> None:
    library.add("10.1038/171737a0")
    made = draft(library.root)
    assert made.problems == ()
    assert made.site.library.entries["watson1953molecular"].doi == "10.1038/171737a0"


def test_a_dry_run_prints_the_entry_and_writes_nothing(library: Library) -> None:
    assert library.add("--dry-run", "doi:10.1038/171737a0").out == RECORD
    assert not library.bib.exists()


def test_a_name_that_nobody_knows_leaves_everything_as_it_was(library: Library) -> None:
    before = library.write("@misc{a, title = {X}}\n")
    said = library.add("10.1038/no")
    assert (said.code, "doi.org knows nothing of it" in said.err) == (1, True)
    assert library.bib.read_bytes() == before


@pytest.mark.parametrize("asked", ["10.1038/171737A0", "https://www.nature.com/articles/10.1038/171737a0"])
def test_a_work_that_is_there_is_refused_without_asking_anybody(library: Library, world: World, asked: str) -> None:
    before = library.write("@misc{dna,\n  title = {X},\n  doi = {10.1038/171737a0}\n}\n")
    said = library.add(asked)
    assert said.code == 1
    assert f"{asked} is there already, as 'dna' at content/papers.bib:1" in said.err
    assert (library.bib.read_bytes(), world.asked) == (before, [])


def test_a_work_is_refused_where_another_file_has_it(library: Library) -> None:
    (library.root / "content/other.bib").write_text("@misc{dna, title = {X}, doi = {10.1038/171737a0}}\n", "utf-8")
    said = library.add("10.1038/171737a0", "--file", "content/papers.bib")
    assert (said.code, "content/other.bib:1" in said.err) == (1, True)


def test_several_files_need_a_word(library: Library) -> None:
    for name in ("one.bib", "two.bib"):
        (library.root / "content" / name).write_text("@misc{a, title = {X}}\n", "utf-8")
    said = library.add("10.1038/171737a0")
    assert (said.code, "--file" in said.err) == (2, True)
    assert library.add("10.1038/171737a0", "--file", "content/two.bib").code == 0
    assert "watson" in (library.root / "content/two.bib").read_text("utf-8").lower()


@pytest.mark.parametrize("name", ["../elsewhere.bib", "/tmp/x.bib", "content/x.txt", "content/../x.bib"])
def test_no_file_outside_of_the_content_is_written(library: Library, name: str) -> None:
    assert library.add("10.1038/171737a0", "--file", name).code == 2


def test_a_link_is_not_written_through(library: Library, tmp_path: Path) -> None:
    (tmp_path / "real.bib").write_text("@misc{a, title = {X}}\n", "utf-8")
    library.bib.symlink_to(tmp_path / "real.bib")
    assert library.add("10.1038/171737a0", "--file", "content/papers.bib").code == 1
    assert (tmp_path / "real.bib").read_text("utf-8") == "@misc{a, title = {X}}\n"


def test_the_same_title_and_year_gets_a_word_but_no_refusal(library: Library) -> None:
    library.write("@article{dna, title = {Molecular structure \\& nucleic acids}, year = 1953}\n")
    said = library.add("10.1038/171737a0")
    assert (said.code, "warning: content/papers.bib:1" in said.err) == (0, True)


def test_a_key_of_ones_own_may_be_given_once(library: Library) -> None:
    assert library.add("--key", "dna", "10.1038/171737a0").code == 0
    assert "@article{dna," in library.bib.read_text("utf-8")
    assert draft(library.root).site.library.entries["dna"]


def test_a_taken_key_is_refused(library: Library) -> None:
    library.write("@misc{DNA, title = {X}}\n")
    said = library.add("--key", "dna", "10.1038/171737a0")
    assert (said.code, "taken" in said.err) == (2, True)


def test_what_is_no_name_of_a_work_is_wrong_use(library: Library) -> None:
    said = library.add("hello")
    assert (said.code, "no DOI" in said.err) == (2, True)


@pytest.mark.parametrize("number", ["978-3-16-148410-1", "ISBN 9783161484101", "0-306-40615-3", "030640615X"])
def test_an_isbn_with_a_wrong_check_digit_is_told_so(library: Library, number: str) -> None:
    said = library.add(number)
    assert (said.code, "check digit is wrong" in said.err) == (2, True)


@pytest.mark.parametrize("number", ["978-3-16", "1234567890123456", "1234567890123", "0-306-40615-3 and more"])
def test_of_what_has_not_the_shape_of_an_isbn_no_check_digit_is_spoken(library: Library, number: str) -> None:
    said = library.add(number)
    assert (said.code, "no DOI" in said.err, "check digit" in said.err) == (2, True, False)


BY_KEY = b"% mine\n@book{adams1990, title = {A}}\n\n@book{baker1980, title = {B}}\n\n@book{young1970, title = {Y}}\n"
BY_YEAR = (
    b"@book{c, title = {C}, year = 2010}\n\n@book{a, title = {A}, year = 2000} % note\n\n@book{b, title = {B},"
    b" year = 1990}\n"
)
UNSORTED = (
    b"@book{c, title = {C}, year = 2010}\n\n@book{z, title = {A}, year = 1990}\n\n@book{b, title = {B}, year = 2000}"
)


def keys(data: bytes) -> list[str]:
    reading = FORMAT.read([Source("x.bib", data)], LimitsConfig()) if FORMAT.read else None
    return [each.id for each in reading.entries] if reading else []


@pytest.mark.parametrize(
    ("data", "order"),
    [
        (BY_KEY, ["adams1990", "baker1980", "miller2005new", "young1970"]),
        (BY_YEAR, ["c", "miller2005new", "a", "b"]),
        (UNSORTED, ["c", "z", "b", "miller2005new"]),
        (b"", ["miller2005new"]),
        (b"@comment{nothing yet}\n", ["miller2005new"]),
    ],
    ids=["by key", "newest first", "unsorted", "empty", "comment only"],
)
def test_an_entry_goes_where_the_order_asks_for_it(data: bytes, order: list[str]) -> None:
    assert keys(inserted(data, entry()).data) == order


@pytest.mark.parametrize("key", ["aaa", "miller2005new", "zzz"])
@pytest.mark.parametrize(
    "data",
    [
        BY_KEY,
        BY_KEY.replace(b"\n", b"\r\n"),
        BY_YEAR,
        UNSORTED,
        b"\xef\xbb\xbf" + BY_KEY,
        "@book{é, title = {Ü}}\n".encode("latin-1"),
        "@book{a, title = {Ü}}\n".encode("utf-16"),
        b"text between\n@string{x = {y}}\n@book{a, title = x}\n@book{broken, title = {",
        b"\n\n\n",
    ],
    ids=["plain", "crlf", "years", "no newline", "bom", "latin-1", "utf-16", "broken", "blank"],
)
def test_every_byte_of_the_rest_stays(data: bytes, key: str) -> None:
    made = inserted(data, entry(key)).data
    start = next((at for at, (old, new) in enumerate(zip(data, made, strict=False)) if old != new), len(data))
    kept = [at for at in range(start + 1) if made == data[:at] + made[at : at + len(made) - len(data)] + data[at:]]
    assert kept
    assert len(made) > len(data)


def test_every_byte_and_every_entry_of_real_files_stays(shared: Path) -> None:
    files = [file for file in sorted((shared / "corpus/bib").rglob("*.bib")) if file.stat().st_size < 20_000]
    assert files
    for file in files[::8]:
        data = file.read_bytes()
        try:
            made = inserted(data, entry("mmm")).data
        except FetchError:
            continue
        assert keys(made) != keys(data), file.name
        assert [key for key in keys(made) if key != "mmm"] == keys(data), file.name


def test_a_file_in_two_encodings_is_left_alone() -> None:
    data = "@book{a, title = {Ü}}\n".encode() + "@book{b, title = {Ü}}\n".encode("latin-1")
    with pytest.raises(FetchError, match="encoding"):
        inserted(data, entry())


def test_a_blank_line_parts_the_new_entry_from_its_neighbours() -> None:
    made = inserted(BY_KEY, entry()).data.decode()
    assert "{B}}\n\n@book{miller2005new,\n" in made
    assert "\n}\n\n@book{young1970" in made
    assert inserted(UNSORTED, entry()).data.decode().endswith("{2005}\n}\n")


def test_the_ends_of_lines_are_those_of_the_file() -> None:
    made = inserted(BY_KEY.replace(b"\n", b"\r\n"), entry()).data
    assert made.count(b"\n") == made.count(b"\r\n")


def test_the_layout_is_that_of_the_file() -> None:
    data = "@book{a,\n\ttitle={A},\n\tauthor={B, C},\n}\n\n@book{b,\n\ttitle={A},\n\tauthor={B, C},\n}\n"
    record = inserted(data.encode(), entry()).record
    assert record == "@book{miller2005new,\n\tauthor={Miller, Ann},\n\ttitle={A New Thing},\n\tyear={2005},\n}\n"


def test_a_comment_behind_an_entry_stays_with_it() -> None:
    data = BY_YEAR.replace(b"year = 2010}", b"year = 2010} % best")
    assert b"year = 2010} % best\n\n@book{miller2005new" in inserted(data, entry()).data


def others(*named: tuple[str, str, int, str]) -> list[Entry]:
    return [
        Entry(id=key, title=Text.of(title), names={"author": (Name(family=family),)}, issued=Date(Day(year)))
        for key, family, year, title in named
    ]


@pytest.mark.parametrize(
    ("first", "second", "made"),
    [
        ("knuth84", "lamport94", "miller05"),
        ("knuth1984", "lamport1994", "miller2005"),
        ("Knuth1984", "Lamport1994", "Miller2005"),
        ("knuth1984literate", "lamport1994latex", "miller2005new"),
        ("knuth:1984", "lamport:1994", "miller:2005"),
        ("knuth-1984-literate", "lamport-1994-latex", "miller-2005-new"),
        ("KnuthLiterate1984", "LamportLatex1994", "MillerNew2005"),
        ("knuth_literate_1984", "lamport_latex_1994", "miller_new_2005"),
        ("x17", "q18", "miller2005new"),
    ],
)
def test_a_key_is_in_the_style_of_the_others(first: str, second: str, made: str) -> None:
    known = others((first, "Knuth", 1984, "Literate Programming"), (second, "Lamport", 1994, "The LaTeX Book"))
    assert fitting_key(entry(), known, [first, second]) == made


def test_a_taken_key_gets_a_letter() -> None:
    assert fitting_key(entry(), [], ["Miller2005New", "miller2005newa"]) == "miller2005newb"


def test_a_key_has_letters_that_every_program_takes() -> None:
    work = Entry(id="", title=Text.of("Über „Größe“"), names={"author": (Name(family="Łukasiewicz"),)})
    assert fitting_key(work, [], []) == "lukasiewiczuber"
    assert fitting_key(Entry(id="", title=Text.of("数学")), [], []) == "untitled"


def test_a_preprint_gets_its_number(library: Library, world: World) -> None:
    record = {
        "type": "article",
        "title": "Attention",
        "DOI": "10.48550/ARXIV.1706.03762",
        "publisher": "arXiv",
        "author": [{"family": "Vaswani", "given": "Ashish"}],
        "issued": {"date-parts": [[2017]]},
    }
    world.says("doi.org/10.48550/arXiv.1706.03762", record)
    assert library.add("https://arxiv.org/abs/1706.03762v5").code == 0
    text = library.bib.read_text("utf-8")
    assert "1706.03762v5}" in text
    assert "archiveprefix" in text
    assert "publisher" not in text
    work = draft(library.root).site.library.entries["vaswani2017attention"]
    assert (work.type, work.identifiers) == ("article", {"arxiv": "1706.03762v5"})
    assert library.add("arXiv:1706.03762").code == 1
    assert library.add("10.48550/arXiv.1706.03762").code == 1


def test_versions_of_a_preprint_are_one_work(library: Library, world: World) -> None:
    library.write("@misc{att, title = {X}, eprint = {1706.03762v2}, archiveprefix = {arXiv}}\n")
    for name in ("1706.03762", "arXiv:1706.03762v5", "10.48550/arXiv.1706.03762"):
        assert library.add(name).code == 1
    assert world.asked == []


def test_a_book_comes_from_open_library(library: Library, world: World) -> None:
    book = {
        "title": "The Art of Computer Programming",
        "subtitle": "Fundamental Algorithms",
        "authors": [{"name": "Donald E. Knuth"}],
        "publishers": [{"name": "Addison-Wesley"}],
        "publish_places": [{"name": "Reading, Mass"}],
        "publish_date": "July 1997",
    }
    address = "openlibrary.org/api/books?bibkeys=ISBN:9780201896831&format=json&jscmd=data"
    world.says(address, {"ISBN:9780201896831": book}, "application/json")
    assert library.add("978-0-201-89683-1").code == 0
    work = draft(library.root).site.library.entries["knuth1997art"]
    assert work.title.to_plain() == "The Art of Computer Programming: Fundamental Algorithms"
    assert (work.type, work.isbn, work.publisher.to_plain()) == ("book", ("978-0-201-89683-1",), "Addison-Wesley")
    assert library.add("0201896834").code == 1


def test_a_book_that_nobody_knows_is_said_so(library: Library, world: World) -> None:
    world.says("openlibrary.org/api/books?bibkeys=ISBN:9780201896831&format=json&jscmd=data", {}, "application/json")
    said = library.add("9780201896831")
    assert (said.code, "Open Library knows no book" in said.err) == (1, True)


def test_watson_is_asked_for_as_a_record(library: Library, world: World) -> None:
    library.add("10.1038/171737a0")
    (address, accept), *_ = world.asked
    assert address == "doi.org/10.1038/171737a0"
    assert accept.startswith("application/vnd.citationstyles.csl+json")
    assert str(WATSON["DOI"]) in library.bib.read_text("utf-8")

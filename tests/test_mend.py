"""The stage that mends the source: what is safe, in its place, and nothing else."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sitegen.fixes
from sitegen.config import CheckConfig, LimitsConfig, SiteConfig
from sitegen.fixes import Edit, Fix
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.manuscript import Manuscript
from sitegen.mend import Mended, Original, mend, mended_file, put_in_place
from sitegen.model.entry import Entry
from sitegen.problems import Place
from sitegen.shelf import load

CORPUS = Path(__file__).parents[1] / "../shared/corpus/bib"
MOST_FILES = 150
SHELF: Mapping[str, Fix] = load(sitegen.fixes, Fix)
FOUND = os.stat_result([0] * 10)
BAD = """\
% refs
@article{a,
  title  = {Räume},
  author = {Noether, Emmy and Hilbert, David and },
  doi    = {},
  year   = 1918a
  pages  = {235-257},
  url    = {https://a.example/},
  doi    = {doi:10.1000/x}
}

@book{b, title = {Sound}, author = {Euler, Leonhard}, year = 1748}
"""
GOOD = """\
% refs
@article{a,
  title  = {Räume},
  author = {Noether, Emmy and Hilbert, David},
  year   = {1918a},
  pages  = {235--257},
  url    = {https://a.example/},
  doi    = {10.1000/x}
}

@book{b, title = {Sound}, author = {Euler, Leonhard}, year = 1748}
"""


def mended_bytes(data: bytes, fixes: Mapping[str, Fix] = SHELF) -> Mended:
    return mended_file(Original("content/x.bib", Path("x.bib"), data, FOUND), fixes, LimitsConfig())


def read(data: bytes) -> Reading:
    assert FORMAT.read is not None
    return FORMAT.read([Source("content/x.bib", data)], LimitsConfig())


def facts(reading: Reading) -> list[Entry]:
    """Entries without their places, a copy only once."""
    kept: dict[str, list[Entry]] = {}
    for entry in (replace(entry, place=Place()) for entry in reading.entries):
        same_key = kept.setdefault(entry.id, [])
        if not entry.id or entry not in same_key:
            same_key.append(entry)
    return [entry for entries in kept.values() for entry in entries]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/x.bib").write_text(BAD, "utf-8")
    return tmp_path


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encoding_and_ends_of_lines_are_kept(line: str, encoding: str) -> None:
    before, after = (text.replace("\n", line).encode(encoding) for text in (BAD, GOOD))
    mended = mended_bytes(before)
    assert mended.data == after
    assert mended.problems == ()
    assert mended_bytes(after).changes == ()


def test_every_change_names_its_line_in_the_file_as_it_was() -> None:
    assert [(str(change.place), change.message, change.code) for change in mended_bytes(BAD.encode()).changes] == [
        ("content/x.bib:4", 'trailing "and" removed from author', "stray-and"),
        ("content/x.bib:5", "empty doi removed", "empty-field"),
        ("content/x.bib:6", "'1918a' put in braces", "bare-value"),
        ("content/x.bib:6", "comma put before pages", "missing-comma"),
        ("content/x.bib:7", "'235-257' made '235--257'", "hyphen-in-pages"),
        ("content/x.bib:9", "'doi:10.1000/x' made '10.1000/x'", "doi-as-address"),
    ]


def test_a_file_in_two_encodings_is_left_alone() -> None:
    data = "@a{k, title = {Räume},\n doi = {}}\n".encode() + "@a{l, title = {Räume}}\n".encode("cp1252")
    mended = mended_bytes(data)
    assert (mended.data, mended.changes, [problem.code for problem in mended.problems]) == (data, (), ["not-fixed"])


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b gzip", b"<html></html>", b"\xff\xfe", b"@", b"@misc{", b"\x00" * 9])
def test_what_is_no_bibtex_is_left_as_it_is(data: bytes) -> None:
    assert (mended_bytes(data).data, mended_bytes(data).changes) == (data, ())


def test_a_repair_that_changes_what_is_read_is_not_made() -> None:
    def lose_a_letter(manuscript: Manuscript) -> list[Edit]:
        at = manuscript.text.find("Sound")
        return [Edit(at, at + 1, "", "gone")]

    def lose_an_entry(manuscript: Manuscript) -> list[Edit]:
        return [Edit(*manuscript.span_of_entry(manuscript.entries[1]), "", "gone")]

    def lose_a_brace(manuscript: Manuscript) -> list[Edit]:
        return [Edit(manuscript.entries[1].end - 1, manuscript.entries[1].end, "", "gone")]

    for repair in (lose_a_letter, lose_an_entry, lose_a_brace):
        mended = mended_bytes(BAD.encode(), {"bad": Fix("bad", repair)})
        assert mended.data == BAD.encode()
        assert [problem.message for problem in mended.problems] == [
            "left alone: the repair 'bad' would change what is read"
        ]


def test_an_ignored_code_is_not_fixed(root: Path) -> None:
    (mended,) = mend(root, SiteConfig(check=CheckConfig(ignore=("empty-field", "stray-and"))))
    assert {change.code for change in mended.changes} == set(SHELF) & {
        "bare-value", "missing-comma", "hyphen-in-pages", "doi-as-address"
    }  # fmt: skip


def test_a_file_is_replaced_with_the_mode_it_had_and_nothing_is_left_beside_it(root: Path) -> None:
    file = root / "content/x.bib"
    file.chmod(0o640)
    (done,) = put_in_place(mend(root, SiteConfig()))
    assert len(done.changes) == 6
    assert file.read_text("utf-8") == GOOD
    assert file.stat().st_mode & 0o777 == 0o640
    assert list((root / "content").iterdir()) == [file]
    assert mend(root, SiteConfig()) == ()


def test_mending_alone_writes_nothing(root: Path) -> None:
    before, text = (root / "content/x.bib").stat(), (root / "content/x.bib").read_bytes()
    assert mend(root, SiteConfig())
    after = (root / "content/x.bib").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (root / "content/x.bib").read_bytes() == text


def test_links_hidden_files_and_static_ones_are_passed_over(root: Path) -> None:
    content = root / "content"
    outside = root / "outside"
    outside.mkdir()
    (content / "x.bib").rename(outside / "y.bib")
    (content / "x.bib").symlink_to(outside / "y.bib")
    (content / "folder").symlink_to(outside)
    for name in (".hidden.bib", ".hidden/x.bib", "static/x.bib"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(BAD, "utf-8")
    assert mend(root, SiteConfig()) == ()


@pytest.mark.parametrize("change", ["edited", "replaced", "link", "gone", "second name", "read-only"])
def test_a_file_that_may_not_be_replaced_is_left_alone(root: Path, change: str) -> None:
    file, other = root / "content/x.bib", root / "other.bib"
    files = mend(root, SiteConfig())
    if change == "edited":
        file.write_text(BAD + "\n", "utf-8")
    elif change == "second name":
        other.hardlink_to(file)
    elif change == "read-only":
        file.chmod(0o444)
    else:
        file.rename(other)
        if change == "link":
            file.symlink_to(other)
        elif change == "replaced":
            file.write_text(BAD, "utf-8")
    before = file.read_bytes() if file.exists() else b""
    (left,) = put_in_place(files)
    assert left.changes == ()
    assert [(problem.code, problem.place.file) for problem in left.problems] == [("not-fixed", "content/x.bib")]
    assert (file.read_bytes() if file.exists() else b"") == before
    assert file.is_symlink() == (change == "link")


_VALUES = st.text("abcÄé ,.;:-#%@$\\&~'“”=()/0123456789\n", max_size=30).map(lambda text: f"x{text}x")
_NAMES = st.sampled_from(["title", "note", "abstract", "publisher", "url", "x-field", "author", "pages", "year"])
_FIELDS = st.dictionaries(_NAMES, _VALUES.filter(lambda text: " and" not in text), min_size=1, max_size=6)


@st.composite
def good_files(draw: st.DrawFn) -> bytes:
    """Files with nothing to fix, in every manner of writing."""
    line, encoding = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    pieces: list[str] = []
    for at, fields in enumerate(draw(st.lists(_FIELDS, max_size=4))):
        opening, closing = draw(st.sampled_from([("{", "}"), ('"', '"')]))
        between = draw(st.sampled_from([", ", ",\n  ", "\n, ", ",\n\n\t"]))
        written = [f"{name} = {opening}{value}{closing}" for name, value in fields.items()]
        pieces.append(f"@{draw(st.sampled_from(['misc', 'Article', 'BOOK']))}{{k{at}{between}{between.join(written)}")
        pieces.append(draw(st.sampled_from(["}\n", ",\n}\n\n", "\n}\n% remark\n", "} some words\n"])))
    return "".join(pieces).replace("\n", line).encode(encoding)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(good_files())
def test_not_a_byte_of_a_file_of_good_entries_is_changed(data: bytes) -> None:
    mended = mended_bytes(data)
    assert mended.data == data
    assert mended.changes == ()


_PIECES = st.sampled_from([
    "@misc{", "@article{", "@string{", "@comment{", "@", "a,", "{", "}", "(", ")", '"', "=", ",", "#", "%", "\\",
    "\n", "\r\n", " ", " and ", "title = ", "author = ", "doi = ", "{}", "doi:10.1000/x", "pages = ", "1-2", "year = ",
    "1999", "crossref = {a}", "x", "é", "\ufeff", "\x00", "}\n@misc{a, title = {x},\n", "title = {x},\n",
])  # fmt: skip


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=50).map(lambda pieces: "".join(pieces).encode()))
def test_whatever_stands_in_a_file_it_says_the_same_when_mended_and_is_mended_once(data: bytes) -> None:
    mended = mended_bytes(data)
    assert facts(read(mended.data)) == facts(read(data))
    assert mended_bytes(mended.data).changes == ()


def test_real_files_say_the_same_when_mended_and_have_no_new_problems() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus is not here")
    files = sorted(CORPUS.rglob("*.bib"))
    changes: Counter[str] = Counter()
    for file in files[:: max(1, len(files) // MOST_FILES)]:
        mended = mended_bytes(file.read_bytes())
        assert all("would change" not in problem.message for problem in mended.problems), file
        if not mended.changes:
            assert mended.data == file.read_bytes()
            continue
        changes.update(change.code for change in mended.changes)
        before, after = read(file.read_bytes()), read(mended.data)
        assert facts(after) == facts(before), file
        codes = (Counter(problem.code for problem in reading.problems) for reading in (after, before))
        assert not next(codes) - next(codes), file
        assert mended_bytes(mended.data).changes == (), file
    assert sum(changes.values()) > 500
    assert {"hyphen-in-pages", "doi-as-address", "empty-field", "stray-and"} <= set(changes)

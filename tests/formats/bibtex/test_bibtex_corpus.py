"""Real files and hostile ones: nothing raises, nothing is lost, and what is written is read back."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.codes import CODES
from sitegen.formats.bibtex.types import TYPES
from sitegen.model.entry import Entry
from tests.effort import ends

CORPUS = Path(__file__).parents[3] / "../shared/corpus"
SAMPLE = 7
"""Every seventh file is written and read again."""


@cache
def _manifest() -> tuple[tuple[str, int], ...]:
    path = CORPUS / "bib-manifest.tsv"
    if not path.is_file():
        pytest.skip("the shared corpus is not here")
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(
            (row["file"], int(row["entries"])) for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@cache
def _reading(file: str) -> Reading:
    return _read(file, (CORPUS / "bib" / file).read_bytes())


def _read(path: str, data: bytes) -> Reading:
    assert FORMAT.read is not None
    return FORMAT.read([Source(path, data)], LimitsConfig())


def test_every_entry_of_every_file_is_found() -> None:
    wrong = [(file, entries, found) for file, entries in _manifest() if (found := _reading(file).found) != entries]
    assert wrong == []


def test_every_entry_is_returned_or_has_an_error_or_is_no_work() -> None:
    for file, entries in _manifest():
        reading = _reading(file)
        broken = sum(problem.code == "broken-entry" for problem in reading.problems)
        assert len(reading.entries) + broken <= entries
        assert reading.entries or entries < 10, file


def test_every_problem_has_a_known_code_one_line_and_a_place() -> None:
    for file, _ in _manifest():
        for problem in _reading(file).problems:
            assert CODES[problem.code].level == problem.level
            assert "\n" not in problem.message
            assert problem.message.isprintable()
            assert problem.place.file == file


def test_reading_twice_finds_the_same() -> None:
    for file, _ in _manifest()[::SAMPLE]:
        assert _read(file, (CORPUS / "bib" / file).read_bytes()) == _reading(file)


def test_what_is_written_is_read_back() -> None:
    total = different = 0
    for file, _ in _manifest()[::SAMPLE]:
        titled = [entry for entry in _reading(file).entries if entry.title]
        entries = tuple(_comparable(entry, at) for at, entry in enumerate(titled))
        text = FORMAT.write(entries)
        assert len(parse_string(text, "bibtex").entries) == len(entries)
        again = _read(file, text.encode()).entries
        assert len(again) == len(entries)
        total += len(entries)
        different += sum(
            _comparable(one, at) != other for at, (one, other) in enumerate(zip(again, entries, strict=True))
        )
    assert total > 1_000
    assert different <= total // 500


def _comparable(entry: Entry, at: int) -> Entry:
    """An entry without what exports leave out."""
    known = entry.source_type if entry.source_type in TYPES else "misc"
    return replace(
        entry,
        id=f"k{at}",
        aliases=(),
        attachments=(),
        added="",
        modified="",
        selected=False,
        isbn=entry.isbn[:1],
        issn=entry.issn[:1],
        source_type=known,
    )


_HUGE = {
    "deep braces": "@misc{a, title = {" + "{" * 100_000 + "x" + "}" * 100_000 + "}}",
    "open braces": "@misc{a, title = {" + "{" * 50_000,
    "joined strings": "@misc{a, title = " + " # ".join(['"a"'] * 50_000) + "}",
    "one word": "@misc{a, title = {" + "x" * 2_000_000 + "}}",
    "authors": "@misc{a, title = {x}, author = {" + " and ".join(f"Name{n}, A." for n in range(20_000)) + "}}",
    "braced authors": "@misc{a, title = {x}, author = {"
    + " and ".join("{\\'A}b, {\\'E}." for n in range(20_000))
    + "}}",
    "ands": "@misc{a, title = {x}, author = {" + " and" * 20_000 + "}}",
    "commas": "@misc{a, title = {x}, author = {" + "a, " * 20_000 + "}}",
    "keywords": "@misc{a, title = {x}, keywords = {" + ", ".join(f"k{n}" for n in range(20_000)) + "}}",
    "fields": "@misc{a, title = {x}, " + ", ".join(f"f{n} = {{x}}" for n in range(5_000)) + "}",
    "notes": "@misc{a, title = {x}, " + ", ".join(f"note = {{{n}}}" for n in range(5_000)) + "}",
    "files": "@misc{a, title = {x}, file = {" + "\\:a" * 100_000 + "}}",
    "addresses": "@misc{a, title = {x}, url = {" + "https://a.example/x " * 10_000 + "}}",
    "at signs": "@" * 100_000,
    "openings": "@a{" * 30_000,
    "fields never closed": "@a{b,\nc=" + "{\nc=" * 30_000,
    "comments": "@comment{" * 20_000,
    "key": "@misc{" + "k" * 100_000 + ", title = {x}}",
    "junk": "@misc{a, title = {x} " + "word " * 100_000 + "}",
    "equals": "@misc{a, title = {x}, " + "= " * 100_000 + "}",
    "garbled": "@misc{a, title = {" + "Ã©" * 200_000 + "}}",
    "quotes": "@misc{a, title = " + '"' * 100_000 + "}",
}


@pytest.mark.parametrize("name", _HUGE)
def test_no_file_can_exhaust_the_machine(name: str) -> None:
    ends(lambda: _read("a.bib", (_HUGE[name] + "\n@misc{last, title = {y}}\n").encode()))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        bytes(range(256)) * 50,
        b"\x00" * 1000,
        b"@",
        b"@misc{",
        b"@misc{a",
        b"@misc(a,",
        b'@string{a = "',
    ],
)
def test_no_bytes_raise(data: bytes) -> None:
    _read("a.bib", data)


_PIECES = st.sampled_from([
    "@misc{", "@article{", "@string{", "@comment{", "@", "a,", "{", "}", "(", ")", "\"", "=", ",", "#", "%",
    "\\", "\n", " ", " and ", "$", "&", ";", "title = ", "author = ", "year = ", "month = ", "url = ",
    "file = ", "pages = ", "crossref = {a}", "\\url{", "\\'e", "x", "1", "é", "\x00",
])  # fmt: skip


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
def test_whatever_stands_in_a_file_is_read_and_can_be_written(text: str) -> None:
    entries = [replace(entry, id=f"k{at}") for at, entry in enumerate(_read("a.bib", text.encode()).entries)]
    assert len(parse_string(FORMAT.write(entries), "bibtex").entries) == len(entries)

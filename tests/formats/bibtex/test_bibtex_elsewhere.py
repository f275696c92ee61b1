"""Exports are read by the other programs of the field, and come back with the same facts."""

import re
import shutil
import subprocess
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from pybtex.database import parse_string

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.bibtex.read import read
from sitegen.formats.bibtex.write import write, write_ascii
from sitegen.model.entry import Entry

ROOT = Path(__file__).parents[3]
BIBER_KEEPS_ITS_OWN = {"source_type", "genre", "links", "awards", "abstracts", "extra", "identifiers"}
"""What biber's data model has no field for, or renames (`mastersthesis`); it also joins paragraphs."""
EMPTY = "nothing"
"""An entry without a fact, which biber leaves out."""
NEW_TO_BIBTOOL = ("dataset", "software")


def entries_of(data: bytes) -> tuple[Entry, ...]:
    return read([Source("content/a.bib", data)], LimitsConfig()).entries


@pytest.fixture(scope="module")
def library() -> tuple[Entry, ...]:
    """The example library under keys of its own, relations between its files left out; and an entry without a fact."""
    sources = [Source(path.name, path.read_bytes()) for path in sorted((ROOT / "content").glob("*.bib"))]
    entries = read(sources, LimitsConfig()).entries
    return (*(replace(each, id=f"k{at}", relations=()) for at, each in enumerate(entries)), Entry(id=EMPTY))


def changed(before: Sequence[Entry], after: Sequence[Entry], left_out: Collection[str] = ()) -> list[str]:
    """Facts that two readings tell differently, entry by entry."""
    found = {entry.id: entry for entry in after}
    assert before and len(found) == len(after)
    return [
        f"{entry.id}.{fact.name}: {getattr(entry, fact.name)!r} → {getattr(found[entry.id], fact.name)!r}"
        for entry in before
        if entry.id != EMPTY or EMPTY in found
        for fact in fields(Entry)
        if fact.compare
        and fact.name not in left_out
        and getattr(entry, fact.name) != getattr(found[entry.id], fact.name)
    ]


@pytest.mark.parametrize("writer", [write, write_ascii])
def test_pybtex_reads_every_field_and_name(
    library: tuple[Entry, ...], writer: Callable[[Sequence[Entry]], str]
) -> None:
    text = writer(library)
    database = parse_string(text, "bibtex")
    assert list(database.entries) == [entry.id for entry in library]
    for entry in library:
        for role in ("author", "editor"):
            persons = database.entries[entry.id].persons.get(role, [])
            assert len(persons) - (role in entry.et_al) == len(entry.credited(role)), entry.id


@pytest.mark.parametrize("writer", [write, write_ascii])
def test_bibtexparser_reads_the_same_fields_as_pybtex(
    library: tuple[Entry, ...], writer: Callable[[Sequence[Entry]], str]
) -> None:
    bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")
    text = writer(library)
    parsed = bibtexparser.parse_string(text)
    assert not parsed.failed_blocks
    database = parse_string(text, "bibtex")
    for entry in parsed.entries:
        theirs = {field.key.lower(): " ".join(str(field.value).split()) for field in entry.fields}
        stored = database.entries[entry.key].fields
        assert {name.lower() for name in stored} <= theirs.keys()
        for name, value in stored.items():
            if name.lower() != "month":  # pybtex spells the macro out
                assert theirs[name.lower()] == " ".join(value.split()), (entry.key, name)


def test_bibtool_rewrites_an_export_without_changing_a_fact(library: tuple[Entry, ...], tmp_path: Path) -> None:
    if not shutil.which("bibtool"):
        pytest.skip("bibtool is not installed")
    text = write(library)
    (tmp_path / "a.bib").write_text(text, "utf-8")
    types = [f"--new.entry.type={name}" for name in NEW_TO_BIBTOOL]
    command = ["bibtool", "-r", "biblatex", *types, "a.bib", "-o", "b.bib"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "ERROR" not in said.stderr
    assert changed(entries_of(text.encode()), entries_of((tmp_path / "b.bib").read_bytes())) == []


def test_biber_rewrites_an_export_without_changing_a_fact_it_knows(library: tuple[Entry, ...], tmp_path: Path) -> None:
    if not shutil.which("biber"):
        pytest.skip("biber is not installed")
    text = write(library)
    (tmp_path / "a.bib").write_text(text, "utf-8")
    command = ["biber", "--tool", "--output-encoding=UTF-8", "--output-file=b.bib", "a.bib"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not re.findall(r"ERROR.*", said.stdout)
    after = entries_of((tmp_path / "b.bib").read_bytes())
    assert changed(entries_of(text.encode()), after, BIBER_KEEPS_ITS_OWN) == []

"""Entries to BibTeX, and back."""

from dataclasses import replace

from pybtex.database import parse_string

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.write import write, write_ascii
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, Relation, WebLink
from sitegen.model.name import Name
from sitegen.text.latex import read_latex
from sitegen.text.rich import Span, Text

ARTICLE = Entry(
    id="doe2001",
    type="article-journal",
    source_type="article",
    title=Text(("On ", Span("nocase", ("DNA",)), " & ", Span("em", ("in vivo",)), " work – 50 %")),
    names={
        "author": (
            Name(family="Doe", given="Jane", marks=("equal",), orcid="0000-0002-1825-0097"),
            Name(family="Berg", given="Jan", non_dropping_particle="van der"),
            Name(literal="World Health Organization and Friends"),
            Name(family="King", given="Martin Luther", suffix="Jr."),
        ),
        "editor": (Name(family="Müller", given="Jörg"),),
    },
    et_al=frozenset({"author"}),
    issued=Date(Day(2001, 4, 2)),
    container_title=Text.of("Journal of Things"),
    volume="7",
    issue="3",
    page="107–117",
    publisher=Text.of("O’Reilly & Sons"),
    language="de",
    doi="10.1000/ab_c",
    issn=("0378-5955",),
    identifiers={"arxiv": "2101.00001v2", "pmid": "123"},
    abstracts=(Abstract(Text.of("All is well.")), Abstract(Text.of("Alles ist gut."), "de")),
    keywords=("physics", "data, big"),
    note=Text.of("Seen."),
    awards=(Text.of("Best paper"),),
    status="in-press",
    links=(
        WebLink("pdf", "https://a.example/x.pdf"),
        WebLink("publisher", "https://a.example/x_y?z=1&q=%20"),
        WebLink("code", "https://github.com/a/b"),
    ),
    relations=(Relation("preprint_of", "other"), Relation("related", "third")),
    extra={"mykind": "A {\\em b}"},
)
BOOK = Entry(
    id="b",
    type="book",
    source_type="book",
    title=Text.of("A book"),
    names={"editor": (Name(family="Roe", given="R."),)},
    issued=Date(Day(1998), Day(1999), circa=True),
    collection_title=Text.of("Series"),
    collection_number="12",
    edition="2",
    publisher=Text.of("Pub"),
    publisher_place="Town",
    isbn=("978-3-16-148410-0",),
    number_of_pages="300",
)
THESIS = Entry(
    id="t",
    type="thesis",
    source_type="thesis",
    genre="PhD thesis",
    title=Text.of("T"),
    publisher=Text.of("Univ"),
    issued=Date(literal="in press"),
    status="in-press",
)
PREPRINT = Entry(
    id="p",
    type="article",
    source_type="misc",
    genre="preprint",
    title=Text.of("P"),
    identifiers={"arxiv": "2101.00002"},
)
CHAPTER = Entry(
    id="c",
    type="chapter",
    source_type="incollection",
    title=Text.of("C"),
    container_title=Text.of("Whole"),
    volume_title=Text.of("Part"),
    page="1–2",
)
NUMBERED = Entry(
    id="n",
    type="article-journal",
    source_type="article",
    title=Text.of("N"),
    number="e18455",
    container_title=Text.of("J"),
)
ALL = (ARTICLE, BOOK, THESIS, PREPRINT, CHAPTER, NUMBERED)


def _read(text: str) -> tuple[Entry, ...]:
    assert FORMAT.read is not None
    reading = FORMAT.read([Source("a.bib", text.encode())], LimitsConfig())
    assert reading.problems == ()
    return reading.entries


def test_what_is_written_is_read_back_as_the_same_entries() -> None:
    assert _read(write(ALL)) == ALL


def test_what_is_written_in_ascii_is_read_back_as_the_same_entries() -> None:
    text = write_ascii(ALL)
    assert text.isascii()
    assert _read(text) == ALL


def test_pybtex_reads_what_is_written_in_its_strict_mode() -> None:
    library = parse_string(write(ALL), "bibtex")
    assert list(library.entries) == ["doe2001", "b", "t", "p", "c", "n"]
    assert [str(person) for person in library.entries["doe2001"].persons["author"]][:2] == [
        "Doe, Jane",
        "van der Berg, Jan",
    ]


def test_a_record_is_aligned_and_ordered_for_people() -> None:
    entry = Entry(
        id="a",
        type="article-journal",
        title=Text.of("T"),
        names={"author": (Name(family="Doe", given="J."),)},
        issued=Date(Day(2001, 4)),
        doi="10.1/x",
    )
    assert write([entry]) == (
        "@article{a,\n  author = {Doe, J.},\n  title  = {T},\n"
        "  year   = {2001},\n  month  = apr,\n  doi    = {10.1/x}\n}\n"
    )


def test_keys_in_exports_are_the_unique_ones_and_fit_bibtex() -> None:
    assert write([Entry(id="x", citation_key="a b{c", title=Text.of("T"))]).startswith("@misc{a_b_c,\n")


def test_braces_are_balanced_whatever_the_text_holds() -> None:
    hostile = ("a } b", "{{{", "\\", "a \\{ b", "}" * 50, "$x \\} y$", "@misc{x, title = {y}}", "%", '"')
    entries = [
        Entry(id=f"k{at}", title=Text.of(value), extra={"raw": value, value: "v"}, keywords=(value,))
        for at, value in enumerate(hostile)
    ]
    entries += [
        Entry(id=f"l{at}", title=read_latex(value)[0], names={"author": (Name(literal=value),)})
        for at, value in enumerate(hostile)
    ]
    assert list(parse_string(write(entries), "bibtex").entries) == [entry.id for entry in entries]


def test_a_backslash_at_the_end_of_a_value_leaves_its_brace_alone() -> None:
    text = write([Entry(id="a", extra={"one": "x\\", "two": "x\\\\"})])
    assert "one = {x\\ },\n  two = {x\\\\}" in text, (
        "programs that know escapes would take `\\}` for a brace of the text"
    )


def test_local_files_and_what_steers_the_site_stay_out_of_exports() -> None:
    from sitegen.model.entry import Attachment

    entry = replace(ARTICLE, attachments=(Attachment("pdf", "secret/x.pdf"),), selected=True, added="2020-01-01")
    assert write([entry]) == write([ARTICLE])


def test_a_compiler_is_an_editor_of_that_type_for_every_reader_and_comes_back_as_one() -> None:
    poe, roe, low = (Name(family=family) for family in ("Poe", "Roe", "Low"))
    entry = Entry(id="c", type="book", source_type="book", names={"compiler": (poe,)})
    assert "editor     = {Poe},\n  editortype = {compiler}" in write([entry])
    several = Entry(
        id="s", type="book", source_type="book", names={"editor": (roe,), "compiler": (poe,), "redactor": (low,)}
    )
    assert "editora     = {Poe}" in write([several])
    assert _read(write([entry, several])) == (entry, several)


def test_an_entry_without_any_fact_is_still_a_record() -> None:
    assert write([Entry(id="a")]) == "@misc{a,\n  title = {}\n}\n"


def test_a_foreign_field_never_becomes_one_that_means_something() -> None:
    text = write([Entry(id="a", title=Text.of("T"), extra={"«author": "x, y, z, w", "titel": "t"})])
    assert "  x-author = {x, y, z, w}" in text
    assert "  titel    = {t}" in text


def test_names_with_words_and_signs_that_part_names_stay_whole() -> None:
    names = (
        Name(family="Rand and Sons", given="A."),
        Name(family="Smith", given="B, C"),
        Name(family="Poe", given="E.", non_dropping_particle="of, the"),
        Name(family="BB&N"),
        Name(family="Klooster", given="Adinda", non_dropping_particle="van ’t"),
    )
    text = write([Entry(id="a", names={"author": names})])
    assert len(parse_string(text, "bibtex").entries["a"].persons["author"]) == len(names)
    again = _read(text)[0].names["author"]
    assert [name.to_plain() for name in again] == [name.to_plain() for name in names]
    assert again[-2:] == names[-2:]

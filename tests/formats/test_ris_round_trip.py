"""What is written as RIS is read back the same, as far as RIS can hold it.

RIS cannot hold: which of several types is written alike (a review is JOUR, a preprint without its number UNPB); the
end of a range of dates and what is uncertain in a date; dates but those of issue and of access; names in other roles,
and whether a list of them ended in "and others"; which particle drops, and names of several words without given names;
whose an affiliation is; markup, formulas, paragraphs; a number where its type has no tag for it; the place of
publication of a conference paper; kinds of works but of theses and reports; semicolons in keywords; awards, licence,
annotations, relations, former ids, local files, and addresses but that of the work and that of its PDF.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.ris import FORMAT
from sitegen.formats.ris.tables import READ_TYPES, TYPES
from sitegen.model.date import Date
from sitegen.model.entry import Entry, WebLink
from sitegen.model.interchange import BOOK_PARTS, PERIODICAL_PARTS
from sitegen.text.rich import Text
from tests.conftest import Built
from tests.formats.made_up import BIB, FULL, capitalized, days, institutions, names, plain


def back(*entries: Entry) -> tuple[Entry, ...]:
    assert FORMAT.read is not None
    found = FORMAT.read([Source("a.ris", FORMAT.write(entries).encode())], LimitsConfig())
    assert {problem.code for problem in found.problems} <= {"garbled-text"}
    return found.entries


WEB = frozenset({"webpage", "document", "software", "dataset", "speech", "post", "post-weblog", "motion_picture"})


def held(entry: Entry) -> Entry:
    """What RIS can hold of the full example, by its type."""
    kind = TYPES[entry.type]
    numbered, series = kind in {"RPRT", "PAT", "STAND"}, kind in {"BOOK", "COMP", "MAP", "RPRT"}
    csl = READ_TYPES[kind]
    serials = ("issn" if entry.type in PERIODICAL_PARTS else "isbn") if not numbered else ""
    has_number = numbered or entry.type in PERIODICAL_PARTS
    return replace(
        entry,
        type=csl,
        genre=entry.genre if kind in {"RPRT", "THES"} else "",
        container_title=Text() if series and kind != "BOOK" else entry.container_title,
        event_title=entry.event_title if kind == "CONF" else Text(),
        event_place=entry.event_place if kind == "CONF" else "",
        publisher_place="" if kind == "CONF" else entry.publisher_place,
        page="" if kind in {"BOOK", "THES"} else entry.page,
        number_of_pages=entry.number_of_pages if kind in {"BOOK", "THES"} else "",
        number=entry.number if has_number else "",
        edition="" if kind == "COMP" else entry.edition,
        version=entry.edition if kind == "COMP" else "",
        language="" if kind == "COMP" else entry.language,
        isbn=entry.isbn if serials == "isbn" else (),
        issn=entry.issn if serials == "issn" else (),
        links=(entry.links[0], WebLink("website" if csl in WEB else "publisher", entry.links[1].url)),
    )


@pytest.mark.parametrize("csl", [*TYPES])
def test_an_entry_of_every_type_comes_back(csl: str) -> None:
    entry = replace(FULL, type=csl)
    expected = held(entry)
    if TYPES[csl] == "BOOK":  # its series stands where others have their container
        expected = replace(expected, container_title=Text())
        entry = replace(entry, container_title=Text())
    assert back(entry) == (expected,)
    assert back(expected) == (expected,)


def test_preprints_come_back_by_the_number_in_their_archive() -> None:
    entry = Entry(id="a", type="article", genre="preprint", identifiers={"arxiv": "2101.00001"})
    assert back(entry) == (entry,)


def test_article_numbers_come_back() -> None:
    for csl in PERIODICAL_PARTS - {"review", "review-book"}:
        entry = Entry(id="a", type=csl, number="e18455")
        assert back(entry) == (entry,)
    assert BOOK_PARTS.isdisjoint(PERIODICAL_PARTS)


entries = st.builds(
    Entry,
    id=st.from_regex(r"[a-z0-9-]{1,10}", fullmatch=True),
    type=st.just("article-journal"),
    title=plain.map(Text.of),
    container_title=st.sampled_from(("", "Journal of Toys", "Spielzeug – heute")).map(Text.of),
    names=st.fixed_dictionaries(
        {}, optional={"author": st.lists(names | institutions, min_size=1, max_size=3).map(tuple)}
    ),
    issued=st.none() | days.map(Date),
    publisher=plain.map(Text.of),
    keywords=st.lists(capitalized, max_size=3, unique_by=str.casefold).map(tuple),
)


@given(st.lists(entries, max_size=3))
def test_made_up_entries_come_back(made_up: list[Entry]) -> None:
    assert back(*made_up) == tuple(made_up)


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert FORMAT.read is not None
    for source in (text, f"TY  - JOUR\n{text}", f"TY  - BOOK\nTI  - {text}\nPY  - {text}\nAU  - {text}\nSP  - {text}"):
        found = FORMAT.read([Source("a.ris", source.encode("utf-8", "surrogatepass"))], LimitsConfig())
        assert FORMAT.write(found.entries).count("ER  - ") == len(found.entries)


def test_a_site_from_ris_has_the_pages_of_the_site_from_bibtex(make_site: Callable[..., Built]) -> None:
    from_bib = make_site({"content/toys.bib": BIB})
    expected = {
        path: from_bib.text(path) for path in from_bib.paths() if path.endswith((".html", ".ris", ".json", ".bib"))
    }
    ris = from_bib.text("library.ris")
    (from_bib.folder / "content/toys.bib").unlink()
    from_ris = make_site({"content/toys.ris": ris})
    assert not from_ris.result.problems
    assert len([path for path in expected if path.startswith("articles/")]) >= 5
    for path, text in expected.items():
        assert from_ris.text(path) == text, path

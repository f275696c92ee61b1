"""CSL-JSON: valid, whole, and plain where there is nothing to mark."""

import json

import pytest

from sitegen.formats.csl_json import FORMAT, item
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, WebLink
from sitegen.model.name import Name
from sitegen.text.rich import EMPTY, Maths, Node, Span, Text

ARTICLE = Entry(
    id="okonkwo-2019",
    citation_key="Okonkwo2019",
    type="article-journal",
    title=Text.of("Small & large lights"),
    names={
        "author": (
            Name(family="Okonkwo", given="Ada", suffix="Jr."),
            Name(family="Berg", given="Jan", non_dropping_particle="van der", orcid="0000-0002-1825-0097"),
            Name(literal="Lantern Survey Team"),
        ),
        "collection_editor": (Name(family="Beethoven", given="Ludwig", dropping_particle="van"),),
        "holder": (Name(literal="Nobody"),),
    },
    issued=Date(Day(2019, 5, 7)),
    accessed=Date(Day(2020, 1)),
    container_title=Text.of("Journal of Small Lights"),
    container_title_short="J. Small Lights",
    volume="12",
    issue="3",
    page="107–117",
    issn=("1234-5679", "2049-3630"),
    doi="10.5555/lights.1",
    identifiers={"pmid": "1234", "arxiv": "1901.00001"},
    language="en",
    keywords=("plankton", "light"),
    abstracts=(Abstract(Text.of("نور")),),
    status="in-press",
    links=(WebLink("website", "https://example.org/lights"),),
)


def test_a_journal_article_is_written_in_full() -> None:
    text = FORMAT.write([ARTICLE])
    assert json.loads(text) == [
        {
            "id": "Okonkwo2019",
            "type": "article-journal",
            "title": "Small & large lights",
            "author": [
                {"family": "Okonkwo", "given": "Ada", "suffix": "Jr."},
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
                {"literal": "Lantern Survey Team"},
            ],
            "collection-editor": [{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}],
            "issued": {"date-parts": [[2019, 5, 7]]},
            "accessed": {"date-parts": [[2020, 1]]},
            "container-title": "Journal of Small Lights",
            "container-title-short": "J. Small Lights",
            "volume": "12",
            "issue": "3",
            "language": "en",
            "page": "107-117",
            "status": "in press",
            "DOI": "10.5555/lights.1",
            "ISSN": "1234-5679, 2049-3630",
            "PMID": "1234",
            "URL": "https://example.org/lights",
            "abstract": "نور",
            "keyword": "plankton, light",
        }
    ]
    assert text.startswith('[\n  {\n    "id": "Okonkwo2019",\n    "type": "article-journal",\n')
    assert '"abstract": "نور"' in text
    assert text.endswith("}\n]\n")


@pytest.mark.parametrize(
    ("page", "expected"),
    [("107–117", "107-117"), ("A-12", "A-12"), ("A-12–A-20", "A-12–A-20"), ("III-153–III-160", "III-153–III-160")],
)
def test_a_range_of_pages_has_a_hyphen_unless_one_stands_in_a_page(page: str, expected: str) -> None:
    assert item(Entry(id="a", page=page))["page"] == expected


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        (
            ("On ", Span("em", ("Drosophila",)), " & H", Span("sub", ("2",)), "O"),
            "On <i>Drosophila</i> & H<sub>2</sub>O",
        ),
        ((Span("nocase", ("DNA",)), " < ", Span("code", ("grep",))), "DNA < grep"),
        ((Span("q", ("A",)), " and ", Maths("x^2", "x²")), "“A” and x²"),
        ((Span("sc", ("rna",)), Span("b", ("x", Span("sup", ("2",))))), None),
    ],
)
def test_a_title_has_markup_only_where_there_is_some(nodes: tuple[Node, ...], expected: str | None) -> None:
    small_capitals = '<span style="font-variant:small-caps;">rna</span><b>x<sup>2</sup></b>'
    assert item(Entry(id="a", title=Text(nodes)))["title"] == (expected or small_capitals)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(Day(1998, 21)), {"date-parts": [[1998]], "season": 1}),
        (Date(Day(1998, 5), Day(1999, 1, 2)), {"date-parts": [[1998, 5], [1999, 1, 2]]}),
        (Date(Day(-43), circa=True), {"date-parts": [[-43]], "circa": True}),
        (Date(literal="in press"), {"literal": "in press"}),
        (Date(), None),
        (None, None),
    ],
)
def test_a_date_has_the_parts_that_are_known(date: Date | None, expected: object) -> None:
    assert item(Entry(id="a", issued=date)).get("issued") == expected


def test_a_preprint_has_its_archive_number_as_number() -> None:
    entry = Entry(id="a", type="article", genre="preprint", identifiers={"arxiv": "2101.00001"})
    assert item(entry) == {"id": "a", "type": "article", "genre": "preprint", "number": "arXiv:2101.00001"}


def test_the_address_of_software_is_that_of_its_code() -> None:
    links = (WebLink("website", "https://example.org/"), WebLink("code", "https://example.org/code"))
    assert item(Entry(id="a", type="software", links=links)) == {
        "id": "a",
        "type": "software",
        "URL": "https://example.org/code",
    }


def test_a_type_that_is_not_csl_is_a_document() -> None:
    assert item(Entry(id="a", type="no-such-type", title=EMPTY)) == {"id": "a", "type": "document"}


def test_no_entries_are_an_empty_list() -> None:
    assert FORMAT.write([]) == "[]\n"

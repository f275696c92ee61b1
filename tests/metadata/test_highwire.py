"""Highwire tags: form, order, and what Zotero and Google Scholar must not be told."""

from dataclasses import replace
from typing import Any

import pytest

from sitegen.metadata import Facts, Neighbour
from sitegen.metadata.highwire import ITEM_TYPES, VOCABULARY
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, WebLink
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.model.venue import Venue
from sitegen.text.rich import Maths, Paragraph, Span, Text

ADA = Name(family="Okonkwo", given="Ada", affiliation="University of Lagos")
PAGE = "https://example.org/articles/okonkwo-2019/"


def pairs(entry: Entry, **facts: Any) -> list[tuple[str, str]]:
    assert VOCABULARY.tags
    found = VOCABULARY.tags(Facts(entry=entry, site_title="Lights", language="en", **facts))
    return [(tag.attributes[0][1], tag.attributes[1][1]) for tag in found]


def values(entry: Entry, name: str, **facts: Any) -> list[str]:
    return [content for tag, content in pairs(entry, **facts) if tag == name]


def written(entry: Entry, **names: tuple[Name, ...]) -> Entry:
    return Entry(id=entry.id, type=entry.type, names=names)


def test_a_journal_article_has_every_tag_in_order() -> None:
    entry = Entry(
        id="okonkwo-2019",
        type="article-journal",
        title=Text(("Light from ", Span("em", ("Noctiluca",)), ": ", Maths("E=mc^2", "E=mc²"))),
        names={"author": (ADA, Name(literal="Lantern Survey Team")), "editor": (Name(family="Plato"),)},
        issued=Date(Day(2019, 5, 7)),
        available_date=Date(Day(2019, 4)),
        container_title=Text.of("J Small Lights"),
        container_title_short="J. Sm. L.",
        volume="12",
        issue="3",
        page="107–117",
        issn=("1234-5679", "2049-3630"),
        doi="10.5555/lights.1",
        identifiers={"pmid": "1234", "arxiv": "1901.00001"},
        publisher=Text.of("Harbour Press"),
        publisher_place="Lagos",
        language="en",
        keywords=("plankton", "light"),
        abstracts=(Abstract(Text((Paragraph(("First ", Span("b", ("one",)), ".")), Paragraph(("Second.",))))),),
        licence="CC BY 4.0",
    )
    assert pairs(
        entry,
        page_url=PAGE,
        pdf_url=f"{PAGE}okonkwo-2019.pdf",
        venue=Venue("lights", "Journal of Small Lights"),
        people={("author", 0): Person("ada", ADA, orcid="0000-0002-1825-0097")},
    ) == [
        ("citation_title", "Light from Noctiluca: E=mc²"),
        ("citation_author", "Okonkwo, Ada"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("citation_author_institution", "University of Lagos"),
        ("citation_author", "Lantern Survey Team,"),
        ("citation_editor", "Plato"),
        ("citation_publication_date", "2019/05/07"),
        ("citation_online_date", "2019/04"),
        ("citation_journal_title", "Journal of Small Lights"),
        ("citation_journal_abbrev", "J. Sm. L."),
        ("citation_volume", "12"),
        ("citation_issue", "3"),
        ("citation_firstpage", "107"),
        ("citation_lastpage", "117"),
        ("citation_doi", "10.5555/lights.1"),
        ("citation_issn", "1234-5679"),
        ("citation_issn", "2049-3630"),
        ("citation_pmid", "1234"),
        ("citation_arxiv_id", "1901.00001"),
        ("citation_publisher", "Harbour Press"),
        ("citation_language", "en"),
        ("citation_keywords", "plankton"),
        ("citation_keywords", "light"),
        ("citation_abstract", "First one. Second."),
        ("citation_abstract_html_url", PAGE),
        ("citation_pdf_url", f"{PAGE}okonkwo-2019.pdf"),
        ("z.itemType", "journalArticle"),
        ("eprints.place_of_pub", "Lagos"),
        ("DC.rights", "CC BY 4.0"),
    ]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        (Name(literal="World Health Organization"), "World Health Organization,"),
        (Name(literal="CERN"), "CERN"),
        (Name(literal="Department of Energy, Office of Science"), "Department of Energy – Office of Science,"),
        (Name(literal="Red; Blue"), "Red – Blue,"),
        (Name(family="García Márquez", given="Gabriel José"), "García Márquez, Gabriel José;"),
        (Name(family="Berg", given="Jan Piet", non_dropping_particle="van der"), "van der Berg, Jan Piet;"),
        (Name(family="Berg", given="Jan", non_dropping_particle="van der"), "van der Berg, Jan"),
        (Name(family="King", given="Martin Luther", suffix="Jr."), "King, Martin Luther, Jr."),
        (Name(family="Taylor", given="Graham, W."), "Taylor, Graham W."),
        (Name(family="Plato"), "Plato"),
        (Name(family="Umm Kulthum"), "Umm Kulthum,"),
    ],
)
def test_a_lone_name_is_written_so_that_zotero_keeps_it_whole(name: Name, tag: str) -> None:
    entry = Entry(id="a", type="book")
    assert values(written(entry, author=(name,)), "citation_author") == [tag]
    assert values(written(entry, editor=(name,)), "citation_editor") == [tag]


def test_only_a_lone_name_needs_a_semicolon() -> None:
    two = (Name(family="García Márquez", given="Gabriel José"), ADA)
    found = values(Entry(id="a", names={"author": two}), "citation_author")
    assert found == ["García Márquez, Gabriel José", "Okonkwo, Ada"]


def test_editors_do_not_stand_in_for_authors() -> None:
    found = dict(pairs(Entry(id="a", type="book", names={"editor": (ADA,)})))
    assert found == {"citation_editor": "Okonkwo, Ada", "z.itemType": "book"}


def test_a_compiler_is_an_editor_and_translators_alone_are_named_as_zotero_reads_them() -> None:
    poe, low = Name(family="Poe", given="E."), Name(family="Low", given="T.")
    compiled = Entry(id="a", type="book", names={"compiler": (poe,), "translator": (low,)})
    assert dict(pairs(compiled)) == {"citation_editor": "Poe, E.", "z.itemType": "book"}
    translated = Entry(id="a", type="book", names={"translator": (low, ADA)})
    assert pairs(translated)[:2] == [("z.translators", "Low, T."), ("z.translators", "Okonkwo, Ada")]
    film = Entry(id="a", type="motion_picture", names={"director": (low,)})
    assert values(film, "z.directors") == ["Low, T."]


def test_the_orcid_of_the_source_goes_before_the_persons_and_a_wrong_one_is_not_told() -> None:
    people = {("author", 0): Person("ada", ADA, orcid="0000-0002-1825-0097")}
    given = Name(family="Okonkwo", orcid="https://orcid.org/0000-0001-5109-3700")
    wrong = Name(family="Okonkwo", orcid="0000-0001-5109-3701")
    tag = "citation_author_orcid"
    assert values(Entry(id="a", names={"author": (given,)}), tag, people=people) == [
        "https://orcid.org/0000-0001-5109-3700"
    ]
    assert values(Entry(id="a", names={"author": (wrong,)}), tag) == []


def test_the_title_of_the_book_stands_before_that_of_the_conference() -> None:
    entry = Entry(
        id="a",
        type="paper-conference",
        container_title=Text.of("Proceedings of Lights"),
        event_title=Text.of("Lights 2020"),
        collection_title=Text.of("Lecture Notes"),
        isbn=("978-3-16-148410-0", "3-16-148410-X"),
        event_place="Lagos",
    )
    assert pairs(entry) == [
        ("citation_inbook_title", "Proceedings of Lights"),
        ("citation_conference_title", "Lights 2020"),
        ("citation_series_title", "Lecture Notes"),
        ("citation_isbn", "978-3-16-148410-0"),
        ("citation_isbn", "3-16-148410-X"),
        ("z.itemType", "conferencePaper"),
        ("eprints.place_of_pub", "Lagos"),
    ]


def test_a_conference_without_a_name_goes_by_its_proceedings() -> None:
    entry = Entry(id="a", type="paper-conference", container_title=Text.of("Proceedings"))
    assert values(entry, "citation_conference_title") == ["Proceedings"]


def test_a_thesis_and_a_report_name_their_institution_instead_of_a_publisher() -> None:
    thesis = Entry(id="a", type="thesis", genre="PhD thesis", publisher=Text.of("University of Lagos"))
    assert pairs(thesis) == [
        ("citation_dissertation_institution", "University of Lagos"),
        ("z.itemType", "thesis"),
        ("DC.type", "PhD thesis"),
    ]
    report = Entry(id="a", type="report", genre="Technical report", publisher=Text.of("Institute"), number="TR-39")
    assert pairs(report) == [
        ("citation_technical_report_institution", "Institute"),
        ("citation_technical_report_number", "TR-39"),
        ("z.itemType", "report"),
        ("DC.type", "Technical report"),
    ]


def test_a_preprint_has_no_journal_tag_and_two_for_its_number() -> None:
    entry = Entry(
        id="a",
        type="article",
        genre="preprint",
        container_title=Text.of("arXiv preprint"),
        identifiers={"arxiv": "2101.00001"},
    )
    assert pairs(entry) == [
        ("citation_arxiv_id", "2101.00001"),
        ("citation_technical_report_number", "arXiv:2101.00001"),
        ("z.itemType", "preprint"),
    ]


def test_a_newspaper_is_named_without_the_journal_tag() -> None:
    entry = Entry(id="a", type="article-newspaper", container_title=Text.of("The Lagos Lantern"), page="A1")
    assert pairs(entry) == [
        ("citation_firstpage", "A1"),
        ("z.itemType", "newspaperArticle"),
        ("prism.publicationName", "The Lagos Lantern"),
    ]


def test_edition_version_and_length_have_tags_that_zotero_reads() -> None:
    book = Entry(id="a", type="book", edition="2", number_of_pages="340")
    assert pairs(book) == [("z.itemType", "book"), ("prism.edition", "2"), ("bibo.numPages", "340")]
    assert pairs(Entry(id="a", type="software", version="1.2"))[-1] == ("prism.edition", "1.2")


def test_an_article_number_stands_for_pages() -> None:
    entry = Entry(id="a", type="article-journal", number="e18455")
    assert pairs(entry) == [("citation_firstpage", "e18455"), ("z.itemType", "journalArticle")]


def test_words_in_place_of_pages_are_no_first_page_and_leave_it_to_an_article_number() -> None:
    entry = Entry(id="a", type="article-journal", page="to appear")
    assert pairs(entry) == [("z.itemType", "journalArticle")]
    assert values(replace(entry, number="e18455"), "citation_firstpage") == ["e18455"]


@pytest.mark.parametrize(
    ("date", "tag"),
    [
        (Date(Day(2019)), ["2019"]),
        (Date(Day(2019, 5)), ["2019/05"]),
        (Date(Day(2019, 22)), ["2019"]),
        (Date(Day(2019), Day(2021)), ["2019"]),
        (Date(Day(987)), ["0987"]),
        (Date(Day(-43)), []),
        (Date(literal="forthcoming"), []),
        (None, []),
    ],
)
def test_a_date_is_shortened_and_never_invented(date: Date | None, tag: list[str]) -> None:
    assert values(Entry(id="a", issued=date), "citation_publication_date") == tag


def test_a_pdf_elsewhere_is_not_named() -> None:
    entry = Entry(id="a", links=(WebLink("pdf", "https://arxiv.org/pdf/2101.00001"),))
    assert pairs(entry, page_url=PAGE) == [("citation_abstract_html_url", PAGE), ("z.itemType", "document")]


def test_a_pdf_elsewhere_is_named_where_the_owner_wants_it_fetched() -> None:
    entry = Entry(id="a", links=(WebLink("pdf", "https://arxiv.org/pdf/2101.00001"),))
    assert values(entry, "citation_pdf_url", remote_pdf=True) == ["https://arxiv.org/pdf/2101.00001"]
    assert values(entry, "citation_pdf_url", remote_pdf=True, pdf_url=f"{PAGE}a.pdf") == [f"{PAGE}a.pdf"]


def test_a_cited_work_is_one_tag_with_its_parts() -> None:
    cited = Entry(
        id="b",
        type="article-journal",
        title=Text.of("Lamps; or lights"),
        names={"author": (ADA, Name(literal="The Team"))},
        issued=Date(Day(2019, 5)),
        container_title=Text.of("Journal of Lights"),
        volume="2",
        doi="10.5555/lamps",
    )
    kinds = (Neighbour("cites", cited, f"{PAGE}b/"), Neighbour("related", cited, f"{PAGE}b/"))
    assert values(Entry(id="a"), "citation_reference", neighbours=kinds) == [
        (
            "citation_title=Lamps, or lights; citation_author=Okonkwo, Ada; citation_author=The Team; "
            "citation_publication_date=2019/05; citation_journal_title=Journal of Lights; citation_volume=2; "
            "citation_doi=10.5555/lamps"
        )
    ]


def test_the_language_of_a_program_is_told() -> None:
    entry = Entry(id="a", type="software", extra={"programminglanguage": "C\\#"})
    assert values(entry, "so.programmingLanguage") == ["C#"]


def test_a_retracted_title_says_so_once() -> None:
    for title in ("Lamps", "Retracted: Lamps"):
        entry = Entry(id="a", title=Text.of(title), status="retracted")
        assert values(entry, "citation_title")[0].upper() == "RETRACTED: LAMPS"


def test_every_author_has_a_tag_however_many_there_are() -> None:
    entry = Entry(id="a", names={"author": tuple(Name(family=f"N{number}") for number in range(3000))})
    assert values(entry, "citation_author") == [f"N{number}" for number in range(3000)]


def test_a_volume_with_a_title_of_its_own_is_the_book_that_a_chapter_stands_in() -> None:
    entry = Entry(id="a", type="chapter", container_title=Text.of("Works"), volume_title=Text.of("Letters"))
    assert values(entry, "citation_inbook_title") == ["Letters"]


def test_every_work_says_its_type_outright() -> None:
    for kind in (*ITEM_TYPES, "no-such-type"):
        assert values(Entry(id="a", type=kind), "z.itemType") == [ITEM_TYPES.get(kind, "document")]

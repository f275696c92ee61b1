"""RIS: the record of each type, line by line."""

from itertools import pairwise

import pytest

from sitegen.formats.ris import FORMAT, TYPES
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, WebLink
from sitegen.model.name import Name
from sitegen.text.rich import Maths, Paragraph, Span, Text

ADA = Name(family="Okonkwo", given="Ada")
JAN = Name(family="Berg", given="Jan", non_dropping_particle="van der")
TEAM = Name(literal="Lantern Survey Team")

ARTICLE = Entry(
    id="okonkwo-2019",
    type="article-journal",
    title=Text(("Light from ", Span("em", ("Noctiluca",)), ": ", Maths("E=mc^2", "E=mc²"))),
    names={"author": (ADA, JAN, TEAM, Name(family="King", given="Martin", suffix="Jr."))},
    issued=Date(Day(2019, 5, 7)),
    container_title=Text.of("Journal of Small Lights"),
    container_title_short="J. Small Lights",
    volume="12",
    issue="3",
    page="107–117",
    issn=("1234-5679", "2049-3630"),
    doi="10.5555/lights.1",
    language="en",
    keywords=("plankton", "light"),
    abstracts=(Abstract(Text((Paragraph(("First.",)), Paragraph(("Second.",))))),),
    links=(WebLink("publisher", "https://example.org/lights/1"), WebLink("pdf", "https://example.org/lights/1.pdf")),
)


def lines(entry: Entry) -> list[str]:
    return [line for line in FORMAT.write([entry]).splitlines() if line != f"ID  - {entry.id}"]


def test_a_journal_article_is_written_in_full() -> None:
    assert FORMAT.write([ARTICLE]) == (
        "TY  - JOUR\n"
        "AU  - Okonkwo, Ada\n"
        "AU  - van der Berg, Jan\n"
        "AU  - Lantern Survey Team,\n"
        "AU  - King, Martin, Jr.\n"
        "TI  - Light from Noctiluca: E=mc²\n"
        "T2  - Journal of Small Lights\n"
        "J2  - J. Small Lights\n"
        "PY  - 2019\n"
        "DA  - 2019/05/07/\n"
        "VL  - 12\n"
        "IS  - 3\n"
        "SP  - 107\n"
        "EP  - 117\n"
        "SN  - 1234-5679, 2049-3630\n"
        "DO  - 10.5555/lights.1\n"
        "UR  - https://example.org/lights/1\n"
        "L1  - https://example.org/lights/1.pdf\n"
        "AB  - First. Second.\n"
        "KW  - plankton\n"
        "KW  - light\n"
        "LA  - en\n"
        "ID  - okonkwo-2019\n"
        "ER  - \n"
    )


def test_a_conference_paper_names_its_conference_and_its_proceedings() -> None:
    entry = Entry(
        id="a",
        type="paper-conference",
        names={"author": (ADA,), "editor": (JAN,), "collection_editor": (TEAM,)},
        container_title=Text.of("Proceedings of Lights"),
        event_title=Text.of("Lights 2020"),
        collection_title=Text.of("Lecture Notes"),
        publisher_place="Berlin",
        event_place="Lagos",
        isbn=("978-3-16-148410-0",),
    )
    assert lines(entry) == [
        "TY  - CONF",
        "AU  - Okonkwo, Ada",
        "A2  - van der Berg, Jan",
        "A3  - Lantern Survey Team,",
        "C3  - Proceedings of Lights",
        "T2  - Lights 2020",
        "T3  - Lecture Notes",
        "SN  - 978-3-16-148410-0",
        "C1  - Lagos",
        "ER  - ",
    ]


def test_a_conference_without_a_name_goes_by_its_proceedings() -> None:
    entry = Entry(id="a", type="paper-conference", container_title=Text.of("Proceedings"))
    assert lines(entry)[1:3] == ["C3  - Proceedings", "T2  - Proceedings"]


def test_the_editors_of_a_book_are_a3_its_series_is_t2_and_its_length_is_sp() -> None:
    entry = Entry(
        id="a",
        type="book",
        names={"editor": (ADA,), "collection_editor": (JAN,), "translator": (Name(family="Plato"),)},
        title=Text.of("Lamps"),
        collection_title=Text.of("Old Lamps"),
        edition="2",
        number_of_pages="340",
        number_of_volumes="3",
        publisher=Text.of("Harbour Press"),
        publisher_place="Lagos",
    )
    assert lines(entry) == [
        "TY  - BOOK",
        "A3  - Okonkwo, Ada",
        "A2  - van der Berg, Jan",
        "A4  - Plato",
        "TI  - Lamps",
        "T2  - Old Lamps",
        "NV  - 3",
        "SP  - 340",
        "ET  - 2",
        "PB  - Harbour Press",
        "CY  - Lagos",
        "ER  - ",
    ]


def test_a_compiler_is_written_as_an_editor_and_a_volume_with_its_own_title_is_the_book() -> None:
    entry = Entry(
        id="a",
        type="chapter",
        names={"compiler": (ADA,)},
        container_title=Text.of("Works"),
        volume_title=Text.of("Letters"),
    )
    assert lines(entry) == ["TY  - CHAP", "A2  - Okonkwo, Ada", "T2  - Letters", "ER  - "]


def test_a_report_has_its_number_in_sn_and_its_kind_in_m3() -> None:
    entry = Entry(
        id="a", type="report", number="TR-39", genre="Technical report", publisher=Text.of("Institute"), isbn=("1",)
    )
    assert lines(entry) == ["TY  - RPRT", "SN  - TR-39", "M3  - Technical report", "PB  - Institute", "ER  - "]


def test_a_thesis_has_its_kind_in_m3_and_its_school_in_pb() -> None:
    entry = Entry(id="a", type="thesis", genre="PhD thesis", publisher=Text.of("University of Lagos"))
    assert lines(entry) == ["TY  - THES", "M3  - PhD thesis", "PB  - University of Lagos", "ER  - "]


def test_an_article_number_stands_for_pages_and_in_c7() -> None:
    assert lines(Entry(id="a", type="article-journal", number="e18455")) == [
        "TY  - JOUR",
        "SP  - e18455",
        "C7  - e18455",
        "ER  - ",
    ]


def test_words_in_place_of_pages_stand_in_sp_where_programs_look_for_pages() -> None:
    assert lines(Entry(id="a", type="article-journal", page="to appear")) == ["TY  - JOUR", "SP  - to appear", "ER  - "]


def test_a_preprint_has_its_archive_number_in_an() -> None:
    entry = Entry(id="a", type="article", identifiers={"arxiv": "2101.00001"}, genre="preprint")
    assert lines(entry) == ["TY  - UNPB", "AN  - arXiv:2101.00001", "ER  - "]


def test_software_has_a_version_and_no_language_which_would_be_that_of_the_program() -> None:
    entry = Entry(
        id="a", type="software", version="1.2", language="en", links=(WebLink("code", "https://example.org/code"),)
    )
    assert lines(entry) == ["TY  - COMP", "ET  - 1.2", "UR  - https://example.org/code", "ER  - "]


def test_affiliations_are_said_once() -> None:
    names = tuple(
        Name(family=family, affiliation=at) for family, at in (("A", "Lagos"), ("B", "Accra"), ("C", "Lagos"))
    )
    assert "AD  - Lagos; Accra" in lines(Entry(id="a", names={"author": names}))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (Day(1998), ["PY  - 1998"]),
        (Day(1998, 5), ["PY  - 1998", "DA  - 1998/05//"]),
        (Day(1998, 23), ["PY  - 1998", "DA  - 1998///autumn"]),
    ],
)
def test_a_date_says_no_more_than_is_known(day: Day, expected: list[str]) -> None:
    assert lines(Entry(id="a", issued=Date(day)))[1:-1] == expected


def test_a_retraction_is_a_note_with_the_words_of_the_source() -> None:
    entry = Entry(id="a", status="retracted", status_note=Text.of("figure 2 was invented"), note=Text.of("In Yoruba."))
    assert lines(entry)[1:-1] == ["N1  - Retracted: figure 2 was invented", "N1  - In Yoruba."]


def test_a_value_cannot_open_a_line_of_its_own() -> None:
    entry = Entry(id="a", title=Text.of("One\nER  - \r\x00TY  - BOOK\u2028two\x85three"))
    assert lines(entry) == ["TY  - GEN", "TI  - One ER - TY - BOOK two three", "ER  - "]


def test_every_record_ends_in_er_and_an_empty_line_parts_records() -> None:
    text = FORMAT.write([ARTICLE, ARTICLE, Entry(id="b")])
    found = text.split("\n")
    assert found.count("ER  - ") == 3
    assert [after for before, after in pairwise(found) if before == "ER  - "] == ["", "", ""]
    assert text.endswith("ER  - \n")
    assert FORMAT.write([]) == ""


def test_an_unknown_type_is_generic() -> None:
    assert lines(Entry(id="a", type="no-such-type"))[0] == "TY  - GEN"
    assert {"CPAPER", "EDBOOK"}.isdisjoint(TYPES.values())

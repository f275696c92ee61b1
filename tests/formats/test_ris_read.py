"""RIS read: every value into its field, every record in its place, nothing lost without a word."""

import re
from pathlib import Path

import pytest

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.ris import FORMAT
from sitegen.formats.ris.codes import CODES
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Attachment, Entry, WebLink
from sitegen.model.name import Name
from sitegen.problems import Place
from sitegen.text import decode
from sitegen.text.rich import Paragraph, Text
from tests.effort import ends


def reading(text: str | bytes, limits: LimitsConfig | None = None) -> Reading:
    assert FORMAT.read is not None
    data = text if isinstance(text, bytes) else text.encode()
    return FORMAT.read([Source("content/a.ris", data)], limits or LimitsConfig())


def entry(*lines: str) -> Entry:
    """The entry of a record of these lines, between TY and ER where they do not say otherwise."""
    first = () if lines[0].startswith("TY") else ("TY  - JOUR",)
    (found,) = reading("\n".join([*first, *lines, "ER  - \n"])).entries
    return found


def codes(text: str | bytes, limits: LimitsConfig | None = None) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in reading(text, limits).problems]


def test_a_journal_article_is_read_in_full() -> None:
    found = entry(
        "ID  - okonkwo-2019",
        "AU  - Okonkwo, Ada",
        "A1  - van der Berg, Jan, Jr.",
        "AU  - Lantern Survey Team,",
        "T1  - Light & water",
        "JF  - Journal of Small Lights",
        "JO  - J. Small Lights",
        "PY  - 2019",
        "DA  - 2019/05/07/",
        "VL  - 12",
        "IS  - 3",
        "SP  - 107",
        "EP  - 117",
        "SN  - 1234-5679, 2049-3630",
        "DO  - https://doi.org/10.5555/lights.1",
        "UR  - https://example.org/lights/1",
        "L1  - https://example.org/lights/1.pdf",
        "AB  - First.",
        "KW  - plankton",
        "KW  - light",
        "LA  - English",
        "N1  - In Yoruba.",
        "AN  - arXiv:1901.00001",
        "Y2  - 2020/01//",
    )
    assert found == Entry(
        id="okonkwo-2019",
        type="article-journal",
        names={
            "author": (
                Name(family="Okonkwo", given="Ada"),
                Name(family="Berg", given="Jan", non_dropping_particle="van der", suffix="Jr."),
                Name(literal="Lantern Survey Team"),
            )
        },
        title=Text.of("Light & water"),
        container_title=Text.of("Journal of Small Lights"),
        container_title_short="J. Small Lights",
        issued=Date(Day(2019, 5, 7)),
        accessed=Date(Day(2020, 1)),
        volume="12",
        issue="3",
        page="107–117",
        issn=("1234-5679", "2049-3630"),
        doi="10.5555/lights.1",
        identifiers={"arxiv": "1901.00001"},
        links=(
            WebLink("pdf", "https://example.org/lights/1.pdf"),
            WebLink("publisher", "https://example.org/lights/1"),
        ),
        abstracts=(Abstract(Text.of("First.")),),
        keywords=("plankton", "light"),
        language="en",
        note=Text.of("In Yoruba."),
    )
    assert found.place == Place("content/a.ris", 1)


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("JOUR", "article-journal"),
        ("CPAPER", "paper-conference"),
        ("CONF", "paper-conference"),
        ("EDBOOK", "book"),
        ("CHAP", "chapter"),
        ("THES", "thesis"),
        ("RPRT", "report"),
        ("UNPB", "manuscript"),
        ("COMP", "software"),
        ("DATA", "dataset"),
        ("ELEC", "webpage"),
        ("VIDEO", "motion_picture"),
        ("GEN", "document"),
    ],
)
def test_a_type_is_read_as_the_most_common_that_is_written_so(kind: str, csl: str) -> None:
    assert entry(f"TY  - {kind}", "TI  - A").type == csl


def test_an_unknown_type_is_a_document_with_a_word_about_it() -> None:
    assert entry("TY  - FOO", "TI  - A").type == "document"
    assert codes("TY  - FOO\nTI  - A\nER  - \n") == [("unknown-type", 1)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Okonkwo, A.B.", Name(family="Okonkwo", given="A.B.")),
        ("King, Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("Plato", Name(family="Plato")),
        ("UNESCO,", Name(literal="UNESCO")),
        ("Department of Energy, Office of Science,", Name(literal="Department of Energy, Office of Science")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("A. van Dyke", Name(family="Dyke", given="A.", non_dropping_particle="van")),
        ("De Gaulle, Charles", Name(family="De Gaulle", given="Charles")),
    ],
)
def test_names_stand_family_first(line: str, name: Name) -> None:
    assert entry(f"AU  - {line}").names == {"author": (name,)}


def test_several_names_on_one_line_are_so_many_people() -> None:
    text = "TY  - JOUR\nAU  - Quill, Ada; Brick, Bob and Toy, Tea\nER  - \n"
    assert [name.family for name in reading(text).entries[0].authors] == ["Quill", "Brick", "Toy"]
    assert codes(text) == [("name-list", 2)]


def test_et_al_is_nobody() -> None:
    found = entry("AU  - Quill, Ada", "AU  - et al.")
    assert (len(found.authors), found.et_al) == (1, frozenset({"author"}))


def test_a_name_with_many_commas_is_shown_as_it_stands() -> None:
    text = "TY  - JOUR\nAU  - A, B, C, D, E\nER  - \n"
    assert reading(text).entries[0].authors == (Name(literal="A, B, C, D, E"),)
    assert codes(text) == [("odd-name", 2)]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("PY  - 2004",), Day(2004)),
        (("PY  - 2004/05/12/",), Day(2004, 5, 12)),
        (("Y1  - 2004/05//",), Day(2004, 5)),
        (("PY  - 2004///",), Day(2004)),
        (("PY  - 2004", "DA  - 2004///summer"), Day(2004, 22)),
        (("DA  - 2004/05/12", "PY  - 2004"), Day(2004, 5, 12)),
        (("PY  - 2004", "DA  - May 12"), Day(2004, 5, 12)),
        (("PY  - 2004", "DA  - 12 May 2004"), Day(2004, 5, 12)),
        (("PY  - 2004///May",), Day(2004, 5)),
        (("PY  - 2004-05-12",), Day(2004, 5, 12)),
        (("PY  - -0043",), Day(-43)),
    ],
)
def test_dates_are_read_in_the_parts_of_ris_and_as_people_write_them(lines: tuple[str, ...], day: Day) -> None:
    assert entry(*lines).issued == Date(day)


def test_a_second_date_that_does_not_fit_is_kept() -> None:
    found = entry("PY  - 2004", "DA  - 1999/01/01/")
    assert (found.issued, found.extra) == (Date(Day(2004)), {"ris-da": "1999/01/01/"})


def test_an_impossible_month_is_left_out_with_a_word() -> None:
    text = "TY  - JOUR\nPY  - 2004/13/01/\nER  - \n"
    assert reading(text).entries[0].issued == Date(Day(2004))
    assert codes(text) == [("impossible-date", 2)]


def test_words_in_place_of_a_year_are_a_status() -> None:
    found = entry("PY  - in press")
    assert (found.issued, found.status) == (Date(literal="in press"), "in-press")


def test_a_conference_paper_has_its_proceedings_in_c3_or_else_in_t2() -> None:
    both = entry("TY  - CONF", "T2  - Lights 2020", "C3  - Proceedings of Lights", "C1  - Lagos", "CY  - Berlin")
    assert (both.container_title, both.event_title) == (Text.of("Proceedings of Lights"), Text.of("Lights 2020"))
    assert (both.event_place, both.publisher_place) == ("Lagos", "Berlin")
    alone = entry("TY  - CPAPER", "T2  - Proceedings")
    assert (alone.container_title, alone.event_title) == (Text.of("Proceedings"), Text())


def test_the_second_authors_of_a_book_are_those_of_its_series() -> None:
    book = entry("TY  - BOOK", "A2  - Series, S.", "A3  - Editor, E.", "T2  - Old Lamps", "SP  - 340")
    assert [(role, name.family) for role in book.names for name in book.names[role]] == [
        ("collection_editor", "Series"),
        ("editor", "Editor"),
    ]
    assert (book.collection_title, book.number_of_pages) == (Text.of("Old Lamps"), "340")
    chapter = entry("TY  - CHAP", "A2  - Editor, E.", "A3  - Series, S.", "BT  - Lamps")
    assert (chapter.names["editor"][0].family, chapter.container_title) == ("Editor", Text.of("Lamps"))


def test_sn_is_the_number_of_a_report_but_for_an_isbn() -> None:
    assert entry("TY  - RPRT", "SN  - TR-39", "M3  - Technical report").number == "TR-39"
    assert entry("TY  - RPRT", "SN  - 978-3-16-148410-0").isbn == ("978-3-16-148410-0",)


def test_an_article_number_is_no_page() -> None:
    for lines in (("SP  - e18455", "C7  - e18455"), ("SP  - e18455",), ("C7  - e18455",)):
        assert (entry(*lines).number, entry(*lines).page) == ("e18455", "")


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        (("SP  - 107-117",), "107–117"),
        (("SP  - 107", "EP  - 107"), "107"),
        (("EP  - 117", "SP  - 107"), "107–117"),
        (("SP  - 107", "EP  - 107-117"), "107–117"),
        (("SP  - xii", "EP  - xx"), "xii–xx"),
        (("EP  - 9",), "9"),
    ],
)
def test_pages_are_joined(lines: tuple[str, ...], page: str) -> None:
    assert entry(*lines).page == page


def test_an_unpublished_work_in_an_archive_is_a_preprint() -> None:
    for lines in (("TY  - UNPB", "AN  - arXiv:2101.00001"), ("TY  - JOUR", "T2  - arXiv", "AN  - arXiv:2101.00001")):
        found = entry(*lines)
        assert (found.type, found.genre, found.identifiers) == ("article", "preprint", {"arxiv": "2101.00001"})


def test_values_go_on_over_lines() -> None:
    found = entry("TI  - A long", "title", "AB  - First", "line.", "", "Second.", "KW  - one", "two; three")
    assert found.title == Text.of("A long title")
    assert found.abstract == Text((Paragraph(("First line.",)), Paragraph(("Second.",))))
    assert found.keywords == ("one", "two", "three")


def test_what_is_not_understood_is_kept_as_latex_source_and_goes_back() -> None:
    found = entry("U1  - 50 % done", "U1  - twice", "XX  - strange", "SN  - 1234-5678", "LA  - Klingon?")
    kept = {"ris-u1": "50 \\% done; twice", "ris-xx": "strange", "ris-sn": "1234-5678", "ris-la": "Klingon?"}
    assert found.extra == kept
    assert "U1  - 50 % done; twice\n" in FORMAT.write([found])


def test_files_outside_the_site_are_left_out_and_those_inside_are_attached() -> None:
    text = "TY  - JOUR\nL1  - file:///C:/a.pdf\nL1  - papers/a.pdf\nUR  - javascript:alert(1)\nER  - \n"
    (found,) = reading(text).entries
    assert found.attachments == (Attachment("pdf", "papers/a.pdf"),)
    assert (found.links, found.extra) == ((), {"ris-ur": "javascript:alert(1)"})
    assert codes(text) == [("file-outside", 2), ("bad-address", 4)]


def test_an_address_that_repeats_the_doi_is_left_out() -> None:
    found = entry("UR  - https://doi.org/10.5555/lights.1", "DO  - 10.5555/lights.1")
    assert (found.doi, found.links) == ("10.5555/lights.1", ())


def test_a_retraction_is_read_from_its_note_and_a_date_of_submission_is_only_a_note() -> None:
    found = entry("N1  - Retracted: figure 2 was invented", "N1  - In Yoruba")
    assert (found.status, found.status_note) == ("retracted", Text.of("figure 2 was invented"))
    assert found.note == Text.of("In Yoruba")
    assert entry("N1  - Submitted: 12 May 2004").status == ""


def test_records_without_their_ends_are_all_read_and_said() -> None:
    text = "TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\nER  -\n\nTI  - C\nER  - \nTY  - GEN\nTI  - D"
    found = reading(text)
    assert [each.title.to_plain() for each in found.entries] == ["A", "B", "C", "D"]
    assert found.found == 4
    assert codes(text) == [("missing-end", 1), ("missing-start", 7), ("missing-end", 9)]


def test_text_outside_of_records_is_said_with_its_line() -> None:
    text = "Provider: X\n\nTY  - JOUR\nTI  - A\nER  - \n\nmore\ntext\n"
    assert codes(text)[0] == ("stray-text", 1)
    assert "Provider: X" in reading(text).problems[0].message
    assert len(codes(text)) == 2


def test_loose_lines_are_read_and_counted() -> None:
    text = "TY  - JOUR\nTI - A\n AU  -  Quill, Ada\nAB  - Carbon\nCO - a gas\nER  -\n"
    (found,) = reading(text).entries
    assert (found.title, found.authors[0].family) == (Text.of("A"), "Quill")
    assert found.abstract == Text.of("Carbon CO - a gas")
    assert codes(text) == [("loose-line", 2)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_line_ends_are_those_of_all_bibliographies(encoding: str) -> None:
    for end in ("\r\n", "\r", "\n"):
        data = f"TY  - JOUR{end}TI  - Café{end}ER  - {end}".encode(encoding)
        (found,) = reading(data).entries
        assert found.title == Text.of("Café")
        assert found.place.line == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04zip", b"%PDF-1.7", b"hello\n", b"<html></html>"])
def test_a_file_that_is_no_ris_is_said_so(data: bytes) -> None:
    (problem,) = reading(data).problems
    assert (problem.code, problem.left_out) == ("not-ris", True)


def test_an_empty_file_is_nothing_and_an_empty_record_is_said() -> None:
    assert reading("") == Reading()
    assert reading("TY  - JOUR\nER  - \n").found == 1
    assert codes("TY  - JOUR\nER  - \n") == [("empty-record", 1)]


def test_limits_are_kept_and_said() -> None:
    limits = LimitsConfig(field_characters=100, names=2)
    text = f"TY  - JOUR\nAU  - A, A\nAU  - B, B\nAU  - C, C\nAU  - D, D\nTI  - {'x' * 200}\nER  - \n"
    (found,) = reading(text, limits).entries
    assert (len(found.authors), len(found.title.to_plain())) == (2, 100)
    assert ("value-too-long", 6) in codes(text, limits)
    assert ("too-many-names", 4) in codes(text, limits)


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - " + "x" * 20_000_000,
        "TY  - JOUR\nTI  - \x00\x00a\x00\nER  - \n",
        "TY  - JOUR\n" + "AB  - a\n" * 200_000,
        "TY  - JOUR\n" + "N1  - a note\n" * 200_000,
        "TY  - JOUR\n" + "SN  - 1234-5678\n" * 20_000,
        "TY  - JOUR\nER  - \n" * 20_000,
        "\n" * 5_000_000,
        "TY  - JOUR\nAU  - " + "a," * 100_000,
        "TY  - JOUR\nAU  - " + "a and " * 100_000,
        "TY  - JOUR\nTI  - " + "e" + "\u0301\u0316" * 100_000,
        "TY  - JOUR\nPY  - " + "1" * 100_000 + "\nDA  - " + "9/" * 10_000,
        "x\nER  - \n" * 100_000,
    ],
    ids=range(12),
)
def test_hostile_files_come_to_an_end(text: str) -> None:
    ends(lambda: reading(text))


def test_every_finding_about_the_bytes_has_a_code() -> None:
    source = Path(decode.__file__).read_text("utf-8")
    assert set(re.findall(r'Finding\(\s*"([a-z0-9-]+)"', source)) <= CODES.keys()


def test_every_code_says_what_it_is_and_its_hint_starts_with_a_verb() -> None:
    for code in CODES.values():
        assert code.doc.endswith(".")
        assert code.hint == "" or (code.hint[0].isupper() and code.hint.endswith("."))

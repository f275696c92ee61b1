"""CSL-JSON read: every variable into its field, other JSON left alone, nothing lost without a word."""

import json
import re
from pathlib import Path

import pytest

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.csl_json import FORMAT
from sitegen.formats.csl_json.codes import CODES
from sitegen.formats.csl_json.markup import read as read_markup
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, WebLink
from sitegen.model.name import Name
from sitegen.problems import Place
from sitegen.text import decode
from sitegen.text.rich import Paragraph, Span, Text
from tests.effort import ends


def reading(text: str | bytes, limits: LimitsConfig | None = None) -> Reading:
    assert FORMAT.read is not None
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return FORMAT.read([Source("content/a.json", data)], limits or LimitsConfig())


def entry(**variables: object) -> Entry:
    """The entry of an item; `_` in names of variables stands for `-`."""
    item = {"type": "article-journal", "id": "a"} | {name.replace("_", "-"): each for name, each in variables.items()}
    (found,) = reading(json.dumps([item])).entries
    return found


def codes(text: str | bytes, limits: LimitsConfig | None = None) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in reading(text, limits).problems]


def test_a_journal_article_is_read_in_full() -> None:
    found = entry(
        title="On <i>Noctiluca</i> & water",
        author=[
            {"family": "Okonkwo", "given": "Ada", "suffix": "Jr."},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "Lantern Survey Team"},
        ],
        collection_editor=[{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}],
        issued={"date-parts": [[2019, "5", 7]]},
        accessed={"raw": "2020-01"},
        container_title="Journal of Small Lights",
        journalAbbreviation="J. Small Lights",
        volume=12,
        issue="3",
        page="107-117",
        ISSN="1234-5679, 2049-3630",
        DOI="10.5555/lights.1",
        PMID=1234,
        language="en-GB",
        keyword="plankton, light",
        abstract="First.\n\nSecond.",
        status="in press",
        URL="https://example.org/lights",
        note="In Yoruba.",
        call_number="QA 76",
    )
    assert found == Entry(
        id="a",
        type="article-journal",
        title=Text(("On ", Span("i", ("Noctiluca",)), " & water")),
        names={
            "author": (
                Name(family="Okonkwo", given="Ada", suffix="Jr."),
                Name(family="Berg", given="Jan", non_dropping_particle="van der"),
                Name(literal="Lantern Survey Team"),
            ),
            "collection_editor": (Name(family="Beethoven", given="Ludwig", dropping_particle="van"),),
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
        identifiers={"pmid": "1234"},
        language="en-GB",
        keywords=("plankton", "light"),
        abstracts=(Abstract(Text((Paragraph(("First.",)), Paragraph(("Second.",))))),),
        status="in-press",
        links=(WebLink("publisher", "https://example.org/lights"),),
        note=Text.of("In Yoruba."),
        extra={"call-number": "QA 76"},
    )


def test_every_item_knows_its_line() -> None:
    found = reading('[\n  {"type": "book", "id": 1, "title": "A"},\n\n  {"type": "book",\n   "id": "b"}\n]')
    assert [(each.id, each.place) for each in found.entries] == [
        ("1", Place("content/a.json", 2)),
        ("b", Place("content/a.json", 4)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"items": [{"type": "book", "id": "a"}]}',
        '{"type": "book", "id": "a"}',
        '[{"type": "book", "id": "a", "publisher": "B"}]',
        '\ufeff[{"type": "book", "id": "a"},]',
    ],
)
def test_a_list_under_items_or_a_single_item_are_read_too(text: str) -> None:
    assert [each.id for each in reading(text).entries] == ["a"]


@pytest.mark.parametrize(
    "text",
    ['{"a": 1}', "[1, 2]", '[{"type": "Feature", "id": 1}]', '{"type": "FeatureCollection"}', "no JSON", '[{"type":'],
)
def test_other_json_is_left_alone_with_one_word(text: str) -> None:
    found = reading(text)
    (problem,) = found.problems
    assert (problem.code, problem.level, problem.left_out) == ("not-csl-json", "info", False)
    assert (found.entries, found.found) == ((), 0)


@pytest.mark.parametrize("text", ["", " \n", "[]", "[ ]\n"])
def test_an_empty_list_is_passed_over(text: str) -> None:
    assert reading(text) == Reading()


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [["1998", "05"]]}, Date(Day(1998, 5))),
        ({"date-parts": [[1998, 5], [1999, 1, 2]]}, Date(Day(1998, 5), Day(1999, 1, 2))),
        ({"date-parts": [[-43]], "circa": True}, Date(Day(-43), circa=True)),
        ({"date-parts": [[1998]], "season": 1}, Date(Day(1998, 21))),
        ({"date-parts": [[1998]], "season": "Winter"}, Date(Day(1998, 24))),
        ({"date-parts": [[1998, 14]]}, Date(Day(1998, 22))),
        ({"raw": "12 May 2004"}, Date(Day(2004, 5, 12))),
        ({"raw": "1998/1999~"}, Date(Day(1998), Day(1999), circa=True)),
        ({"literal": "in press"}, Date(literal="in press")),
        ("2004-05", Date(Day(2004, 5))),
        ({"date-parts": [[1998, 13]], "circa": "0"}, Date(Day(1998, 21))),
    ],
)
def test_dates_have_many_forms(date: object, expected: Date) -> None:
    assert entry(issued=date).issued == expected


@pytest.mark.parametrize(
    "date", [{"date-parts": [[None]]}, {"date-parts": [[]]}, {"date-parts": "x"}, [2004], {"x": 1}]
)
def test_a_date_that_says_nothing_is_kept(date: object) -> None:
    found = entry(issued=date)
    assert found.issued is None
    assert "issued" in found.extra


def test_an_impossible_day_is_left_out_with_a_word() -> None:
    text = '[{"type": "book", "id": "a", "issued": {"date-parts": [[2003, 2, 30]]}}]'
    assert reading(text).entries[0].issued == Date(Day(2003, 2))
    assert codes(text) == [("impossible-date", 1)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "de la Cruz", "given": "Ana"}, Name(family="de la Cruz", given="Ana")),
        (
            {"family": "de la Cruz", "given": "Ana van", "parse-names": True},
            Name(family="Cruz", given="Ana", non_dropping_particle="de la", dropping_particle="van"),
        ),
        ({"name": "Lantern Team", "sequence": "first"}, Name(literal="Lantern Team")),
        (
            {
                "family": "Okonkwo",
                "ORCID": "http://orcid.org/0000-0002-1825-0097",
                "affiliation": [{"name": "Lagos"}, {"name": "Accra"}],
            },
            Name(family="Okonkwo", orcid="0000-0002-1825-0097", affiliation="Lagos; Accra"),
        ),
        ("Okonkwo, Ada", Name(literal="Okonkwo, Ada")),
    ],
)
def test_names_are_taken_as_their_parts_say(name: object, expected: Name) -> None:
    assert entry(author=[name]).authors == (expected,)


@pytest.mark.parametrize("names", [[None], [1], [[]], [{}], {}, "", 5, [{"family": 1.5}], [{"family": {}}]])
def test_names_of_the_wrong_kind_do_no_harm(names: object) -> None:
    assert entry(author=names).id == "a"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a <b>c</b> d", "a <b>c</b> d"),
        ("<i>a <sup>2</sup></i>", "<i>a <sup>2</sup></i>"),
        ('<span class="nocase">DNA</span>', "DNA"),
        ('<span style="font-variant: small-caps;">x</span>', '<span class="sc">x</span>'),
        ("<i>never closed", "&lt;i&gt;never closed"),
        ("closed</i>", "closed&lt;/i&gt;"),
        ("<i>a <b>b</i> c", "<i>a &lt;b&gt;b</i> c"),
        ("<i></i>", ""),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('<i onclick="x">a</i>', "<i>a</i>"),
        ('<span class="nocase">a <span>b</span> c</span>', "a &lt;span&gt;b&lt;/span&gt; c"),
        ("x < y > z & w", "x &lt; y &gt; z &amp; w"),
    ],
)
def test_markup_is_a_closed_set_and_all_else_is_text(source: str, html: str) -> None:
    assert read_markup(source).to_html() == html


def test_jats_of_crossref_becomes_paragraphs() -> None:
    found = entry(abstract="<jats:title>Abstract</jats:title><jats:p>On <jats:italic>x</jats:italic>.</jats:p>")
    assert found.abstract == Text((Paragraph(("Abstract",)), Paragraph(("On ", Span("i", ("x",)), "."))))


@pytest.mark.parametrize(("said", "csl"), [("journal-article", "article-journal"), ("dissertation", "thesis")])
def test_types_of_crossref_are_known(said: str, csl: str) -> None:
    (found,) = reading(json.dumps([{"type": said, "id": "a"}])).entries
    assert found.type == csl


def test_an_unknown_type_is_a_document_with_a_word_about_it() -> None:
    text = '[{"type": "book", "id": "a"}, {"type": "foo", "id": "b"}]'
    assert [each.type for each in reading(text).entries] == ["book", "document"]
    assert codes(text) == [("unknown-type", 1)]


def test_the_number_of_a_preprint_is_that_in_its_archive() -> None:
    found = entry(type="article", number="arXiv:2101.00001", genre="preprint")
    assert (found.identifiers, found.number) == ({"arxiv": "2101.00001"}, "")


def test_what_is_no_text_where_text_belongs_is_kept_with_a_word() -> None:
    text = '[{"type": "book", "id": "a", "volume": {"x": 1}, "custom": {"y": [1]}}]'
    assert {"volume", "custom"} == reading(text).entries[0].extra.keys()
    assert codes(text) == [("odd-value", 1)]


def test_a_variable_given_twice_counts_once_and_is_said() -> None:
    text = '[{"type": "book", "id": "a", "volume": 1, "volume": 2}]'
    (found,) = reading(text).entries
    assert (found.volume, found.extra) == ("1", {"volume-again": "2"})
    assert codes(text) == [("duplicate-field", 1)]


def test_a_broken_item_costs_no_other() -> None:
    text = (
        '[\n  {"type": "book", "id": "a"},\n  {"type": "book" "id": "b"},\n  {"type": "book", "id": "c"},\n'
        '  5,\n  {"type": "book", "id": "d"}\n]\n'
    )
    found = reading(text)
    assert [each.id for each in found.entries] == ["a", "c", "d"]
    assert [(problem.code, problem.place.line, problem.left_out) for problem in found.problems] == [
        ("broken-json", 3, True),
        ("not-an-item", 5, True),
    ]
    assert found.found == 5


def test_a_list_that_breaks_off_or_goes_on_is_said() -> None:
    assert codes('[{"type": "book", "id": "a"}') == [("broken-json", 1)]
    assert codes('[{"type": "book", "id": "a"}]\n[{"type": "book", "id": "b"}]') == [("broken-json", 1)]


def test_characters_that_no_page_may_hold_are_dropped() -> None:
    text = '[{"type": "book", "id": "a\\u0000", "title": "x\\ud800y\\u202ez"}]'
    (found,) = reading(text).entries
    assert (found.id, found.title) == ("a", Text.of("xyz"))


def test_limits_are_kept_and_said() -> None:
    limits = LimitsConfig(field_characters=100, names=2)
    text = json.dumps([{"type": "book", "id": "a", "title": "x" * 200, "author": [{"family": "A"}] * 3}])
    (found,) = reading(text, limits).entries
    assert (len(found.authors), len(found.title.to_plain())) == (2, 100)
    assert codes(text, limits) == [("value-too-long", 1), ("too-many-names", 1)]


DEEP = 100_000
ITEM = '{"type": "book", "id": "a", "title": '


@pytest.mark.parametrize(
    "text",
    [
        "[" * DEEP,
        f'[{ITEM}"x", "y": {"[" * DEEP}{"]" * DEEP}}}]',
        f'[{ITEM}"x", "y": {"[" * 900}{"]" * 900}}}]',
        f'[{ITEM}"x", "y": {"9" * 1_000_000}}}]',
        f'[{ITEM}"{"x" * 20_000_000}"}}]',
        f'[{ITEM}"{"<i>" * 60_000}"}}]',
        f'[{ITEM}"{"<i>x</i><b>" * 18_000}"}}]',
        f'[{ITEM}"{"<span " * 30_000}"}}]',
        f'[{ITEM}"x", "keyword": "{"a;" * 90_000}"}}]',
        "[" + ",".join(f'{ITEM}"x"}}' for _ in range(20_000)) + "]",
        "[\n" + f'{ITEM}"x\n' * 20_000,
        "[\n" + f'{ITEM}"x"\n' * 20_000,
        f'[{ITEM}"x", ' + ", ".join(f'"v{at}": 1' for at in range(100_000)) + "}]",
        f'[{ITEM}"x", ' + ", ".join('"v": 1' for at in range(100_000)) + "}]",
        f'[{ITEM}"x"}}]' + "\x00" * 1_000_000,
        "," * 5_000_000,
    ],
    ids=range(16),
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


def test_isbns_that_only_blanks_part_are_all_kept() -> None:
    assert entry(type="book", ISBN="978-90-277-1262-2 978-90-277-1263-9").isbn == (
        "978-90-277-1262-2",
        "978-90-277-1263-9",
    )

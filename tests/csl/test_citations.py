"""Citations: one cite or several, told apart, grouped and collapsed; and how later ones follow earlier ones."""

from typing import Any

import pytest

from sitegen.csl import Style, style

AUTHOR_DATE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation {options}><sort><key variable="title"/></sort><layout prefix="(" suffix=")" delimiter="; ">
<group delimiter=", "><group delimiter=" "><names variable="author">
<name form="short" and="symbol" initialize-with=". "/></names>
<date variable="issued"><date-part name="year"/></date></group>
<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></layout>
</citation>
<bibliography {list_options}><sort><key variable="author"/><key variable="title"/></sort><layout suffix=".">
<group delimiter=". "><names variable="author"><name/></names><date variable="issued"><date-part name="year"/></date>
<text variable="title"/></group></layout></bibliography></style>"""

NOTES = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation>
<layout delimiter="; " suffix=".">
<choose><if position="ibid-with-locator">
<group delimiter=", "><text term="ibid"/><text variable="locator"/></group></if>
<else-if position="ibid"><text term="ibid"/></else-if>
<else-if position="near-note"><text variable="title" prefix="near "/></else-if>
<else-if position="subsequent"><text variable="first-reference-note-number" prefix="see note "/></else-if>
<else><text variable="title"/></else></choose></layout></citation></style>"""

NUMBERS = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation collapse="citation-number">
<sort><key variable="citation-number"/></sort><layout prefix="[" suffix="]" delimiter=", ">
<text variable="citation-number"/></layout></citation></style>"""


def author_date(options: str = "", list_options: str = "") -> Style:
    """An author-date style with options for citations and the reference list."""
    return style(AUTHOR_DATE.format(options=options, list_options=list_options).encode(), "en-US")


def book(title: str, year: int = 2000, *people: str, **more: Any) -> dict[str, Any]:
    """A book by people, each `Family, Given`."""
    listed = [dict(zip(("family", "given"), person.split(", "), strict=False)) for person in people]
    return {"id": title, "type": "book", "title": title, "author": listed, "issued": {"date-parts": [[year]]}, **more}


def test_a_citation_names_its_items_in_the_order_of_the_style() -> None:
    cited = author_date().citation([book("B", 2001, "Roe"), book("A", 1999, "Doe", "Loe")])
    assert cited.to_plain() == "(Doe & Loe 1999; Roe 2001)"


def test_a_cite_may_say_where_in_the_item_and_more() -> None:
    item = {**book("A", 1999, "Doe"), "locator": "3-5", "prefix": "see", "suffix": "and elsewhere"}
    assert author_date().citation([item]).to_plain() == "(see Doe 1999, pp. 3–5 and elsewhere)"
    assert (
        author_date().citation([{**item, "label": "chapter"}]).to_plain() == "(see Doe 1999, chaps. 3–5 and elsewhere)"
    )


def test_the_author_may_be_left_to_the_sentence() -> None:
    assert author_date().citation([{**book("A", 1999, "Doe"), "suppress-author": True}]).to_plain() == "(1999)"
    assert author_date().citation([{**book("A", 1999, "Doe"), "author-only": True}]).to_plain() == "(Doe)"


def test_works_of_one_year_get_letters_in_citations_and_in_the_list() -> None:
    items = [book("B", 1999, "Doe"), book("A", 1999, "Doe"), book("C", 2000, "Doe")]
    chosen = author_date('disambiguate-add-year-suffix="true"')
    assert chosen.citation(items[:1], items).to_plain() == "(Doe 1999b)"
    assert [text.to_plain() for text in chosen.bibliography(items)] == [
        "Doe. 1999a. A.",
        "Doe. 1999b. B.",
        "Doe. 2000. C.",
    ]


def test_people_of_one_name_are_told_apart_by_their_given_names() -> None:
    items = [book("A", 1999, "Doe, Jane"), book("B", 1999, "Doe, Max"), book("C", 1999, "Doe, Mia")]
    chosen = author_date('disambiguate-add-givenname="true"')
    assert chosen.citation(items).to_plain() == "(J. Doe 1999; Max Doe 1999; Mia Doe 1999)"


def test_names_behind_et_al_are_shown_where_that_tells_cites_apart() -> None:
    items = [book("A", 1999, "Doe", "Loe", "Roe"), book("B", 1999, "Doe", "Moe", "Poe")]
    chosen = author_date('et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"')
    assert chosen.citation(items).to_plain() == "(Doe, Loe, et al. 1999; Doe, Moe, et al. 1999)"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ('collapse="year"', "(Doe 1999a, 1999b, 2000; Roe 1999)"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "(Doe 1999a,b, 2000; Roe 1999)"),
        ('collapse="year" after-collapse-delimiter=" / "', "(Doe 1999a, 1999b, 2000 / Roe 1999)"),
        ('cite-group-delimiter=" + "', "(Doe 1999a + Doe 1999b + Doe 2000; Roe 1999)"),
    ],
)
def test_cites_by_the_same_people_collapse(options: str, shown: str) -> None:
    items = [book("A", 1999, "Doe"), book("B", 1999, "Doe"), book("C", 1999, "Roe"), book("D", 2000, "Doe")]
    chosen = author_date(f'disambiguate-add-year-suffix="true" {options}')
    assert chosen.citation(items).to_plain() == shown


def test_numbers_in_a_row_collapse_to_a_range() -> None:
    items = [book(title) for title in "ABCDE"]
    chosen = style(NUMBERS)
    assert chosen.citation([items[4], *items[:3]], items).to_plain() == "[1–3, 5]"
    assert chosen.citation(items[:2], items).to_plain() == "[1, 2]"


def test_later_notes_refer_to_earlier_ones() -> None:
    a, b = book("A"), book("B")
    at = {**a, "locator": "7"}
    cited = style(NOTES, "en-US").citations([[a], [a], [at], [b], [a], *[[book(title)] for title in "CDEFGH"], [a]])
    assert [text.to_plain() for text in cited[:5]] == ["A.", "Ibid.", "Ibid., 7.", "B.", "near A."]
    assert cited[-1].to_plain() == "see note 1."


def test_a_note_between_makes_ibid_impossible() -> None:
    cited = style(NOTES, "en-US").citations([[book("A")], [book("A")]], notes=[1, 3])
    assert cited[1].to_plain() == "near A."


def test_citing_nothing_says_nothing() -> None:
    assert not author_date().citation([])
    assert author_date().citations([[], []]) == (author_date().citation([]),) * 2


def test_a_list_is_sorted_and_numbered() -> None:
    listed = style("american-medical-association", "en-US").bibliography(
        [book("B", 1999, "Roe, Al"), book("A", 1999, "Doe, Al")]
    )
    assert [text.to_plain()[:3] for text in listed] == ["1. ", "2. "]
    ordered = author_date().ordered([book("B", 1999, "Roe"), book("A", 1999, "Doe")])
    assert [place for place, _ in ordered] == [1, 0]


def test_items_without_a_key_come_last_in_either_direction() -> None:
    items = [{**book("A"), "author": []}, book("B", 1999, "Doe")]
    assert [text.to_plain() for text in author_date().bibliography(items)] == ["Doe. 1999. B.", "2000. A."]


@pytest.mark.parametrize(
    ("rule", "second"),
    [
        ("complete-all", "———. 2000. B."),
        ("complete-each", "———, ———. 2000. B."),
        ("partial-each", "———, ———. 2000. B."),
        ("partial-first", "———, Loe. 2000. B."),
    ],
)
def test_names_that_repeat_in_a_list_are_replaced(rule: str, second: str) -> None:
    chosen = author_date("", f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"')
    listed = chosen.bibliography([book("A", 1999, "Doe", "Loe"), book("B", 2000, "Doe", "Loe")])
    assert [text.to_plain() for text in listed] == ["Doe, Loe. 1999. A.", second]


def test_a_reference_bears_the_number_it_is_given() -> None:
    chosen, item = style("ieee", "en-US"), book("A", 1999, "Doe, Jane")
    assert chosen.reference(item).to_plain() == "[1] J. Doe, A. 1999."
    assert chosen.reference(item, 12).to_plain().startswith("[12] ")
    assert chosen.reference(item, None).to_plain() == "J. Doe, A. 1999."


def test_an_item_is_not_changed_by_being_cited() -> None:
    item = book("A", 1999, "Doe, Jane")
    before = repr(item)
    author_date().bibliography([item, item])
    author_date().citation([item])
    assert repr(item) == before


def test_numbers_in_titles_sort_by_their_value() -> None:
    items = [book(title, 1999, "Doe") for title in ("Part 10", "Part 9")]
    assert [place for place, _ in author_date().ordered(items)] == [1, 0]


def test_what_tells_people_apart_in_citations_is_shown_in_the_list() -> None:
    source = AUTHOR_DATE.format(options='disambiguate-add-givenname="true"', list_options="")
    shortened = source.replace("<name/>", '<name initialize-with=". "/>').encode()
    listed = style(shortened, "en-US").bibliography([book("A", 1999, "Doe, Max"), book("B", 1999, "Doe, Mia")])
    assert [text.to_plain() for text in listed] == ["Max Doe. 1999. A.", "Mia Doe. 1999. B."]

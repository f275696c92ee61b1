"""Elements one by one: what each prints."""

from typing import Any

import pytest

from sitegen.csl import style
from sitegen.text.rich import Maths, Span, Text
from tests.csl.test_style import made

NAMES = [
    {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
    {"family": "Gogh", "given": "Vincent Willem", "non-dropping-particle": "van"},
    {"literal": "CERN"},
    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
]


def plain(layout: str, before: str = "", attributes: str = "", **variables: Any) -> str:
    """What a layout prints of an item."""
    item = {"type": "book", **{name.replace("_", "-"): value for name, value in variables.items()}}
    return style(made(layout, before, attributes), "en-US").reference(item).to_plain()


def html(layout: str, **variables: Any) -> str:
    """The same as HTML."""
    return style(made(layout), "en-US").reference({"type": "book", **variables}).to_html()


def names(attributes: str, people: list[Any] = NAMES, inner: str = "") -> str:
    """Names printed with attributes of `cs:name`."""
    return plain(f'<names variable="author"><name {attributes}>{inner}</name></names>', author=people)


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ("", "Alexander von Humboldt, Vincent Willem van Gogh, CERN, Martin Luther King Jr."),
        ('form="short"', "Humboldt, van Gogh, CERN, King"),
        ('and="text" delimiter="; " form="short"', "Humboldt; van Gogh; CERN; and King"),
        (
            'name-as-sort-order="all" initialize-with="."',
            "Humboldt, A. von, Gogh, V.W. van, CERN, King, M.L., Jr.",
        ),
        ('name-as-sort-order="first" et-al-min="3" et-al-use-first="1"', "Humboldt, Alexander von et al."),
        ('form="short" et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Humboldt, … King"),
        (
            'form="short" et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"',
            "Humboldt, van Gogh et al.",
        ),
        ('form="count"', "4"),
    ],
)  # fmt: skip
def test_names_are_printed_as_the_style_says(attributes: str, shown: str) -> None:
    assert names(attributes) == shown


@pytest.mark.parametrize(
    ("rule", "two", "three"),
    [
        ("contextual", "A and B", "A, B, and C"),
        ("always", "A, and B", "A, B, and C"),
        ("never", "A and B", "A, B and C"),
        ("after-inverted-name", "A and B", "A, B and C"),
    ],
)
def test_the_delimiter_before_the_last_name_follows_its_rule(rule: str, two: str, three: str) -> None:
    people = [{"family": letter} for letter in "ABC"]
    assert names(f'and="text" delimiter-precedes-last="{rule}"', people[:2]) == two
    assert names(f'and="text" delimiter-precedes-last="{rule}"', people) == three


def test_a_particle_is_told_from_the_name_that_it_belongs_to() -> None:
    people = [
        {"family": "de la Cruz", "given": "Ana"},
        {"family": "d'Arc", "given": "Jo"},
        {"family": "Li", "given": "Bo de"},
    ]
    assert names('name-as-sort-order="all"', people) == "Cruz, Ana de la, Arc, Jo d’, Li, Bo de"
    assert names("", people) == "Ana de la Cruz, Jo d’Arc, Bo de Li"


def test_names_of_east_asia_have_the_family_first() -> None:
    assert names("", [{"family": "毛", "given": "泽东"}]) == "毛泽东"


def test_parts_of_names_are_formatted_on_their_own() -> None:
    part = '<name-part name="family" text-case="uppercase" font-weight="bold"/>'
    layout = f'<names variable="author"><name>{part}</name></names>'
    assert html(layout, author=[{"family": "Doe", "given": "Jane"}]) == "Jane <b>DOE</b>"


def test_what_stands_in_place_of_names_is_not_printed_again() -> None:
    layout = (
        '<names variable="author"><substitute><names variable="editor"/><text variable="title"/></substitute></names>'
        '<text variable="title" prefix="|"/>'
    )
    assert plain(layout, title="T") == "T"
    assert plain(layout, title="T", editor=[{"literal": "E"}]) == "E|T"


def test_editors_who_are_translators_too_are_named_once() -> None:
    layout = (
        '<names variable="editor translator" delimiter="; "><name/><label form="short" prefix=" (" suffix=")"/></names>'
    )
    both = [{"family": "Doe"}]
    assert plain(layout, editor=both, translator=both) == "Doe (ed. & trans.)"
    assert plain(layout, editor=both, translator=[{"family": "Roe"}]) == "Doe (ed.); Roe (trans.)"


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ({"date-parts": [[2008, 5, 3]]}, "May 3, 2008"),
        ({"date-parts": [["2008", "05"]]}, "May 2008"),
        ({"date-parts": [[2008, 5, 3], [2008, 5, 7]]}, "May 3–7, 2008"),
        ({"date-parts": [[2008, 5, 3], [2008, 6, 7]]}, "May 3–June 7, 2008"),
        ({"date-parts": [[2008, 5], [2009, 6]]}, "May 2008–June 2009"),
        ({"date-parts": [[2008]], "season": 2}, "Summer 2008"),
        ({"date-parts": [[2008, 22]]}, "Summer 2008"),
        ({"date-parts": [[-44]]}, "44 BC"),
        ({"date-parts": [[79]]}, "79 AD"),
        ({"raw": "3 May 2008"}, "May 3, 2008"),
        ({"raw": "2008-05-03/2008-05-07"}, "May 3–7, 2008"),
        ({"raw": "200 BC"}, "200 BC"),
        ({"literal": "in the spring of 2008"}, "in the spring of 2008"),
        ({"date-parts": [["soon"]]}, ""),
        ("2008", "2008"),
    ],
)
def test_dates_are_printed_in_the_words_of_the_language(date: Any, shown: str) -> None:
    assert plain('<date variable="issued" form="text"/>', issued=date).replace("\u00a0", " ") == shown


def test_a_date_has_the_parts_that_the_style_gives_it() -> None:
    layout = (
        '<date variable="issued"><date-part name="day" form="ordinal" suffix=" "/>'
        '<date-part name="month" form="short" strip-periods="true" suffix=" "/>'
        '<date-part name="year" form="short"/></date>'
    )
    assert plain(layout, issued={"date-parts": [[1999, 1, 22]]}) == "22nd Jan 99"


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("numeric", "2 -4", "2–4"),
        ("ordinal", 2, "2nd"),
        ("ordinal", "11, 21", "11th, 21st"),
        ("long-ordinal", "3", "third"),
        ("long-ordinal", "13", "13th"),
        ("roman", "14", "xiv"),
        ("ordinal", "2nd edition", "2nd edition"),
        ("ordinal", "2E", "2E"),
    ],
)
def test_numbers_take_the_form_that_is_asked_for(form: str, value: Any, shown: str) -> None:
    assert plain(f'<number variable="edition" form="{form}"/>', edition=value) == shown


def test_a_label_is_plural_where_its_number_names_several() -> None:
    layout = '<label variable="page" form="short" suffix=" "/><text variable="page"/>'
    assert plain(layout, page="3") == "p. 3"
    assert plain(layout, page="3-5") == "pp. 3–5"
    assert plain(layout, page="A-12") == "p. A-12"
    assert plain(layout, page="A-12–A-20") == "pp. A-12–A-20"
    assert plain('<label variable="number-of-volumes"/>', number_of_volumes="3") == "volumes"


def test_a_group_vanishes_when_all_its_variables_are_empty() -> None:
    layout = (
        '<group delimiter=" "><text term="retrieved"/><group><text value="from"/></group><text variable="URL"/></group>'
    )
    assert plain(layout, URL="x.example") == "retrieved from x.example"
    assert plain('<group><text term="retrieved"/><text variable="URL"/></group>', title="T") == ""
    assert plain('<group><text term="retrieved"/></group>') == "retrieved"


def test_the_delimiter_of_a_group_reaches_into_a_choice() -> None:
    layout = (
        '<group delimiter=", "><choose><if type="book"><text value="a"/><text value="b"/></if></choose>'
        '<text value="c"/></group>'
    )
    assert plain(layout) == "a, b, c"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('type="book chapter" match="any"', True),
        ('type="chapter"', False),
        ('variable="title DOI"', False),
        ('variable="title DOI" match="any"', True),
        ('variable="DOI" match="none"', True),
        ('is-numeric="volume"', True),
        ('is-uncertain-date="issued"', True),
        ('position="first"', True),
        ('locator="page"', False),
        ('disambiguate="true"', False),
    ],
)
def test_conditions_hold_as_specified(condition: str, holds: bool) -> None:
    layout = f'<choose><if {condition}><text value="yes"/></if><else><text value="no"/></else></choose>'
    item: dict[str, Any] = {"title": "T", "volume": "2a", "issued": {"date-parts": [[1999]], "circa": True}}
    assert (plain(layout, **item) == "yes") is holds


@pytest.mark.parametrize(
    ("layout", "shown"),
    [
        ('<text variable="title" suffix="."/><text value=". In"/>', "Why? In"),
        ('<text variable="title" quotes="true" suffix=","/>', "“Why?,”"),
        ('<text variable="title" quotes="true" suffix="."/>', "“Why?”"),
        ('<text value="a" suffix=", "/><text value=" b"/>', "a, b"),
        ('<text value="St." suffix="."/>', "St."),
        ('<text value="a" suffix=";"/><text value="." suffix=" b"/>', "a; b"),
    ],
)
def test_signs_that_meet_are_merged(layout: str, shown: str) -> None:
    assert plain(layout, title="Why?") == shown


def test_quotations_in_a_title_alternate_with_those_around_it() -> None:
    assert (
        plain('<text variable="title" quotes="true"/>', title='The "so-called" dog\'s life')
        == "“The ‘so-called’ dog’s life”"
    )
    assert plain('<text variable="title"/>', title="The 'so-called' life") == "The “so-called” life"


def test_marks_with_nothing_between_are_apostrophes() -> None:
    assert plain('<text variable="title"/>', title="l'''") == "l’’’"
    assert plain('<text variable="title"/>', title="<i>l'''</i> b") == "l’’’ b"
    assert plain('<text variable="title"/>', title="''cited''") == "“‘cited’”"


def test_italics_in_italics_are_upright() -> None:
    assert (
        html('<text variable="title" font-style="italic"/>', title="On <i>E. coli</i> only")
        == "<i>On </i>E. coli<i> only</i>"
    )
    assert html('<text variable="title"/>', title="On <i>E. coli</i>") == "On <i>E. coli</i>"


def test_formulas_and_marks_of_rich_titles_survive() -> None:
    title = Text(("the ", Span("nocase", ("iPod",)), " and ", Maths("x^2", "x²"), " of H", Span("sub", ("2",)), "O"))
    text = style(made('<text variable="title" text-case="title" font-style="italic"/>'), "en-US").reference(
        {"type": "book", "title": title}
    )
    assert text.to_plain() == "The iPod and x² of H2O"
    assert any(isinstance(child, Maths) for node in text.nodes if isinstance(node, Span) for child in node.children)


def test_a_title_in_another_language_keeps_its_case() -> None:
    layout = '<text variable="title" text-case="title"/>'
    assert plain(layout, title="la vie des autres", language="fr") == "la vie des autres"
    assert plain(layout, title="the life of others", language="en-GB") == "The Life of Others"


def test_a_block_begins_a_line_of_its_own() -> None:
    layout = '<text variable="title"/><text variable="note" display="block"/>'
    assert html(layout, title="T", note="N") == "T<br>N"


def test_of_several_types_one_is_enough() -> None:
    assert plain('<choose><if type="thesis book"><text value="yes"/></if></choose>') == "yes"


def test_each_element_of_a_choice_in_a_substitute_stands_alone() -> None:
    names_of = '<names variable="{}"/>'.format
    layout = (
        '<names variable="author"><name/><substitute><choose><if type="book">'
        f"{names_of('editor')}{names_of('translator')}</if></choose></substitute></names>"
    )
    people: dict[str, Any] = {"editor": [{"literal": "E"}], "translator": [{"literal": "T"}]}
    assert plain(layout, **people) == "E"


def test_a_macro_loses_the_full_stops_of_its_words_but_not_those_around_them() -> None:
    macro = '<macro name="m"><group suffix="."><text variable="title"/></group></macro>'
    assert plain('<text macro="m" strip-periods="true"/>', before=macro, title="Ph.D.") == "PhD."


def test_an_institution_has_no_affixes_of_names() -> None:
    assert names('suffix="!"', [{"literal": "CERN"}, {"family": "Doe"}]) == "CERN, Doe!"


def test_a_date_in_words_is_printed_once_where_its_year_would_be() -> None:
    layout = "".join(f'<date variable="issued"><date-part name="{part}"/></date>' for part in ("month", "year"))
    assert plain(layout, issued={"literal": "forthcoming"}) == "forthcoming"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("l'été de l'hiver", "L’été de l’hiver"),
        ("an out-of-print book by arXiv", "An Out-of-Print Book by arXiv"),
        ("why: a study", "Why: A Study"),
        ('<span class="nocase">eBay</span> and <sc>nasa</sc>', "eBay and nasa"),
    ],
)
def test_title_case_leaves_alone_what_is_no_plain_word(title: str, shown: str) -> None:
    assert plain('<text variable="title" text-case="title"/>', title=title) == shown


@pytest.mark.parametrize(
    ("form", "pages", "shown"),
    [
        ("expanded", "110-5", "110–115"),
        ("minimal", "42-45", "42–5"),
        ("minimal-two", "142-145", "142–45"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("minimal", "N110-P5", "N110-P5"),
        ("minimal", "A12-A15, 20", "A12–5, 20"),
    ],
)
def test_ranges_of_pages_take_the_form_of_the_style(form: str, pages: str, shown: str) -> None:
    source = made('<text variable="page"/>').replace(
        b'version="1.0">', f'version="1.0" page-range-format="{form}">'.encode()
    )
    assert style(source, "en-US").reference({"type": "book", "page": pages}).to_plain() == shown


def test_the_dutch_letter_ij_stays_whole_in_an_initial() -> None:
    people = [{"family": "Jansen", "given": "IJsbrand Jan"}, {"family": "Ts", "given": "TSerendorj"}]
    assert names('initialize-with=". "', people) == "IJ. J. Jansen, Ts. Ts"

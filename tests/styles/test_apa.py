"""APA style: one reference of each kind, and the punctuation between its parts."""

import pytest

from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry, WebLink
from sitegen.model.name import Name
from sitegen.styles.apa import STYLE
from sitegen.text.rich import Link, Paragraph, Span, Text

ADA = Name(family="Okonkwo", given="Ada")
JAN = Name(family="Berg", given="Jan Piet", non_dropping_particle="van der")
TEAM = Name(literal="Lantern Survey Team")
YEAR = Date(Day(2019, 5, 7))
LAMPS = Text.of("Lamps of Lagos")
PRESS = Text.of("Harbour Press")


def plain(entry: Entry) -> str:
    return STYLE.reference(entry).to_plain()


def html(entry: Entry) -> str:
    return STYLE.reference(entry).to_html()


def by(*names: Name) -> dict[str, tuple[Name, ...]]:
    return {"author": names}


JOURNAL_ARTICLE = Entry(
    id="a",
    type="article-journal",
    title=LAMPS,
    names=by(ADA, JAN),
    issued=YEAR,
    container_title=Text.of("Journal of Lights"),
    volume="12",
    issue="3-4",
    page="107–117",
    publisher=PRESS,
    doi="10.5555/lights.1",
)
CHAPTER = Entry(
    id="a",
    type="chapter",
    title=LAMPS,
    names={"author": (ADA,), "editor": (JAN, Name(family="Plato"))},
    issued=YEAR,
    container_title=Text.of("Handbook of Lamps"),
    edition="2",
    volume="4",
    page="7–9",
    publisher=PRESS,
)


def test_a_journal_article() -> None:
    assert STYLE.reference(JOURNAL_ARTICLE) == Text(
        (
            "Okonkwo, A., & van der Berg, J. P. (2019). Lamps of Lagos. ",
            Span("i", ("Journal of Lights",)),
            ", ",
            Span("i", ("12",)),
            "(3–4), 107–117. ",
            Link("https://doi.org/10.5555/lights.1", ("https://doi.org/10.5555/lights.1",)),
        )
    )


def test_a_chapter_in_an_edited_book() -> None:
    assert html(CHAPTER) == (
        "Okonkwo, A. (2019). Lamps of Lagos. In J. P. van der Berg &amp; Plato (Eds.), <i>Handbook of Lamps</i> "
        "(2nd ed., Vol. 4, pp. 7–9). Harbour Press."
    )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            Entry(
                id="a",
                type="paper-conference",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                container_title=Text.of("Proceedings of Lights"),
                event_title=Text.of("Lights 2019"),
                page="3",
            ),
            "Okonkwo, A. (2019). Lamps of Lagos. In <i>Proceedings of Lights</i> (p. 3).",
        ),
        (
            Entry(
                id="a",
                type="paper-conference",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                event_title=Text.of("Lights 2019"),
                event_place="Lagos",
            ),
            "Okonkwo, A. (2019). <i>Lamps of Lagos</i> [Paper presentation]. Lights 2019, Lagos.",
        ),
        (
            Entry(
                id="a", type="book", title=LAMPS, names=by(ADA), issued=YEAR, edition="3", volume="2", publisher=PRESS
            ),
            "Okonkwo, A. (2019). <i>Lamps of Lagos</i> (3rd ed., Vol. 2). Harbour Press.",
        ),
        (
            Entry(id="a", type="book", title=LAMPS, names={"editor": (ADA,)}, issued=YEAR, publisher=PRESS),
            "Okonkwo, A. (Ed.). (2019). <i>Lamps of Lagos</i>. Harbour Press.",
        ),
        (
            Entry(
                id="a",
                type="book",
                title=LAMPS,
                names={"author": (Name(family="Plato"),), "editor": (ADA,), "translator": (JAN,)},
                issued=YEAR,
                original_date=Date(Day(-379)),
            ),
            (
                "Plato. (2019). <i>Lamps of Lagos</i> (A. Okonkwo, Ed.; J. P. van der Berg, Trans.). "
                "(Original work published 380 B.C.E.)"
            ),
        ),
        (
            Entry(
                id="a",
                type="thesis",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                genre="PhD thesis",
                publisher=Text.of("University of Lagos"),
                links=(WebLink("website", "https://example.org/t?a=1&b=2"),),
            ),
            (
                "Okonkwo, A. (2019). <i>Lamps of Lagos</i> [Doctoral dissertation, University of Lagos]. "
                '<a href="https://example.org/t?a=1&amp;b=2">https://example.org/t?a=1&amp;b=2</a>'
            ),
        ),
        (
            Entry(id="a", type="thesis", title=LAMPS, names=by(ADA), issued=YEAR, genre="Master’s thesis"),
            "Okonkwo, A. (2019). <i>Lamps of Lagos</i> [Master’s thesis].",
        ),
        (
            Entry(
                id="a",
                type="report",
                title=LAMPS,
                names=by(TEAM),
                issued=YEAR,
                genre="Technical report",
                number="39",
                publisher=Text.of("Lantern Survey Team"),
            ),
            "Lantern Survey Team. (2019). <i>Lamps of Lagos</i> (Technical Report No. 39).",
        ),
        (
            Entry(
                id="a",
                type="article",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                genre="preprint",
                identifiers={"arxiv": "1905.00001"},
            ),
            (
                "Okonkwo, A. (2019). <i>Lamps of Lagos</i> (arXiv:1905.00001). arXiv. "
                '<a href="https://arxiv.org/abs/1905.00001">https://arxiv.org/abs/1905.00001</a>'
            ),
        ),
        (
            Entry(
                id="a",
                type="dataset",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                version="2",
                publisher=Text.of("Zenodo"),
            ),
            "Okonkwo, A. (2019). <i>Lamps of Lagos</i> (Version 2) [Data set]. Zenodo.",
        ),
        (
            Entry(
                id="a",
                type="software",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                links=(WebLink("code", "https://example.org/c"),),
            ),
            (
                "Okonkwo, A. (2019). <i>Lamps of Lagos</i> [Computer software]. "
                '<a href="https://example.org/c">https://example.org/c</a>'
            ),
        ),
        (
            Entry(
                id="a",
                type="article-newspaper",
                title=LAMPS,
                names=by(ADA),
                issued=YEAR,
                container_title=Text.of("The Lantern"),
                page="A1",
            ),
            "Okonkwo, A. (2019, May 7). Lamps of Lagos. <i>The Lantern</i>, A1.",
        ),
        (
            Entry(
                id="a", type="webpage", title=LAMPS, names=by(TEAM), issued=Date(Day(2019, 5)), container_title=PRESS
            ),
            "Lantern Survey Team. (2019, May). <i>Lamps of Lagos</i>. Harbour Press.",
        ),
        (
            Entry(id="a", type="post-weblog", title=LAMPS, names=by(ADA), issued=YEAR, container_title=PRESS),
            "Okonkwo, A. (2019, May 7). Lamps of Lagos. <i>Harbour Press</i>.",
        ),
        (
            Entry(id="a", type="patent", title=LAMPS, names=by(ADA), issued=YEAR, genre="US patent", number="7,123"),
            "Okonkwo, A. (2019). <i>Lamps of Lagos</i> (US Patent No. 7,123).",
        ),
        (
            Entry(id="a", type="manuscript", title=LAMPS, names=by(ADA), status="submitted"),
            "Okonkwo, A. (n.d.). <i>Lamps of Lagos</i> [Manuscript submitted for publication].",
        ),
        (
            Entry(id="a", type="document", title=LAMPS, names=by(ADA), publisher=PRESS),
            "Okonkwo, A. (n.d.). <i>Lamps of Lagos</i>. Harbour Press.",
        ),
    ],
    ids=lambda value: value.type if isinstance(value, Entry) else "",
)
def test_a_reference_of_each_kind(entry: Entry, expected: str) -> None:
    assert html(entry) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((ADA,), "Okonkwo, A. ("),
        ((TEAM,), "Lantern Survey Team. ("),
        ((ADA, JAN, TEAM), "Okonkwo, A., van der Berg, J. P., & Lantern Survey Team. ("),
        ((Name(family="King", given="Martin", suffix="Jr."),), "King, M., Jr. ("),
        ((Name(family="Beethoven", given="Ludwig", dropping_particle="van"),), "Beethoven, L. van. ("),
        ((Name(family="Knuth", given="D.E."),), "Knuth, D. E. ("),
        ((Name(family="Sartre", given="Jean-Paul"),), "Sartre, J.-P. ("),
        ((Name(family="王", given="小明"),), "王, 小明. ("),
        ((Name(given="Björk"),), "Björk. ("),
        ((Name(literal="Lamps Inc."),), "Lamps Inc. ("),
    ],
)
def test_names_are_inverted_with_initials(names: tuple[Name, ...], expected: str) -> None:
    assert plain(Entry(id="a", names=by(*names))).startswith(expected)


def test_the_twenty_first_author_makes_a_list_skip_to_its_last() -> None:
    names = tuple(Name(family=f"N{number}") for number in range(1, 22))
    twenty = plain(Entry(id="a", names=by(*names[:20])))
    assert twenty.startswith("N1, N2, ")
    assert ", N19, & N20. (" in twenty
    assert ", N18, N19, … N21. (" in plain(Entry(id="a", names=by(*names)))


def test_and_others_is_et_al() -> None:
    entry = Entry(id="a", names=by(ADA, JAN), et_al=frozenset({"author"}))
    assert plain(entry).startswith("Okonkwo, A., van der Berg, J. P., et al. (n.d.).")


def test_without_anybody_named_the_title_stands_first() -> None:
    entry = Entry(id="a", type="article-journal", title=LAMPS, issued=YEAR, container_title=Text.of("Lights"))
    assert plain(entry) == "Lamps of Lagos. (2019). Lights."
    chapter = Entry(id="a", type="chapter", title=LAMPS, names={"editor": (ADA,)}, container_title=Text.of("Book"))
    assert plain(chapter) == "Lamps of Lagos. (n.d.). In A. Okonkwo (Ed.), Book."


@pytest.mark.parametrize("title", ["Why lamps?", "Lamps!", "Lamps.", "“Why?”"])
def test_a_title_with_an_end_of_its_own_gets_no_full_stop(title: str) -> None:
    entry = Entry(
        id="a", type="book", title=Text.of(title), names=by(ADA), issued=YEAR, publisher=Text.of("Lamps Inc.")
    )
    assert html(entry) == f"Okonkwo, A. (2019). <i>{title}</i> Lamps Inc."


def test_what_is_in_italics_in_an_italic_title_stands_upright() -> None:
    entry = Entry(id="a", type="book", title=Text(("Light of ", Span("em", ("Noctiluca",)))))
    assert html(entry) == "<i>Light of Noctiluca</i>. (n.d.)."
    article = Entry(id="a", type="article-journal", title=entry.title)
    assert html(article) == "Light of <em>Noctiluca</em>. (n.d.)."


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(Day(2019), Day(2021)), "2019–2021"),
        (Date(Day(2019), open_end=True), "2019–present"),
        (Date(Day(1850), circa=True), "ca. 1850"),
        (Date(Day(2019, 5, 7), Day(2019, 5, 9)), "2019, May 7–9"),
        (Date(Day(2019, 5, 30), Day(2019, 6, 2)), "2019, May 30–June 2"),
        (Date(Day(2019, 21)), "2019, Spring"),
        (Date(literal="forthcoming"), "forthcoming"),
        (Date(), "n.d."),
    ],
)
def test_a_date_of_a_web_page(date: Date, expected: str) -> None:
    assert plain(Entry(id="a", type="webpage", names=by(ADA), issued=date)) == f"Okonkwo, A. ({expected})."


def test_a_work_in_press_without_a_year_is_in_press() -> None:
    assert plain(Entry(id="a", names=by(ADA), status="in-press")) == "Okonkwo, A. (in press)."


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("1", "1st ed."),
        ("11", "11th ed."),
        ("22", "22nd ed."),
        ("3rd", "3rd ed."),
        ("Rev. ed.", "Rev. ed."),
        ("Second edition", "Second edition"),
        ("International", "International ed."),
    ],
)
def test_an_edition_is_said_in_short(edition: str, expected: str) -> None:
    assert plain(Entry(id="a", type="book", title=LAMPS, edition=edition)) == f"Lamps of Lagos ({expected}). (n.d.)."


def test_an_article_number_is_called_one() -> None:
    entry = Entry(
        id="a", type="article-journal", title=LAMPS, container_title=Text.of("Lights"), issue="2", number="e18"
    )
    assert plain(entry) == "Lamps of Lagos. (n.d.). Lights, (2), Article e18."


def test_a_retracted_work_says_so_at_the_end() -> None:
    entry = Entry(id="a", type="book", title=LAMPS, status="retracted", doi="10.5555/1")
    assert plain(entry) == "Lamps of Lagos. (n.d.). https://doi.org/10.5555/1 (Retracted)"


def test_a_title_made_of_paragraphs_stays_on_one_line() -> None:
    entry = Entry(id="a", type="book", title=Text((Paragraph(("Lamps",)), Paragraph(("of Lagos",)))))
    assert html(entry) == "<i>Lamps of Lagos</i>. (n.d.)."


def test_an_entry_without_facts_has_a_reference_all_the_same() -> None:
    for kind in ("article-journal", "chapter", "book", "thesis", "article", "no-such-type"):
        assert "(n.d.)." in plain(Entry(id="a", type=kind))

"""Charts: what they draw, what they say in words, and when there is none."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from sitegen.views.coauthors import LONGEST_NAME, MOST_PEOPLE
from tests.conftest import Built
from tests.pages.test_article import entry
from tests.search.browser import ORIGIN, chromium, reader, started

MakeSite = Callable[..., Built]


def lab(works: list[str], **fields: str) -> str:
    """One article a year from 2001 on, each by Jane Doe with others."""
    return "".join(
        entry(f"k{number}", title=f"Title {number}", author=f"Doe, Jane{others}", year=str(2001 + number), **fields)
        for number, others in enumerate(works)
    )


ABC = " and Abel, Ann and Bell, Bob and Cole, Cy"


def person(make_site: MakeSite, works: list[str]) -> str:
    return make_site({"content/a.bib": lab(works)}).text("authors/jane-doe/index.html")


def test_a_person_has_a_column_for_each_year_that_leads_to_its_works(make_site: MakeSite) -> None:
    html = person(make_site, ["", "", "", ""])
    assert '<a href="#y2002">' in html
    assert "2002: 1 work" in html
    assert 'id="y2002"' in html


def test_a_person_of_one_work_has_no_charts(make_site: MakeSite) -> None:
    html = person(make_site, [ABC])
    assert 'class="hist' not in html
    assert 'class="circle"' not in html


def test_the_years_have_their_columns_too(make_site: MakeSite) -> None:
    html = make_site({"content/a.bib": lab(["", "", ""])}).text("years/index.html")
    assert '<a href="../years/2003/">' in html or '<a href="2003/">' in html
    assert "2003: 1 work" in html


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (2019, 2024, ["2019", "2020", "2021", "2022", "2023", "2024"]),
        (2001, 2024, ["2005", "2010", "2015", "2020"]),
        (1965, 2025, ["1960s", "1970s", "1980s", "1990s", "2000s", "2010s", "2020s"]),
        (1905, 2022, ["1900s", "1920s", "1940s", "1960s", "1980s", "2000s", "2020s"]),
        (1801, 2022, ["1800s", "1850s", "1900s", "1950s", "2000s"]),
    ],
)
def test_on_a_phone_as_many_columns_of_a_chart_are_named_as_there_is_room_for(
    make_site: MakeSite, first: int, last: int, labels: list[str]
) -> None:
    bib = entry("a", title="One", year=str(first)) + entry("b", title="Two", year=str(last))
    html = make_site({"content/a.bib": bib}).text("years/index.html")
    assert re.findall(r'<li class="mark".*?<b[^>]*>([^<]+)</b>', html) == labels


def test_co_authors_are_drawn_with_links_dots_and_arcs(make_site: MakeSite) -> None:
    html = person(make_site, [ABC, " and Abel, Ann", ""])
    picture = html[html.index('<svg class="circle"') : html.index("</figure>")]
    assert 'aria-label="Ann Abel, 2 works together, tied to 2 others"' in unescape(picture).replace("\xa0", " ")
    assert picture.count("<a href=") == 3
    assert picture.count('<path class="w1"') == 3
    radii = {
        name: float(radius) for name, radius in re.findall(r">([^<>]+)</text><circle[^>]* r=\"([\d.]+)\"", picture)
    }
    assert radii["Ann Abel"] > radii["Bob Bell"] == radii["Cy Cole"]
    assert "3 people who wrote with Jane Doe." in html
    assert '<a href="#coauthors">' in html


def test_who_edited_or_translated_is_no_co_author(make_site: MakeSite) -> None:
    bib = lab([ABC, ABC], editor="Poe, Edna", translator="Roe, Rex")
    html = make_site({"content/a.bib": bib}).text("authors/jane-doe/index.html")
    assert set(re.findall(r">([^<>]+)</text>", html)) == {"Ann Abel", "Bob Bell", "Cy Cole"}


def test_co_authors_who_never_met_on_a_work_are_no_picture(make_site: MakeSite) -> None:
    apart = [" and Abel, Ann", " and Bell, Bob", " and Cole, Cy"]
    assert 'class="circle"' not in person(make_site, apart)


def test_fewer_than_three_co_authors_are_no_picture(make_site: MakeSite) -> None:
    assert 'class="circle"' not in person(make_site, [" and Abel, Ann", " and Bell, Bob", ""])


def test_the_picture_has_room_for_so_many_and_says_of_how_many(make_site: MakeSite) -> None:
    eight = ["".join(f" and Name{one}{other}, X" for other in "abcdefgh") for one in "abcde"]
    html = person(make_site, [*eight, ABC])
    picture = html[html.index('<svg class="circle"') : html.index("</figure>")]
    assert picture.count("<a href=") == MOST_PEOPLE
    assert "The 25 people who wrote most often with Jane Doe, of 43." in html


def test_the_authors_of_a_large_collaboration_are_left_out(make_site: MakeSite) -> None:
    many = "".join(f" and Aaa{chr(97 + number)}, X" for number in range(20))
    html = person(make_site, [many, ABC, ""])
    assert re.findall(r">([^<>]+)</text>", html) == ["Ann Abel", "Bob Bell", "Cy Cole"]
    assert 'class="circle"' not in person(make_site, [many, many])


def test_those_who_share_works_stand_beside_each_other(make_site: MakeSite) -> None:
    pairs = [" and Abel, Ann and Zorn, Zoe", " and Bell, Bob and Young, Yan", ""]
    html = person(make_site, pairs)
    assert re.findall(r">([^<>]+)</text>", html) == ["Ann Abel", "Zoe Zorn", "Bob Bell", "Yan Young"]


def test_a_long_name_is_shortened_and_no_markup_of_it_is_read(make_site: MakeSite) -> None:
    others = r" and Featherstonehaugh-Cholmondeley, Bartholomew James and B<i>x, A\"b and Cole, Cy"
    html = person(make_site, [others, "", ""])
    names = re.findall(r">([^<>]+)</text>", html)
    assert max(map(len, names)) <= LONGEST_NAME
    assert any(name.endswith("…") for name in names)
    assert "<i>x" not in html


def test_topics_are_drawn_over_time_and_said_in_words(make_site: MakeSite) -> None:
    bib = lab(["", "", "", ""], keywords="knots, toys")
    html = make_site({"content/a.bib": bib}).text("topics/index.html")
    assert "Topics over time" in html
    assert "2001: 1, 2002: 1, 2003: 1, 2004: 1" in html
    assert html.count("<svg viewBox=") == 2


def test_a_single_topic_is_no_comparison(make_site: MakeSite) -> None:
    html = make_site({"content/a.bib": lab(["", "", "", ""], keywords="knots")}).text("topics/index.html")
    assert "Topics over time" not in html


def test_a_long_span_is_drawn_by_decade_and_what_is_older_in_one_column(make_site: MakeSite) -> None:
    bib = "".join(
        entry(f"k{year}", title=f"T{year}", year=str(year), keywords="knots, toys") for year in (1200, 1600, 1900, 2005)
    )
    html = make_site({"content/a.bib": bib}).text("topics/index.html")
    assert "before 1750: 2, 1900s: 1, 2000s: 1" in html


def test_no_chart_brings_a_style_or_a_script(make_site: MakeSite) -> None:
    html = person(make_site, [ABC, ABC, ABC])
    body = html[html.index("<main") : html.index("</main>")]
    assert "style=" not in body
    assert "<script" not in body


def test_years_that_a_phone_is_too_narrow_for_scroll_within_their_chart_and_begin_at_its_end(
    make_site: MakeSite,
) -> None:
    pytest.importorskip("playwright", reason="Playwright is not installed")
    if not chromium():
        pytest.skip("no Chromium is installed")
    site = make_site({"content/a.bib": lab([""] * 30)})
    with started() as browser:
        page, _wire, wrong = reader(browser, site.folder / "output")
        page.set_viewport_size({"width": 360, "height": 780})
        page.goto(f"{ORIGIN}/authors/jane-doe/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        chart = page.evaluate(
            "(({ scrollWidth, clientWidth, scrollLeft }) => [scrollWidth - clientWidth, scrollLeft])"
            "(document.querySelector('.hist'))"
        )
        shadows = page.evaluate("getComputedStyle(document.querySelector('.hist')).backgroundAttachment")
    assert chart[0] > 300
    assert chart[1] == pytest.approx(chart[0], abs=1)
    assert set(shadows.split(", ")) == {"local", "scroll"}
    assert wrong == []

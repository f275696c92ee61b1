"""Long lists in parts, and indexes in the order of the alphabet."""

import re
from collections.abc import Callable

from tests.conftest import Built

MakeSite = Callable[..., Built]


def library(number: int) -> str:
    return "\n".join(
        f"@article{{w{at}, title={{Work {at}}}, author={{Doe, Jane and Au{at:04}, Ann}}, journal={{Acta}},"
        f" year={{2001}}, keywords={{knots}}}}"
        for at in range(number)
    )


def test_a_list_of_501_works_has_two_pages_that_lead_to_each_other(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": library(501)})
    for folder in ("authors/jane-doe", "topics/knots", "years/2001", "types/article-journal"):
        first, second = built.text(f"{folder}/index.html"), built.text(f"{folder}/page.2/index.html")
        assert first.count('<li class="work"') == 500, folder
        assert second.count('<li class="work"') == 1, folder
        assert 'href="page.2/"' in first
        assert f'href="../../../{folder}/">1</a>' in second
        assert "501" in second
    assert not built.has("topics/knots/page.3/index.html")


def test_a_list_in_parts_is_searched_on_the_search_page(make_site: MakeSite) -> None:
    page = make_site({"content/a.bib": library(501)}).text("topics/knots/index.html")
    assert '<input type="hidden" name="in" value="topic:&#34;knots&#34;">' in page
    assert 'id="filter"' not in page


def test_a_list_of_500_works_has_one_page_and_a_filter(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": library(500)})
    assert not built.has("topics/knots/page.2/index.html")
    assert 'id="filter"' in built.text("topics/knots/index.html")


def test_a_short_list_needs_no_filter(make_site: MakeSite) -> None:
    assert 'id="filter"' not in make_site({"content/a.bib": library(9)}).text("topics/knots/index.html")


def test_an_index_of_more_than_500_names_has_pages_and_letters_on_each(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": library(501)})
    first, second = built.text("authors/index.html"), built.text("authors/page.2/index.html")
    assert first.count('class="n"') == 500
    assert second.count('class="n"') == 2
    assert 'href="page.2/#letter-2"' in first
    assert 'href="../authors/' not in second
    assert "Jane Doe" in second.replace("\xa0", " ")


def test_the_years_of_a_list_in_parts_lead_to_pages_that_are_there(make_site: MakeSite) -> None:
    entries = "".join(
        f"@book{{k{number}, author = {{Doe, Jane}}, title = {{T{number}}}, year = {2001 + number % 5}}}\n"
        for number in range(501)
    )
    page = make_site({"content/a.bib": entries}).text("authors/jane-doe/index.html")
    inside = set(re.findall(r'href="#(y\d+)"', page))
    assert inside <= set(re.findall(r'id="(y\d+)"', page))
    assert 'href="../../years/2001/"' in page

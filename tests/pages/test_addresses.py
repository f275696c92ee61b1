"""Pages and files that other pages lead to by an address of the past, of a year, of a volume."""

import re
from collections.abc import Callable

from tests.conftest import Built

MakeSite = Callable[..., Built]


def test_a_former_id_leads_on_unless_an_entry_has_it_now(make_site: MakeSite) -> None:
    built = make_site(
        {
            "content/a.bib": """\
            @book{new, title = {T}, author = {Euler, L.}, year = 1748, ids = {old, taken}}
            @book{taken, title = {U}, author = {Euler, L.}, year = 1749}
            """
        }
    )
    assert 'href="../../articles/new/"' in built.text("articles/old/index.html")
    assert "<h1" in built.text("articles/taken/index.html")
    assert "url=" not in built.text("articles/taken/index.html")


def test_a_year_exports_its_works_and_so_does_one_before_the_first(make_site: MakeSite) -> None:
    built = make_site(
        {
            "content/a.bib": """\
            @book{euclid, title = {Elements}, author = {Euclid}, date = {-0299}}
            @book{euler, title = {Introductio}, author = {Euler, L.}, year = 1748}
            """
        }
    )
    assert "Elements" in built.text("years/300bc/300bc.bib")
    assert "Introductio" not in built.text("years/300bc/300bc.bib")
    assert "Introductio" in built.text("years/1748/1748.bib")
    assert 'href="../../years/1748/"' in built.text("years/300bc/index.html")


def test_works_of_an_issue_are_turned_over_in_the_order_of_their_pages(make_site: MakeSite) -> None:
    entries = "".join(
        f"@article{{k{page}, title = {{T{page}}}, author = {{A, B}}, journal = {{J}}, volume = 2, number = 1,"
        f" pages = {{{page}}}, year = 2000}}\n"
        for page in (9, 10, 100)
    )
    page = make_site({"content/a.bib": entries}).text("articles/k10/index.html")
    assert page.index("Previous in this issue") < page.index("Next in this issue")
    turns = re.findall(r'href="\.\./\.\./articles/([^/"]+)/" rel="(prev|next)"', page)
    assert turns == [("k9", "prev"), ("k100", "next")]


def test_volumes_are_turned_over_as_people_count_them(make_site: MakeSite) -> None:
    entries = "".join(
        f"@article{{k{volume}, title = {{T}}, author = {{A, B}}, journal = {{J}}, volume = {volume}, year = 2000}}\n"
        for volume in (9, 10, 11)
    )
    page = make_site({"content/a.bib": entries}).text("venues/j/10/index.html")
    assert 'href="../../../venues/j/9/"' in page
    assert 'href="../../../venues/j/11/"' in page

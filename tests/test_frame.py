"""The header's links."""

from collections.abc import Callable

import pytest

from sitegen.problems import SitegenError
from tests.conftest import Built

MakeSite = Callable[..., Built]
REFS = "@book{a, title = {T}, author = {Euler, L.}, year = 1748}\n"


def site_toml(target: str) -> str:
    return f'navigation = [{{label = "Shown", to = "{target}"}}]\n'


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("people", "authors/"),
        ("about", "about/"),
        ("/about/", "about/"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_the_owner_chooses_the_links(make_site: MakeSite, target: str, address: str) -> None:
    page = make_site(
        {"content/a.bib": REFS, "content/about.md": "# About\n", "content/site.toml": site_toml(target)}
    ).text("index.html")
    assert f'href="{address}"' in page[page.index("<nav") : page.index("</nav>")]


@pytest.mark.parametrize("target", ["nowhere", "javascript:alert(1)", "article", "not_found", "//x.example/"])
def test_a_link_to_no_page_is_refused_with_the_pages_there_are(make_site: MakeSite, target: str) -> None:
    with pytest.raises(SitegenError) as raised:
        make_site({"content/a.bib": REFS, "content/about.md": "# A\n", "content/site.toml": site_toml(target)})
    assert str(raised.value).startswith(f"content/site.toml: navigation, item 1, to {target!r} is no page")
    assert "Did you mean" in raised.value.hint or "home, people" in raised.value.hint
    assert "about" in raised.value.hint or "Did you mean" in raised.value.hint


def test_a_link_to_a_page_that_has_nothing_to_show_yet_is_left_out(make_site: MakeSite) -> None:
    page = make_site({"content/a.bib": REFS, "content/site.toml": site_toml("venues")}).text("index.html")
    assert "Shown" not in page

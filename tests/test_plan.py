"""Every file of the site has an address of its own."""

from collections.abc import Callable

import pytest

from sitegen.problems import SitegenError
from tests.conftest import Built

MakeSite = Callable[..., Built]
REFS = "@article{a, title = {T}, author = {Euler, L.}, journal = {J}, year = 1748}\n"


@pytest.mark.parametrize(
    ("file", "message", "hint"),
    [
        ("content/authors.md", "content/authors.md", "Rename content/authors.md."),
        ("content/venues/j.md", "the venue 'j'", "Rename content/venues/j.md."),
        ("content/articles/A/index.md", "the article 'a'", "Rename content/articles/A/index.md."),
        ("content/static/search.json", "sitegen's own page 'search_index'", "Rename content/static/search.json."),
        ("content/static/feed.xml/data.csv", "the address feed.xml:", "Rename content/static/feed.xml/data.csv."),
    ],
)
def test_two_pages_at_one_address_name_the_file_to_rename(
    make_site: MakeSite, file: str, message: str, hint: str
) -> None:
    with pytest.raises(SitegenError, match="two pages want the address") as raised:
        make_site({"content/a.bib": REFS, file: "# Text\n"})
    assert message in str(raised.value)
    assert raised.value.hint == hint


def test_a_page_may_lie_beside_those_that_sitegen_makes(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": REFS, "content/sub/authors.md": "x\n", "content/authors/help.md": "# Help\n"})
    assert built.has("sub/authors/index.html")
    assert built.has("authors/help/index.html")

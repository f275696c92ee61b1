"""llms.txt: a heading, a summary, and links in sections."""

import re
from collections.abc import Callable

from tests.conftest import Built
from tests.pages.test_article import entry

MakeSite = Callable[..., Built]


def test_the_map_has_the_parts_its_readers_expect_and_leads_only_to_what_is_there(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(keywords="knots"), "content/about.md": "# About us\n"})
    lines = built.text("llms.txt").splitlines()
    assert lines[:3] == ["# Toy", "", "> A library of 1 work."]
    assert [line for line in lines if line.startswith("## ")] == [
        "## Works as data",
        "## Lists",
        "## Pages",
        "## Newest works",
    ]
    addresses = re.findall(r"\]\((.*?)\)", "\n".join(lines))
    assert len(addresses) > 10
    for address in addresses:
        path = address.removeprefix("https://toy.example/")
        assert built.has(f"{path}index.html" if not path or path.endswith("/") else path), address
    assert "- [A Title](https://toy.example/articles/toy/): Jane Doe, 2001" in lines


def test_the_map_of_a_persian_site_is_in_one_language(make_site: MakeSite) -> None:
    site = 'title = "Toy"\nurl = "https://toy.example/"\nlanguage = "fa"\n'
    told = make_site({"content/site.toml": site, "content/a.bib": entry()}).text("llms.txt")
    assert not re.search("[آ-ی۰-۹]", told)
    assert "> A library of 1 work." in told
    assert ": Jane Doe, 2001" in told


def test_a_title_is_no_markup(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(title="A [link](https://evil.example) *x*")})
    assert r"- [A \[link\](https://evil.example) \*x\*](https://toy.example/" in built.text("llms.txt")


def test_without_an_address_of_the_site_there_is_no_map(make_site: MakeSite) -> None:
    assert not make_site({"content/site.toml": "", "content/a.bib": entry()}).has("llms.txt")

"""Former addresses: those of entries, those the owner lists, and those where nothing is any more."""

from collections.abc import Callable

import pytest

from tests.conftest import Built
from tests.pages.test_article import entry, text

MakeSite = Callable[..., Built]


def site(table: str) -> dict[str, str]:
    return {
        "content/site.toml": f'title = "Toy"\nurl = "https://toy.example/lib/"\n{table}',
        "content/a.bib": entry(keywords="knots", volume="3", ids="former"),
        "content/about.md": "# About\n",
    }


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("toy", "articles/toy/"),
        ("articles/toy/", "articles/toy/"),
        ("/articles/former/index.html", "articles/toy/"),
        ("authors/jane-doe", "authors/jane-doe/"),
        ("venues/acta-imaginaria/3/", "venues/acta-imaginaria/3/"),
        ("topics/knots", "topics/knots/"),
        ("years/2001", "years/2001/"),
        ("about", "about/"),
        ("/", "./"),
    ],
)
def test_a_listed_address_leads_to_a_page_of_the_site(make_site: MakeSite, target: str, leads_to: str) -> None:
    built = make_site(site(f'[redirects]\n"old/paper.html" = "{target}"\n'))
    html = built.text("old/paper.html")
    relative = "../" + leads_to.removeprefix("./") if leads_to != "./" else "../"
    assert f'content="0; url={relative}"' in html
    assert f'<link rel="canonical" href="https://toy.example/lib/{leads_to.removeprefix("./")}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "old/paper" not in built.text("sitemap.xml")
    assert not built.problems("bad-redirect")


def test_a_listed_address_may_lead_off_the_site_and_may_be_a_folder(make_site: MakeSite) -> None:
    built = make_site(site('[redirects]\n"/2019/m%C3%A9moire" = "https://else.example/a?b=c"\n'))
    html = built.text("2019/mémoire/index.html")
    assert '<a href="https://else.example/a?b=c">' in html


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("old.html", "articles/nobody/"),
        ("old.html", "javascript:alert(1)"),
        ("../old.html", "toy"),
        ("old.php", "toy"),
        ("a?b", "toy"),
        (".git/config", "toy"),
        ("", "toy"),
    ],
)
def test_an_address_that_comes_to_nothing_is_reported_and_left_out(
    make_site: MakeSite, address: str, target: str
) -> None:
    built = make_site(site(f"[redirects]\n'{address}' = '{target}'\n"))
    (problem,) = built.problems("bad-redirect")
    assert problem.hint
    assert not built.has("old.html")


def test_an_address_listed_twice_leads_to_where_it_was_said_first(make_site: MakeSite) -> None:
    built = make_site(site('[redirects]\n"old" = "toy"\n"/old/" = "about"\n'))
    assert "articles/toy/" in built.text("old/index.html")
    assert len(built.problems("bad-redirect")) == 1


def test_a_withdrawn_address_says_so_in_the_owners_words_or_the_usual_ones(make_site: MakeSite) -> None:
    built = make_site(site('[withdrawn]\n"articles/gone/" = "Withdrawn <at> the author\'s wish."\n"b.html" = ""\n'))
    page = built.text("articles/gone/index.html")
    assert "Withdrawn &lt;at&gt; the author&#39;s wish." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "no longer published" in text(built.text("b.html"))
    assert "articles/gone" not in built.text("sitemap.xml")


def test_a_former_id_still_leads_to_its_work(make_site: MakeSite) -> None:
    html = make_site(site("")).text("articles/former/index.html")
    assert 'content="0; url=../../articles/toy/"' in html
    assert "This work has a new address." in html

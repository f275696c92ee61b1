"""Links of a page: to which file of the site they lead, and when two addresses are the same place."""

import pytest

from sitegen.fidelity.addresses import meant, target

BASE = ("/repo/", "https://toy.example/repo/")


@pytest.mark.parametrize(
    ("page", "href", "led"),
    [
        ("articles/a/index.html", "../../", ("index.html", "")),
        ("articles/a/index.html", "./", ("articles/a/index.html", "")),
        ("articles/a/index.html", "a.pdf", ("articles/a/a.pdf", "")),
        ("articles/a/index.html", "../../authors/%C3%A9/#x", ("authors/é/index.html", "x")),
        ("articles/a/index.html", "#cite", ("articles/a/index.html", "cite")),
        ("index.html", "years/2020/?q=1", ("years/2020/index.html", "")),
        ("404.html", "/repo/", ("index.html", "")),
        ("404.html", "/repo/assets/style.css", ("assets/style.css", "")),
        ("index.html", "https://toy.example/repo/feed.xml", ("feed.xml", "")),
        ("index.html", "https://elsewhere.example/", None),
        ("index.html", "mailto:me@a.example", None),
        ("index.html", "http://[", None),
    ],
)
def test_a_link_leads_to_a_file_of_the_site(page: str, href: str, led: tuple[str, str] | None) -> None:
    assert target(page, href, *BASE) == led


def test_usual_spellings_of_an_address_are_one() -> None:
    assert meant("http://dx.doi.org/10.1000/ABC") == meant("https://doi.org/10.1000/abc")
    assert meant("https://arxiv.org/pdf/2101.00001v2.pdf") == meant("http://arxiv.org/abs/2101.00001")
    assert meant("http://www.a.example/b/") == meant("https://a.example/b")
    assert meant("https://a.example/b") != meant("https://a.example/c")

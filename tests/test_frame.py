"""The header's links."""

import base64
import hashlib
from collections.abc import Callable

import pytest

from sitegen.frame import security_policy
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


def test_the_policy_lets_only_the_sites_own_files_and_one_script_in() -> None:
    policy = dict(each.strip().partition(" ")[::2] for each in security_policy("x").split(";"))
    digest = base64.b64encode(hashlib.sha256(b"x").digest()).decode()
    assert policy == {
        "default-src": "'none'",
        "script-src": f"'self' 'sha256-{digest}'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "require-trusted-types-for": "'script'",
    }

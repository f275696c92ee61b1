"""Former addresses that come to nothing."""

from sitegen.checks.bad_redirect import CHECK
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.words import Words


def messages(redirects: dict[str, str], withdrawn: dict[str, str] | None = None) -> list[str]:
    config = SiteConfig(redirects=redirects, withdrawn=withdrawn or {})
    site = Site(library=Library(entries={"a": Entry(id="a")}), config=config, words=Words())
    return [problem.message for problem in CHECK.run(site)]


def test_a_good_address_is_told_nothing() -> None:
    assert messages({"old/": "a", "older.html": "https://else.example/"}, {"gone/": ""}) == []


def test_what_is_wrong_with_an_address_is_said() -> None:
    assert messages({"old.php": "a", "old": "b"}, {"/old/": ""}) == [
        "[redirects] 'old.php' is no address of a page",
        "[redirects] 'old' leads to 'b', which is not there",
        "[withdrawn] '/old/' is listed already",
    ]

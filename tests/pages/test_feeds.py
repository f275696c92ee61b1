"""Feeds: Atom with its archives, and JSON Feed, for the site and for whom and what can be followed."""

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Built
from tests.pages.test_article import PDF, entry

MakeSite = Callable[..., Built]
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
TWO = entry("one", title="First", author="Doe, Jane and Roe, Richard", keywords="knots", year="1999") + entry(
    "two", title="Second", author="Doe, Jane", keywords="knots, toys", abstract="On $x^2$ toys."
)
MANY = "".join(
    entry(f"k{number}", title=f"Work {number}", year=str(1990 + number // 30), keywords="toys") for number in range(130)
)


def titles(xml: str) -> list[str]:
    return [each.findtext(f"{ATOM}title", "") for each in ET.fromstring(xml).findall(f"{ATOM}entry")]


def links(xml: str) -> dict[str, str]:
    return {each.get("rel", ""): each.get("href", "") for each in ET.fromstring(xml).findall(f"{ATOM}link")}


def items(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["items"]
    return found


def test_the_feed_has_the_newest_works_with_stable_ids(make_site: MakeSite) -> None:
    feed = ET.fromstring(make_site({"content/a.bib": TWO}).text("feed.xml"))
    entries = feed.findall(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}title") for each in entries] == ["Second", "First"]
    assert entries[0].findtext(f"{ATOM}id") == "https://toy.example/articles/two/"
    assert feed.findtext(f"{ATOM}updated", "").startswith("2001-01-01T")


def test_a_work_that_joined_or_changed_late_comes_first_however_old_it_is(make_site: MakeSite) -> None:
    old = entry("old", title="Old but new here", year="1877", **{"date-added": "2020-01-01"})
    mended = entry("mended", title="Mended", year="1900", timestamp="2019-01-01", modificationdate="2021-05-06")
    built = make_site({"content/a.bib": TWO + old + mended})
    assert titles(built.text("feed.xml")) == ["Mended", "Old but new here", "Second", "First"]
    assert ">2021-05-06T" in built.text("feed.xml")


def test_no_two_works_of_one_day_changed_at_the_same_moment(make_site: MakeSite) -> None:
    moments = [item["date_published"] for item in items(make_site({"content/a.bib": MANY}).text("feed.json"))]
    assert len(set(moments)) == len(moments) == 50
    assert all(len(moment) == len("2001-01-01T00:00:00Z") for moment in moments)


def test_people_venues_and_topics_have_feeds_of_their_own_in_both_formats(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": TWO})
    for folder, expected in (
        ("authors/richard-roe", ["First"]),
        ("authors/jane-doe", ["Second", "First"]),
        ("venues/acta-imaginaria", ["Second", "First"]),
        ("topics/toys", ["Second"]),
    ):
        assert titles(built.text(f"{folder}/feed.xml")) == expected
        assert [item["title"] for item in items(built.text(f"{folder}/feed.json"))] == expected
        html = built.text(f"{folder}/index.html")
        assert 'type="application/atom+xml"' in html
        assert 'type="application/feed+json"' in html
        assert 'href="feed.xml">Follow by feed' in html


def test_the_home_page_leads_to_both_feeds_of_the_site(make_site: MakeSite) -> None:
    home = make_site({"content/a.bib": TWO}).text("index.html")
    assert 'type="application/atom+xml" title="Toy" href="feed.xml"' in home
    assert 'type="application/feed+json" title="Toy (JSON Feed)" href="feed.json"' in home


def test_a_json_feed_says_what_its_version_asks_for(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": TWO, "content/pdf/two.pdf": PDF})
    feed = json.loads(built.text("feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["title"], feed["home_page_url"]) == ("Toy", "https://toy.example/")
    assert feed["feed_url"] == "https://toy.example/feed.json"
    second, first = feed["items"]
    assert second == {
        "id": "https://toy.example/articles/two/",
        "url": "https://toy.example/articles/two/",
        "title": "Second",
        "content_text": "On x² toys.",
        "date_published": second["date_published"],
        "authors": [{"name": "Jane Doe"}],
        "tags": ["knots", "toys"],
        "attachments": [
            {"url": "https://toy.example/articles/two/two.pdf", "mime_type": "application/pdf", "size_in_bytes": 15}
        ],
    }
    assert first["content_text"] == "First"


def test_the_archives_and_the_feed_together_hold_every_work_once_read_backwards(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": MANY})
    here, seen, documents = "feed.xml", set[str](), 0
    while here:
        xml = built.text(here)
        assert links(xml)["self"] == f"https://toy.example/{here}"
        seen |= set(titles(xml))
        documents += 1
        if here != "feed.xml":
            assert ET.fromstring(xml).find(f"{HISTORY}archive") is not None
            assert links(xml)["current"] == "https://toy.example/feed.xml"
        here = links(xml).get("prev-archive", "").removeprefix("https://toy.example/")
    assert seen == {f"Work {number}" for number in range(130)}
    assert documents == 4
    assert links(built.text("feed-1990.xml"))["next-archive"] == "https://toy.example/feed-1992.xml"


def test_a_feed_that_holds_all_there_is_says_so_and_has_no_archive(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": TWO})
    assert ET.fromstring(built.text("feed.xml")).find(f"{HISTORY}complete") is not None
    assert not [path for path in built.paths() if path.startswith("feed-")]


def test_a_new_work_rewrites_only_the_archive_of_its_years(make_site: MakeSite) -> None:
    before = make_site({"content/a.bib": MANY})
    old = {path: before.text(path) for path in before.paths() if path.startswith("feed-")}
    after = make_site({"content/a.bib": MANY, "content/b.bib": entry("late", title="Late", year="1994")})
    assert [path for path, text in old.items() if after.text(path) != text] == ["feed-1994.xml"]


def test_a_retracted_work_says_so_in_its_title(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(pubstate="retracted")})
    assert titles(built.text("feed.xml")) == ["RETRACTED: A Title"]
    assert items(built.text("feed.json"))[0]["title"] == "RETRACTED: A Title"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_independent_reader_finds_no_fault_in_any_feed(make_site: MakeSite) -> None:
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
    built = make_site({"content/a.bib": MANY + TWO})
    feeds = [path for path in built.paths() if path.endswith(".xml") and "feed" in path]
    assert len(feeds) > 8
    for path in feeds:
        feed = feedparser.parse(built.text(path))
        assert not feed.bozo, path
        assert feed.version == "atom10"
        assert feed.feed.id == f"https://toy.example/{path}"
        assert all(each.id and each.link and each.title and each.updated_parsed for each in feed.entries), path

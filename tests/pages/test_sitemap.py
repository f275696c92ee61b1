"""Sitemaps: every page, in parts where there are many, with the day on which the content changed."""

import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import sitegen.pages
from sitegen.draft import draft
from sitegen.pages import PageKind
from sitegen.pages.sitemap import PAGE
from sitegen.plan import plan
from sitegen.shelf import load
from tests.conftest import Built
from tests.effort import steps
from tests.pages.test_article import entry

MakeSite = Callable[..., Built]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://toy.example/"
MANY = "".join(
    entry(f"k{number}", author=f"A{number:04}, B.", year=str(1990 + number // 150), journal=f"Journal {number % 7}")
    for number in range(600)
)


def listed(xml: str) -> dict[str, str | None]:
    """Addresses with the day of their last change."""
    tree = ET.fromstring(xml)
    assert tree.tag in {f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex"}
    return {each.findtext(f"{SITEMAP}loc", ""): each.findtext(f"{SITEMAP}lastmod") for each in tree}


def pages(built: Built) -> set[str]:
    return {f"{SITE}{path[: -len('index.html')]}" for path in built.paths() if path.endswith("index.html")}


def test_the_sitemap_lists_every_page_but_search_and_the_one_that_is_not_found(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(volume="1", keywords="knots"), "content/about.md": "# About\n"})
    assert set(listed(built.text("sitemap.xml"))) == pages(built) - {f"{SITE}search/"}


def test_a_page_changed_when_its_works_did_and_is_undated_where_the_content_does_not_say(make_site: MakeSite) -> None:
    old = entry("old", author="Doe, Jane", timestamp="2019-03-04")
    new = entry("new", author="Doe, Jane and Roe, Richard", **{"date-modified": "2020-05-06 10:00:00 +0000"})
    built = make_site({"content/a.bib": old + new + entry("silent", author="Lone, Al", journal="Else", year="1900")})
    found = listed(built.text("sitemap.xml"))
    assert found[f"{SITE}articles/old/"] == "2019-03-04"
    assert found[f"{SITE}articles/new/"] == found[f"{SITE}authors/jane-doe/"] == found[SITE] == "2020-05-06"
    assert found[f"{SITE}articles/silent/"] is found[f"{SITE}authors/al-lone/"] is found[f"{SITE}years/1900/"] is None


def test_many_pages_are_listed_in_parts_by_kind_and_year_and_none_is_missing_or_twice(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": MANY})
    parts = [part.removeprefix(SITE) for part in listed(built.text("sitemap.xml"))]
    assert parts == [
        "sitemap-pages.xml",
        "sitemap-people-1.xml",
        "sitemap-venues-1.xml",
        "sitemap-works-1992.xml",
        "sitemap-works-1990.xml",
    ]
    found = [address for part in parts for address in listed(built.text(part))]
    assert len(found) == len(set(found))
    assert set(found) == pages(built) - {f"{SITE}search/"}


def test_a_changed_work_rewrites_only_the_part_of_its_years(make_site: MakeSite) -> None:
    before = make_site({"content/a.bib": MANY})
    old = {path: before.text(path) for path in before.paths() if path.startswith("sitemap")}
    changed = MANY.replace("@article{k7,\n", "@article{k7,\n  timestamp = {2020-01-02},\n")
    after = make_site({"content/a.bib": changed})
    rewritten = [path for path, text in old.items() if after.text(path) != text]
    assert rewritten == [
        "sitemap-pages.xml",
        "sitemap-people-1.xml",
        "sitemap-venues-1.xml",
        "sitemap-works-1990.xml",
        "sitemap.xml",
    ]


def test_sitemaps_fit_the_schema_of_the_protocol(make_site: MakeSite) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    folder = os.environ.get("SITEMAP_SCHEMAS", "node_modules/sitemap/schema")
    schema = Path(folder) / "sitemap.xsd"
    if not schema.is_file():
        pytest.skip("sitemap.xsd is not here: npm install sitemap, or name its folder by SITEMAP_SCHEMAS")
    validator = etree.XMLSchema(etree.parse(schema))
    built = make_site({"content/a.bib": MANY})
    for path in (path for path in built.paths() if path.startswith("sitemap-")):
        assert validator.validate(etree.fromstring(built.text(path).encode())), (path, validator.error_log)


def test_a_list_in_many_parts_is_looked_through_once_for_them_all(tmp_path: Path) -> None:
    def effort(works: int) -> int:
        root = tmp_path / str(works)
        (root / "content").mkdir(parents=True)
        text = "".join(f"@misc{{w{number}, title={{T}}, author={{Doe, Jane}}, year=1999}}\n" for number in range(works))
        (root / "content/a.bib").write_text(text, "utf-8")
        site = draft(root, SITE).site
        here = plan(site, load(sitegen.pages, PageKind))[1].at("sitemap-people-1.xml")
        return steps(lambda: PAGE.content("-people-1", site, here))

    assert effort(8_000) < 6 * effort(2_000)

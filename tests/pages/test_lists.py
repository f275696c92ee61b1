"""Pages of people, venues, volumes, topics, years and types; feeds, sitemaps and the other files for machines."""

import json
import re
from collections.abc import Callable

from tests.conftest import Built
from tests.pages.test_article import entry, text

MakeSite = Callable[..., Built]
TWO = entry(
    "one", title="First", author="Doe, Jane and Roe, Richard", keywords="knots", volume="1", number="1", year="1999"
) + entry("two", title="Second", author="Doe, Jane", keywords="knots, toys", volume="2", number="1")


def test_every_index_counts_what_it_lists(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": TWO})
    for path, expected in (
        ("authors", "Jane Doe 2"),
        ("venues", "Acta Imaginaria 2"),
        ("topics", "knots 2 toys 1"),
        ("years", "2001 1 1999 1"),
        ("types", "Articles 2"),
    ):
        assert expected in text(built.text(f"{path}/index.html")).replace("\xa0", " "), path


def test_a_volume_tells_machines_what_it_is_part_of_and_which_issues_it_has(make_site: MakeSite) -> None:
    html = make_site({"content/a.bib": TWO}).text("venues/acta-imaginaria/1/index.html")
    assert json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)[0]) == {
        "@context": "https://schema.org",
        "@type": "PublicationVolume",
        "name": "Acta Imaginaria 1",
        "volumeNumber": "1",
        "url": "https://toy.example/venues/acta-imaginaria/1/",
        "isPartOf": {
            "@type": "Periodical",
            "name": "Acta Imaginaria",
            "url": "https://toy.example/venues/acta-imaginaria/",
        },
        "hasPart": [{"@type": "PublicationIssue", "issueNumber": "1"}],
    }


def test_a_person_has_works_coauthors_and_topics(make_site: MakeSite) -> None:
    html = text(make_site({"content/a.bib": TWO}).text("authors/jane-doe/index.html"))
    for part in ("2 works, 1999–2001", "First", "Second", "Richard Roe", "knots", "Acta Imaginaria"):
        assert part in html.replace("\xa0", " "), part


def test_works_of_a_journal_that_have_no_volume_stand_among_the_volumes_by_their_year(make_site: MakeSite) -> None:
    loose = entry("three", title="Third", year="2003") + entry("four", title="Fourth", year="2000")
    journal = text(make_site({"content/a.bib": TWO + loose}).text("venues/acta-imaginaria/index.html"))
    assert re.findall("2003 Third|Volume 2, issue 1|2000 Fourth|Volume 1, issue 1", journal.replace("\xa0", " ")) == [
        "2003 Third", "Volume 2, issue 1", "2000 Fourth", "Volume 1, issue 1",
    ]  # fmt: skip
    assert "Other works" not in journal


def test_a_journal_is_shown_by_volume_and_each_volume_has_a_page(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": TWO})
    journal = built.text("venues/acta-imaginaria/index.html")
    assert text(journal).index("Volume 2, issue 1") < text(journal).index("Volume 1, issue 1")
    assert "First" in built.text("venues/acta-imaginaria/1/index.html")
    assert "Second" not in built.text("venues/acta-imaginaria/1/index.html")
    assert "../../../venues/acta-imaginaria/2/" in built.text("venues/acta-imaginaria/1/index.html")


def test_works_before_the_common_era_have_an_address_too(make_site: MakeSite) -> None:
    built = make_site(
        {"content/a.bib": "@book{plato, author = {{Plato}}, title = {Phaedo}, date = {-0379}, publisher = {P}}\n"}
    )
    assert "380 BC" in text(built.text("years/380bc/index.html"))


def test_every_list_can_be_taken_along_in_every_format(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": TWO})
    for path in (
        "authors/jane-doe/jane-doe",
        "venues/acta-imaginaria/acta-imaginaria",
        "topics/knots/knots",
        "years/1999/1999",
        "library",
    ):
        for suffix in (".bib", ".ris", ".json"):
            assert built.has(path + suffix), path + suffix
    assert [record["title"] for record in json.loads(built.text("years/1999/1999.json"))] == ["First"]
    assert 'href="1999.bib"' in built.text("years/1999/index.html")


def test_without_an_address_of_the_site_nothing_absolute_is_written(make_site: MakeSite) -> None:
    built = make_site({"content/site.toml": 'title = "Toy"\n', "content/a.bib": TWO})
    for path in ("feed.xml", "feed.json", "sitemap.xml", "robots.txt", "opensearch.xml"):
        assert not built.has(path), path
    html = built.text("articles/one/index.html")
    assert 'rel="canonical"' not in html
    assert "citation_abstract_html_url" not in html
    assert '<meta name="citation_title" content="First">' in html


def test_below_a_path_the_missing_page_links_from_the_root_and_robots_are_not_written(make_site: MakeSite) -> None:
    built = make_site({"content/site.toml": 'url = "https://me.example/repo/"\n', "content/a.bib": TWO})
    assert 'href="/repo/search/"' in built.text("404.html")
    assert not re.search(r'(href|src)="(?!https?:|/repo/|#|mailto:)', built.text("404.html"))
    assert not built.has("robots.txt")
    assert 'href="/repo/' not in built.text("index.html")


def test_the_search_index_holds_every_work_from_the_sites_root(make_site: MakeSite) -> None:
    rows = json.loads(make_site({"content/a.bib": TWO}).text("search.json"))["works"]
    assert [(row[0], row[1]) for row in rows] == [("articles/two/", "Second"), ("articles/one/", "First")]


def test_beyond_its_limit_the_home_page_lists_the_newest_and_leads_to_the_years(make_site: MakeSite) -> None:
    config = 'title = "Toy"\nhome_limit = 1\nhome_newest = 1\n'
    home = make_site({"content/site.toml": config, "content/a.bib": TWO}).text("index.html")
    assert "articles/two/" in home
    assert "articles/one/" not in home
    assert 'href="years/1999/"' in home


def test_a_site_without_works_says_how_to_begin(make_site: MakeSite) -> None:
    built = make_site({"content/about.md": "# About\n"})
    assert "content/" in text(built.text("index.html"))
    assert not built.has("authors/index.html")


def test_markdown_pages_stand_at_their_own_address_and_in_the_header(make_site: MakeSite) -> None:
    built = make_site(
        {"content/a.bib": TWO, "content/teaching/index.md": "# Teaching\n\n*Logic*.\n", "content/cv.md": "# CV\n"}
    )
    assert "<em>Logic</em>" in built.text("teaching/index.html")
    assert re.search(r'<a href="cv/"[^>]*>(<bdi>)?CV<', built.text("index.html"))


def test_script_in_a_markdown_page_is_gone(make_site: MakeSite) -> None:
    html = make_site(
        {"content/cv.md": "# CV\n\n<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=x>b</b>\n"}
    ).text("cv/index.html")
    assert "alert(1)</script>" not in html
    assert 'href="javascript' not in html
    assert not re.search(r"<[^>]*onclick", html)


def test_static_files_are_copied_and_those_that_run_are_not(make_site: MakeSite) -> None:
    built = make_site(
        {
            "content/static/img/a.png": b"\x89PNG\r\n\x1a\n",
            "content/static/evil.html": "<script>1</script>",
            "content/static/x.svg": "<svg/>",
        }
    )
    assert built.has("img/a.png")
    assert not built.has("evil.html")
    assert len(built.problems("file-not-published")) == 2


def test_the_picture_of_the_site_stands_for_every_page_that_is_shared(make_site: MakeSite) -> None:
    config = 'title = "Toy"\nurl = "https://toy.example/"\nimage = "card.png"\nimage_alt = "A toy"\n'
    built = make_site(
        {"content/site.toml": config, "content/a.bib": TWO, "content/static/card.png": b"\x89PNG\r\n\x1a\n"}
    )
    for path in ("index.html", "authors/jane-doe/index.html", "articles/one/index.html"):
        html = built.text(path)
        assert html.count('<meta property="og:image" content="https://toy.example/card.png">') == 1, path
        assert html.count('<meta property="og:image:alt" content="A toy">') == 1, path
        assert html.count('property="og:type"') == 1, path
    assert "og:" not in built.text("404.html")

"""The page about the library's own data."""

from collections.abc import Callable

from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry
from sitegen.model.library import Library
from sitegen.text.rich import Text
from sitegen.views.quality import completeness
from sitegen.words import Words
from tests.conftest import Built

MakeSite = Callable[..., Built]
BIB = """
    @article{a, author = {Cole, Ann}, title = {On Light}, journal = {Optics}, year = 1901, abstract = {Light.}}
    @article{b, author = {Cole, Ann}, title = {On Heat}, journal = {Optics}, year = 1902, pages = {3}}
    @misc{c, title = {A leaflet}}
"""
ASKED = {"content/site.toml": 'url = "https://toy.example/"\n[pages]\ndata_quality = true\n'}


def entry(id_: str, kind: str, year: int | None, *, abstract: str = "") -> Entry:
    return Entry(
        id=id_,
        type=kind,
        title=Text.of("T"),
        issued=Date(Day(year)) if year else None,
        abstracts=(Abstract(Text.of(abstract)),) if abstract else (),
    )


def test_only_works_that_should_say_something_are_counted() -> None:
    entries = (
        entry("a", "article-journal", 2001, abstract="x"),
        entry("b", "book", 2000),
        entry("c", "document", None),
    )
    library = Library(entries={each.id: each for each in entries}, by_year={2001: ("a",), 2000: ("b",), None: ("c",)})
    found = completeness(library, {"b"})
    tallies = {name: (tally.held, tally.of) for name, tally in found.by_field.items()}
    assert tallies["title"] == (3, 3)
    assert tallies["abstract"] == (1, 2)
    assert tallies["pdf"] == (1, 2)
    assert tallies["container"] == (0, 1)
    assert tallies["date"] == (2, 3)
    assert (found.by_year[2001]["abstract"].share, found.by_year[2000]["abstract"].share) == (1.0, 0.0)
    assert (list(found.works.items()), found.total) == ([(2001, 1), (2000, 1), (None, 1)], 3)


def test_the_page_is_there_only_when_it_is_asked_for(make_site: MakeSite) -> None:
    assert not make_site({"content/refs.bib": BIB}).has("data-quality/index.html")


def test_the_page_counts_by_field_and_by_year_and_stands_in_the_footer(make_site: MakeSite) -> None:
    built = make_site({"content/refs.bib": BIB, **ASKED})
    page = built.text("data-quality/index.html")
    assert "What the 3 works of this site say" in page
    assert '<th scope="row">Abstract</th><td>50%</td>' in page
    assert page.count('class="hist') == 1
    assert '<a href="../years/1902/">1902</a>' in page
    assert "No date" in page
    assert 'href="data-quality/"' in built.text("index.html")


def test_search_engines_are_told_to_leave_the_page_out(make_site: MakeSite) -> None:
    built = make_site({"content/refs.bib": BIB, **ASKED})
    assert "noindex" in built.text("data-quality/index.html")
    assert "data-quality" not in built.text("sitemap.xml")


def test_almost_all_is_not_all() -> None:
    assert [Words().percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "1%", "50%", "99%", "100%"]

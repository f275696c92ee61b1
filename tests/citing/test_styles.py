"""The styles of a site, and entries as they print them."""

import re
from collections.abc import Callable

import pytest

from sitegen.citing import label, printed, styles_of
from sitegen.config import CiteConfig
from sitegen.formats.csl_json import rich_item
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.problems import SitegenError
from sitegen.text.rich import Maths, Span, Text
from tests.conftest import Built

MakeSite = Callable[..., Built]
BIB = """
@article{one, author = {Doe, Jane}, title = {On {\\em Asellus} and $n^2$}, journal = {Acta Imaginaria}, year = 1999,
  volume = 3, doi = {10.5555/one}}
"""
OWN = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>House style</title><id>house</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout prefix="House: "><text variable="title"/></layout></bibliography>
</style>"""


def nothing(name: str) -> bytes | None:
    return None


def apa(entry: Entry) -> str:
    return printed(rich_item(entry), styles_of(["apa"], "en", nothing)["apa"]).to_html()


def by(*names: Name, **more: object) -> Entry:
    return Entry(id="a", type="book", title=Text.of("Lamps"), issued=Date(Day(2019)), names={"author": names}, **more)  # type: ignore[arg-type]


def test_every_default_style_is_there_and_has_a_short_name() -> None:
    styles = styles_of(CiteConfig().styles, "en", nothing)
    assert [label(name, chosen) for name, chosen in styles.items()] == [
        "APA", "MLA", "Chicago", "IEEE", "Vancouver", "Harvard", "ACM", "AMA", "Nature"
    ]  # fmt: skip


def test_a_typo_names_the_nearest_style() -> None:
    with pytest.raises(SitegenError) as caught:
        styles_of(["chicago-author-dat"], "en", nothing)
    assert "chicago-author-dat" in str(caught.value)
    assert "chicago-author-date" in caught.value.hint


def test_a_file_that_is_not_in_content_is_named() -> None:
    with pytest.raises(SitegenError, match=r"no style 'house.csl' in content/"):
        styles_of(["house.csl"], "en", nothing)


def test_a_style_of_the_owner_goes_by_its_file_name_and_title(make_site: MakeSite) -> None:
    toml = '[cite]\nstyles = ["house.csl", "apa"]\n'
    built = make_site({"content/a.bib": BIB, "content/site.toml": toml, "content/house.csl": OWN.decode()})
    html = built.text("articles/one/index.html")
    assert ">House style</label>" in html
    assert ">House: On <i>Asellus</i> and <math>" in html


def test_italics_and_formulas_of_a_title_survive() -> None:
    formula = Maths("n^2", "n²", "<math><mi>n</mi></math>")
    entry = by(Name(family="Doe"), container_title=Text.of(""))
    titled = Entry(id="a", type="article-journal", title=Text((Span("sc", ("Dna",)), " ", formula)), names=entry.names)
    assert '<span class="sc">Dna</span> <math><mi>n</mi></math>' in apa(titled)


def test_a_list_that_goes_on_ends_in_et_al() -> None:
    entry = by(Name(family="Doe", given="Jane"), Name(family="Roe", given="Al"), et_al=frozenset({"author"}))
    assert apa(entry).startswith("Doe, J., Roe, A., et al. (2019)")


def test_a_number_with_a_hyphen_is_no_range() -> None:
    entry = Entry(id="a", type="report", title=Text.of("Lamps"), number="1999-66")
    assert "(No. 1999-66)" in apa(entry)


def test_an_edition_in_words_is_counted() -> None:
    assert "(3rd ed.)" in apa(by(Name(family="Doe"), edition="Third"))


def test_a_preprint_leads_to_its_archive() -> None:
    numbers = {"arxiv": "2101.00001"}
    day = Date(Day(2021))
    entry = Entry(id="a", type="article", title=Text.of("Lamps"), issued=day, identifiers=numbers)
    assert '. arXiv. <a href="https://arxiv.org/abs/2101.00001">' in apa(entry)


def test_the_box_shows_the_first_styles_and_needs_no_script(make_site: MakeSite) -> None:
    html = make_site({"content/a.bib": BIB}).text("articles/one/index.html")
    box = html[html.index('id="refs"') : html.index("</section>", html.index('id="refs"'))]
    assert re.findall(r'name="style"( checked)?>(\w+)</label>', box) == [
        (" checked", "APA"), ("", "MLA"), ("", "Chicago"), ("", "IEEE")
    ]  # fmt: skip
    assert box.count('<p class="ref"') == 4
    assert "style=" not in box
    assert "citationstyles.org" in box


def test_a_site_may_show_all_its_styles(make_site: MakeSite) -> None:
    html = make_site({"content/a.bib": BIB, "content/site.toml": "[cite]\nshown = 9\n"}).text("articles/one/index.html")
    assert html.count('<p class="ref"') == 9


def test_a_list_of_references_is_in_the_first_style(make_site: MakeSite) -> None:
    files = {
        "content/a.bib": BIB,
        "content/site.toml": '[cite]\nstyles = ["ieee"]\n',
        "content/page.md": '```works\nstyle = "references"\n```\n',
    }
    assert ">J. Doe, “On" in make_site(files).text("page/index.html")


@pytest.mark.parametrize(("toml", "number"), [("", 1), ("[cite]\nshown = 3\n", 3)])
def test_a_library_of_very_many_works_shows_one_reference_unless_more_are_asked_for(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, toml: str, number: int
) -> None:
    monkeypatch.setattr("sitegen.citing.MANY", 0)
    page = make_site({"content/a.bib": BIB, "content/site.toml": toml}).text("articles/one/index.html")
    assert page.count('class="ref"') == number


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("APA", "apa"),
        ("Chicago", "chicago-author-date"),
        ("vancouver", "nlm-citation-sequence"),
        ("Harvard", "harvard-cite-them-right"),
        ("American Medical Association", "american-medical-association"),
    ],
)
def test_a_style_is_found_by_what_people_call_it(said: str, named: str) -> None:
    assert list(styles_of([said], "en", nothing)) == [named]

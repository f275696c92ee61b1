"""Works that are hard to show: what their pages, lists, exports and feeds say of them."""

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from sitegen.build import BuildOptions, build
from tests.conftest import Built, write_files
from tests.pages.records import CROWD, FILES


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("records")
    write_files(folder, FILES)
    return Built(folder, build(folder, BuildOptions()))


def page(built: Built, key: str) -> str:
    return built.text(f"articles/{key}/index.html")


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" ,", ",")


def section(html: str, id_: str) -> str:
    """A section of a page by the id of its heading, as text."""
    found = re.search(rf'<section[^>]*aria-labelledby="{id_}".*?</section>', html, re.DOTALL)
    return text(found[0]) if found else ""


def banners(html: str) -> list[str]:
    return [text(each) for each in re.findall(r'<div class="status.*?</div>', html, re.DOTALL)]


def test_nothing_is_wrong_with_the_library(built: Built) -> None:
    assert [problem for problem in built.result.problems if problem.level != "info"] == []


def test_a_notice_of_retraction_marks_the_work_everywhere(built: Built) -> None:
    html = page(built, "quill2015lamps")
    assert banners(html) == ["This work has been retracted. Retraction: Lamps that never go out"]
    assert '<p class="eyebrow">Article · Retracted</p>' in html
    assert "Retraction notice" in section(html, "versions")
    assert '"creativeWorkStatus":"Retracted"' in html
    assert '<meta name="citation_title" content="RETRACTED: Lamps' in html
    assert '<span class="tag alarm">Retracted</span>' in built.text("index.html")
    assert "pubstate = {retracted}" in re.sub(" +", " ", built.text("articles/quill2015lamps/quill2015lamps.bib"))
    assert "N1  - Retracted" in built.text("articles/quill2015lamps/quill2015lamps.ris")
    (item,) = json.loads(built.text("articles/quill2015lamps/quill2015lamps.json"))
    assert item["status"] == "retracted"
    titles = [each.text or "" for each in fromstring(built.text("feed.xml")).iter("{http://www.w3.org/2005/Atom}title")]
    assert [title for title in titles if title.startswith("RETRACTED: Lamps")]


def test_the_notice_leads_to_the_work(built: Built) -> None:
    html = page(built, "editors2017retraction")
    (banner,) = banners(html)
    assert banner.startswith("This is the notice that retracts another work: Lamps that never go out")
    assert '<p class="eyebrow">Article</p>' in html


def test_an_erratum_by_biblatexs_fields_marks_the_work_as_corrected(built: Built) -> None:
    html = page(built, "okonkwo2018tides")
    assert banners(html) == ["This work has been corrected. Erratum: Tides in a teacup"]
    assert "This corrects another work: Tides in a teacup" in banners(page(built, "okonkwo2019erratum"))[0]
    assert '<span class="tag">Corrected</span>' in built.text("index.html")


def test_the_number_of_a_report_is_cited_as_it_is(built: Built) -> None:
    html = page(built, "moss2020atlas")
    assert "(HI-7; Version 3.0)" in text(html)
    assert "HI\\-7" not in html


def test_machines_read_each_relation_on_both_pages(built: Built) -> None:
    def data(key: str) -> dict[str, Any]:
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(built, key), re.DOTALL)
        assert found
        return dict(json.loads(found[1]))

    def named(key: str, property_: str) -> list[str]:
        return [each["@id"].split("/")[-2] for each in data(key)[property_]]

    assert data("okonkwo2016preprint")["sameAs"] == "https://toy.example/articles/okonkwo2018tides/"
    assert named("okonkwo2018tides", "isBasedOn") == ["okonkwo2016preprint"]
    assert named("okonkwo2019erratum", "about") == ["okonkwo2018tides"]
    (correction,) = data("okonkwo2018tides")["correction"]
    assert (correction["url"], correction["datePublished"]) == (
        "https://toy.example/articles/okonkwo2019erratum/",
        "2019-02",
    )
    (retraction,) = data("quill2015lamps")["correction"]
    assert retraction["datePublished"] == "2017-01-15"
    assert named("moss2012atlas", "isBasedOn") == ["moss2010atlas"]
    assert named("moss2012atlas", "workExample") == ["moss2020atlas"]
    assert named("moss2021atlasde", "translationOfWork") == ["moss2020atlas"]
    assert named("moss2020atlas", "workTranslation") == ["moss2021atlasde"]
    assert sorted(named("lantern2019lights", "hasPart")) == ["ferry2019glass", "toy2019wicks"]
    assert data("toy2019wicks")["isPartOf"]["@id"] == "https://toy.example/articles/lantern2019lights/#work"


def test_a_preprint_and_the_published_work_lead_to_each_other(built: Built) -> None:
    (banner,) = banners(page(built, "okonkwo2016preprint"))
    assert banner == "This is a preprint. The published version: Tides in a teacup"
    versions = section(page(built, "okonkwo2018tides"), "versions")
    assert "Tides in a teacup, first thoughts Chidi Okonkwo, 2016 Preprint" in versions


VERSIONS = """
@article{final, author = {Doe, Jane}, title = {Harbour glow}, journal = {J}, date = {2021-01}, has_preprint = {second}}
@misc{second, author = {Doe, Jane}, title = {Harbour glow}, eprint = {2001.00001}, eprinttype = {arxiv},
  date = {2020-06}, version = {2}, version_of = {first}}
@misc{first, author = {Doe, Jane}, title = {Harbour glow}, eprint = {2001.00001}, eprinttype = {arxiv},
  date = {2020-01}, version = {1}}
"""


def test_a_published_work_and_the_first_version_of_its_preprint_know_each_other(
    make_site: Callable[..., Built],
) -> None:
    site = make_site({"content/a.bib": VERSIONS})
    final, first = page(site, "final"), page(site, "first")
    assert "Doe, 2020 Preprint (version 2)" in section(final, "versions")
    assert "Doe, 2020 Preprint (version 1)" in section(final, "versions")
    assert "Related works" not in final
    assert "Doe, 2021 Published version" in section(first, "versions")
    assert banners(first) == [
        "This is a preprint. The published version: Harbour glow",
        "There is a later version of this work: Harbour glow",
    ]
    assert banners(final) == []
    assert len(banners(page(site, "second"))) == 1


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("moss2010atlas", ["Later version (version 3.0)", "Later version (version 2.0)"]),
        ("moss2012atlas", ["Later version (version 3.0)", "Earlier version (version 1.0)"]),
        ("moss2020atlas", ["Earlier version (version 2.0)", "Earlier version (version 1.0)", "Translation"]),
    ],
)
def test_each_version_knows_all_others_and_the_latest(built: Built, key: str, said: list[str]) -> None:
    html = page(built, key)
    words = re.findall(
        r'<p class="why">(.*?)</p>', re.findall(r'aria-labelledby="versions".*?</section>', html, re.DOTALL)[0]
    )
    assert words == said
    assert ("There is a later version of this work: Atlas of harbour sounds" in banners(html)) == (
        key != "moss2020atlas"
    )
    assert 'href="../../articles/moss2020atlas/"' in html or key == "moss2020atlas"


def test_the_line_of_the_type_says_which_version(built: Built) -> None:
    assert '<p class="eyebrow">Report · Version 2.0</p>' in page(built, "moss2012atlas")


def test_a_volume_of_many_works_leads_to_them_all(make_site: Callable[..., Built]) -> None:
    papers = [
        f"@inproceedings{{p{at}, author = {{Doe, J.}}, title = {{Paper {at}}}, crossref = {{vol}}, pages = {{{at}}}}}\n"
        for at in range(1, 13)
    ]
    volume = "@proceedings{vol, title = {All papers}, editor = {Roe, R.}, year = 2001}\n"
    html = make_site({"content/a.bib": "".join(papers) + volume}).text("articles/vol/index.html")
    contents = section(html, "contents")
    assert contents.startswith("In this volume Paper 1 J. Doe")
    assert contents.endswith("and 2 more")
    assert '<a href="../../venues/all-papers/">and 2 more</a>' in html


def test_a_translation_names_its_original(built: Built) -> None:
    versions = section(page(built, "moss2021atlasde"), "versions")
    assert versions.endswith("2020 Original (version 3.0)")
    assert banners(page(built, "moss2021atlasde")) == []


def test_works_that_cite_each_other_here_say_so_on_both_pages(built: Built) -> None:
    assert "Lamps that never go out" in section(page(built, "okonkwo2018tides"), "references")
    assert section(page(built, "toy2019wicks"), "cited") == "Cited on this site by Glass Finn Ferry, 2019"


def test_works_that_cite_the_same_work_are_related(make_site: Callable[..., Built]) -> None:
    entries = [
        f"@book{{{key}, author = {{{key.title()}, J.}}, title = {{About {key}}}, year = 200{at}{cites}}}\n"
        for at, (key, cites) in enumerate({"root": "", "one": ", cites = {root}", "two": ", cites = {root}"}.items())
    ]
    html = make_site({"content/a.bib": "".join(entries)}).text("articles/one/index.html")
    assert section(html, "related-h") == "Related works About two J. Two, 2002 Also cites About root"


def test_a_volume_lists_its_works_by_their_pages_and_each_leads_back(built: Built) -> None:
    assert section(page(built, "lantern2019lights"), "contents").startswith("In this volume Wicks")
    assert '<dt>Part of</dt><dd><a href="../../articles/lantern2019lights/">' in page(built, "toy2019wicks")


def test_what_stands_elsewhere_on_the_page_is_not_related_as_well(built: Built) -> None:
    related = section(page(built, "moss2020atlas"), "related-h")
    assert "Atlas of harbour sounds" not in related
    assert "Also by Mia Moss" in related


def test_editors_alone_stand_where_authors_would(built: Built) -> None:
    html = page(built, "lantern2019lights")
    assert re.search(r'<span class="role">Edited by</span>\s*<ul class="names" aria-label="Edited by">', html)
    assert 'citation_author"' not in html
    assert "Lea Lantern, Theo Storm (editors)" in text(built.text("index.html"))


def test_abstracts_in_two_languages_say_which_and_in_which_direction(built: Built) -> None:
    html = page(built, "rostami2014nour")
    assert '<h2 id="abstract">Abstract (Persian)</h2>' in html
    assert '<div class="text" lang="fa" dir="rtl"><p>چراغ‌های بندر' in html
    assert re.search(r'<h2 id="abstract-2">Abstract \(English\)</h2>\s*<div class="text" dir="auto"><p>The lamps', html)


def test_every_link_and_file_has_a_button_that_says_what_it_is(built: Built) -> None:
    html = page(built, "quill2015lamps")
    actions = re.findall(r'<a class="btn.*?</a>', html.split('class="actions"')[1].split("</div>")[0], re.DOTALL)
    labels = [text(re.sub(r'<span class="vh">.*?</span>', "", each)) for each in actions]
    assert [label.split()[0] for label in labels] == [
        "Read", "Publisher", "Code", "Data", "Slides", "Poster", "Video", "Supplement", "Podcast", "Cite",
    ]  # fmt: skip
    assert "PDF · 1 kB" in labels[4]
    assert "CSV · 1 kB" in labels[7]


def test_a_number_in_an_archive_is_a_way_to_the_text(built: Built) -> None:
    html = page(built, "okonkwo2016preprint")
    assert re.search(r'<a class="btn ext" href="https://arxiv.org/abs/1601.00001"><span>arXiv<', html)
    assert 'href="https://arxiv.org/abs/1601.00001"' in built.text("index.html")


def test_names_have_signs_that_a_legend_explains(built: Built) -> None:
    html = page(built, "quill2015lamps")
    assert '<bdi class="me">Ada Quill</bdi></a><sup>†,1</sup>' in html
    assert "† &nbsp; Corresponding author · * &nbsp; Equal contribution" in text(html)
    assert 'href="https://orcid.org/0000-0002-1825-0097"' in html


def test_a_work_by_thousands_has_a_page_of_names_and_records_as_files(built: Built) -> None:
    html = page(built, "crowd2021")
    assert "and 2,994 more" in html
    assert html.count('rel="author"') < 10
    assert 'id="record-bibtex"' not in html
    assert 'href="crowd2021.bib" download' in html
    assert built.text("articles/crowd2021/authors/index.html").count("<li>") >= CROWD
    assert built.text("articles/crowd2021/crowd2021.bib").count(" and ") == CROWD - 1


def test_a_person_page_names_other_spellings_and_counts_co_authors_but_no_editors(built: Built) -> None:
    html = text(built.text("authors/ada-quill/index.html"))
    assert "Chidi Okonkwo 2" in html
    assert "Lea Lantern" not in html


def test_a_venue_page_has_its_numbers_its_volumes_and_its_editors(built: Built) -> None:
    html = text(built.text("venues/journal-of-small-lights/index.html"))
    assert "ISSN 1234-5679, 2049-3630" in html
    assert "Volumes 18 1 16 1 15 1 14 1 12 1" in html
    proceedings = text(built.text("venues/proceedings-of-the-second-conference-on-small-lights/index.html"))
    assert "Editors Lea Lantern 2 Theo Storm 2" in proceedings


def test_a_volume_is_parted_by_issue_and_section(built: Built) -> None:
    html = built.text("venues/journal-of-small-lights/14/index.html")
    assert "Issue 1 (January 15, 2017): Notices" in text(html)


def test_a_mistake_is_reported_at_the_line_of_the_entry(built: Built) -> None:
    line = (built.folder / "content/records.bib").read_text("utf-8").split("@article{okonkwo2018tides")[0].count(
        "\n"
    ) + 1
    assert f'href="https://code.example/toy/blob/main/content/records.bib#L{line}"' in page(built, "okonkwo2018tides")

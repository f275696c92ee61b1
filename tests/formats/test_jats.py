"""JATS: one article for each work, valid, with everything in its place."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from sitegen.formats.jats import FORMAT
from sitegen.model.entry import Entry
from sitegen.text.rich import Text
from tests.formats.deposits import ARTICLE, BOOK, EVERY, REGISTRATION
from tests.formats.schemas import faults

HREF = "{http://www.w3.org/1999/xlink}href"


def written(*entries: Entry) -> str:
    assert FORMAT.deposit is not None
    return FORMAT.deposit(entries, REGISTRATION).text


def meta(*entries: Entry) -> Element:
    found = fromstring(written(*entries)).find(".//article-meta")
    assert found is not None
    return found


@pytest.mark.parametrize("entry", [*EVERY, Entry(id="bare")], ids=lambda entry: entry.id)
def test_every_type_of_work_is_valid(entry: Entry) -> None:
    assert faults(written(entry), "jats") == []
    assert faults(FORMAT.write([entry]), "jats") == []


def test_an_article_of_a_journal_with_an_issn_is_valid_for_publishers_too() -> None:
    assert faults(written(ARTICLE), "jats-publishing") == []


def test_a_damaged_article_is_found_invalid() -> None:
    assert faults(written(ARTICLE).replace("article-meta>", "article-data>"), "jats") != []


def test_what_is_pages_of_a_journal_stays_in_it() -> None:
    front = fromstring(written(ARTICLE))
    assert front.findtext(".//journal-title") == "Journal of Small Lights"
    assert [issn.text for issn in front.iter("issn")] == ["1234-5679", "2049-3630"]
    found = {name: front.findtext(f".//{name}") for name in ("volume", "issue", "fpage", "lpage", "page-range")}
    assert found == {"volume": "12", "issue": "3", "fpage": "107", "lpage": "120", "page-range": "107–117, 120"}


def test_words_in_place_of_pages_are_no_first_page_and_leave_the_place_to_the_articles_number() -> None:
    found = meta(replace(ARTICLE, page="to appear, 2019", number="e18455"))
    names = ("fpage", "lpage", "page-range", "elocation-id")
    assert [found.findtext(name) for name in names] == [None, None, None, "e18455"]


def test_a_title_keeps_its_marks_its_formula_and_its_signs() -> None:
    assert (
        "<article-title>Light <italic>in vivo</italic> &amp; <inline-formula><tex-math>x^2</tex-math>"
        "</inline-formula> &lt;b&gt;</article-title>"
    ) in written(ARTICLE)


def test_people_have_their_identifiers_and_institutions_their_one_name() -> None:
    first, second, team, plato, _ = meta(ARTICLE).findall("contrib-group[@content-type='authors']/contrib")
    assert (first.get("corresp"), first.findtext("contrib-id")) == ("yes", "https://orcid.org/0000-0002-1825-0097")
    assert first.findtext("aff") == "Toy & Sons"
    assert (second.findtext("name/surname"), second.findtext("name/suffix")) == ("van der Berg", "Jr.")
    assert (team.findtext("collab"), plato.findtext("name/surname")) == ("Lantern Survey Team", "Plato")


def test_an_abstract_in_another_language_says_so() -> None:
    text = written(ARTICLE)
    assert '<trans-abstract xml:lang="ar">' in text
    assert '<list list-type="bullet">' in text
    assert "<p>Three.</p>" in text


def test_the_page_and_the_pdf_are_named() -> None:
    assert [uri.get(HREF) for uri in meta(ARTICLE).iter("self-uri")] == [
        "https://toy.example/articles/light/",
        "https://toy.example/articles/light/light.pdf",
    ]


def test_a_retraction_is_told_with_its_reason() -> None:
    assert meta(ARTICLE).findtext(".//meta-value") == "Retracted: figure 2 was invented"


def test_a_work_that_is_related_is_named_by_its_doi() -> None:
    found = {each.get("related-article-type"): each.get(HREF) for each in meta(ARTICLE).iter("related-article")}
    assert found == {"published-article": "10.5555/b", "companion": "10.5555/a"}


def test_a_season_has_its_name_and_no_month() -> None:
    date = meta(BOOK).find("pub-date")
    assert date is not None
    assert [(part.tag, part.text) for part in date] == [("season", "summer"), ("year", "2018")]


def test_several_works_make_one_document() -> None:
    assert [each.tag for each in fromstring(written(ARTICLE, BOOK))] == ["article", "article"]


def test_signs_that_no_xml_may_hold_are_dropped() -> None:
    assert "<article-title>ab</article-title>" in written(replace(ARTICLE, title=Text.of("a\x00\x0b\ufffeb")))

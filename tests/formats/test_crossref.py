"""Crossref deposits: valid, of one kind, and complete about what they leave out."""

from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from sitegen.config import CrossrefConfig
from sitegen.formats import Registration, Writing
from sitegen.formats.crossref import FORMAT
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.problems import SitegenError
from sitegen.text.rich import EMPTY
from tests.formats.deposits import ARTICLE, BOOK, CHAPTER, EVERY, PAPER, PREPRINT, REGISTRATION, THESIS
from tests.formats.schemas import faults

C = "{http://www.crossref.org/schema/5.4.0}"
REL = "{http://www.crossref.org/relations.xsd}"


def made(*entries: Entry, registration: Registration = REGISTRATION) -> Writing:
    assert FORMAT.deposit is not None
    return FORMAT.deposit(entries, registration)


def body(*entries: Entry) -> Element:
    found = fromstring(made(*entries).text).find(f"{C}body")
    assert found is not None
    return found


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.id)
def test_every_kind_of_content_is_valid(entry: Entry) -> None:
    assert faults(made(entry).text, "crossref") == []


def test_a_damaged_deposit_is_found_invalid() -> None:
    assert faults(made(ARTICLE).text.replace("journal_article", "journal_paper"), "crossref") != []


@pytest.mark.parametrize("entries", [(BOOK, CHAPTER), (ARTICLE, replace(ARTICLE, id="lamps", issue="4"))])
def test_several_works_of_one_kind_make_one_valid_batch(entries: Sequence[Entry]) -> None:
    assert faults(made(*entries).text, "crossref") == []
    assert len(body(*entries)) == 2


def test_the_head_says_who_deposits_and_when() -> None:
    root = fromstring(made(ARTICLE).text)
    found = {each.tag.removeprefix(C): each.text for each in root.iter()}
    assert found["depositor_name"] == "Toy Press"
    assert (found["email_address"], found["registrant"]) == ("doi@toy.example", "Toy University")
    assert found["timestamp"] == "20240229120000"
    assert made(ARTICLE).text == made(ARTICLE).text


def test_works_of_one_issue_share_it() -> None:
    (journal,) = body(ARTICLE, replace(ARTICLE, id="lamps"))
    assert [each.tag.removeprefix(C) for each in journal] == [
        "journal_metadata", "journal_issue", "journal_article", "journal_article",
    ]  # fmt: skip


def test_words_in_place_of_pages_are_not_deposited() -> None:
    assert "<pages>" in made(ARTICLE).text
    assert "<pages>" not in made(replace(ARTICLE, page="to appear, 2019")).text


def test_a_doi_leads_to_the_page_and_to_the_text() -> None:
    data = body(ARTICLE).find(f".//{C}doi_data")
    assert data is not None
    assert data.findtext(f"{C}doi") == "10.5555/lights(1)<2>"
    assert data.findtext(f"{C}resource") == "https://toy.example/articles/light/"
    assert data.findtext(f"{C}collection/{C}item/{C}resource") == "https://toy.example/articles/light/light.pdf"


def test_a_name_that_the_schema_takes_for_no_persons_is_kept_whole() -> None:
    organizations = [each.text for each in body(ARTICLE).iter(f"{C}organization")]
    assert organizations == ["Lantern Survey Team", "R Robot 3000"]
    assert [each.text for each in body(ARTICLE).iter(f"{C}surname")] == ["Quill", "van der Berg", "Plato", "Toy"]


def test_a_preprint_names_the_published_version_and_an_article_what_it_cites() -> None:
    relation = body(ARTICLE).find(f".//{REL}intra_work_relation")
    assert relation is not None
    assert (relation.get("relationship-type"), relation.text) == ("isPreprintOf", "10.5555/b")
    assert body(ARTICLE).findtext(f".//{C}citation/{C}doi") == "10.5555/t"


def test_a_batch_holds_the_kind_of_most_works_and_names_the_others() -> None:
    writing = made(BOOK, ARTICLE, replace(ARTICLE, id="lamps"), PAPER)
    assert [problem.id for problem in writing.problems] == ["lamps", "paper"]
    assert {problem.code for problem in writing.problems} == {"not-deposited"}
    assert "this one holds journal articles" in writing.problems[0].message


@pytest.mark.parametrize(
    ("lacking", "why"),
    [
        (replace(ARTICLE, id="x", doi=""), "it has no DOI"),
        (replace(ARTICLE, id="x", title=EMPTY), "it has no title"),
        (replace(ARTICLE, id="x", issued=None), "it has no year between 1400 and 2200"),
        (replace(ARTICLE, id="x", issued=Date(Day(1066))), "it has no year between 1400 and 2200"),
        (replace(ARTICLE, id="x", container_title=EMPTY), "it names no journal or book"),
        (replace(CHAPTER, id="x", container_title=EMPTY), "it names no journal or book"),
        (replace(PAPER, id="x", publisher=EMPTY), "it names no publisher"),
        (replace(THESIS, id="x", names={}), "it names no author"),
        (replace(ARTICLE, id="x", type="webpage"), "Crossref takes no works of the type webpage"),
    ],
)
def test_a_work_that_lacks_what_crossref_asks_is_left_out_and_named(lacking: Entry, why: str) -> None:
    assert [(problem.id, problem.message.rpartition(": ")[2]) for problem in made(ARTICLE, lacking).problems] == [
        ("x", why)
    ]
    with pytest.raises(SitegenError, match=why):
        made(lacking)


def test_only_dois_of_ones_own_prefix_are_deposited() -> None:
    crossref = CrossrefConfig(depositor="D", email="d@toy.example", registrant="R", prefix="10.9999")
    registration = replace(REGISTRATION, crossref=crossref)
    with pytest.raises(SitegenError, match=r"does not begin with 10\.9999/"):
        made(PREPRINT, registration=registration)
    assert made(replace(PREPRINT, doi="10.9999/a"), registration=registration).problems == ()


def test_a_site_that_does_not_say_who_deposits_is_told_so_in_one_sentence() -> None:
    with pytest.raises(SitegenError) as error:
        FORMAT.write([ARTICLE])
    assert error.value.hint == (
        'Add to site.toml: url = "…"; [crossref]; depositor = "…"; email = "…"; registrant = "…"'
    )

"""DataCite JSON: valid attributes, with the facts where the schema wants them."""

import json
from dataclasses import replace
from typing import Any

import pytest

from sitegen.formats.datacite import FORMAT
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from tests.formats.deposits import ARTICLE, BOOK, DATA, EVERY, REGISTRATION
from tests.formats.schemas import json_faults


def attributes(entry: Entry) -> Any:
    assert FORMAT.deposit is not None
    return json.loads(FORMAT.deposit([entry], REGISTRATION).text)


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.id)
def test_every_type_of_work_is_valid(entry: Entry) -> None:
    assert json_faults(attributes(entry)) == []
    assert json_faults(json.loads(FORMAT.write([entry]))) == []


def test_damaged_attributes_are_found_invalid() -> None:
    assert json_faults(attributes(DATA) | {"publicationYear": "soon"}) != []


def test_a_dataset_has_its_type_version_and_page() -> None:
    found = attributes(DATA)
    assert found["types"] == {"resourceTypeGeneral": "Dataset", "resourceType": "PhD thesis"}
    assert (found["version"], found["url"]) == ("1.2", "https://toy.example/articles/data/")
    assert found["publisher"] == {"name": "University of Lagos"}


def test_people_have_their_identifiers() -> None:
    first, berg, team, *_ = attributes(ARTICLE)["creators"]
    assert first["nameIdentifiers"][0]["nameIdentifier"] == "https://orcid.org/0000-0002-1825-0097"
    assert first["affiliation"] == [{"name": "Toy & Sons"}]
    assert berg["familyName"] == "van der Berg"
    assert team == {"name": "Lantern Survey Team", "nameType": "Organizational"}


def test_an_article_says_where_it_was_published() -> None:
    (journal,) = attributes(ARTICLE)["relatedItems"]
    assert journal["relatedItemIdentifier"] == {
        "relatedItemIdentifier": "1234-5679",
        "relatedItemIdentifierType": "ISSN",
    }
    assert (journal["volume"], journal["firstPage"], journal["lastPage"]) == ("12", "107", "120")


def test_abstracts_have_their_languages_and_a_retraction_its_reason() -> None:
    english, arabic, status = attributes(ARTICLE)["descriptions"]
    assert (english["lang"], arabic["lang"]) == ("en", "ar")
    assert status == {"description": "Retracted: figure 2 was invented", "descriptionType": "Other"}


def test_an_editor_alone_is_the_creator() -> None:
    found = attributes(BOOK)
    assert found["creators"][0]["name"] == "Quill, Ada"
    assert "contributors" not in found


def test_related_works_and_data_are_linked() -> None:
    assert [
        (each["relationType"], each["relatedIdentifier"]) for each in attributes(ARTICLE)["relatedIdentifiers"]
    ] == [
        ("Cites", "10.5555/t"),
        ("IsPreviousVersionOf", "10.5555/b"),
        ("IsSupplementTo", "10.5555/a"),
        ("IsSupplementedBy", "https://data.example/1"),
    ]


@pytest.mark.parametrize("issued", [None, Date(literal="soon"), Date(Day(-300))])
def test_a_work_without_a_year_of_four_digits_is_left_out_and_named(issued: Date | None) -> None:
    assert FORMAT.deposit is not None
    made = FORMAT.deposit([replace(DATA, issued=issued), BOOK], REGISTRATION)
    assert json.loads(made.text)["doi"] == BOOK.doi
    assert [problem.id for problem in made.problems] == ["data"]


def test_several_works_make_a_list() -> None:
    assert len(json.loads(FORMAT.write([DATA, BOOK]))) == 2

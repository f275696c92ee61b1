"""Names and addresses for formats of exchange."""

import pytest

from sitegen.model.entry import Entry, WebLink
from sitegen.model.interchange import archive_number, home_page, indexed_name
from sitegen.model.name import Name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="Berg", given="Jan", non_dropping_particle="van der"), "van der Berg, Jan"),
        (Name(family="King", given="Martin", suffix="Jr."), "King, Martin, Jr."),
        (Name(family="Plato"), "Plato"),
        (Name(given="Björk"), "Björk"),
        (Name(family="Umm Kulthum"), "Umm Kulthum,"),
        (Name(family="Pliny", suffix="the Elder"), "Pliny, the Elder"),
        (Name(literal="CERN"), "CERN"),
        (Name(literal="Survey Team"), "Survey Team,"),
    ],
)
def test_an_indexed_name_begins_with_the_family(name: Name, expected: str) -> None:
    assert indexed_name(name) == expected


def test_the_address_of_a_work_is_where_the_work_itself_is() -> None:
    links = (
        WebLink("pdf", "https://a.example/a.pdf"),
        WebLink("website", "https://b.example/"),
        WebLink("publisher", "https://c.example/"),
        WebLink("data", "https://d.example/"),
    )
    assert home_page(Entry(id="a", links=links)) == "https://c.example/"
    assert home_page(Entry(id="a", type="dataset", links=links)) == "https://d.example/"
    assert home_page(Entry(id="a", links=links[:1])) == ""


def test_an_archive_number_says_its_archive() -> None:
    assert archive_number(Entry(id="a", identifiers={"arxiv": "math/0506466"})) == "arXiv:math/0506466"
    assert archive_number(Entry(id="a", identifiers={"hal": "hal-01234567"})) == "hal-01234567"
    assert archive_number(Entry(id="a", identifiers={"pmid": "1"})) == ""

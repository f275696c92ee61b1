"""JSON-LD: class, nesting and properties by type."""

import json
from dataclasses import replace
from typing import Any, get_args

import pytest

from sitegen.formats.csl_json.tables import TYPES
from sitegen.metadata import Facts, Neighbour
from sitegen.metadata.schema_org import VOCABULARY
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, Relation, RelationKind, WebLink
from sitegen.model.name import Name
from sitegen.model.person import Person
from sitegen.model.venue import Venue
from sitegen.text.rich import Link, Span, Text
from tests.formats.made_up import FULL
from tests.metadata.jsonld import objects

ADA = Name(family="Okonkwo", given="Ada", suffix="Jr.", affiliation="University of Lagos")
PAGE = "https://example.org/articles/a/"


def on(date: str) -> Date:
    return Date(Day(*map(int, date.split("-"))))


def data(entry: Entry, **facts: Any) -> dict[str, Any]:
    assert VOCABULARY.data
    found = VOCABULARY.data(Facts(entry=entry, site_title="Lights", language="en", **facts))
    assert found is not None
    json.dumps(found)
    return found


def test_a_journal_article_is_nested_in_issue_volume_and_periodical() -> None:
    entry = Entry(
        id="a",
        type="article-journal",
        title=Text(("Light of ", Span("em", ("Noctiluca",)))),
        names={"author": (ADA, Name(literal="The Team"))},
        issued=Date(Day(2019, 5, 7)),
        available_date=Date(Day(2019, 4)),
        container_title=Text.of("J Small Lights"),
        volume="12",
        issue="3",
        page="107–117",
        issn=("1234-5679",),
        doi="10.5555/lights.1",
        identifiers={"pmid": "1234"},
        publisher=Text.of("Harbour Press"),
        language="en",
        keywords=("plankton",),
        abstracts=(Abstract(Text.of("Shining.")),),
        licence="CC BY 4.0",
    )
    facts = {
        "page_url": PAGE,
        "pdf_url": f"{PAGE}a.pdf",
        "venue": Venue("lights", "Journal of Small Lights", abbreviation="J. Sm. L."),
        "people": {("author", 0): Person("ada", ADA, orcid="0000-0002-1825-0097")},
    }
    assert data(entry, **facts) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": f"{PAGE}#work",
        "url": PAGE,
        "mainEntityOfPage": PAGE,
        "name": "Light of Noctiluca",
        "headline": "Light of Noctiluca",
        "author": [
            {
                "@type": "Person",
                "@id": "https://orcid.org/0000-0002-1825-0097",
                "name": "Ada Okonkwo, Jr.",
                "givenName": "Ada",
                "familyName": "Okonkwo",
                "honorificSuffix": "Jr.",
                "sameAs": "https://orcid.org/0000-0002-1825-0097",
                "affiliation": {"@type": "Organization", "name": "University of Lagos"},
            },
            {"@type": "Organization", "name": "The Team"},
        ],
        "datePublished": "2019-05-07",
        "dateCreated": "2019-04",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "12",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "Journal of Small Lights",
                    "alternateName": "J. Sm. L.",
                    "issn": ["1234-5679"],
                },
            },
        },
        "pagination": "107–117",
        "pageStart": "107",
        "pageEnd": "117",
        "publisher": {"@type": "Organization", "name": "Harbour Press"},
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.5555/lights.1"},
            {"@type": "PropertyValue", "propertyID": "PMID", "value": "1234"},
        ],
        "sameAs": "https://doi.org/10.5555/lights.1",
        "inLanguage": "en",
        "keywords": ["plankton"],
        "abstract": "Shining.",
        "description": "Shining.",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "encoding": [
            {"@type": "MediaObject", "contentUrl": f"{PAGE}a.pdf", "encodingFormat": "application/pdf"},
        ],
        "isAccessibleForFree": True,
    }


def test_the_context_and_the_class_come_first() -> None:
    assert list(data(Entry(id="a"), page_url=PAGE))[:3] == ["@context", "@type", "@id"]


def test_without_an_address_of_the_site_nothing_pretends_to_have_one() -> None:
    assert data(Entry(id="a", title=Text.of("Lamp"))) == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": "Lamp",
    }


def test_the_editors_and_the_isbn_of_a_chapter_are_those_of_its_book() -> None:
    entry = Entry(
        id="a",
        type="chapter",
        names={
            "author": (Name(family="Plato"),),
            "editor": (Name(family="Okonkwo", given="Ada"), Name(literal="Team")),
        },
        container_title=Text.of("Handbook of Lamps"),
        collection_title=Text.of("Old Lamps"),
        volume="4",
        edition="2",
        isbn=("978-3-16-148410-0",),
        page="7",
    )
    found = data(entry)
    assert "editor" not in found
    assert "isbn" not in found
    assert found["isPartOf"] == {
        "@type": "Book",
        "name": "Handbook of Lamps",
        "editor": [{"@type": "Person", "name": "Ada Okonkwo", "givenName": "Ada", "familyName": "Okonkwo"}],
        "isbn": ["9783161484100"],
        "bookEdition": "2",
        "position": "4",
        "isPartOf": {"@type": "BookSeries", "name": "Old Lamps"},
    }
    assert (found["pagination"], found["pageStart"], found["pageEnd"]) == ("7", "7", "7")


def test_a_last_page_that_nobody_knew_is_not_told() -> None:
    found = data(Entry(id="a", type="article-journal", page="116–??"))
    assert (found["pageStart"], "pageEnd" in found) == ("116", False)


def test_words_in_place_of_pages_are_told_as_words() -> None:
    found = data(Entry(id="a", type="article-journal", page="to appear"))
    assert found["pagination"] == "to appear"
    assert found.keys().isdisjoint({"pageStart", "pageEnd"})


def test_a_compiler_edits_and_a_volume_with_its_own_title_is_the_book() -> None:
    poe = Name(family="Poe")
    entry = Entry(
        id="a",
        type="chapter",
        names={"compiler": (poe,)},
        container_title=Text.of("Works"),
        volume_title=Text.of("Letters"),
    )
    editors = [{"@type": "Person", "name": "Poe", "familyName": "Poe"}]
    assert data(entry)["isPartOf"] == {"@type": "Book", "name": "Letters", "editor": editors}


def test_a_book_has_its_own_numbers() -> None:
    entry = Entry(
        id="a",
        type="book",
        names={"editor": (Name(family="Plato"),)},
        isbn=("0-262-03384-8",),
        edition="2",
        number_of_pages="340",
        collection_title=Text.of("Old Lamps"),
        collection_number="7",
    )
    assert data(entry) == {
        "@context": "https://schema.org",
        "@type": "Book",
        "editor": [{"@type": "Person", "name": "Plato", "familyName": "Plato"}],
        "isPartOf": {"@type": "BookSeries", "name": "Old Lamps"},
        "isbn": ["0262033848"],
        "bookEdition": "2",
        "numberOfPages": 340,
        "position": "7",
    }
    assert "numberOfPages" not in data(Entry(id="a", type="book", number_of_pages="xii, 340"))


def test_a_thesis_is_for_a_degree_of_a_university() -> None:
    found = data(Entry(id="a", type="thesis", genre="PhD thesis", publisher=Text.of("University of Lagos")))
    assert (found["inSupportOf"], found["sourceOrganization"]["name"]) == ("PhD thesis", "University of Lagos")
    assert "publisher" not in found


def test_a_report_has_its_number_and_its_publisher() -> None:
    found = data(Entry(id="a", type="report", number="TR-39", publisher=Text.of("Institute")))
    assert (found["@type"], found["reportNumber"], found["publisher"]["name"]) == ("Report", "TR-39", "Institute")


def test_a_dataset_can_be_fetched_and_has_a_long_description() -> None:
    entry = Entry(
        id="a",
        type="dataset",
        version="2",
        abstracts=(Abstract(Text.of("lamp " * 300)),),
        links=(WebLink("data", "https://example.org/lamps.CSV?x=1"), WebLink("data", "https://example.org/12")),
    )
    found = data(entry)
    assert found["distribution"] == [
        {"@type": "DataDownload", "contentUrl": "https://example.org/lamps.CSV?x=1", "encodingFormat": "text/csv"},
        {"@type": "DataDownload", "contentUrl": "https://example.org/12"},
    ]
    assert (found["@type"], found["version"]) == ("Dataset", "2")
    assert len(found["description"]) == len("lamp " * 300) - 1


def test_software_leads_to_its_code() -> None:
    entry = Entry(id="a", type="software", version="1.2", links=(WebLink("code", "https://example.org/code"),))
    assert data(entry) == {
        "@context": "https://schema.org",
        "@type": "SoftwareSourceCode",
        "version": "1.2",
        "codeRepository": "https://example.org/code",
    }


def test_a_preprint_and_a_retracted_work_say_where_they_stand() -> None:
    preprint = Entry(id="a", type="article")
    assert data(preprint)["creativeWorkStatus"] == "Preprint"
    retracted = Entry(id="a", type="article", status="retracted", status_note=Text.of("Figure 2 was invented."))
    found = data(retracted)
    assert found["creativeWorkStatus"] == "Retracted"
    assert found["correction"] == {"@type": "CorrectionComment", "text": "Figure 2 was invented."}


def test_a_pdf_elsewhere_makes_a_work_free_to_read() -> None:
    found = data(Entry(id="a", links=(WebLink("pdf", "https://example.org/a.pdf"),)))
    assert (found["isAccessibleForFree"], found["encoding"][0]["contentUrl"]) == (True, "https://example.org/a.pdf")
    assert "isAccessibleForFree" not in data(Entry(id="a"))


def test_a_headline_is_short() -> None:
    found = data(Entry(id="a", type="article-journal", title=Text.of("lamp " * 50)))
    assert len(found["headline"]) <= 110 < len(found["name"])


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("article-journal", None),
        ("article-newspaper", "Periodical"),
        ("paper-conference", "Book"),
        ("webpage", "WebSite"),
        ("post-weblog", "Blog"),
        ("document", None),
    ],
)
def test_a_container_is_of_the_class_its_parts_need(kind: str, expected: str | None) -> None:
    named = Text.of("Lanterns") if expected else Text()
    found = data(Entry(id="a", type=kind, container_title=named))
    assert found.get("isPartOf") == ({"@type": expected, "name": "Lanterns"} if expected else None)


def neighbour(kind: RelationKind, **facts: Any) -> Neighbour:
    return Neighbour(kind, Entry(id=kind, **facts), f"https://example.org/articles/{kind}/")


def relative(kind: str, type_: str = "CreativeWork", **more: str) -> dict[str, str]:
    return {"@type": type_, "@id": f"https://example.org/articles/{kind}/#work", **more}


def test_other_versions_and_cited_works_are_related_each_in_its_way() -> None:
    cited = neighbour("cites", type="book", title=Text.of("Lamps"), doi="10.5555/lamps")
    related = (neighbour("preprint_of"), neighbour("review_of"), cited, neighbour("translation_of", type="book"))
    found = data(Entry(id="a", type="article", doi="10.5555/a"), neighbours=related)
    assert found["sameAs"] == ["https://doi.org/10.5555/a", "https://example.org/articles/preprint_of/"]
    assert found["about"] == [relative("review_of")]
    assert found["translationOfWork"] == [relative("translation_of", "Book")]
    assert found["citation"] == [relative("cites", "Book", name="Lamps", sameAs="https://doi.org/10.5555/lamps")]


def test_the_other_side_of_a_relation_tells_it_too() -> None:
    related = (neighbour("has_preprint", type="article"), neighbour("has_translation"), neighbour("reviewed_in"))
    found = data(Entry(id="a", type="article-journal"), neighbours=related)
    assert found["isBasedOn"] == [relative("has_preprint", "ScholarlyArticle")]
    assert found["workTranslation"] == [relative("has_translation")]
    assert found["subjectOf"] == [relative("reviewed_in")]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [("2020", "2019", "isBasedOn"), ("2020-01", "2020-02", "workExample"), ("2020", "2020", "workExample")],
)
def test_a_later_version_is_based_on_an_earlier_one(mine: str, theirs: str, expected: str) -> None:
    other = neighbour("version_of", issued=on(theirs))
    found = data(Entry(id="a", issued=on(mine)), neighbours=(other,))
    assert found[expected] == [relative("version_of")]
    assert ("isBasedOn" in found) != ("workExample" in found)


def test_of_two_versions_of_one_date_the_one_that_names_the_other_is_the_later() -> None:
    entry = Entry(id="a", relations=(Relation("version_of", "version_of"),))
    assert data(entry, neighbours=(neighbour("version_of"),))["isBasedOn"] == [relative("version_of")]


def test_a_part_and_its_whole_name_each_other() -> None:
    part = data(
        Entry(id="a", type="chapter", container_title=Text.of("Lanterns")),
        neighbours=(neighbour("part_of", type="book", title=Text.of("All Lanterns")),),
    )
    assert part["isPartOf"] == relative("part_of", "Book", name="Lanterns")
    whole = data(Entry(id="a", type="book"), neighbours=(neighbour("has_part", type="chapter"),) * 60)
    assert whole["hasPart"] == [relative("has_part", "Chapter")] * 50
    piece = data(Entry(id="a", type="dataset"), neighbours=(neighbour("part_of", type="dataset"),))
    assert piece["isPartOf"] == relative("part_of", "Dataset")


def test_the_files_of_a_dataset_are_its_data_and_those_of_a_text_go_with_it() -> None:
    file = {"contentUrl": f"{PAGE}files/a.csv", "encodingFormat": "text/csv"}
    dataset = data(Entry(id="a", type="dataset", names={"author": (ADA,)}), files=(f"{PAGE}files/a.csv",))
    assert dataset["distribution"] == [{"@type": "DataDownload", **file}]
    assert dataset["creator"] == dataset["author"]
    text = data(Entry(id="a", type="report"), files=(f"{PAGE}files/a.csv",))
    assert text["encoding"] == [{"@type": "MediaObject", **file}]
    assert "isAccessibleForFree" not in text


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_a_work_of_any_type_says_only_what_its_class_may_have(kind: str) -> None:
    models = pytest.importorskip("msgspec_schemaorg.models", reason="msgspec-schemaorg is not installed")
    more = (WebLink("code", "https://example.org/code"), WebLink("data", "https://example.org/data.csv"))
    entry = replace(FULL, type=kind, licence="CC BY 4.0", extra={"programminglanguage": "C"})
    relations: tuple[RelationKind, ...] = get_args(RelationKind)
    facts = {
        "page_url": PAGE,
        "pdf_url": f"{PAGE}a.pdf",
        "files": (f"{PAGE}files/a.csv",),
        "venue": Venue("lights", "Lights", abbreviation="L.", issn=("1234-5679",)),
        "neighbours": tuple(neighbour(relation, type=kind) for relation in relations),
    }
    for each in (entry, replace(entry, links=(*FULL.links, *more), status=""), replace(entry, source_type="manual")):
        for node in objects(data(each, **facts)):
            known = getattr(models, node["@type"]).__struct_encode_fields__
            assert node.keys() <= set(known), (node["@type"], node.keys() - set(known))


def test_a_retraction_says_where_to_read_about_it() -> None:
    note = Text(("Retracted, see ", Link("https://example.org/notice", ("the notice",)), "."))
    assert data(Entry(id="a", status="retracted", status_note=note))["correction"] == {
        "@type": "CorrectionComment",
        "text": "Retracted, see the notice.",
        "url": "https://example.org/notice",
    }


def test_notices_are_corrections_with_their_day_and_are_about_the_work() -> None:
    notice = neighbour("corrected_by", issued=on("2021-03-04"))
    assert data(Entry(id="a", status="corrected"), neighbours=(notice,))["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Corrected",
            "url": "https://example.org/articles/corrected_by/",
            "datePublished": "2021-03-04",
        }
    ]
    for kind in ("erratum_of", "retraction_of"):
        assert data(Entry(id="b"), neighbours=(neighbour(kind),))["about"] == [relative(kind)]

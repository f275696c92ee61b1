"""Signposting links of a landing page."""

import json
from typing import Any

from sitegen.metadata import Facts, Neighbour
from sitegen.metadata.signposting import VOCABULARY, linkset
from sitegen.model.entry import Entry, WebLink
from sitegen.model.name import Name
from sitegen.text.rich import Text


def links(entry: Entry, **facts: Any) -> list[tuple[str, ...]]:
    assert VOCABULARY.tags
    found = VOCABULARY.tags(Facts(entry=entry, site_title="Lights", language="en", **facts))
    assert all(tag.element == "link" for tag in found)
    return [tuple(value for _, value in tag.attributes) for tag in found]


def test_a_landing_page_has_the_links_of_level_1() -> None:
    entry = Entry(
        id="a",
        type="article-journal",
        title=Text.of("Lamps"),
        names={"author": (Name(family="A"), Name(family="B", orcid="0000-0002-1825-0097"))},
        doi="10.5555/a<b",
        licence="CC-BY-4.0",
        links=(
            WebLink("pdf", "https://arxiv.org/pdf/2101.00001.pdf"),
            WebLink("supplement", "https://example.org/data.csv"),
            WebLink("pdf", "https://example.org/viewer?file=a.pdf"),
        ),
    )
    assert links(
        entry,
        page_url="https://example.org/articles/a/",
        pdf_url="https://example.org/articles/a/a.pdf",
        exports={"application/x-bibtex": "https://example.org/articles/a/a.bib"},
    ) == [
        ("cite-as", "https://doi.org/10.5555/a%3Cb"),
        ("type", "https://schema.org/AboutPage"),
        ("type", "https://schema.org/ScholarlyArticle"),
        ("author", "https://orcid.org/0000-0002-1825-0097"),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
        ("item", "https://example.org/articles/a/a.pdf", "application/pdf"),
        ("item", "https://arxiv.org/pdf/2101.00001.pdf", "application/pdf"),
        ("item", "https://example.org/data.csv", "text/csv"),
        ("describedby", "https://example.org/articles/a/a.bib", "application/x-bibtex"),
    ]


def test_a_work_without_a_doi_is_cited_by_another_persistent_identifier_or_not_at_all() -> None:
    preprint = Entry(id="a", identifiers={"pmid": "1", "arxiv": "2101.00001"})
    assert links(preprint)[0] == ("cite-as", "https://arxiv.org/abs/2101.00001")
    assert [link[0] for link in links(Entry(id="a", identifiers={"pmid": "1"}))] == ["type", "type"]


def test_a_licence_nobody_can_look_up_has_no_link() -> None:
    assert all(link[0] != "license" for link in links(Entry(id="a", licence="All rights reserved")))
    assert ("license", "https://example.org/terms") in links(Entry(id="a", licence="https://example.org/terms"))


def test_every_work_is_of_one_class() -> None:
    code = (WebLink("code", "https://example.org/code"),)
    assert links(Entry(id="a", type="software"))[1] == ("type", "https://schema.org/SoftwareApplication")
    assert links(Entry(id="a", type="software", links=code))[1] == ("type", "https://schema.org/SoftwareSourceCode")
    assert links(Entry(id="a", type="report", source_type="manual"))[1] == ("type", "https://schema.org/TechArticle")
    assert links(Entry(id="a", type="patent"))[1] == ("type", "https://schema.org/CreativeWork")


def test_a_linkset_says_of_each_file_which_page_it_belongs_to() -> None:
    page = "https://example.org/articles/a/"
    facts = Facts(
        entry=Entry(
            id="a", type="dataset", doi="10.5555/a", links=(WebLink("data", "https://elsewhere.example/b.zip"),)
        ),
        site_title="Lights",
        language="en",
        page_url=page,
        pdf_url=f"{page}a.pdf",
        exports={"application/x-bibtex": f"{page}a.bib"},
        files=(f"{page}files/a.csv",),
    )
    home = [{"href": page, "type": "text/html"}]
    assert json.loads(linkset(facts)) == {
        "linkset": [
            {
                "anchor": page,
                "cite-as": [{"href": "https://doi.org/10.5555/a"}],
                "type": [{"href": "https://schema.org/AboutPage"}, {"href": "https://schema.org/Dataset"}],
                "item": [
                    {"href": f"{page}a.pdf", "type": "application/pdf"},
                    {"href": f"{page}files/a.csv", "type": "text/csv"},
                    {"href": "https://elsewhere.example/b.zip", "type": "application/zip"},
                ],
                "describedby": [{"href": f"{page}a.bib", "type": "application/x-bibtex"}],
            },
            {"anchor": f"{page}a.pdf", "collection": home},
            {"anchor": f"{page}files/a.csv", "collection": home},
            {"anchor": f"{page}a.bib", "describes": home},
        ]
    }


def test_a_page_leads_to_its_linkset_and_to_other_versions_but_not_to_all_it_cites() -> None:
    neighbours = tuple(
        Neighbour(kind, Entry(id=kind), f"https://example.org/articles/{kind}/")
        for kind in ("preprint_of", "cites", "part_of")
    )
    found = links(Entry(id="a"), linkset_url="https://example.org/a.linkset.json", neighbours=neighbours)
    assert found[2:] == [
        ("related", "https://example.org/articles/preprint_of/"),
        ("linkset", "https://example.org/a.linkset.json", "application/linkset+json"),
    ]

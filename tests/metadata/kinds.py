"""A record of every kind, and what the world should take it for."""

from dataclasses import dataclass
from pathlib import Path

BIB = (Path(__file__).parent / "kinds.bib").read_text("utf-8")
SITE = "https://kinds.example/"


@dataclass(frozen=True)
class Kind:
    """One kind in each vocabulary.

    typing: tags that make Zotero take the page for a type. classes: of schema.org, of the work and what it is part of.
    coins: format and genre, or the type of Dublin Core.
    """

    zotero: str
    typing: tuple[str, ...]
    classes: tuple[str, ...]
    csl: str
    ris: str
    coins: tuple[str, str]


REPORT = ("citation_technical_report_institution", "citation_technical_report_number")
PAPER = ("citation_inbook_title", "citation_conference_title")
ISSUE = ("PublicationIssue", "PublicationVolume", "Periodical")

KINDS = {
    "journal": Kind(
        "journalArticle",
        ("citation_journal_title",),
        ("ScholarlyArticle", *ISSUE),
        "article-journal",
        "JOUR",
        ("journal", "article"),
    ),
    "number": Kind(
        "journalArticle",
        ("citation_journal_title",),
        ("ScholarlyArticle", *ISSUE[1:]),
        "article-journal",
        "JOUR",
        ("journal", "article"),
    ),
    "magazine": Kind(
        "magazineArticle",
        (),
        ("Article", "PublicationIssue", "Periodical"),
        "article-magazine",
        "MGZN",
        ("journal", "article"),
    ),
    "newspaper": Kind(
        "newspaperArticle", (), ("NewsArticle", "Periodical"), "article-newspaper", "NEWS", ("journal", "article")
    ),
    "paper": Kind(
        "conferencePaper",
        PAPER,
        ("ScholarlyArticle", "Book", "BookSeries"),
        "paper-conference",
        "CONF",
        ("book", "proceeding"),
    ),
    "chapter": Kind(
        "bookSection", ("citation_inbook_title",), ("Chapter", "Book"), "chapter", "CHAP", ("book", "bookitem")
    ),
    "book": Kind("book", ("citation_isbn",), ("Book", "BookSeries"), "book", "BOOK", ("book", "book")),
    "volume": Kind("book", ("citation_isbn",), ("Book",), "book", "BOOK", ("book", "book")),
    "thesis": Kind(
        "thesis", ("citation_dissertation_institution",), ("Thesis",), "thesis", "THES", ("dissertation", "")
    ),
    "report": Kind("report", REPORT, ("Report",), "report", "RPRT", ("book", "report")),
    "dataset": Kind("dataset", (), ("Dataset",), "dataset", "DATA", ("dc", "dataset")),
    "software": Kind("computerProgram", (), ("SoftwareSourceCode",), "software", "COMP", ("dc", "computerProgram")),
    "preprint": Kind("preprint", (), ("ScholarlyArticle",), "article", "UNPB", ("dc", "preprint")),
    "manuscript": Kind("manuscript", (), ("CreativeWork",), "manuscript", "UNPB", ("dc", "manuscript")),
    "manual": Kind("report", REPORT[:1], ("TechArticle",), "report", "RPRT", ("book", "report")),
    "booklet": Kind("book", (), ("Book",), "book", "BOOK", ("book", "book")),
    "online": Kind("webpage", (), ("WebPage",), "webpage", "ELEC", ("dc", "webpage")),
    "patent": Kind("patent", (), ("CreativeWork",), "patent", "PAT", ("patent", "")),
    "misc": Kind("document", (), ("CreativeWork",), "document", "GEN", ("dc", "document")),
}
"""By the keys of kinds.bib."""

COLUMNS = ("title", "people", "year", "container", "volume", "issue", "first", "last", "doi", "serial", "publisher")
_FACTS = r"""
journal | Light of Noctiluca: A Count at 10-9 Watt | van der Berg; Lantern Survey Team; Okonkwo | 2019 \
 | Journal of Small Lights | 12 | 3 | 107 | 117 | 10.5555/lights.1 | 1234-5679 | Harbour Press
number | Lights by Number | Okonkwo | 2020 | Journal of Small Lights | 13 | | e18455 | | 10.5555/lights.2 | |
magazine | Lamps for Everyone | Quill | 2018 | The Lamp Monthly | | 7 | 4 | 9 | | 2049-3630 |
newspaper | Harbour Lit Again | Quill | 2018 | The Lagos Lantern | | | A1 | | | |
paper | Bright Blocks | Brick; Toy | 2020 | Proceedings of Lights 2020 | 4 | | 1 | 9 | 10.5555/lights.3 \
 | 978-3-16-148410-0 | Harbour Press
chapter | Wicks | Toy | 2017 | The Book of Lamps | | | 20 | 41 | | 978-3-16-148410-0 | Harbour Press
book | Lamps | García Márquez | 2016 | | 2 | | | | 10.5555/lights.4 | 978-3-16-148410-0 | Harbour Press
volume | Proceedings of Lights 2020 | Quill; Brick | 2020 | | | | | | | 978-3-16-148410-0 | Harbour Press
thesis | On the Light of Small Things | Okonkwo | 2015 | | | | | | | | University of Lagos
report | Lamps in Use | Department of Lamps, Office of Wicks | 2014 | | | | | | | | Harbour Institute
dataset | Counts of Small Lights | Okonkwo | 2019 | | | | | | 10.5555/lights.5 | | Lights Archive
software | lampcount | Brick | 2021 | | | | | | 10.5555/lights.6 | | Lights Archive
preprint | Lights, Again | Okonkwo; Brick | 2021 | | | | | | | |
manuscript | Notes on Wicks | Toy | 2013 | | | | | | | |
manual | How to Count Lamps | Brick | 2012 | | | | | | | | Harbour Institute
booklet | A Wick a Day | Toy | 2011 | | | | | | | |
online | Lamps on the Web | Quill | 2022 | | | | | | | |
patent | A Wick That Lasts | Toy | 2010 | | | | | | | |
misc | A Lamp Found on a Beach | Plato | 2009 | | | | | | | |
"""

Facts = dict[str, str]
FACTS: dict[str, Facts] = {
    cells[0]: dict(zip(COLUMNS, cells[1:], strict=True))
    for line in _FACTS.replace("\\\n", "").strip().splitlines()
    if (cells := [cell.strip() for cell in line.split("|")])
}
"""What every reader of an export must find; people by family names, the first page or the article's number."""

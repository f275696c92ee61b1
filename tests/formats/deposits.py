"""A made-up library with one work of every kind that registration agencies know, and what a deposit says beyond it."""

from dataclasses import replace

from sitegen.config import CrossrefConfig
from sitegen.formats import Registration
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, Relation, WebLink
from sitegen.model.name import Name
from sitegen.text.rich import Items, Maths, Paragraph, Span, Text

QUILL = Name(
    family="Quill", given="Ada", orcid="0000-0002-1825-0097", affiliation="Toy & Sons", marks=("corresponding",)
)
ARTICLE = Entry(
    id="light",
    type="article-journal",
    title=Text(("Light ", Span("em", ("in vivo",)), " & ", Maths("x^2", "x²"), " <b>")),
    names={
        "author": (
            QUILL,
            Name(family="Berg", given="Jan", non_dropping_particle="van der", suffix="Jr."),
            Name(literal="Lantern Survey Team"),
            Name(family="Plato"),
            Name(family="Robot 3000", given="R"),
        ),
        "translator": (Name(family="Toy", given="Tea"),),
        "holder": (Name(literal="Nobody"),),
    },
    issued=Date(Day(2019, 5, 7)),
    container_title=Text.of("Journal of Small Lights"),
    container_title_short="J. Small Lights",
    volume="12",
    issue="3",
    page="107–117, 120",
    number="e18",
    publisher=Text.of("Harbour Press"),
    publisher_place="Berlin",
    language="en",
    doi="10.5555/lights(1)<2>",
    issn=("1234-5679", "2049-3630"),
    identifiers={"pmid": "1234", "arxiv": "1901.00001"},
    abstracts=(
        Abstract(
            Text(
                (
                    Paragraph(("One ", Maths("E=mc^2", "E=mc²"), ".")),
                    Items(False, (("a",), (Paragraph(("b",)),))),
                    Paragraph(("Three.",)),
                )
            )
        ),
        Abstract(Text.of("نور"), "ar"),
    ),
    keywords=("plankton", "light"),
    licence="CC BY 4.0",
    status="retracted",
    status_note=Text.of("figure 2 was invented"),
    links=(WebLink("data", "https://data.example/1"),),
    relations=(Relation("cites", "blocks"), Relation("published_as", "lamps"), Relation("related", "draft")),
)
PAPER = replace(
    ARTICLE,
    id="paper",
    type="paper-conference",
    doi="10.5555/p",
    container_title=Text.of("Proceedings of Lights"),
    event_title=Text.of("Lights 2019"),
    event_place="Lagos",
    event_date=Date(Day(2019, 5, 1), Day(2019, 5, 3)),
    issn=(),
    status="",
)
BOOK = Entry(
    id="lamps",
    type="book",
    title=Text.of("Lamps"),
    names={"editor": (QUILL,)},
    issued=Date(Day(2018, 22)),
    publisher=Text.of("Harbour Press"),
    edition="2",
    isbn=("978-3-16-148410-0",),
    doi="10.5555/b",
)
CHAPTER = replace(
    ARTICLE, id="chapter", type="chapter", doi="10.5555/c", container_title=Text.of("Lamps"), isbn=BOOK.isbn, issn=()
)
THESIS = Entry(
    id="blocks",
    type="thesis",
    title=Text.of("Blocks"),
    names={"author": (QUILL,)},
    issued=Date(Day(2019)),
    genre="PhD thesis",
    publisher=Text.of("University of Lagos"),
    doi="10.5555/t",
)
REPORT = replace(THESIS, id="report", type="report", doi="10.5555/r", number="TR-39", genre="")
DATA = replace(
    THESIS, id="data", type="dataset", doi="10.5555/d", abstracts=(Abstract(Text.of("Rows & columns.")),), version="1.2"
)
PREPRINT = replace(THESIS, id="draft", type="article", doi="10.5555/a", genre="", language="en")
EVERY = (ARTICLE, PAPER, BOOK, CHAPTER, THESIS, REPORT, DATA, PREPRINT)

ADDRESS = "https://toy.example"
REGISTRATION = Registration(
    site_title="Toy",
    crossref=CrossrefConfig(depositor="Toy Press", email="doi@toy.example", registrant="Toy University"),
    moment="20240229120000",
    pages={entry.id: f"{ADDRESS}/articles/{entry.id}/" for entry in EVERY},
    pdfs={"light": f"{ADDRESS}/articles/light/light.pdf"},
    dois={entry.id: entry.doi for entry in EVERY},
)

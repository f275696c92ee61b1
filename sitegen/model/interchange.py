"""What formats of exchange ask of an entry: groups of item types, names as indexes print them, its own address."""

import re
from collections.abc import Mapping

from sitegen.model.entry import Entry, LinkKind
from sitegen.model.name import Name
from sitegen.text.plain import first_and_last

JOURNAL_PARTS = frozenset({"article-journal", "review", "review-book"})
PERIODICAL_PARTS = JOURNAL_PARTS | {"article-magazine", "article-newspaper"}
BOOK_PARTS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})

EDITORIAL_ROLES = ("editor", "compiler", "redactor", "reviser", "founder", "continuator", "organizer", "collaborator")
"""What an editor can be in BibLaTeX (`editortype`), in the order in which one stands for all."""

SCHEMA_CLASSES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "classic": "Book",
    "dataset": "Dataset",
    "entry": "Chapter",
    "entry-dictionary": "Chapter",
    "entry-encyclopedia": "Chapter",
    "figure": "ImageObject",
    "graphic": "ImageObject",
    "legislation": "Legislation",
    "map": "Map",
    "motion_picture": "Movie",
    "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "review": "ScholarlyArticle",
    "review-book": "ScholarlyArticle",
    "song": "MusicRecording",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""CSL item types (CSL 1.0.2, appendix III) to classes of schema.org; what is not here is a CreativeWork."""

STATUS_WORDS = {
    "retracted": "Retracted",
    "withdrawn": "Withdrawn",
    "corrected": "Corrected",
    "in-press": "In press",
    "submitted": "Submitted",
    "in-preparation": "In preparation",
}
"""Where a work stands, in English words for machines and reference lists."""

_PREPRINT_SERVER = re.compile(
    r"(?:(?:ar|bior|medr|chemr|psyar|earthar|techr|engr|socar)xiv|ssrn|research square|(?:cryptology|iacr) eprint"
    r"|preprints?)\b|corr\Z",
    re.IGNORECASE,
)

HOMES: Mapping[str, tuple[LinkKind, ...]] = {"dataset": ("data",), "software": ("code", "software")}
"""Kinds of links that lead to the work itself where it is not a text."""


def schema_class(entry: Entry) -> str:
    """The class of schema.org that a work belongs to.

    Software whose source code can be seen is a SoftwareSourceCode, other software a SoftwareApplication.
    """
    if entry.type == "software":
        return "SoftwareSourceCode" if entry.link("code") else "SoftwareApplication"
    if entry.source_type == "manual":
        return "TechArticle"
    return SCHEMA_CLASSES.get(entry.type, "CreativeWork")


def indexed_name(name: Name) -> str:
    """Family with particles, given names, suffix, as tags and RIS want them.

    A comma ends a name that is one piece but several words: without it readers take its first words for given names.

    >>> indexed_name(Name(family="King", given="Martin Luther", suffix="Jr.")), indexed_name(Name(literal="The Team"))
    ('King, Martin Luther, Jr.', 'The Team,')
    """
    family = name.family_with_particles()
    if name.literal or not (name.given and name.family):
        whole = f"{family}, {name.suffix}" if name.suffix else family
        return f"{whole}," if " " in whole.strip() and not name.suffix else whole
    given = name.given.replace(",", "")
    return f"{family}, {given}, {name.suffix}" if name.suffix else f"{family}, {given}"


def editor_role(entry: Entry) -> str:
    """The role of those who edited a work, for readers who know editors alone; `editor` when there are none.

    >>> editor_role(Entry(id="a", names={"compiler": (Name(family="Poe"),)}))
    'compiler'
    """
    return next((role for role in EDITORIAL_ROLES if entry.credited(role)), "editor")


def container(entry: Entry) -> str:
    """The plain title of what a work stands in: of the volume, where one of a work in volumes has its own."""
    return (entry.volume_title or entry.container_title).to_plain()


def first_and_last_page(entry: Entry) -> tuple[str, str]:
    """The first and the last page in the container; an article number stands for pages that an article does not have.

    >>> first_and_last_page(Entry(id="a", page="1–3")), first_and_last_page(Entry(id="a", page="to appear"))
    (('1', '3'), ('', ''))
    """
    pages = first_and_last(entry.page)
    return pages if pages[0] or entry.type not in PERIODICAL_PARTS else first_and_last(entry.number)


def home_page(entry: Entry) -> str:
    """The web address of the work itself, that of the code or data where it is such; "" where the source has none."""
    kinds = (*HOMES.get(entry.type, ()), "publisher", "website", "preprint")
    return next((url for kind in kinds if (url := entry.link(kind))), "")


def archive_number(entry: Entry) -> str:
    """The number of a preprint as its archive writes it ("arXiv:2101.00001"), "" for none.

    >>> archive_number(Entry(id="a", identifiers={"arxiv": "2101.00001"}))
    'arXiv:2101.00001'
    """
    arxiv = entry.identifiers.get("arxiv", "")
    return f"arXiv:{arxiv}" if arxiv else entry.identifiers.get("hal", "")


def is_preprint_server(container: str) -> bool:
    """Whether a container's plain title is, or begins with, the name of a preprint server.

    >>> is_preprint_server("arXiv preprint arXiv:2101.00001"), is_preprint_server("Archive")
    (True, False)
    """
    return _PREPRINT_SERVER.match(container) is not None

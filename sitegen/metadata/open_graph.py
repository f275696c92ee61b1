"""Open Graph, and the plain tags that link previews read beside it (ogp.me; "article" there)."""

import re

from sitegen.metadata import Facts, Picture, Tag, Vocabulary, meta, meta_property
from sitegen.model.entry import Entry
from sitegen.text.plain import one_line, shortened

DESCRIPTION_LENGTH = 160
NAMES_IN_AUTHOR = 20
_LANGUAGE_AND_REGION = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?-([A-Za-z]{2})(?:-.*)?")


def description(entry: Entry) -> str:
    """One or two sentences about a work: the beginning of its abstract; "" when it has none."""
    return shortened(entry.abstract.to_plain()[: 8 * DESCRIPTION_LENGTH], DESCRIPTION_LENGTH)


def tags(facts: Facts) -> list[Tag]:
    """The tags of one work.

    `article` it always is, because Zotero saves a web page where the type is `website`. `author` repeats what other
    tags say for readers that know no other, as one list of names in reading order. The tag `description` is the
    frame's, as on every page.
    """
    entry = facts.entry
    properties = [
        ("og:type", "article"),
        ("og:title", one_line(entry.title.to_plain())),
        ("og:url", facts.page_url),
        ("og:site_name", one_line(facts.site_title)),
        ("og:description", description(entry)),
        ("og:image", facts.picture.url if facts.picture else ""),
        *(_size(facts.picture) if facts.picture else ()),
        ("og:image:alt", one_line(facts.picture.alt) if facts.picture else ""),
        ("og:locale", _locale(facts.language)),
        ("article:published_time", _published(entry)),
        *(("article:tag", one_line(keyword)) for keyword in entry.keywords),
    ]
    names = [
        ("author", ", ".join(one_line(name.to_plain()) for name in entry.authors[:NAMES_IN_AUTHOR])),
        ("twitter:card", "summary_large_image" if facts.picture else "summary"),
    ]
    found = [meta_property(name, content) for name, content in properties if content]
    return found + [meta(name, content) for name, content in names if content]


def _size(picture: Picture) -> tuple[tuple[str, str], ...]:
    """How large a picture is, where that is known."""
    if not picture.width:
        return ()
    return ("og:image:width", str(picture.width)), ("og:image:height", str(picture.height))


def _published(entry: Entry) -> str:
    """The date of issue where its day is known."""
    start = entry.issued.start if entry.issued else None
    return start.iso() if start and start.day and start.year > 0 else ""


def _locale(language: str) -> str:
    """`language_TERRITORY`; "" for a language tag without a region, which the vocabulary cannot say.

    >>> _locale("pt-BR"), _locale("en")
    ('pt_BR', '')
    """
    found = _LANGUAGE_AND_REGION.fullmatch(language)
    return f"{found[1].lower()}_{found[2].upper()}" if found else ""


VOCABULARY = Vocabulary(name="open_graph", order=20, tags=tags)

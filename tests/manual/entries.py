"""The reference of entries: the types and fields of BibTeX, from the tables of its reader."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sitegen.formats.bibtex import fields as known
from sitegen.formats.bibtex.actions import ACTIONS
from sitegen.formats.bibtex.misnamed import MEANT
from sitegen.formats.bibtex.types import NO_PAGE, TYPES
from sitegen.text.addresses import SCHEMES_OF_IDENTIFIERS
from sitegen.words import TYPES as SHOWN
from tests.manual.words import code, codes, page, sentence, table

MEANINGS: Mapping[str, str] = {
    "title": "the title; braces protect capitals, `$…$` is maths",
    "subtitle": "what stands behind the title's colon; the same for a journal, a book, an issue and a main title",
    "container_title": "what the work appeared in: journal, book, proceedings; with `maintitle` too, `booktitle` is the volume",
    "container_title_short": "its short name",
    "collection_title": "the series",
    "event_title": "the conference",
    "event_place": "where it was held; where neither a container nor an event is named, the container",
    "issue_title": "the title of a special issue",
    "original_title": "the title of what was translated",
    "annote": "a remark of the owner",
    "title_short": "a short title",
    "volume": "volume",
    "number": "the article's number",
    "number or issue": "the issue of an article, the volume of a series, the number of a report or patent",
    "issue": "the issue",
    "page": "pages, `107--117`; a single number of an article is its article number",
    "number_of_pages": "how many pages",
    "number_of_volumes": "how many volumes",
    "chapter_number": "the chapter",
    "edition": "the edition",
    "version": "the version of software or data",
    "section": "the section",
    "publisher": "who published it; for a thesis `school` counts first, for a report `institution`",
    "publisher_place": "where",
    "licence": "the licence, as a name or an address of Creative Commons",
    "issued": "when it appeared: `date` as BibLaTeX and EDTF write it, or year, month and day",
    "original_date": "when it first appeared",
    "event_date": "when the conference was",
    "accessed": "when the address was looked at",
    "available_date": "when it was online, before the issue",
    "doi": "the DOI, bare or as an address",
    "isbn": "one or several ISBNs, checked",
    "issn": "one or several ISSNs, checked",
    "eprint": "the number in an archive, with `eprinttype` or `archiveprefix`; without them arXiv",
    "url": "addresses; one that ends in `.pdf` is the PDF, one that repeats the DOI is left out",
    "file": "files as JabRef, Zotero and Mendeley write them: `label:path:type`, parted by `;`",
    "keywords": "topics, parted by `,` or `;`; the first field that says something counts",
    "abstract": "the abstract, in paragraphs; blank lines part them",
    "abstract in a language": "the abstract in another language, by its code or its English name",
    "note": "shown as the note, one after the other",
    "awards": "a prize, shown beside the type",
    "selected": "`true` puts the work among the selected ones at the top of the home page",
    "language": "the language of the work",
    "genre": "the kind of thesis, report, patent and so on; elsewhere kept as it is",
    "status": "in press, submitted, retracted, …",
    "added": "when the entry was added, for feeds",
    "modified": "when it was changed",
    "aliases": "former keys, whose addresses lead on to the work",
    "ignore": "codes of problems that are not to be reported of this entry, each with a reason",
    "related": "keys of related entries, with `relatedtype` for how",
    "inherit": "keys of `@xdata` entries whose fields are taken over",
    "editor_type": "what an editor really was, in BibLaTeX's words",
    "annotation": "marks of names by their number: `1=corresponding`, `2=equal`; `+an:orcid`, `+an:affiliation`",
    "labelled": "a button with the rest of the name as its label: `url_errata`, `customlinkdata`",
}
"""What CSL's variables, and other things that fields can say, mean to those who write them."""
LINKS = {
    "pdf": "the PDF: an address, or a file below `content/`", "website": "the page of the work or its project",
    "publisher": "the publisher's page", "code": "code", "software": "software", "slides": "slides",
    "poster": "a poster", "video": "a video", "supplement": "a supplement", "data": "data", "blog": "a blog post",
    "preprint": "the preprint", "other": "another address",
}  # fmt: skip
RELATIONS = {
    "part_of": "the volume it is a part of, whose fields it inherits", "preprint_of": "it is a preprint of",
    "published_as": "it was published as", "version_of": "it is another version of", "erratum_of": "it corrects",
    "corrected_by": "it is corrected by", "retraction_of": "it retracts", "retracted_by": "it is retracted by",
    "translation_of": "it translates", "has_translation": "it is translated as", "has_part": "it contains",
    "has_preprint": "its preprint is", "review_of": "it reviews", "reviewed_in": "it is reviewed in",
    "cites": "it cites", "cited_by": "it is cited by",
}  # fmt: skip
_SPECIAL: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "subtitle": tuple(known.SUBTITLES.values()),
    "number or issue": ("number",),
    "issue": ("issue",),
    "page": ("pages",),
    "issued": ("date", "year", "month", "day"),
    "doi": ("doi",),
    "isbn": ("isbn",),
    "issn": ("issn",),
    "eprint": ("eprint", "eprinttype", "archiveprefix"),
    "url": ("url", "ee"),
    "file": ("file",),
    "abstract": ("abstract",),
    "abstract in a language": ("abstract_de", "abstract_german"),
    "genre": ("type", "entrysubtype"),
    "status": ("pubstate", "status"),
    "aliases": ("ids", "aliases"),
    "ignore": ("sitegen_ignore",),
    "related": ("related", "relatedtype"),
    "inherit": ("xdata",),
    "editor_type": ("editortype", "editoratype", "editorbtype", "editorctype"),
    "annotation": ("author+an", "author+an:orcid", "author+an:affiliation"),
    "labelled": ("url_…", "customlink…"),
}
_LANGUAGES = "language", "langid", "hyphenation"


def fields() -> dict[str, tuple[str, ...]]:
    """What fields mean, by a word of MEANINGS, LINKS, RELATIONS, the roles or identifiers; names in the reader's form."""
    found: dict[str, list[str]] = defaultdict(list)
    for names in (known.TEXTS, known.PLAINS, known.DATES):
        for name, meaning in names.items():
            found[meaning].append(name)
    found["publisher"] += dict.fromkeys(name for names in known.PUBLISHERS.values() for name in names)
    for meaning, listed in (
        ("keywords", known.KEYWORDS), ("note", known.NOTES), ("awards", known.AWARDS), ("selected", known.SELECTED),
        ("added", known.ADDED), ("modified", known.MODIFIED), ("language", known.LANGUAGE_FIELDS),
    ):  # fmt: skip
        found[meaning] += listed
    for meaning, special in _SPECIAL.items():
        found[meaning] += [name for name in special if name not in found[meaning]]
    return {meaning: tuple(names) for meaning, names in found.items()}


def by_meaning(table_: Mapping[str, str]) -> dict[str, list[str]]:
    """The fields of a table of the reader by what they mean."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, meaning in table_.items():
        found[meaning].append(name)
    return found


def read_by_name() -> set[str]:
    """Every field that the reader has an action or a table for."""
    return {
        *ACTIONS, *known.LINKS, *known.IDENTIFIERS, *known.KEYWORDS, *known.NOTES, *known.SUBTITLES,
        *known.SUBTITLES.values(), *known.LANGUAGE_FIELDS, *(each for names in known.PUBLISHERS.values() for each in names),
    }  # fmt: skip


def fields_page() -> str:
    """The page."""
    return page("Entries and their fields", "Entries and fields", _opening(), _types(), _fields(), _links(), _kept())


def _opening() -> Iterator[str]:
    yield "sitegen reads BibTeX and BibLaTeX as they are, with the fields that Zotero, JabRef, Mendeley, al-folio,"
    yield "academicpages and Hugo Blox add. Case does not matter in names of types and fields, nor does `-` for `_`. RIS and"
    yield "CSL-JSON are read into the same things. No field is demanded: what is missing is proposed by `sitegen check`."
    yield ""


def _types() -> Iterator[str]:
    """Types of entries, by what they are shown as."""
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, (csl, genre) in TYPES.items():
        words[csl, genre].append(f"@{word}")
    yield from ("## Types", "")
    yield from table(("type", "shown as", "in CSL"), (
        (codes(names), genre if genre and csl != "article" else SHOWN.get(csl, SHOWN["document"])[0], code(csl))
        for (csl, genre), names in words.items()
    ))  # fmt: skip
    yield "A slip such as `@artcle` is read as the type that it is nearest to, and these words as what they mean, with a warning:"
    yield ""
    yield from table(("word", "read as"), (
        (codes(f"@{each}" for each in words.split()), code(f"@{meant}")) for meant, words in MEANT.items()
    ))  # fmt: skip
    yield f"Any other type is shown as `@misc`, with a warning. {codes(f'@{each}' for each in sorted(NO_PAGE))} have no page."
    yield ""


def _fields() -> Iterator[str]:
    """Fields with what they mean."""
    yield from ("## Fields", "")
    yield from table(("field", "means"), (
        (codes(names), sentence(MEANINGS[meaning])) for meaning, names in sorted(fields().items(), key=_place)
    ))  # fmt: skip
    yield from ("## People", "", "Each is a list of names, parted by ` and `; `and others` is read.", "")
    yield from table(("field", "role"), _rows(by_meaning(known.ROLES), {}))


def _place(field: tuple[str, Iterable[str]]) -> int:
    """Fields stand in the order of MEANINGS."""
    return list(MEANINGS).index(field[0])


def _links() -> Iterator[str]:
    """Links, identifiers and relations."""
    yield from ("## Links and files", "", "An address, or the name of a file below `content/`.", "")
    yield from table(("field", "leads to"), _rows(by_meaning(known.LINKS), LINKS))
    yield from ("## Identifiers", "")
    schemes = {scheme: title for scheme, (title, *_rest) in SCHEMES_OF_IDENTIFIERS.items()}
    yield from table(("field", "of"), _rows(by_meaning(known.IDENTIFIERS), schemes))
    yield from ("## Relations", "", "Each holds keys of other entries; the other work shows the relation too.", "")
    yield from table(("field", "says"), _rows(by_meaning(known.RELATIONS), RELATIONS))


def _rows(names: Mapping[str, Iterable[str]], meanings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Fields with what they mean; the word itself where there is no more to say."""
    for meaning, listed in names.items():
        yield codes(listed), sentence(meanings.get(meaning, meaning.replace("_", " ")))


def _kept() -> Iterator[str]:
    """What is not shown."""
    yield from ("## Other fields", "")
    yield "A field that is not in these tables is kept, and written into exports as it was. Only what programs write for"
    yield f"themselves is left out: {codes(sorted(known.HOUSEKEEPING))}, and fields that begin with"
    yield f"{codes(known.HOUSEKEEPING_BEGINS)}."

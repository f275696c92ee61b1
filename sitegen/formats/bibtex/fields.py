"""The fields of BibTeX, BibLaTeX and of programs people export from or publish with: what each means in CSL's words.

Names are in lower case with `_` for `-`. What is in no table is kept as it is in `Entry.extra`.
"""

from sitegen.model.entry import LinkKind, RelationKind, Status
from sitegen.model.links import LINK_ORDER as LINK_ORDER
from sitegen.text.addresses import SCHEMES_OF_IDENTIFIERS
from sitegen.text.languages import LANGUAGES as LANGUAGES

TEXTS: dict[str, str] = {
    "journal": "container_title", "journaltitle": "container_title", "booktitle": "container_title",
    "maintitle": "container_title", "series": "collection_title", "eventtitle": "event_title",
    "issuetitle": "issue_title", "origtitle": "original_title", "annote": "annote", "annotation": "annote",
}  # fmt: skip
"""Rich text, by field."""

PLAINS: dict[str, str] = {
    "shorttitle": "title_short", "shortjournal": "container_title_short", "abbr": "container_title_short",
    "x_abbrv": "container_title_short", "publication_short": "container_title_short",
    "journal_iso": "container_title_short", "volume": "volume", "pagetotal": "number_of_pages",
    "numpages": "number_of_pages", "volumes": "number_of_volumes", "chapter": "chapter_number",
    "edition": "edition", "version": "version", "address": "publisher_place", "city": "publisher_place",
    "location": "publisher_place", "venue": "event_place", "eid": "number", "article_number": "number",
    "articleno": "number", "section": "section", "license": "licence", "licence": "licence",
}  # fmt: skip
"""Plain text, by field."""

SUBTITLES = {
    "title": "subtitle",
    "journaltitle": "journalsubtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "issuetitle": "issuesubtitle",
}
"""What belongs behind a title's colon."""

DATES: dict[str, str] = {
    "origdate": "original_date", "origyear": "original_date", "eventdate": "event_date", "urldate": "accessed",
    "accessed": "accessed", "lastchecked": "accessed", "last_checked": "accessed", "epubdate": "available_date",
    "earlyaccess": "available_date",
}  # fmt: skip
"""Dates but for the date of issue, by field."""

ROLES: dict[str, str] = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container_author",
    "director": "director", "compiler": "compiler", "redactor": "redactor", "reviewedauthor": "reviewed_author",
    "illustrator": "illustrator", "interviewer": "interviewer", "composer": "composer", "chair": "chair",
    "recipient": "recipient", "introduction": "introduction", "foreword": "foreword", "afterword": "afterword",
    "commentator": "commentator", "annotator": "annotator", "holder": "holder",
    "editora": "editora", "editorb": "editorb", "editorc": "editorc",
    "founder": "founder", "continuator": "continuator", "reviser": "reviser", "collaborator": "collaborator",
    "organizer": "organizer", "serieseditor": "collection_editor", "origauthor": "original_author",
    "advisor": "advisor", "supervisor": "advisor",
}  # fmt: skip
"""Lists of names, by field: the role, CSL's word where CSL has one."""

EDITOR_TYPES = {
    "editor": "editor", "compiler": "compiler", "founder": "founder", "continuator": "continuator",
    "redactor": "redactor", "reviser": "reviser", "collaborator": "collaborator", "organizer": "organizer",
    "director": "director", "translator": "translator", "serieseditor": "collection_editor",
    "series editor": "collection_editor", "chair": "chair",
}  # fmt: skip
"""BibLaTeX's `editortype` and its kin: what an editor really was."""

PUBLISHERS: dict[str, tuple[str, ...]] = {
    "thesis": ("school", "institution", "publisher", "organization"),
    "report": ("institution", "publisher", "organization", "school"),
    "": ("publisher", "organization", "institution", "school"),
}
"""By CSL type: the fields that can say who published a work, the most telling first."""

LINKS: dict[str, LinkKind] = {
    "pdf": "pdf", "url_pdf": "pdf", "url_paper": "pdf", "paperurl": "pdf", "fulltext": "pdf", "pdfurl": "pdf",
    "url_fulltext": "pdf", "html": "website", "website": "website", "url_project": "website",
    "project": "website", "homepage": "website", "url_html": "publisher", "code": "code", "url_code": "code",
    "github": "code", "repository": "code", "software": "software", "url_software": "software",
    "slides": "slides", "url_slides": "slides", "slidesurl": "slides", "customlinkslides": "slides",
    "talk": "slides", "url_slide": "slides", "poster": "poster", "url_poster": "poster", "video": "video",
    "url_video": "video", "supp": "supplement", "url_supp": "supplement", "supplement": "supplement",
    "url_supplement": "supplement", "appendix": "supplement", "url_dataset": "data", "dataset": "data",
    "url_data": "data", "data": "data", "url_source": "other", "blog": "blog", "url_blog": "blog",
    "url_preprint": "preprint", "preprint": "preprint", "urlpdf": "pdf", "presentation_video": "video",
}  # fmt: skip
"""Addresses and files, by field."""

LABELLED = ("url_", "customlink")
"""Fields that begin so make a button labelled with the rest of their name."""

IDENTIFIERS: dict[str, str] = {
    "arxiv": "arxiv", "arxivid": "arxiv", "arxiv_id": "arxiv", "pmid": "pmid", "pubmed": "pmid",
    "pmcid": "pmcid", "pmc": "pmcid", "hal": "hal", "hal_id": "hal", "handle": "handle", "hdl": "handle",
    "mrnumber": "mrnumber", "zmnumber": "zbl", "zbl": "zbl", "zblnumber": "zbl", "swhid": "swh",
}  # fmt: skip
IDENTIFIERS |= {scheme: scheme for scheme in SCHEMES_OF_IDENTIFIERS}
"""Identifiers, by field; every scheme is also the name of a field."""

ARCHIVES: dict[str, str] = {
    "arxiv": "arxiv", "hal": "hal", "jstor": "jstor", "pubmed": "pmid", "pmid": "pmid", "pmcid": "pmcid",
    "pmc": "pmcid", "hdl": "handle", "handle": "handle", "googlebooks": "googlebooks", "ssrn": "ssrn",
    "iacr": "iacr", "cryptology eprint archive": "iacr", "urn": "urn",
}  # fmt: skip
"""By `eprinttype` or `archiveprefix`: the scheme."""

KEYWORDS = ("keywords", "keyword", "tags", "mendeley_tags", "author_keywords", "author_keyword")
"""The first that says something counts."""
AWARDS = ("award", "award_name", "awards", "prize", "honors", "honours")
NOTES = ("note", "addendum", "howpublished", "titleaddon", "additional_info", "bibbase_note")
"""What is shown as the note, one after the other."""
SELECTED = ("selected", "featured")
ADDED = ("date_added", "creationdate", "timestamp")
MODIFIED = ("date_modified", "modificationdate")
LANGUAGE_FIELDS = ("language", "langid", "hyphenation")
TRUE = frozenset({"true", "1", "yes", "y", "x"})

STATUSES: dict[str, Status] = {
    "retracted": "retracted", "retraction": "retracted", "withdrawn": "withdrawn", "corrected": "corrected",
    "erratum": "corrected", "inpress": "in-press", "in press": "in-press", "forthcoming": "in-press",
    "to appear": "in-press", "accepted": "in-press", "submitted": "submitted", "under review": "submitted",
    "inpreparation": "in-preparation", "in preparation": "in-preparation", "published": "", "prepublished": "",
    "preprint": "",
}  # fmt: skip
"""Words of `pubstate` and `status`."""

RELATIONS: dict[str, RelationKind] = {
    "crossref": "part_of", "xref": "part_of", "preprint_of": "preprint_of", "preprintof": "preprint_of",
    "published_as": "published_as", "publishedas": "published_as", "version_of": "version_of",
    "versionof": "version_of", "erratum_of": "erratum_of", "erratumof": "erratum_of", "correction_of": "erratum_of",
    "corrected_by": "corrected_by", "correctedby": "corrected_by", "retraction_of": "retraction_of",
    "retractionof": "retraction_of", "retracted_by": "retracted_by", "retractedby": "retracted_by",
    "translation_of": "translation_of", "translationof": "translation_of", "has_translation": "has_translation",
    "has_part": "has_part", "has_preprint": "has_preprint", "review_of": "review_of", "reviewof": "review_of",
    "reviewed_in": "reviewed_in", "cites": "cites", "cited_by": "cited_by",
}  # fmt: skip
RELATED_TYPES: dict[str, RelationKind] = {
    "erratumof": "erratum_of", "correctionof": "erratum_of", "retractionof": "retraction_of",
    "reviewof": "review_of", "preprintof": "preprint_of", "versionof": "version_of", "origpubin": "version_of",
    "origpubas": "version_of", "reprintof": "version_of", "reprintas": "version_of", "reprintfrom": "version_of",
    "translationof": "translation_of", "translationfrom": "translation_of", "translationas": "has_translation",
    "multivolume": "has_part",
}  # fmt: skip
"""BibLaTeX's `relatedtype` (BibLaTeX manual, section 3.5), and words that people made after its pattern.

Any other is `related`. `origpubin` names what came before, as a reprint does.
"""

HOUSEKEEPING = frozenset({
    "owner", "modificationdate", "date_modified", "biburl", "bibsource", "ranking", "readstatus", "priority",
    "printed", "relevance", "__markedentry", "slaccitation", "adsurl", "adsnote", "qualityassured",
    "file_attachments", "bibtex_show", "keywords_plus", "unique_id", "doc_delivery_number", "da", "times_cited",
    "number_of_cited_references", "usage_count_last_180_days", "usage_count_since_2013", "journal_iso_source",
    "citation_subset", "bdsk_color",
})  # fmt: skip
"""What programs write for themselves: neither shown nor exported."""
HOUSEKEEPING_BEGINS = ("bdsk_", "_")

PLACEHOLDERS = frozenset({
    "journal title", "journal name", "name of journal", "article title", "book title", "title", "journal",
    "publisher", "publisher name", "author name", "xxx", "xxxx", "xx", "????", "na", "http://", "https://",
    "???", "??", "?", "n/a", "n.a.", "none", "null", "nil", "nan", "tbd", "tba", "todo", "undefined", "unknown",
    "not given", "-", "--", "–", "...", "[object object]", "no title", "untitled", "lorem ipsum",
    "10.xxxx/xxxxx", "10.0000/00000",
})  # fmt: skip
"""Values, in lower case, that exporters and templates leave where nothing was filled in."""
PLACEHOLDER_FIELDS = frozenset({
    "title", "journal", "journaltitle", "booktitle", "publisher", "author", "editor", "doi", "url", "isbn",
    "issn", "volume", "number", "pages", "year", "date", "month", "school", "institution", "abstract",
    "keywords", "address", "location", "series", "edition", "note",
})  # fmt: skip
"""Where a placeholder can be told from a value."""
TELLING_WHEN_EMPTY = frozenset({
    "title", "author", "doi", "url", "journal", "journaltitle", "booktitle", "year", "date", "school",
    "institution", "publisher",
})  # fmt: skip
"""Fields whose emptiness is worth a word; other empty fields are only templates not filled in."""

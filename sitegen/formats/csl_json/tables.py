"""Item types and variables of CSL (CSL 1.0.2, appendices III and IV), and what other programs call them."""

_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
TYPES = frozenset(_TYPES.split())
"""Item types (CSL 1.0.2, appendix III)."""


def _fields(variables: str) -> dict[str, str]:
    """CSL variables to the fields of an entry, which are called the same with `_` for `-`."""
    return {variable: variable.replace("-", "_") for variable in variables.split()}


ROLES = _fields(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator"
)
DATES = _fields("issued accessed available-date event-date original-date")
TITLES = _fields("container-title collection-title event-title original-title volume-title")
WORDS = _fields(
    "title-short container-title-short collection-number event-place volume issue number-of-pages number-of-volumes "
    "chapter-number section edition version publisher-place genre language"
)
"""Name variables, dates, and what is rich or plain text in an entry (CSL 1.0.2, appendix IV)."""

_OTHERS = (
    "archive archive_collection archive_location archive-place authority call-number citation-label dimensions "
    "division jurisdiction medium original-publisher original-publisher-place page-first part-number part-title "
    "printing-number references reviewed-genre reviewed-title scale source supplement-number year-suffix"
)
OTHERS = frozenset(_OTHERS.split())
"""Variables for which an entry has no field of its own: they stay in `Entry.extra` and go back."""

TYPE_ALIASES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "posted-content": "article",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "reference-entry": "entry",
    "proceedings": "book",
    "journal": "periodical",
    "dissertation": "thesis",
    "legal-case": "legal_case",
    "motion-picture": "motion_picture",
    "personal-communication": "personal_communication",
}
"""Types that Crossref and older programs write."""

VARIABLE_ALIASES = {
    "shortTitle": "title-short",
    "title-short": "title-short",
    "journalAbbreviation": "container-title-short",
    "event": "event-title",
    "publisher-location": "publisher-place",
    "article-number": "number",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "keywords": "keyword",
}
"""Variables that older processors, Crossref and people write."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24} | {
    str(at): 20 + at for at in range(1, 5)
}
"""Seasons by CSL's number or by name, as the months that stand for them in `Day`."""

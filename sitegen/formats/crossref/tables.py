"""What Crossref calls kinds of content, roles, relations, and how long values may be (deposit schema 5.4.0)."""

from sitegen.text.rich_xml import Spelling

NAMESPACES = {
    "xmlns": "http://www.crossref.org/schema/5.4.0",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "xmlns:ai": "http://www.crossref.org/AccessIndicators.xsd",
    "xmlns:rel": "http://www.crossref.org/relations.xsd",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "version": "5.4.0",
    "xsi:schemaLocation": ("http://www.crossref.org/schema/5.4.0 https://www.crossref.org/schemas/crossref5.4.0.xsd"),
}

KINDS = {
    "article-journal": "journal",
    "review": "journal",
    "review-book": "journal",
    "paper-conference": "conference",
    "book": "book",
    "chapter": "book",
    "entry": "book",
    "entry-dictionary": "book",
    "entry-encyclopedia": "book",
    "thesis": "dissertation",
    "report": "report-paper",
    "dataset": "database",
    "software": "database",
    "article": "posted_content",
}
"""The element of the body by CSL type. Types that are not here cannot be deposited."""

NAMES_OF_KINDS = {
    "journal": "journal articles",
    "conference": "conference papers",
    "book": "books and chapters",
    "dissertation": "theses",
    "report-paper": "reports",
    "database": "data and software",
    "posted_content": "preprints",
}

ROLES = {"author": "author", "editor": "editor", "translator": "translator", "chair": "chair"}
"""`@contributor_role` by role, in the order they are written; others have no place in a deposit."""

FACE = Spelling({
    "em": "em", "i": "i", "strong": "strong", "b": "b", "code": "tt", "sc": "scp", "sup": "sup", "sub": "sub",
    "u": "u",
})  # fmt: skip
"""Face markup of titles; formulas stand there in plain Unicode."""

RELATIONS = {
    "preprint_of": ("intra_work_relation", "isPreprintOf"),
    "published_as": ("intra_work_relation", "isPreprintOf"),
    "version_of": ("intra_work_relation", "isVersionOf"),
    "has_preprint": ("intra_work_relation", "hasPreprint"),
    "translation_of": ("intra_work_relation", "isTranslationOf"),
    "has_translation": ("intra_work_relation", "hasTranslation"),
    "erratum_of": ("inter_work_relation", "isCommentOn"),
    "corrected_by": ("inter_work_relation", "hasComment"),
    "retraction_of": ("inter_work_relation", "isCommentOn"),
    "retracted_by": ("inter_work_relation", "hasComment"),
    "review_of": ("inter_work_relation", "isReviewOf"),
    "reviewed_in": ("inter_work_relation", "hasReview"),
    "part_of": ("inter_work_relation", "isPartOf"),
    "has_part": ("inter_work_relation", "hasPart"),
    "related": ("inter_work_relation", "isRelatedMaterial"),
}
"""Element and `@relationship-type` by relation (relations.xsd); what is cited stands in the list of citations."""

FIRST_YEAR, LAST_YEAR = 1400, 2200
"""Years that a date may have."""

LONGEST = {
    "surname": 60, "given_name": 60, "suffix": 10, "organization": 511, "institution_name": 1024, "full_title": 255,
    "abbrev_title": 150, "proceedings_title": 511, "conference_name": 512, "conference_location": 255,
    "publisher_name": 255, "publisher_place": 255, "volume": 32, "issue": 32, "first_page": 32, "last_page": 32,
    "other_pages": 100, "item_number": 32, "edition_number": 15, "degree": 255, "group_title": 1024,
    "depositor_name": 130, "registrant": 255,
}  # fmt: skip
"""Characters that an element may have; the rest is cut off."""
SHORTEST = {"publisher_place": 2, "conference_location": 2, "degree": 2, "conference_name": 3}
"""Characters that an element must have; what has fewer is left out."""

MIXED = frozenset({"title", "jats:p", "jats:italic", "jats:bold", "jats:inline-formula"})
"""Elements in which blanks count."""

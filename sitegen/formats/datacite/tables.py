"""What DataCite calls types of works, roles of people, identifiers and relations (DataCite Metadata Schema 4.5)."""

GENERAL_TYPES = {
    "article": "Preprint",
    "article-journal": "JournalArticle",
    "book": "Book",
    "chapter": "BookChapter",
    "classic": "Book",
    "collection": "Collection",
    "dataset": "Dataset",
    "entry": "BookChapter",
    "entry-dictionary": "BookChapter",
    "entry-encyclopedia": "BookChapter",
    "event": "Event",
    "figure": "Image",
    "graphic": "Image",
    "map": "Image",
    "motion_picture": "Audiovisual",
    "paper-conference": "ConferencePaper",
    "periodical": "Journal",
    "report": "Report",
    "review": "JournalArticle",
    "review-book": "JournalArticle",
    "software": "Software",
    "song": "Sound",
    "speech": "Audiovisual",
    "standard": "Standard",
    "thesis": "Dissertation",
    "patent": "Other",
    "document": "Other",
}
"""resourceTypeGeneral by CSL type; every other is `Text`."""

CONTAINERS = {"paper-conference": "ConferenceProceeding", "chapter": "Book", "entry": "Book"} | {
    "entry-dictionary": "Book",
    "entry-encyclopedia": "Book",
}
"""resourceTypeGeneral of what a work stands in, by CSL type; of every other a `Journal`."""

CONTRIBUTOR_TYPES = {"editor": "Editor", "compiler": "DataCurator", "holder": "RightsHolder", "advisor": "Supervisor"}
"""contributorType by role; every other is `Other`."""

RELATION_TYPES = {
    "part_of": "IsPartOf",
    "has_part": "HasPart",
    "preprint_of": "IsPreviousVersionOf",
    "published_as": "IsPreviousVersionOf",
    "has_preprint": "IsNewVersionOf",
    "version_of": "IsVersionOf",
    "translation_of": "IsDerivedFrom",
    "has_translation": "IsSourceOf",
    "erratum_of": "IsSupplementTo",
    "corrected_by": "IsSupplementedBy",
    "retraction_of": "Obsoletes",
    "retracted_by": "IsObsoletedBy",
    "review_of": "Reviews",
    "reviewed_in": "IsReviewedBy",
    "cites": "Cites",
    "cited_by": "IsCitedBy",
    "related": "IsSupplementTo",
}
"""relationType by relation; the schema has no word for an erratum, a retraction, or a looser kinship."""

LINK_RELATIONS = {"code": "IsSupplementedBy", "data": "IsSupplementedBy", "supplement": "IsSupplementedBy"}
"""relationType by kind of link."""

SCHEMES = {"arxiv": "arXiv", "pmid": "PMID", "pmcid": "PMCID", "hal": "HAL", "handle": "Handle"}
"""alternateIdentifierType by scheme; others stand as they are called."""

UNKNOWN = ":unav"
"""The value where nothing is known (appendix 3, "Standard values for unknown information")."""

"""What JATS calls types of works, roles of people, identifiers and relations."""

ARTICLE_TYPES = {
    "article": "preprint",
    "article-journal": "research-article",
    "article-magazine": "news",
    "article-newspaper": "news",
    "paper-conference": "research-article",
    "report": "report",
    "review": "review-article",
    "review-book": "book-review",
    "thesis": "dissertation",
    "dataset": "data-paper",
}
"""`@article-type` by CSL type; every other is `other` (JATS 1.3 Tag Library, "@article-type")."""

CONTRIB_TYPES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "collection_editor": "series-editor",
    "illustrator": "illustrator",
    "compiler": "compiler",
}
"""`@contrib-type` by role, in the order they are written."""

PUB_ID_TYPES = {"pmid": "pmid", "pmcid": "pmcid", "arxiv": "arxiv", "handle": "handle"}
"""`@pub-id-type` by scheme; every other is `other` (JATS 1.3 Tag Library, "@pub-id-type")."""

RELATED_ARTICLE_TYPES = {
    "erratum_of": "corrected-article",
    "corrected_by": "correction-forward",
    "retraction_of": "retracted-article",
    "retracted_by": "retraction-forward",
    "has_preprint": "preprint",
    "reviewed_in": "peer-review",
    "review_of": "reviewed-article",
    "preprint_of": "published-article",
    "published_as": "published-article",
    "version_of": "version",
    "related": "companion",
}
"""`@related-article-type` by relation; others are none of an article's front matter."""

MIXED = frozenset({
    "abbrev-journal-title", "aff", "article-id", "article-title", "bold", "collab", "conf-date", "conf-loc",
    "conf-name", "ext-link", "fpage", "inline-formula", "issue-title", "italic", "journal-title", "kwd",
    "license-p", "meta-value", "monospace", "p", "publisher-name", "sc", "sub", "sup", "tex-math", "underline",
})  # fmt: skip
"""Elements in which blanks count."""

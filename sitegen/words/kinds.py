"""What works are called: CSL's types, and the genres that readers of BibTeX give theses and reports."""


def _(message: str) -> str:
    """Mark a message for the catalogue; `Words` translates it where it is shown."""
    return message


TYPES: dict[str, tuple[str, str]] = {
    "article-journal": (_("Article"), _("Articles")),
    "article-magazine": (_("Magazine article"), _("Magazine articles")),
    "article-newspaper": (_("Newspaper article"), _("Newspaper articles")),
    "article": (_("Preprint"), _("Preprints")),
    "book": (_("Book"), _("Books")),
    "chapter": (_("Chapter"), _("Chapters")),
    "paper-conference": (_("Conference paper"), _("Conference papers")),
    "thesis": (_("Thesis"), _("Theses")),
    "report": (_("Report"), _("Reports")),
    "dataset": (_("Dataset"), _("Datasets")),
    "software": (_("Software"), _("Software")),
    "manuscript": (_("Manuscript"), _("Manuscripts")),
    "patent": (_("Patent"), _("Patents")),
    "webpage": (_("Web page"), _("Web pages")),
    "post-weblog": (_("Blog post"), _("Blog posts")),
    "entry-encyclopedia": (_("Encyclopedia entry"), _("Encyclopedia entries")),
    "entry-dictionary": (_("Dictionary entry"), _("Dictionary entries")),
    "review": (_("Review"), _("Reviews")),
    "standard": (_("Standard"), _("Standards")),
    "legislation": (_("Legislation"), _("Legislation")),
    "legal_case": (_("Legal case"), _("Legal cases")),
    "motion_picture": (_("Film"), _("Films")),
    "song": (_("Recording"), _("Recordings")),
    "graphic": (_("Image"), _("Images")),
    "performance": (_("Performance"), _("Performances")),
    "periodical": (_("Periodical"), _("Periodicals")),
    "speech": (_("Talk"), _("Talks")),
    "personal_communication": (_("Letter"), _("Letters")),
    "document": (_("Document"), _("Documents")),
}
"""CSL item types (CSL 1.0.2, appendix III): name of one, name of many."""

GENRES = (
    _("PhD thesis"),
    _("Master’s thesis"),
    _("Bachelor’s thesis"),
    _("Candidate thesis"),
    _("Diploma thesis"),
    _("Habilitation thesis"),
    _("Technical report"),
    _("Research report"),
    _("Technical standard"),
    _("Preprint"),
    _("Working paper"),
    _("White paper"),
)
"""Genres in the words that `formats/` gives them; those of an author's own stay as they are."""

REMARKS = {
    "note": _("Note"),
    "tip": _("Tip"),
    "important": _("Important"),
    "warning": _("Warning"),
    "caution": _("Caution"),
}
"""What the kinds of remarks on a page are called, by the words of Markdown for them."""

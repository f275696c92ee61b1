"""Dates of BibTeX and BibLaTeX, without their LaTeX."""

from sitegen.formats.bibtex.words import plain
from sitegen.model.dating import WORDS, Dated, issued, read_date

__all__ = ["WORDS", "Dated", "date_source", "issued", "read_date"]


def date_source(source: str) -> str:
    """A date's text without LaTeX, but with the `~` that in EDTF stands for “about”."""
    return plain(source) if "\\" in source or "{" in source or "$" in source or "--" in source else source.strip()

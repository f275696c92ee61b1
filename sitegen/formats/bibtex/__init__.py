"""BibTeX and BibLaTeX, both directions: read with every repair noted, written so that every program reads it."""

from sitegen.formats import Format
from sitegen.formats.bibtex.codes import CODES
from sitegen.formats.bibtex.read import read
from sitegen.formats.bibtex.revise import Kept
from sitegen.formats.bibtex.write import record, write_ascii

FORMAT = Format(
    name="bibtex",
    title="BibTeX",
    suffix=".bib",
    media_type="application/x-bibtex",
    record=record,
    write_ascii=write_ascii,
    read=read,
    revisable=Kept,
    suffixes=(".bib", ".bibtex"),
    begins="@",
    codes=CODES,
)

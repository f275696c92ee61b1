"""RIS: tagged lines, one record from TY to ER, both directions."""

from sitegen.formats import Format
from sitegen.formats.ris.codes import CODES
from sitegen.formats.ris.read import read
from sitegen.formats.ris.tables import TYPES
from sitegen.formats.ris.write import record

__all__ = ["FORMAT", "TYPES"]

FORMAT = Format(
    name="ris",
    title="RIS",
    suffix=".ris",
    media_type="application/x-research-info-systems",
    record=record,
    read=read,
    suffixes=(".ris",),
    begins="TY  - ",
    names_pdf=True,
    codes=CODES,
)
"""The entries of every source by itself: no record refers to another."""

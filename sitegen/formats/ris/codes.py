"""Defects that reading RIS can find, besides those of values."""

from sitegen.model.value_codes import VALUE_CODES
from sitegen.problems import Code

CODES: dict[str, Code] = {
    **VALUE_CODES,
    "not-ris": Code("error", "The file holds no RIS: it is compressed, binary or other text.", "Export the file anew."),
    "stray-text": Code(
        "warning", "Text stands outside of records and was skipped.", "Delete it, or begin a record with TY  - ."
    ),
    "missing-start": Code(
        "warning", "A record has no TY line; it was read as a document.", "Begin the record with TY  - and its type."
    ),
    "missing-end": Code(
        "warning", "A record has no ER line; it was ended before the next one.", "End the record with ER  - ."
    ),
    "empty-record": Code("error", "A record says nothing and is left out.", "Delete it, or fill it in."),
    "loose-line": Code(
        "info", "Lines are not written as two letters, two blanks, a hyphen and a blank; they were read all the same."
    ),
    "too-many-fields": Code(
        "warning",
        "A record has more lines than twenty times fields under [limits]; the rest was left out.",
        "Delete what is not needed, or raise fields under [limits].",
    ),
}
"""By code, the word that people put in `[check] ignore`."""

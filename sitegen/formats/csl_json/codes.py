"""Defects that reading CSL-JSON can find, besides those of values."""

from sitegen.model.value_codes import VALUE_CODES
from sitegen.problems import Code

CODES: dict[str, Code] = {
    **VALUE_CODES,
    "not-csl-json": Code("info", "A .json file in content/ is no CSL-JSON; it was left alone."),
    "broken-json": Code(
        "error",
        "A CSL-JSON file breaks off or has a mistake; the item at that line is left out.",
        "Mend the JSON at that line, or export the file anew.",
    ),
    "not-an-item": Code("error", "Something that is no object stands among the items.", "Delete it."),
    "too-many-fields": Code(
        "warning",
        "An item has more variables than fields under [limits] allows; the rest was left out.",
        "Delete what is not needed, or raise fields under [limits].",
    ),
    "duplicate-field": Code(
        "warning", "A variable is given twice in an item; the first counts.", "Delete one of the two."
    ),
    "odd-value": Code(
        "warning", "A variable has a value of the wrong kind; it is kept for exports.", "Write text or a number."
    ),
}
"""By code, the word that people put in `[check] ignore`."""

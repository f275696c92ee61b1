"""Defects that any reader of plain values can find, by code; what only one format knows stands with that format."""

from sitegen.problems import Code, Example

VALUE_CODES: dict[str, Code] = {
    # the file
    "not-utf8": Code(
        "warning", "The file is not UTF-8; what was taken for its encoding is said.", "Save the file as UTF-8."
    ),
    "control-characters": Code("warning", "Control characters stood in the file and were dropped.", "Delete them."),
    "garbled-text": Code(
        "warning",
        "Letters were mistaken before the file came here (`Ã©`, `â€“`, `´ı`); they are shown as they stand.",
        "Type them anew.",
        Example("@misc{a, title = {On Light}, author = {MÃ¼ller, Ann}}\n"),
        Example("@misc{a, title = {On Light}, author = {Müller, Ann}}\n"),
    ),
    "lost-letter": Code(
        "warning",
        "A letter was lost before the file came here: U+FFFD or a gap inside a name stands in its place.",
        "Type it anew.",
        Example("@misc{a, title = {On Light}, author = {M\ufffdller, Ann}}\n"),
        Example("@misc{a, title = {On Light}, author = {Müller, Ann}}\n"),
    ),
    "dotless-letter": Code(
        "warning", "An accent stands over a dotless ı or ȷ; it was read as over i or j.", "Write í."
    ),
    # values
    "value-too-long": Code(
        "warning", "A value is longer than the limit; the rest was left out.", "Raise field_characters under [limits]."
    ),
    "too-many-names": Code(
        "warning", "A list has more names than the limit; the rest was left out.", "Raise names under [limits]."
    ),
    "too-many-values": Code(
        "warning",
        "A field holds more keywords, links or relations than the limit; the rest was left out.",
        "Delete what is not needed, or raise the key that is named under [limits].",
    ),
    "unknown-type": Code("warning", "The type is not known; the work is shown as a document.", "Use a known type."),
    "odd-name": Code(
        "warning", "A name could not be taken apart; it is shown as it stands.", "Write the family name first."
    ),
    "name-list": Code("warning", "One value holds several names; they were read as so many people.", "Part them."),
    "odd-year": Code(
        "warning", "The year is not a plain number; it was read as far as possible.", "Write four digits."
    ),
    "odd-date": Code("warning", "A date could not be read; it is shown as it stands.", "Write year, month and day."),
    "odd-month": Code("warning", "The month could not be read and was left out.", "Write the month as a number."),
    "impossible-date": Code(
        "warning",
        "There is no such month, day or year; that part was left out.",
        "Correct the date.",
        Example("@misc{a, title = {On Light}, date = {1901-02-30}}\n"),
        Example("@misc{a, title = {On Light}, date = {1901-02-28}}\n"),
    ),
    "bad-doi": Code("warning", "The DOI is none; it is kept for exports and not linked.", "Write it as 10.…/…."),
    "doi-as-address": Code(
        "info",
        "The DOI was written as an address or with a prefix; only the DOI was kept.",
        "Write the DOI alone.",
        Example("@misc{a, title = {On Light}, doi = {https://doi.org/10.1000/182}}\n"),
        Example("@misc{a, title = {On Light}, doi = {10.1000/182}}\n"),
    ),
    "bad-number": Code(
        "warning",
        "What stands for ISBN or ISSN has a wrong check digit or lacks digits; it is not shown.",
        "Correct the number.",
    ),
    "bad-address": Code(
        "warning", "A web address is none that may be linked; it is kept for exports.", "Write it as https://…."
    ),
    "file-outside": Code(
        "info",
        "A file name leads out of the site's folder, as reference managers write them; it was left out.",
        "Put the file in content/pdf/.",
    ),
}
"""By code, the word that people put in `[check] ignore`."""

"""Every defect that reading BibTeX can find: its code, its level, what it means and the way out."""

from sitegen.model.value_codes import VALUE_CODES
from sitegen.problems import Code, Example

CODES: dict[str, Code] = {
    **VALUE_CODES,
    # the file
    "dotless-letter": Code(
        "warning", "An accent stands over a dotless ı or ȷ; it was read as over i or j.", "Write í, or {\\'i}."
    ),
    "not-bibtex": Code(
        "error", "The file holds no BibTeX: it is compressed, binary or a web page.", "Export the file anew."
    ),
    # records
    "broken-entry": Code(
        "error", "An entry cannot be read at all and is left out.", "Mend the entry: @type{key, field = {value}}."
    ),
    "unbalanced-braces": Code(
        "warning",
        "An entry never closes; it was cut before the next one and keeps the fields read so far.",
        "Add the missing }.",
    ),
    "closed-too-early": Code(
        "warning", "A surplus } closes an entry before its last field; reading went on.", "Delete the surplus }."
    ),
    "runaway-comment": Code(
        "warning", "An @comment opens on its line and never closes; only that line was skipped.", "Close it."
    ),
    "missing-comma": Code(
        "warning",
        "The comma between two fields is missing; it was read as if it stood there.",
        "Add the comma.",
        Example("@misc{a,\n  title = {On Light}\n  year = 1901\n}\n"),
        Example("@misc{a,\n  title = {On Light},\n  year = 1901\n}\n"),
    ),
    "surplus-text": Code(
        "warning", "Text inside an entry belongs to no field and was skipped.", "Delete it, or write name = {…}."
    ),
    "unclosed-value": Code(
        "warning", "A value's brace or quote never closes; it was cut before the next field.", "Close it."
    ),
    "comment-in-entry": Code(
        "warning",
        "A line beginning with % stands inside an entry; it was skipped, but BibTeX itself would not.",
        "Delete the line.",
    ),
    "bare-value": Code(
        "warning", "A value stands without braces or quotes; it was taken up to the comma.", "Put it in braces."
    ),
    "undefined-string": Code(
        "warning",
        "A name that no @string defines; it is shown as it stands.",
        "Define it with @string, or put the value in braces.",
    ),
    "string-too-long": Code(
        "warning",
        "The @strings of a file grow beyond string_characters; from there on they stand as their names.",
        "Shorten the @strings, or raise string_characters under [limits].",
    ),
    "too-many-fields": Code(
        "warning",
        "An entry has more fields than the limit; the rest was left out.",
        "Delete what is not needed, or raise fields under [limits].",
    ),
    # keys and fields
    "no-key": Code(
        "warning", "An entry has no key; it will be called by its author, year and title.", "Give it a key."
    ),
    "blank-in-key": Code(
        "warning", "The key has blanks in it; it was taken up to the comma.", "Write the key without blanks."
    ),
    "duplicate-field": Code(
        "warning", "A field is given twice; the first counts, or both were joined.", "Delete one of the two."
    ),
    "empty-field": Code(
        "warning",
        "A field that matters is empty.",
        "Fill it in, or delete it.",
        Example("@misc{a, title = {On Light}, doi = {}}\n"),
        Example("@misc{a, title = {On Light}, doi = {10.1000/182}}\n"),
    ),
    "placeholder": Code(
        "warning",
        "A field holds its exporter's placeholder, not a value; it was left empty.",
        "Fill it in.",
        Example("@misc{a, title = {On Light}, journal = {Journal title}}\n"),
        Example("@misc{a, title = {On Light}, journal = {Journal of Titles}}\n"),
    ),
    "unknown-type": Code(
        "warning",
        "The entry's type is no type of BibTeX or BibLaTeX; it is read as the one that it plainly means, or as misc.",
        "Use a known type.",
        Example("@artikel{a, title = {On Light}}\n"),
        Example("@article{a, title = {On Light}}\n"),
    ),
    "dangling-reference": Code(
        "warning",
        "crossref or xdata names an entry that is not there.",
        "Correct the key.",
        Example("@misc{a, title = {On Light}, crossref = {b}}\n"),
        Example("@misc{a, title = {On Light}, year = 1901}\n"),
    ),
    "no-page": Code(
        "info",
        "An entry has no page of its own: a set only groups others, and xdata that nobody names is shown nowhere.",
        "Nothing has to be done for a set; name the xdata in the entries that it is for, or delete it.",
        Example("@xdata{acta,\n  journal = {Acta}\n}\n"),
        Example("@xdata{acta,\n  journal = {Acta}\n}\n\n@article{a,\n  xdata = {acta},\n  title = {On Light}\n}\n"),
    ),
    "inheritance-loop": Code(
        "warning",
        "crossref or xdata leads back to itself or goes too deep; it was cut.",
        "Break the loop, or raise inheritance under [limits].",
    ),
    # values
    "stray-and": Code(
        "warning",
        "A list of names begins or ends with “and”, or has two in a row.",
        "Delete the surplus “and”.",
        Example("@misc{a, title = {On Light}, author = {Cole, Ann and }}\n"),
        Example("@misc{a, title = {On Light}, author = {Cole, Ann and Dee, Bo}}\n"),
    ),
    "stray-comma": Code("warning", "A comma or semicolon stands at the edge of a name.", "Delete it."),
    "odd-name": Code(
        "warning",
        "A name could not be taken apart; it is shown as it stands.",
        "Write “Family, Given”, parted by “and”.",
    ),
    "name-list": Code(
        "warning", "Names are parted by commas, semicolons or &; they were read as so many people.", "Write “and”."
    ),
    "capital-name": Code(
        "info", "A family name is all in capitals; it is shown as it stands.", "Write it with one capital."
    ),
    "swapped-name": Code(
        "warning",
        "A family and a given name stand the other way round elsewhere in the library.",
        "Write “Family, Given”.",
    ),
    "odd-year": Code(
        "warning",
        "The year is not a plain number; it was read as far as possible.",
        "Write year = {2024}.",
        Example("@misc{a, title = {On Light}, year = {1901a}}\n"),
        Example("@misc{a, title = {On Light}, year = {1901}}\n"),
    ),
    "odd-date": Code("warning", "A date could not be read; it is shown as it stands.", "Write YYYY-MM-DD."),
    "odd-month": Code(
        "warning",
        "The month could not be read and was left out.",
        "Write month = jan, or a number.",
        Example("@misc{a, title = {On Light}, year = 1901, month = {Smarch}}\n"),
        Example("@misc{a, title = {On Light}, year = 1901, month = {March}}\n"),
    ),
    "bad-doi": Code(
        "warning",
        "The DOI is none; it is kept as text and not linked.",
        "Write it as 10.…/….",
        Example("@misc{a, title = {On Light}, doi = {light}}\n"),
        Example("@misc{a, title = {On Light}, doi = {10.1000/182}}\n"),
    ),
    "bad-isbn": Code(
        "warning",
        "The ISBN's check digit is wrong or digits are missing; it is not shown.",
        "Correct the ISBN.",
        Example("@misc{a, title = {On Light}, isbn = {978-3-16-148410-1}}\n"),
        Example("@misc{a, title = {On Light}, isbn = {978-3-16-148410-0}}\n"),
    ),
    "bad-issn": Code(
        "warning",
        "The ISSN's check digit is wrong or digits are missing; it is not shown.",
        "Correct the ISSN.",
        Example("@misc{a, title = {On Light}, issn = {1234-5678}}\n"),
        Example("@misc{a, title = {On Light}, issn = {0378-5955}}\n"),
    ),
    "bad-identifier": Code(
        "warning", "An identifier does not have the form of its kind; it is kept and not linked.", "Correct it."
    ),
    "bad-address": Code(
        "warning",
        "A web address is none that may be linked; it is kept as text.",
        "Write it as https://….",
        Example("@misc{a, title = {On Light}, url = {javascript:alert(1)}}\n"),
        Example("@misc{a, title = {On Light}, url = {https://a.example/}}\n"),
    ),
    "unbalanced-value": Code("warning", "A value has braces without a partner.", "Balance the braces."),
    "unknown-command": Code(
        "warning", "A LaTeX command that is not known; its name was dropped, its argument kept.", "Write it in Unicode."
    ),
    "bad-maths": Code("warning", "A formula could not be set; it is shown as its source.", "Correct the formula."),
}
"""By code, the word that people put in `[check] ignore`."""

"""Editions as citation styles want them: numbers as numbers, words that say that they name an edition.

Styles print "2nd ed." of the number 2 and the words of any other edition as they stand (CSL 1.0.2, "Choose",
`is-numeric`). BibTeX's styles put "edition" behind whatever is there, so that its users write "Third" and "Revised".
"""

import re

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_NOUN = (
    r"(?:editions?|edn|eds?|éditions?|éd|auflage|aufl|ausgabe|edizione|edición|edição|uitgave|druk|upplagan|utgåva|udgave"
    r"|utgave)"
)
_NUMBER = re.compile(
    r"(?:the )?(?:(\d{1,4}) ?(?:st|nd|rd|th|e|er|ère|re|ème|ª|º|a|:a|\.)?|"
    rf"({'|'.join(_ORDINALS)}))(?:,? {_NOUN}\.?)?",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<!\w){_NOUN}(?!\w)|版|판", re.IGNORECASE)
_FEW = 4
"""Words of an edition that is named by an adjective; more of them say by themselves what they mean."""


def edition_of(said: str, language: str) -> str:
    """An edition as references want it. language: BCP 47 of the work, "" for English.

    >>> [edition_of(said, "") for said in ("2nd ed.", "Third", "2. Auflage", "Revised", "Kindle edition")]
    ['2', '3', '2', 'Revised ed.', 'Kindle edition']
    """
    said = " ".join(said.split())
    match = _NUMBER.fullmatch(said)
    if match:
        return match[1] or str(_ORDINALS.index(match[2].lower()) + 1)
    is_english = not language or language.lower().partition("-")[0] == "en"
    if not said or not is_english or _NAMED.search(said) or not said[-1].isalpha() or len(said.split()) > _FEW:
        return said
    return f"{said} ed."

"""The order of names and titles, and the letter of an A–Z index they stand under."""

import re

from sitegen.text.slugs import fold

ARTICLES: dict[str, tuple[str, ...]] = {
    "en": ("the ", "a ", "an "),
    "de": ("der ", "die ", "das ", "ein ", "eine "),
    "fr": ("le ", "la ", "les ", "l'", "un ", "une ", "des "),
    "es": ("el ", "la ", "los ", "las ", "lo ", "un ", "una "),
    "it": ("il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "un ", "uno ", "una ", "un'"),
    "pt": ("o ", "a ", "os ", "as ", "um ", "uma "),
    "ca": ("el ", "la ", "els ", "les ", "l'", "un ", "una "),
    "nl": ("de ", "het ", "een ", "'t "),
    "da": ("den ", "det ", "de ", "en ", "et "),
    "sv": ("den ", "det ", "de ", "en ", "ett "),
    "nb": ("den ", "det ", "de ", "en ", "ei ", "et "),
    "nn": ("den ", "det ", "dei ", "ein ", "ei ", "eit "),
    "no": ("den ", "det ", "de ", "en ", "ei ", "et "),
    "hu": ("a ", "az ", "egy "),
    "ro": ("un ", "o "),
}
"""Leading articles that libraries pass over when they file titles, by language, folded."""

_SIGNS = re.compile(r"[\W_]+")


def sort_key(text: str, language: str | None = None) -> tuple[str, str]:
    """What to sort a title or a name by: without signs, accents and case first, then the text itself to break ties.

    language: BCP 47 of a title, whose leading article is passed over then; "" when not known,
    taken as English.
    Names have no language and keep their first word.

    >>> sorted(["Zoo", "Éclair", "the End", "Elan"], key=lambda title: sort_key(title, "en"))
    ['Éclair', 'Elan', 'the End', 'Zoo']
    """
    folded = _from_first_letter(fold(text))
    if language is not None:
        folded = _without_article(folded, language.partition("-")[0].lower() or "en")
    return folded, text


def _without_article(folded: str, language: str) -> str:
    """A folded title without its leading article, unless nothing would be left."""
    for article in ARTICLES.get(language, ()):
        if folded.startswith(article):
            return _from_first_letter(folded[len(article) :]) or folded
    return folded


def _from_first_letter(folded: str) -> str:
    """A folded text without the signs before its first letter or digit, unless there is none."""
    match = _SIGNS.match(folded)
    return folded[match.end() :] or folded if match else folded


def initial(text: str, language: str | None = None) -> str:
    """The letter of an index under which a text stands: folded and upper case, a letter of its own script, or `#`.

    language: as `sort_key` takes it.

    >>> initial("Østergård"), initial("محمدی"), initial("42nd Street"), initial("'t Hart")
    ('O', 'م', '#', 'T')
    """
    letter = sort_key(text[:200], language)[0][:1]
    if not letter.isalpha():
        return "#"
    upper = letter.upper()
    return upper if len(upper) == 1 else letter

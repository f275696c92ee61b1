"""Words, date formats and habits of a language (CSL 1.0.2, "Locale Files"), with a style's own changes on top."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.csl.elements import Element
from sitegen.csl.marks import CLOSE, SUP, clean
from sitegen.csl.output import Quotes

FALLBACK = "en-US"
"""The language whose terms fill the gaps of the others."""
DIALECTS = {
    "af": "af-ZA", "bal": "bal-PK", "bg": "bg-BG", "brh": "brh-PK", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB",
    "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU",
    "hy": "hy-AM", "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR",
    "lij": "lij-IT", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "no": "nb-NO", "pa": "pa-PK", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU",
    "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Latn-RS", "sv": "sv-SE", "th": "th-TH", "tl": "tl-PH", "tr": "tr-TR",
    "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
"""The dialect that stands for a language without a territory."""

_FORM_FALLBACKS = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
"""The form that is taken where another one is missing (CSL 1.0.2, "Terms")."""
_LANG = "xml:lang"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a language. multiple: its plural, the same as single where there is none."""

    single: str
    multiple: str
    gender: str = ""


@dataclass(slots=True)
class Locale:
    """A language as a style uses it.

    terms: by name and form. ordinals: suffixes by the name of their term and gender, with how they match.
    dates: the localized formats `text` and `numeric`. options: attributes of `style-options`.
    """

    language: str
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    ordinals: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    dates: dict[str, Element] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """A term's words; a form that is missing falls back on a longer one. "" where the term is not known."""
        found = self._find(name, form)
        if found is None:
            return ""
        return found.multiple if plural else found.single

    def knows(self, name: str) -> bool:
        """Whether there is a term of a name."""
        return bool(self.term(name) if (name, "long") in self.terms else self.term(name, "short"))

    def _find(self, name: str, form: str) -> Term | None:
        """A term in a form or those it falls back on."""
        while (name, form) not in self.terms:
            if form not in _FORM_FALLBACKS:
                return None
            form = _FORM_FALLBACKS[form]
        return self.terms[name, form]

    def gender(self, name: str) -> str:
        """The grammatical gender of a term; "" where it has none."""
        found = self.terms.get((name, "long"))
        return found.gender if found else ""

    def option(self, name: str) -> bool:
        """Whether an option is on."""
        return self.options.get(name) == "true"

    @property
    def quotes(self) -> Quotes:
        """The quotation marks."""
        return Quotes(
            (self.term("open-quote"), self.term("close-quote")),
            (self.term("open-inner-quote"), self.term("close-inner-quote")),
        )


def languages(language: str) -> list[str]:
    """The locale files that a language draws on, the general before the special.

    >>> languages("de-AT"), languages("pt"), languages("en")
    (['en-US', 'de-DE', 'de-AT'], ['en-US', 'pt-PT'], ['en-US'])
    """
    base = language.partition("-")[0]
    chain = [FALLBACK, DIALECTS.get(base, base), language if "-" in language else ""]
    return list(dict.fromkeys(each for each in chain if each))


def build(language: str, files: Iterable[Element], own: Iterable[Element] = ()) -> Locale:
    """A locale from locale files, the general before the special, and a style's own `cs:locale` elements."""
    locale = Locale(language)
    for element in files:
        _add(locale, element)
    wanted = {"": 0, language.partition("-")[0]: 1, language: 2}
    fitting = [element for element in own if element.get(_LANG) in wanted]
    for element in sorted(fitting, key=lambda element: wanted[element.get(_LANG)]):
        _add(locale, element)
    return locale


def _add(locale: Locale, element: Element) -> None:
    """Lay one `cs:locale` over what there is."""
    for options in element.all("style-options"):
        locale.options.update(options.attributes)
    for date in element.all("date"):
        locale.dates[date.get("form")] = date
    for terms in element.all("terms"):
        _add_terms(locale, [term for term in terms.all("term") if term.get("name")])


def _add_terms(locale: Locale, terms: list[Element]) -> None:
    """Lay terms over what there is; ordinals of a language replace all others (CSL 1.0.2, "Ordinal Suffixes")."""
    if any(_is_ordinal(term.get("name")) for term in terms):
        locale.ordinals.clear()
    replaced: set[tuple[str, str]] = set()
    for term in terms:
        name, form, gender = term.get("name"), term.get("form", "long"), term.get("gender-form")
        single, multiple = _words(term)
        if _is_ordinal(name):
            locale.ordinals[name, gender] = single, term.get("match", _default_match(name))
        elif gender:
            locale.terms[f"{name}/{gender}", form] = Term(single, multiple)
        elif (name, form) not in replaced:
            replaced.add((name, form))
            locale.terms[name, form] = Term(single, multiple, term.get("gender"))


def _is_ordinal(name: str) -> bool:
    """Whether a term is a suffix of ordinal numbers."""
    return name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdecimal())


def _default_match(name: str) -> str:
    """How an ordinal term matches that does not say so: below ten the last digit, else the last two."""
    return "last-digit" if name < "ordinal-10" else "last-two-digits"


def _words(term: Element) -> tuple[str, str]:
    """Singular and plural of a term."""
    single, multiple = term.first("single"), term.first("multiple")
    if single is None and multiple is None:
        text = _raised(clean(term.text)) if term.text.strip() else ""
        return text, text
    one = _raised(clean(single.text)) if single else ""
    many = _raised(clean(multiple.text)) if multiple else one
    return one, many


_RAISED = dict(zip("ªº¹²³⁰⁴⁵⁶⁷⁸⁹ᵃᵈᵉᵒʳˢᵗʰⁱⁿ", "ao1230456789adeorsthin", strict=True))


def _raised(text: str) -> str:
    """A term with curled apostrophes and with raised letters as common ones in superscript."""
    text = text.replace("'", "’")
    if text.isascii():
        return text
    return "".join(f"{SUP}{_RAISED[char]}{CLOSE}" if char in _RAISED else char for char in text)


def is_english(language: str) -> bool:
    """Whether a language is English."""
    return language[:2].lower() == "en" and not language[2:3].isalpha()

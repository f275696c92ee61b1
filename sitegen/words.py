"""The words of the frame in the site's language: translations, plurals, dates, numbers, names of types."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from sitegen.model.date import Date, Day


def _(message: str) -> str:
    """Mark a message for the catalogue; `Words` translates it where it is shown."""
    return message


TYPES: dict[str, tuple[str, str]] = {
    "article-journal": (_("Article"), _("Articles")),
    "article-magazine": (_("Magazine article"), _("Magazine articles")),
    "article-newspaper": (_("Newspaper article"), _("Newspaper articles")),
    "article": (_("Preprint"), _("Preprints")),
    "book": (_("Book"), _("Books")),
    "chapter": (_("Chapter"), _("Chapters")),
    "paper-conference": (_("Conference paper"), _("Conference papers")),
    "thesis": (_("Thesis"), _("Theses")),
    "report": (_("Report"), _("Reports")),
    "dataset": (_("Dataset"), _("Datasets")),
    "software": (_("Software"), _("Software")),
    "manuscript": (_("Manuscript"), _("Manuscripts")),
    "patent": (_("Patent"), _("Patents")),
    "webpage": (_("Web page"), _("Web pages")),
    "post-weblog": (_("Blog post"), _("Blog posts")),
    "entry-encyclopedia": (_("Encyclopedia entry"), _("Encyclopedia entries")),
    "entry-dictionary": (_("Dictionary entry"), _("Dictionary entries")),
    "review": (_("Review"), _("Reviews")),
    "standard": (_("Standard"), _("Standards")),
    "legislation": (_("Legislation"), _("Legislation")),
    "legal_case": (_("Legal case"), _("Legal cases")),
    "motion_picture": (_("Film"), _("Films")),
    "song": (_("Recording"), _("Recordings")),
    "graphic": (_("Image"), _("Images")),
    "performance": (_("Performance"), _("Performances")),
    "periodical": (_("Periodical"), _("Periodicals")),
    "speech": (_("Talk"), _("Talks")),
    "personal_communication": (_("Letter"), _("Letters")),
    "document": (_("Document"), _("Documents")),
}
"""CSL item types (CSL 1.0.2, appendix III): name of one, name of many."""

REMARKS = {
    "note": _("Note"),
    "tip": _("Tip"),
    "important": _("Important"),
    "warning": _("Warning"),
    "caution": _("Caution"),
}
"""What the kinds of remarks on a page are called, by the words of Markdown for them."""

_SEASONS = {"spring": _("spring"), "summer": _("summer"), "autumn": _("autumn"), "winter": _("winter")}


@dataclass(frozen=True, slots=True)
class Words:
    """The frame's language. language: BCP 47. translations: the catalogue; English needs none."""

    language: str = "en"
    translations: NullTranslations = field(default_factory=NullTranslations, compare=False)

    @property
    def direction(self) -> str:
        """`rtl` for right-to-left scripts, else `ltr`."""
        return direction(self.language)

    def say(self, message: str) -> str:
        """A message of the frame, translated."""
        return self.translations.gettext(message)

    def count(self, one: str, many: str, number: int) -> str:
        """A message with `%(num)s` for a number, in the plural form that the number asks for."""
        return self.translations.ngettext(one, many, number) % {"num": self.number(number)}

    def plural(self, one: str, many: str, number: int) -> str:
        """The word alone, in the form that the number asks for."""
        return self.translations.ngettext(one, many, number)

    def number(self, number: int) -> str:
        """A whole number with the language's digits and separators."""
        return _number(number, self.language)

    def decimal(self, number: float) -> str:
        """A number with one digit after the point."""
        return format_decimal(number, format="#,##0.0", locale=_locale(self.language))

    def percent(self, share: float) -> str:
        """A share from 0 to 1 in percent; less than all is never shown as all, more than none never as none."""
        whole = round(100 * share)
        whole = 99 if whole == 100 and share < 1 else 1 if whole == 0 and share > 0 else whole
        return format_percent(whole / 100, locale=_locale(self.language))

    def type_name(self, kind: str, genre: str = "") -> str:
        """What one work of a CSL type is called; a thesis or report goes by its genre where it has one."""
        if genre and kind in {"thesis", "report"}:
            return genre[0].upper() + genre[1:]
        return self.say(TYPES.get(kind, TYPES["document"])[0])

    def type_names(self, kind: str) -> str:
        """What works of a CSL type are called."""
        return self.say(TYPES.get(kind, TYPES["document"])[1])

    def language_name(self, tag: str) -> str:
        """The name of a language in the frame's language; the tag itself where Babel knows none."""
        return _language_name(tag, self.language)

    def date(self, when: Date) -> str:
        """A partial date in words, no more precise than the source."""
        if when.start is None:
            return when.literal
        shown = self._day(when.start)
        if when.end:
            shown = f"{shown} – {self._day(when.end)}" if " " in shown else f"{shown}–{self._day(when.end)}"
        if when.open_end:
            shown += "–"
        if when.circa:
            shown = self.say(_("c. %(date)s")) % {"date": shown}
        return f"{shown}?" if when.uncertain else shown

    def _day(self, day: Day) -> str:
        """A day, a month or a year in words."""
        if day.season:
            return f"{self.say(_SEASONS[day.season])} {self.year(day.year)}"
        if not day.month or not 1 <= day.year <= 9999:
            return self.year(day.year)
        return _date(day, self.language)

    def year(self, year: int) -> str:
        """A year; those before 1 in the language's words."""
        if year > 0:
            return str(year)
        return self.say(_("%(year)s BC")) % {"year": 1 - year}


@lru_cache(maxsize=64)
def _locale(tag: str) -> Locale:
    """Babel's locale nearest to a BCP 47 tag; English for one it does not know."""
    parts = tag.replace("_", "-").split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale("en")


@lru_cache(maxsize=256)
def direction(tag: str) -> str:
    """`rtl` for a language written right to left, else `ltr`.

    >>> direction("fa")
    'rtl'
    """
    return str(_locale(tag).text_direction) if tag else "ltr"


@lru_cache(maxsize=4096)
def _number(number: int, tag: str) -> str:
    """A whole number with the language's digits and separators."""
    return format_decimal(number, locale=_locale(tag), numbering_system="default")


@lru_cache(maxsize=1024)
def _language_name(tag: str, shown_in: str) -> str:
    """The name of a language."""
    parts = tag.split("-")
    name = _locale(shown_in).languages.get(parts[0].lower())
    return str(name) if name else tag


@lru_cache(maxsize=65536)
def _date(day: Day, tag: str) -> str:
    """A day or month of the Gregorian calendar in words."""
    try:
        when = date(day.year, day.month, day.day or 1)
    except ValueError:
        return day.iso()
    return (
        format_date(when, "long", locale=_locale(tag)) if day.day else format_date(when, "LLLL y", locale=_locale(tag))
    )

"""The words of the frame in the site's language: translations, plurals, dates, numbers, names of types."""

from dataclasses import dataclass
from gettext import NullTranslations

from sitegen.model.date import Date, Day
from sitegen.words import calendars, numerals
from sitegen.words.catalogues import ENGLISH, catalogue
from sitegen.words.kinds import REMARKS, TYPES, _
from sitegen.words.locales import direction, language_name

_SEASONS = {"spring": _("spring"), "summer": _("summer"), "autumn": _("autumn"), "winter": _("winter")}


def _in(context: str, message: str) -> tuple[str, str]:
    """Mark a message that means different things for the catalogue, with what tells them apart."""
    return context, message


_SOLAR_MONTHS = (
    _in("month of the Solar Hijri calendar", "Farvardin"),
    _in("month of the Solar Hijri calendar", "Ordibehesht"),
    _in("month of the Solar Hijri calendar", "Khordad"),
    _in("month of the Solar Hijri calendar", "Tir"),
    _in("month of the Solar Hijri calendar", "Mordad"),
    _in("month of the Solar Hijri calendar", "Shahrivar"),
    _in("month of the Solar Hijri calendar", "Mehr"),
    _in("month of the Solar Hijri calendar", "Aban"),
    _in("month of the Solar Hijri calendar", "Azar"),
    _in("month of the Solar Hijri calendar", "Dey"),
    _in("month of the Solar Hijri calendar", "Bahman"),
    _in("month of the Solar Hijri calendar", "Esfand"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The frame's language. language: BCP 47. translations: the catalogue; English needs none.

    calendar: of days, `gregorian` or `solar-hijri`. Months and years that stand alone are Gregorian in either: a year
    of one calendar is none of the other.
    """

    language: str = "en"
    translations: NullTranslations = ENGLISH
    calendar: str = "gregorian"

    @classmethod
    def of(cls, language: str, calendar: str = "gregorian") -> "Words":
        """The words of a language, with the catalogue that sitegen has for it."""
        return cls(language, catalogue(language), calendar)

    @property
    def direction(self) -> str:
        """`rtl` for right-to-left scripts, else `ltr`."""
        return direction(self.language)

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return self.say(_(", "))

    def say(self, message: str) -> str:
        """A message of the frame, translated."""
        return self.translations.gettext(message)

    def say_in(self, context: str, message: str) -> str:
        """A message that means different things, translated as it is meant."""
        return self.translations.pgettext(context, message)

    def count(self, one: str, many: str, number: int) -> str:
        """A message with `%(num)s` for a number, in the plural form that the number asks for."""
        return self.translations.ngettext(one, many, number) % {"num": self.number(number)}

    def plural(self, one: str, many: str, number: int) -> str:
        """The word alone, in the form that the number asks for."""
        return self.translations.ngettext(one, many, number)

    def number(self, number: int) -> str:
        """A whole number with the language's digits and separators."""
        return numerals.whole(number, self.language)

    def digits(self, text: str) -> str:
        """A volume, an issue, pages: their digits are the language's, unless letters make them a code."""
        shown = numerals.digits(text, self.language)
        return shown if shown == text or shown.isdigit() else self.run(shown)

    def run(self, text: str) -> str:
        """Numbers with signs between them, read in the language's direction wherever they are put."""
        return numerals.run(text, self.language)

    def decimal(self, number: float) -> str:
        """A number with one digit after the point."""
        return numerals.tenths(number, self.language)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 in percent; less than all is never shown as all, more than none never as none."""
        return numerals.percent(share, self.language)

    def type_name(self, kind: str, genre: str = "") -> str:
        """What one work of a CSL type is called; a thesis or report goes by its genre where it has one."""
        if genre and kind in {"thesis", "report"}:
            said = self.say(genre)
            return said[0].upper() + said[1:]
        return self.say(TYPES.get(kind, TYPES["document"])[0])

    def type_names(self, kind: str) -> str:
        """What works of a CSL type are called."""
        return self.say(TYPES.get(kind, TYPES["document"])[1])

    def language_name(self, tag: str) -> str:
        """The name of a language in the frame's language; the tag itself where Babel knows none."""
        return language_name(tag, self.language)

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
            season = self.say(_SEASONS[day.season])
            return self.say(_("%(season)s %(year)s")) % {"season": season, "year": self.year(day.year)}
        if not day.month or not 1 <= day.year <= 9999:
            return self.year(day.year)
        if day.day and self.calendar == "solar-hijri" and (solar := calendars.solar_hijri(day)):
            year, month, number = solar
            parts = {"day": number, "month": self.say_in(*_SOLAR_MONTHS[month - 1]), "year": year}
            shown = {key: part if key == "month" else self.digits(str(part)) for key, part in parts.items()}
            return self.say(_("%(day)s %(month)s %(year)s")) % shown
        return calendars.gregorian(day, self.language)

    def year(self, year: int) -> str:
        """A year; those before 1 in the language's words."""
        if year > 0:
            return self.digits(str(year))
        return self.say(_("%(year)s BC")) % {"year": self.digits(str(1 - year))}


__all__ = ["REMARKS", "TYPES", "Words", "_", "direction"]

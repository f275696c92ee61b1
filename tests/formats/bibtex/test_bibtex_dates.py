"""Dates as BibLaTeX defines them and as people fill them in."""

import pytest

from sitegen.formats.bibtex.dates import issued, read_date
from sitegen.model.date import Date, Day


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2010", "", "", Date(Day(2010))),
        ("2010", "January", "", Date(Day(2010, 1))),
        ("2010", "Sept.", "3", Date(Day(2010, 9, 3))),
        ("2010", "12", "", Date(Day(2010, 12))),
        ("2010", "10 January", "", Date(Day(2010, 1, 10))),
        ("2010", "March 3--5", "", Date(Day(2010, 3, 3), Day(2010, 3, 5))),
        ("2010", "June--July", "", Date(Day(2010, 6), Day(2010, 7))),
        ("2010", "Spring", "", Date(Day(2010, 21))),
        ("1998--99", "", "", Date(Day(1998), Day(1999))),
        ("1998/2001", "", "", Date(Day(1998), Day(2001))),
        ("c. 1920", "", "", Date(Day(1920), circa=True)),
        ("[1920]", "", "", Date(Day(1920), uncertain=True)),
        ("1924--", "", "", Date(Day(1924), open_end=True)),
        ("in press", "", "", Date(literal="in press")),
    ],
)
def test_year_month_and_day_say_when(year: str, month: str, day: str, date: Date) -> None:
    dated = issued("", year, month, day)
    assert (dated.date, dated.findings) == (date, ())


def test_a_day_that_slipped_into_the_year_goes_back_beside_its_month() -> None:
    dated = issued("", "16, 1999", "September", "")
    assert dated.date == Date(Day(1999, 9, 16))
    assert dated.findings == (("odd-year", "the year '16, 1999' was read as 1999, and 16 as the day"),)
    assert issued("", "16, 1999", "", "").date == Date(Day(1999), literal="16, 1999")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2004-05-06", Date(Day(2004, 5, 6))),
        ("2004-21", Date(Day(2004, 21))),
        ("2004/2006", Date(Day(2004), Day(2006))),
        ("2004-01-01/2004-02-01", Date(Day(2004, 1, 1), Day(2004, 2, 1))),
        ("2004/..", Date(Day(2004), open_end=True)),
        ("2004/", Date(Day(2004), open_end=True)),
        ("1723~", Date(Day(1723), circa=True)),
        ("1723?", Date(Day(1723), uncertain=True)),
        ("1723%", Date(Day(1723), circa=True, uncertain=True)),
        ("199X", Date(Day(1990), Day(1999), circa=True)),
        ("-0044", Date(Day(-44))),
        ("2004-05-06T12:00:00Z", Date(Day(2004, 5, 6))),
        ("12 May 2004", Date(Day(2004, 5, 12))),
        ("May 12, 2004", Date(Day(2004, 5, 12))),
        ("22-24 May, 2003", Date(Day(2003, 5, 22), Day(2003, 5, 24))),
        ("12.05.2004", Date(Day(2004, 5, 12))),
        ("20041000", Date(Day(2004, 10))),
        ("8 mai 2010", Date(Day(2010, 5, 8))),
    ],
)
def test_dates_are_read_as_biblatex_and_people_write_them(text: str, date: Date) -> None:
    dated = read_date(text)
    assert (dated.date, dated.findings) == (date, ())


@pytest.mark.parametrize(
    ("year", "month", "day", "date", "code"),
    [
        ("2010a", "", "", Date(Day(2010)), "odd-year"),
        ("2010 (in press)", "", "", Date(Day(2010), literal="2010 (in press)"), "odd-year"),
        ("98", "", "", Date(literal="98"), "odd-year"),
        ("0000", "", "", Date(literal="0000"), "odd-year"),
        ("20155", "", "", Date(literal="20155"), "odd-year"),
        ("۱۳۹۹", "", "", Date(literal="۱۳۹۹"), "odd-year"),
        ("2010", "13", "", Date(Day(2010)), "impossible-date"),
        ("2010", "feb", "30", Date(Day(2010, 2)), "impossible-date"),
        ("2010", "whenever", "", Date(Day(2010)), "odd-month"),
    ],
)
def test_odd_dates_keep_what_can_be_known_and_are_reported(
    year: str, month: str, day: str, date: Date, code: str
) -> None:
    dated = issued("", year, month, day)
    assert (dated.date, [found for found, _ in dated.findings]) == (date, [code])


def test_what_is_no_date_stays_as_its_words() -> None:
    assert read_date("some day").date == Date(literal="some day")
    assert [code for code, _ in read_date("2004-13").findings] == ["impossible-date"]


def test_no_date_is_none() -> None:
    assert issued("", "", "jan", "1").date is None


def test_a_year_of_thousands_of_digits_is_only_text() -> None:
    dated = issued("", "9" * 5_000, "9" * 5_000, "9" * 5_000)
    assert dated.date is not None
    assert dated.date.start is None

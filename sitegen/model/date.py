"""A partial date: as precise as the source, no more."""

import msgspec

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""Seasons as EDTF numbers them (ISO 8601-2, "Seasons in level 1")."""


class Day(msgspec.Struct, frozen=True, order=True):
    """A year and, where known, its month and day; 0 means not known. Years before 1 are astronomical (0 is 1 BC).

    month: 1 to 12, or 21 to 24 for a season.
    """

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """ISO 8601, shortened to what is known; a season is left out.

        >>> Day(1953, 4).iso()
        '1953-04'
        """
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        if not 1 <= self.month <= 12:
            return year
        return f"{year}-{self.month:02d}-{self.day:02d}" if self.day else f"{year}-{self.month:02d}"

    @property
    def season(self) -> str:
        """`spring`, `summer`, `autumn`, `winter`, or ""."""
        return SEASONS.get(self.month, "")


class Date(msgspec.Struct, frozen=True):
    """When something happened (EDTF levels 0 and 1).

    start: None when there is only a literal. end: of a range; None for a single date.
    circa, uncertain: `~` and `?` of EDTF. open_end: "since" the start.
    literal: the source's words where they could not be read ("in press"), else "".
    """

    start: Day | None = None
    end: Day | None = None
    circa: bool = False
    uncertain: bool = False
    open_end: bool = False
    literal: str = ""

    @property
    def year(self) -> int | None:
        """The year to sort and group by; None when not known."""
        return self.start.year if self.start else None


def year_key(year: int) -> str:
    """A year as it stands in an address; years before 1 count back from 1bc.

    >>> year_key(1978), year_key(-399)
    ('1978', '400bc')
    """
    return str(year) if year > 0 else f"{1 - year}bc"


def year_of(key: str) -> int:
    """The year that an address says.

    >>> year_of("1978"), year_of("400bc")
    (1978, -399)
    """
    return 1 - int(key.removesuffix("bc")) if key.endswith("bc") else int(key)

"""How complete a library is: how many of the works that should say something do, by field and by year."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.views.charts import Bar
from sitegen.views.head import Crumb, Head
from sitegen.words import _

PARTS = frozenset(("article-journal", "article-magazine", "article-newspaper", "paper-conference", "chapter", "review"))
PAGED = frozenset(("article-journal", "paper-conference", "chapter"))
SCHOLARLY = PAGED | {"book", "thesis", "report", "article"}


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that works should say. name: stable; label: a message of the catalogue.

    types: CSL types that should say it; empty for all. holds: whether a work says it; the container holds the ids of
    works that have a local PDF.
    """

    name: str
    label: str
    holds: Callable[[Entry, Container[str]], bool]
    types: frozenset[str] = frozenset()


def _titled(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.title)


def _signed(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.authors)


def _dated(entry: Entry, _pdfs: Container[str]) -> bool:
    return entry.year is not None


def _placed(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.container_title)


def _paged(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.page or entry.number)


def _identified(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.doi or entry.identifiers)


def _summarized(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.abstracts)


def _readable(entry: Entry, pdfs: Container[str]) -> bool:
    return entry.id in pdfs or bool(entry.link("pdf"))


def _indexed(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.keywords)


def _licensed(entry: Entry, _pdfs: Container[str]) -> bool:
    return bool(entry.licence)


def _known_people(entry: Entry, _pdfs: Container[str]) -> bool:
    return any(name.orcid for name in entry.authors)


MEASURES = (
    Measure("title", _("Title"), _titled),
    Measure("author", _("Author or editor"), _signed, SCHOLARLY),
    Measure("date", _("Date"), _dated),
    Measure("container", _("Journal, book or proceedings"), _placed, PARTS),
    Measure("pages", _("Pages or article number"), _paged, PAGED),
    Measure("identifier", _("DOI or another identifier"), _identified, SCHOLARLY),
    Measure("abstract", _("Abstract"), _summarized, SCHOLARLY),
    Measure("pdf", _("PDF"), _readable, SCHOLARLY),
    Measure("keywords", _("Keywords"), _indexed, SCHOLARLY),
    Measure("orcid", _("ORCID iD of an author"), _known_people, SCHOLARLY),
    Measure("licence", _("Licence"), _licensed, SCHOLARLY),
)
"""What is counted, in the order of the page."""


@dataclass(slots=True)
class Tally:
    """How many works say something, of how many that should."""

    held: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where no work should say it."""
        return self.held / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Completeness:
    """Tallies by the measure's name: of the whole library, and of each year (None for undated works), newest first."""

    total: int
    by_field: Mapping[str, Tally]
    by_year: Mapping[int | None, Mapping[str, Tally]]
    works: Mapping[int | None, int]


def completeness(library: Library, pdfs: Container[str]) -> Completeness:
    """The tallies of a library. pdfs: ids of works with a local PDF."""
    by_year: dict[int | None, dict[str, Tally]] = {}
    works: dict[int | None, int] = {}
    for year, ids in library.by_year.items():
        tallies = by_year[year] = {measure.name: Tally() for measure in MEASURES}
        works[year] = len(ids)
        for entry in library.works(ids):
            for measure in MEASURES:
                if not measure.types or entry.type in measure.types:
                    tally = tallies[measure.name]
                    tally.of += 1
                    tally.held += measure.holds(entry, pdfs)
    by_field = {measure.name: _summed(each[measure.name] for each in by_year.values()) for measure in MEASURES}
    return Completeness(len(library.entries), by_field, by_year, works)


def _summed(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    whole = Tally()
    for tally in tallies:
        whole.held += tally.held
        whole.of += tally.of
    return whole


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: its label, how many works say it, of how many, and the share in words."""

    label: str
    held: int
    of: int
    share: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year: its label and page, its works, and the share of each field that has a column, in words."""

    label: str
    url: str
    works: int
    shares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProofView:
    """The proof of fidelity of these very pages: what was done when, and its figures by their labels."""

    sentence: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityPage:
    """The page about the library's own data.

    fields: what is complete. chart: a column for each year. columns: labels of the shares in `years`.
    proof: None where none was kept, or a page has changed since.
    """

    head: Head
    heading: str
    lead: str
    crumbs: tuple[Crumb, ...]
    fields: tuple[FieldRow, ...]
    chart: tuple[Bar, ...]
    columns: tuple[str, ...]
    years: tuple[YearRow, ...]
    proof: ProofView | None = None

"""How complete the library is, for its editors; only where the owner asks for the page."""

from collections.abc import Iterable, Mapping

from sitegen.model.date import year_key
from sitegen.model.dating import read_date
from sitegen.pages import PageKind
from sitegen.proven import digest_of_files, tells_of_works
from sitegen.site import Here, Site
from sitegen.views.charts import Bar
from sitegen.views.head import Crumb, Head
from sitegen.views.quality import MEASURES, Completeness, FieldRow, ProofView, QualityPage, Tally, YearRow, completeness
from sitegen.words import _

COLUMNS = ("identifier", "abstract", "pdf")
"""Measures that have a column in the table of years."""
MOST_COLUMNS = 40
"""Years in the chart: the newest."""
MARKED = 5
"""Every so many columns have their year below them."""


def keys(site: Site) -> Iterable[str]:
    """One page, where it is asked for and there is anything to count."""
    return ("",) if site.config.pages.data_quality and site.library.entries else ()


def content(key: str, site: Site, here: Here) -> QualityPage:  # noqa: ARG001 -- the shape of `content`
    """The page."""
    say, found = site.words.say, completeness(site.library, site.pdfs)
    labels = {measure.name: say(measure.label) for measure in MEASURES}
    number = site.words.count("%(num)s work", "%(num)s works", found.total)
    title = say(_("Data quality"))
    return QualityPage(
        head=Head(title=title, description=f"{title} · {site.config.title}", canonical=here.absolute(), indexed=False),
        heading=title,
        lead=say(_("What the %(works)s of this site say, of what they should say")) % {"works": number},
        crumbs=(Crumb(say(_("Works")), here.to("home")),),
        fields=tuple(
            FieldRow(labels[name], tally.held, tally.of, _share(tally, site))
            for name, tally in found.by_field.items()
            if tally.of
        ),
        chart=_chart(found, site, here),
        columns=tuple(labels[name] for name in COLUMNS),
        years=tuple(
            YearRow(
                say(_("No date")) if year is None else site.words.year(year),
                "" if year is None else here.to("year", year_key(year)),
                found.works[year],
                tuple(_share(tallies[name], site) for name in COLUMNS),
            )
            for year, tallies in found.by_year.items()
        ),
        proof=_proof(site, here),
    )


def _proof(site: Site, here: Here) -> ProofView | None:
    """The proof that was kept, where it speaks of the very files that this build writes."""
    proven = site.proof()
    if not proven or proven.files != _digest(site, here):
        return None
    say, number, day = site.words.say, site.words.number, read_date(proven.date).date
    figures = (
        (_("Works"), proven.articles),
        (_("Records"), proven.exports),
        (_("Formulas"), proven.formulas),
        (_("Links"), proven.links),
        (_("Differences"), proven.differences),
    )
    sentence = say(_("On %(date)s other programs read every page and record back and compared them with the sources."))
    return ProofView(
        sentence % {"date": site.words.date(day) if day else proven.date},
        tuple((say(label), number(count)) for label, count in figures),
    )


def _digest(site: Site, here: Here) -> str:
    """The digest of the files that tell of works, which are all made before this page."""
    paths = here.links.paths.values()
    return digest_of_files((path, site.finished(path).digest) for path in paths if tells_of_works(path))


def _share(tally: Tally, site: Site) -> str:
    """A share in words; "–" where no work should say it."""
    return site.words.percent(tally.share) if tally.of else "–"


def _chart(found: Completeness, site: Site, here: Here) -> tuple[Bar, ...]:
    """A column for each of the newest years, as high as its works are complete, the oldest first."""
    years = [year for year in found.by_year if year is not None][:MOST_COLUMNS]
    if len(years) < 2:
        return ()
    return tuple(
        _bar(year, found.by_year[year], site, here, marked=position % MARKED == 0)
        for position, year in enumerate(reversed(years))
    )


def _bar(year: int, tallies: Mapping[str, Tally], site: Site, here: Here, *, marked: bool) -> Bar:
    """One column."""
    shares = [tally.share for tally in tallies.values() if tally.of]
    whole = sum(shares) / len(shares) if shares else 0.0
    label, height = site.words.year(year), round(100 * whole)
    said = site.words.say(_("%(year)s: %(share)s complete")) % {"year": label, "share": site.words.percent(whole)}
    path = f"M15 100v-{height}h70v{height}z" if height else ""
    return Bar(label, height, path, here.to("year", year_key(year)), said, marked)


PAGE = PageKind(
    name="data-quality",
    path="data-quality/index.html",
    keys=keys,
    content=content,
    template="data_quality.html",
    section="home",
    late=True,
)

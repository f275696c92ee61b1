"""Which spellings the checks take for one journal."""

import pytest

from sitegen.assemble.venues import identify_venues
from sitegen.checks.merge_venues import CHECK
from sitegen.config import SiteConfig
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.text.rich import Text
from sitegen.words import Words


def found(*venues: str, issn: str = "", recorded: tuple[str, ...] = (), kind: str = "article-journal") -> list[str]:
    """What is proposed for works in these venues."""
    numbers = (issn,) if issn else ()
    entries = [
        Entry(id=f"e{number}", type=kind, container_title=Text.of(venue), issn=numbers)
        for number, venue in enumerate(venues)
    ]
    made = identify_venues(entries, {})
    by_venue = {id_: tuple(key for key, venue in made.venue_of.items() if venue == id_) for id_ in made.venues}
    library = Library(entries={entry.id: entry for entry in entries}, venues=made.venues, by_venue=by_venue)
    tables = frozenset(("venues.toml", id_) for id_ in recorded)
    site = Site(library=library, config=SiteConfig(), words=Words(), recorded=tables)
    return [problem.message for problem in CHECK.run(site)]


@pytest.mark.parametrize(
    ("lesser", "fuller"),
    [
        ("J. Amer. Math. Soc.", "Journal of the American Mathematical Society"),
        ("Annals of Statistics", "The Annals of Statistics"),
        ("Computers & Graphics", "Computers and Graphics"),
        ("International Journal of Psycology", "International Journal of Psychology"),
        ("ANNALS & STUDIES", "Annals and Studies"),
    ],
)
def test_another_spelling_goes_to_the_fuller_one(lesser: str, fuller: str) -> None:
    assert found(fuller, lesser) == [f"{lesser!r} may be {fuller!r}"]
    assert found(lesser, fuller) == [f"{lesser!r} may be {fuller!r}"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Physical Review A", "Physical Review B"),
        ("Physics Letters", "Physics Letters A"),
        ("Acta Physica", "Acta Physics"),
        ("Journal of Computing", "Journal of Computers"),
        ("Nature", "Nat."),
    ],
)
def test_journals_that_are_two_are_left_alone(one: str, other: str) -> None:
    assert found(one, other) == []


def test_an_abbreviation_that_fits_two_journals_stands_for_neither() -> None:
    assert found("J. Comp.", "Journal of Computing", "Journal of Composition") == []


def test_a_chain_of_abbreviations_goes_to_the_fullest() -> None:
    (said,) = found("J. Comp.", "Journal of Comp.", "Journal of Computing")
    assert said.endswith("may be 'Journal of Computing'")
    assert "'J. Comp.'" in said
    assert "'Journal of Comp.'" in said


def test_one_issn_makes_an_acronym_a_spelling_but_joins_no_two_journals() -> None:
    assert found("AIJ", "Artificial Intelligence", issn="0004-3702") == ["'AIJ' may be 'Artificial Intelligence'"]
    assert found("Physical Review D", "Physical Review E", issn="0004-3702") == []


def test_proceedings_are_not_matched_by_their_letters() -> None:
    assert found("Proc. Conf. Light", "Proceedings of the Conference on Light", kind="paper-conference") == []


def test_venues_that_have_a_table_of_their_own_are_left_alone() -> None:
    assert found("J. Opt.", "Journal of Optics", recorded=("j-opt",)) == []

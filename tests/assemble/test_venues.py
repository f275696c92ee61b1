"""Where works appeared."""

from sitegen.assemble.venues import identify_venues
from sitegen.config import VenueRecord
from sitegen.model.entry import Entry
from sitegen.text.rich import Text


def entry(id_: str, venue: str) -> Entry:
    return Entry(id=id_, type="article-journal", container_title=Text.of(venue))


def test_spellings_that_differ_in_case_and_accents_are_one_venue() -> None:
    venues = identify_venues([entry("a", "Comptes Rendus"), entry("b", "comptes rendus")], {})
    assert set(venues.venues) == {"comptes-rendus"}


def test_a_venue_whose_name_is_signs_only_has_an_address() -> None:
    venues = identify_venues([entry("a", "???"), entry("b", "!!!")], {})
    assert len(venues.venues) == 2
    assert all(id_.startswith("x-") for id_ in venues.venues)


def test_a_home_page_that_is_no_web_address_is_reported_and_not_shown() -> None:
    venues = identify_venues([entry("a", "J")], {"j": VenueRecord(name="J", homepage="javascript:alert(1)")})
    assert venues.venues["j"].homepage == ""
    assert [problem.code for problem in venues.problems] == ["bad-homepage"]


def test_a_spelling_that_two_venues_claim_is_the_first_ones_and_is_reported() -> None:
    records = {"a": VenueRecord(name="J"), "b": VenueRecord(name="K", variants=("J.",))}
    venues = identify_venues([entry("x", "J"), entry("y", "K")], records)
    assert venues.venue_of == {"x": "a", "y": "b"}
    assert [problem.code for problem in venues.problems] == ["repeated-spelling"]


def test_a_venue_that_no_entry_names_is_a_remark() -> None:
    venues = identify_venues([], {"j": VenueRecord(name="J")})
    assert [(problem.code, problem.level) for problem in venues.problems] == [("unused-venue", "info")]

"""The works by years, cut so that one change touches one piece."""

from sitegen.model.library import Library
from sitegen.views.shards import shards


def library(years: dict[int | None, int]) -> Library:
    """So many works in each year, newest year first."""
    by_year = {year: tuple(f"{year}-{at}" for at in range(number)) for year, number in years.items()}
    return Library(entries={}, by_year=by_year)


def cut(found: Library, least: int, most: int) -> dict[str, tuple[str, ...]]:
    return {shard.key: shard.works(found, most) for shard in shards(found, least, most)}


def test_years_are_gathered_from_the_oldest_until_they_have_enough_works() -> None:
    found = cut(library({2003: 1, 2002: 2, 2001: 1, 2000: 1, None: 1}), least=2, most=9)
    assert found == {
        "2003": ("2003-0",),
        "2002": ("2002-0", "2002-1"),
        "2000": ("2001-0", "2000-0"),
        "undated": ("None-0",),
    }


def test_a_year_with_too_many_works_comes_in_pieces_and_none_is_missing_or_twice() -> None:
    whole = library({2001: 7, 2000: 2})
    found = cut(whole, least=1, most=3)
    assert list(found) == ["2001-3", "2001-2", "2001", "2000"]
    assert found["2001-3"] == ("2001-0",)
    assert found["2001"] == ("2001-4", "2001-5", "2001-6")
    assert sum(found.values(), ()) == (*whole.by_year[2001], *whole.by_year[2000])


def test_a_work_that_joins_moves_no_older_one_to_another_piece() -> None:
    before = cut(library({2001: 7}), least=1, most=3)
    newer = library({2001: 7})
    joined = Library(entries={}, by_year={2001: ("new", *newer.by_year[2001])})
    after = cut(joined, least=1, most=3)
    assert [key for key in after if after[key] != before.get(key)] == ["2001-3"]


def test_years_before_1_and_a_library_of_undated_works_have_shards_too() -> None:
    assert list(cut(library({-399: 1}), 1, 9)) == ["400bc"]
    assert list(cut(library({None: 3}), 1, 2)) == ["undated-2", "undated"]
    assert cut(library({}), 1, 2) == {}

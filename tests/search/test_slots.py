"""Numbers of works that stay when other works come and go."""

from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry
from sitegen.search.slots import slots


def works(number: int, year: int = 2000) -> list[Entry]:
    return [Entry(id=f"e{at}", issued=Date(start=Day(year + at % 20))) for at in range(number)]


def test_every_work_has_a_place_of_its_own_among_those_of_its_year() -> None:
    found = slots(works(2000))
    assert len(set(found.slot.values())) == 2000
    start = 0
    for year, size in found.years:
        for at, entry in enumerate(works(2000)):
            if 2000 + at % 20 == year:
                assert start <= found.slot[entry.id] < start + size
        start += size
    assert start == found.size < 2 * 2000


def test_years_ascend_and_works_without_one_come_first() -> None:
    found = slots(
        [
            Entry(id="late", issued=Date(start=Day(2020))),
            Entry(id="never"),
            Entry(id="early", issued=Date(start=Day(-5))),
        ]
    )
    assert [year for year, _size in found.years] == [None, -5, 2020]
    assert found.slot["never"] < found.slot["early"] < found.slot["late"]


def test_a_new_work_moves_hardly_any_other() -> None:
    before = slots(works(5000)).slot
    after = slots([*works(5000), Entry(id="new", issued=Date(start=Day(2019)))]).slot
    assert sum(before[id_] != after[id_] for id_ in before) < 20


def test_places_do_not_depend_on_the_order_of_the_works() -> None:
    assert slots(works(300)).slot == slots(reversed(works(300))).slot

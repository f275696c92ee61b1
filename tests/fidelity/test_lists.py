"""Exports of many works hold the records of each."""

import pytest

from sitegen.fidelity.lists import Record, first_lost, first_unnamed

ONE, TWO = b"@misc{one,\n  title = {One}\n}\n", b"@misc{two,\n  title = {Two}\n}\n"
RECORDS = {"one": Record.of(ONE), "two": Record.of(TWO)}


@pytest.mark.parametrize(
    ("data", "lost"),
    [
        (ONE + b"\n" + TWO, None),
        (TWO + b"\n" + ONE, "one"),
        (ONE, "two"),
        (ONE + b"\n" + TWO.replace(b"Two", b"Too"), "two"),
        (ONE + b"\n" + TWO + b"\n" + ONE, ""),
        (b"", "one"),
    ],
)
def test_the_first_record_that_is_not_where_it_should_be_is_named(data: bytes, lost: str | None) -> None:
    assert first_lost(data, ("one", "two"), RECORDS) == lost


def test_items_of_json_stand_between_brackets_and_commas() -> None:
    records = {"one": Record.of(b'[\n  {"id": "one"}\n]\n'), "two": Record.of(b'[\n  {"id": "two"}\n]\n')}
    assert first_lost(b'[\n  {"id": "one"},\n  {"id": "two"}\n]\n', ("one", "two"), records) is None


def test_a_record_whose_own_file_is_missing_is_not_missed_again() -> None:
    assert first_lost(ONE, ("three", "one"), RECORDS) is None


def test_shortened_records_are_known_by_their_keys() -> None:
    ris = {key: Record.of(f"TY  - GEN\nTI  - {key}\nID  - {key}\nER  - \n".encode()) for key in ("one", "two")}
    short = b"TY  - GEN\nID  - one\nER  - \n\nTY  - GEN\nID  - two\nER  - \n"
    assert first_unnamed(short, ("one", "two"), ris) is None
    assert first_unnamed(short, ("two", "one"), ris) == "one"
    assert first_unnamed(ONE.replace(b"  title = {One}\n", b"") + b"\n" + TWO, ("one", "two"), RECORDS) is None
    assert first_unnamed(ONE, ("one", "two"), RECORDS) == "two"

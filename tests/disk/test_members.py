"""Compressed files whose blocks outlive a change elsewhere."""

import gzip
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.disk.members import blocks, compressed, members


def records(*numbers: int) -> bytes:
    return "\n".join(f"@book{{k{number},\n  title = {{Work {number}}},\n}}\n" for number in numbers).encode()


MANY = range(4000)


def test_every_reader_of_gzip_gets_the_data_back() -> None:
    for data in (records(*MANY), b"", b"no record at all", records(1)):
        assert gzip.decompress(compressed([data], b"@", {})) == data


def test_blocks_begin_with_a_record_and_are_of_a_middle_size() -> None:
    cut = list(blocks([records(*MANY)], b"@"))
    assert b"".join(cut) == records(*MANY)
    assert all(block.startswith(b"@") for block in cut)
    assert 8 < len(cut) < 40


@given(st.lists(st.integers(0, 150_000), max_size=12), st.sampled_from([b"@", b"", b"  title"]))
def test_the_blocks_are_the_same_however_the_data_comes(cuts: list[int], begins: bytes) -> None:
    whole = records(*MANY)
    places = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    parts = [whole[one:other] for one, other in pairwise(places)]
    assert list(blocks(parts, begins)) == list(blocks([whole], begins))
    assert compressed(parts, begins, {}) == compressed([whole], begins, {})


def test_a_new_record_makes_one_new_block() -> None:
    before = members(compressed([records(*MANY)], b"@", {}))
    after = members(compressed([records(*range(2000), 5000, *range(2000, 4000))], b"@", {}))
    assert len(after.keys() - before.keys()) == 1


def test_members_of_an_older_file_are_taken_over_and_give_the_same_bytes() -> None:
    old, new = records(*MANY), records(*MANY, 9999)
    known = members(compressed([old], b"@", {}))
    assert compressed([new], b"@", known) == compressed([new], b"@", {})
    marked = dict.fromkeys(known, b"taken over ")
    assert compressed([new], b"@", marked).count(b"taken over ") == len(known) - 1


def test_equal_data_gives_equal_bytes_without_a_time() -> None:
    first = compressed([records(*MANY)], b"@", {})
    assert first[4:8] == b"\0\0\0\0"
    assert first == compressed([records(*MANY)], b"@", {})


def test_a_file_of_another_program_and_a_damaged_one_have_no_members_to_take_over() -> None:
    assert members(gzip.compress(b"text")) == {}
    whole = compressed([records(*MANY)], b"@", {})
    assert members(whole[:100]) == {}
    assert len(members(whole[:-1])) == len(members(whole)) - 1

"""Whom the preview lets in."""

import pytest

from sitegen.preview.handlers import Doors


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000", "127.9.9.9:8000"])
def test_this_machine_is_let_in(host: str) -> None:
    assert Doors(8000).admits(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1",
        "127.0.0.1:8001",
        "127.0.0.1.evil.example:8000",
        "192.168.1.5:8000",
        "localhost.evil.example:8000",
        "user@localhost:8000",
        "localhost:8000/x",
        "localhost:x",
        "[::1",
        "localhost:8000 ",
    ],
)
def test_every_other_name_is_turned_away(host: str) -> None:
    assert not Doors(8000).admits(host)


def test_the_default_port_need_not_be_named() -> None:
    assert Doors(80).admits("localhost")


def test_an_open_door_admits_numbers_and_no_foreign_names() -> None:
    doors = Doors(8000, "0.0.0.0")
    assert doors.is_open
    assert doors.admits("192.168.1.5:8000")
    assert not doors.admits("evil.example:8000")

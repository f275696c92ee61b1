"""Citation styles: entry to `Text`, one file per style."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.text.rich import Text


@dataclass(frozen=True, slots=True)
class Style:
    """A style on the shelf. name: its word; title: for people; reference: an entry as a reference list prints it."""

    name: str
    title: str
    reference: Callable[[Entry], Text]

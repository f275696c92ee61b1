"""Reports: how `sitegen check` says what it found, one form per file (`text`, `json`, `github`, `sarif`)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.problems import Place, Problem
from sitegen.register import Rule


def _nothing(place: Place) -> str:  # noqa: ARG001 -- the shape of `line`
    """The line of a source that nobody can see."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a check found, and what is needed to say it.

    read: entries in the sources. entries: in the library. aside: what the owner does not want to hear, with the reason.
    rules: every kind of problem by code. line: the line of the source at a place, "" when it cannot be seen.
    folder: the site's folder as seen from the repository's, with `/`; "" when they are the same.
    site: figures of a proof of fidelity, None where there was none. version: of sitegen.
    colour: whether the reader sees colours.
    """

    read: int = 0
    entries: int = 0
    problems: tuple[Problem, ...] = ()
    aside: tuple[tuple[Problem, str], ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    line: Callable[[Place], str] = _nothing
    folder: str = ""
    site: Mapping[str, int] | None = None
    version: str = ""
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A form on the shelf. name: the word of `--format`. lines: what is printed on standard output, line by line."""

    name: str
    lines: Callable[[Findings], Iterable[str]]

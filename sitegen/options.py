"""What several commands ask of the command line and of the machine around it."""

import difflib
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen.problems import SitegenError, excerpt

F = TypeVar("F", bound=Callable[..., Any])
INTERRUPTED, TERMINATED = 130, 143


class Stopped(SystemExit):
    """Somebody asked the program to end, with this exit code. An event loop lets no other kind of exception through."""


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint: the known word that is most like this one, else all of them.

    >>> nearest("biuld", ["build", "check"])
    "Did you mean 'build'?"
    """
    near = difflib.get_close_matches(word, known, 1)
    return f"Did you mean {near[0]!r}?" if near else "Use one of: " + ", ".join(known) + "."


def examples(*lines: tuple[str, str]) -> str:
    """The end of a command's help: what to type, and what it does. Its first line keeps click from wrapping."""
    width = max(len(typed) for typed, _ in lines)
    return "\n".join(("\b", "Examples:", *(f"  {typed:<{width}}  # {does}" for typed, does in lines)))


def site_option(function: F) -> F:
    """The option that names the site's folder."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("-C", "--site", type=folder, help="The site's folder, if it is not the current one.")(function)


def folder_option(function: F) -> F:
    """The same for a command in which `--site` means the built site."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("-C", "site", type=folder, help="The site's folder, if it is not the current one.")(function)


def build_options(function: F) -> F:
    """The options of everything that builds."""
    for option in (
        click.option(
            "--jobs",
            type=click.IntRange(1),
            metavar="N",
            default=os.cpu_count() or 1,
            show_default="as many as there are processors",
            help="Use at most N processes; a small site needs one.",
        ),
        click.option("--output", default="output", metavar="DIR", help="Where the site goes, instead of output/."),
        click.option("--base-url", default="", metavar="URL", help="The address the site is published under."),
    ):
        function = option(function)
    return site_option(function)


def last_update() -> str:
    """The date that SOURCE_DATE_EPOCH tells, YYYY-MM-DD in UTC; "" when it is not set (reproducible-builds.org)."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return ""
    try:
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise SitegenError(f"SOURCE_DATE_EPOCH {excerpt(text)!r} is not a number of seconds") from None


def today() -> str:
    """The day that SOURCE_DATE_EPOCH tells, else the clock's, YYYY-MM-DD in UTC."""
    return last_update() or datetime.now(UTC).date().isoformat()


def moment() -> str:
    """The moment that SOURCE_DATE_EPOCH tells, else this one, as YYYYMMDDhhmmss in UTC."""
    told = bool(last_update())
    when = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC) if told else datetime.now(UTC)
    return when.strftime("%Y%m%d%H%M%S")


def folder_of(site: Path | None, above: Path | None) -> Path:
    """The site's folder, absolute: as the command says, else as stands before it, else the current one."""
    return (site or above or Path()).resolve()


def peak_mb() -> float:
    """The most memory this process or one of its own has had, in megabytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return peak / (2**20 if sys.platform == "darwin" else 2**10)

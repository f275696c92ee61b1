"""How problems, summaries and progress look on a terminal, in a log and to a program."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

import click

from sitegen.outcome import BuildResult
from sitegen.problems import Level, Marked, Problem
from sitegen.progress import Announce, silent

if TYPE_CHECKING:
    from sitegen.mend import Mended

LEVELS: tuple[Level, ...] = ("error", "warning", "info")
SHOWN = 50
"""A build prints at most so many problems: those that follow from one mistake come in hundreds."""
ANNOTATIONS = 10
"""GitHub shows ten errors and ten warnings of a step (actions/toolkit, pull request 734)."""
COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_STAGES = {
    "read": "Reading",
    "assemble": "Assembling",
    "check": "Checking",
    "plan": "Planning",
    "render": "Rendering",
    "write": "Writing",
    "links": "Asking the network",
}
_JOINERS = "\u200c\u200d"


def safe(text: str) -> str:
    r"""Text that may come from a stranger, on one line, unable to command a terminal or a runner of workflows.

    Control and invisible characters are shown by their numbers, but for the joiners that scripts need; what GitHub's
    runner would take for a command (`::` at the start of a line, `##[` anywhere) is taken apart.

    >>> safe("\x1b[2Ja\nb")
    '\\x1b[2Ja\\nb'
    """
    if not text.isprintable():
        text = "".join(_visible(character) for character in text)
    text = text.replace("##[", "# #[")
    return text.replace("::", ": :", 1) if text.lstrip().startswith("::") else text


def _visible(character: str) -> str:
    """A character, or its escape where it cannot be seen."""
    if character.isprintable() or character in _JOINERS:
        return character
    if character == "\u00a0":
        return " "
    return character.encode("unicode_escape").decode()


def problem_lines(problem: Problem) -> tuple[str, ...]:
    """A problem as editors and people read it: place, level, message, code; below it the hint.

    >>> from sitegen.problems import Place
    >>> problem_lines(Problem("bad-page", "page '23-' is no range", Place("content/refs.bib", 41), "Write 23--29."))
    ("content/refs.bib:41: warning: page '23-' is no range [bad-page]", '    Write 23--29.')
    """
    line = safe(f"{problem.place}: {problem.level}: {problem.message} [{problem.code}]")
    return (line, *_marked_lines(problem.marked), *((f"    {safe(problem.hint)}",) if problem.hint else ()))


def _marked_lines(marked: Marked | None) -> tuple[str, ...]:
    """The words a problem is about, with carets under the part that matters; long ones are cut around it."""
    if not marked or not marked.text:
        return ()
    start = max(0, marked.at - 50)
    text = "".join(c if c.isprintable() else " " for c in marked.text[start : marked.at + 50])
    before, of = text[: marked.at - start], text[marked.at - start :][: marked.length]
    carets = " " * _columns(before) + "^" * _columns(of)
    return (f"    {safe(text)}", f"    {carets}") if marked.length else (f"    {safe(text)}",)


def _columns(text: str) -> int:
    """Columns of a terminal that a text takes (Unicode standard annex 11)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def worst(problems: Sequence[Problem], limit: int = SHOWN) -> tuple[Problem, ...]:
    """The gravest problems, at most `limit`, in the order they came in."""
    if len(problems) <= limit:
        return tuple(problems)
    by_level = sorted(range(len(problems)), key=lambda index: LEVELS.index(problems[index].level))
    return tuple(problems[index] for index in sorted(by_level[:limit]))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "entry", "entries"), counted(1200, "file")
    ('1 entry', '1,200 files')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def levels(problems: Iterable[Problem]) -> dict[str, int]:
    """How many errors and warnings there are."""
    found = [problem.level for problem in problems]
    return {"error": found.count("error"), "warning": found.count("warning")}


def tally(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in words; "" for none of either."""
    return ", ".join(counted(number, level) for level, number in levels(problems).items() if number)


def summary(result: BuildResult) -> str:
    """A build in one line."""
    entries = counted(result.entries, "entry", "entries")
    if result.refused:
        return f"{entries}; nothing was written, because of --strict and {tally(result.problems)}"
    files, found = result.files, tally(result.problems)
    line = (
        f"{entries}, {counted(files.written + files.unchanged, 'file')}: {files.written:,} written,"
        f" {files.unchanged:,} unchanged, {files.removed:,} removed in {seconds(result.seconds)}"
    )
    return f"{line}; {found}" if found else line


def seconds(passed: float) -> str:
    """A length of time as people read it.

    >>> seconds(0.234), seconds(12.34)
    ('0.23 s', '12.3 s')
    """
    return f"{passed:.2f} s" if passed < 1 else f"{passed:.1f} s"


def build_json(result: BuildResult, peak_mb: float) -> str:
    """A build as one JSON object on one line."""
    files = result.files
    return json.dumps(
        {
            "read": result.read,
            "entries": result.entries,
            "pages": result.pages,
            "written": files.written,
            "unchanged": files.unchanged,
            "removed": files.removed,
            "bytes": files.bytes,
            "seconds": round(result.seconds, 3),
            "stages": {stage: round(seconds, 3) for stage, seconds in result.stages.items()},
            "peak_mb": round(peak_mb, 1),
            "problems": levels(result.problems),
        }
    )


def check_json(read: int, entries: int, problems: Iterable[Problem], site: Mapping[str, int] | None = None) -> str:
    """What `sitegen check` found, as one JSON object on one line. site: the figures of a proof of fidelity."""
    found = {"read": read, "entries": entries, "problems": [_fields(problem) for problem in problems]}
    return json.dumps(found if site is None else found | {"site": dict(site)})


def proof_line(numbers: Mapping[str, int]) -> str:
    """The figures of a proof of fidelity in one line.

    >>> proof_line({"articles": 3199, "differences": 0, "pages": 9, "exports": 1, "formulas": 0, "links": 5})
    'read back: 3,199 articles, 0 differences (9 pages, 1 export, 0 formulas, 5 links)'
    """
    more = ", ".join(
        counted(numbers[each], each.removesuffix("s")) for each in ("pages", "exports", "formulas", "links")
    )
    found = counted(numbers["differences"], "difference")
    return f"read back: {counted(numbers['articles'], 'article')}, {found} ({more})"


def _fields(problem: Problem) -> Mapping[str, str | int]:
    """A problem as programs read it."""
    return {
        "code": problem.code,
        "level": problem.level,
        "message": problem.message,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "id": problem.id,
        "hint": problem.hint,
        **({"paste": problem.paste} if problem.paste else {}),
    }


def github_lines(problems: Sequence[Problem], folder: str = "") -> Iterator[str]:
    """Problems as annotations of a GitHub workflow, and a notice for those that GitHub would not show.

    folder: the site's, as seen from the repository's, with `/`; "" when they are the same.
    Source: GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    shown = dict.fromkeys(LEVELS, 0)
    for problem in problems:
        shown[problem.level] += 1
        if shown[problem.level] <= ANNOTATIONS:
            yield _annotation(problem, folder)
    left = {level: number - ANNOTATIONS for level, number in shown.items() if number > ANNOTATIONS}
    if left:
        more = ", ".join(counted(number, level, "infos" if level == "info" else "") for level, number in left.items())
        yield f"::notice title=sitegen::and {more} more"


def with_hint(message: str, hint: str) -> str:
    """A message and the way out as two sentences on one line.

    >>> with_hint("'b' has no title", "Add a title.")
    "'b' has no title. Add a title."
    """
    return f"{message.rstrip('.')}. {hint}" if hint else message


def _annotation(problem: Problem, folder: str) -> str:
    """One workflow command."""
    command = "notice" if problem.level == "info" else problem.level
    properties = {
        "file": str(Path(folder, problem.place.file).as_posix()) if problem.place.file else "",
        "line": str(problem.place.line or ""),
        "col": str(problem.place.column or ""),
        "title": problem.code,
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    said = with_hint(problem.message, problem.hint)
    return f"::{command} {given}::{_data(f'{said}{chr(10)}{problem.paste}' if problem.paste else said)}"


def _data(text: str) -> str:
    """The message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def print_problems(problems: Sequence[Problem], limit: int = SHOWN, *, error_stream: bool = True) -> None:
    """Print problems, the gravest when there are more than `limit`."""
    shown = worst(problems, limit)
    for problem in shown:
        first, *hint = problem_lines(problem)
        level = click.style(problem.level, COLOURS[problem.level])
        say(first.replace(f": {problem.level}: ", f": {level}: ", 1), error_stream=error_stream)
        for line in hint:
            say(click.style(line, dim=True), error_stream=error_stream)
    if len(shown) < len(problems):
        say(f"and {len(problems) - len(shown):,} more: run `sitegen check`", error_stream=error_stream)


def print_repairs(files: "Sequence[Mended]", *, error_stream: bool = False) -> None:
    """Print what was mended, each repair as the problem it was, what was left alone, and a summary line."""
    for change in (change for file in files for change in file.changes):
        line = safe(f"{change.place}: fixed: {change.message} [{change.code}]")
        say(line.replace(": fixed: ", f": {click.style('fixed', 'green')}: ", 1), error_stream=error_stream)
    print_problems([problem for file in files for problem in file.problems])
    say(repairs(files))


def print_patch(files: "Sequence[Mended]") -> None:
    """Print what would be mended as a patch on standard output, and a summary line."""
    from sitegen.patch import patch

    for file in files:
        text = patch(file)
        if sys.stdout.isatty():
            text = shown_patch(text)
        # `patch` compares bytes; those of UTF-16 would not be lines.
        encoding = "utf-8" if file.encoding.startswith("utf") else file.encoding
        click.echo(text.encode(encoding), nl=False)
    print_problems([problem for file in files for problem in file.problems])
    say(f"{repairs(files)}; nothing was written")


def shown_patch(text: str) -> str:
    """A patch for the eyes, unable to command a terminal."""
    return "".join(f"{safe(line)}\n" for line in text.replace("\t", "    ").split("\n")[:-1])


def repairs(files: "Sequence[Mended]") -> str:
    """How much was mended, or would be."""
    number = sum(len(file.changes) for file in files)
    changed = sum(bool(file.changes) for file in files)
    return f"{counted(number, 'repair')} in {counted(changed, 'file')}" if number else "nothing to fix"


def say(line: str, *, error_stream: bool = True) -> None:
    """Print a line; colours only on a terminal, and only where NO_COLOR is not set (no-color.org)."""
    click.echo(line, err=error_stream, color=False if os.environ.get("NO_COLOR") else None)


@contextmanager
def progress(*, shown: bool) -> Iterator[Announce]:
    """A bar on the terminal that goes away when the build is done; nothing when not shown."""
    if not shown:
        yield silent
        return
    from rich.console import Console  # loaded only where there is a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def announce(stage: str, done: int, total: int) -> None:
            bar.update(task, description=_STAGES[stage], completed=done, total=total or None)

        yield announce

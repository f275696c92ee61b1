"""A table in Markdown, for the summary of a GitHub workflow's step and for comments on pull requests."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from sitegen.problems import Problem
from sitegen.report import LEVELS, counted, safe, tally, with_hint
from sitegen.reports import Findings, Report

MOST = 500
"""Rows of the table: GitHub shows a summary of 1 MiB at most ("Workflow commands", step isolation and limits)."""
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", **{sign: f"\\{sign}" for sign in "\\`*_[]|#~$!@"}})


def lines(findings: Findings) -> Iterator[str]:
    """A heading with the counts, the table with the gravest first, and how many were left out."""
    problems = sorted(findings.problems, key=lambda problem: LEVELS.index(problem.level))
    entries = counted(findings.entries, "entry", "entries")
    yield f"### sitegen check: {entries}; {tally(problems) or 'no problems'}"
    if not problems:
        return
    yield ""
    yield "| | place | problem | code |"
    yield "|---|---|---|---|"
    for problem in problems[:MOST]:
        yield _row(problem, findings.folder)
    if len(problems) > MOST:
        yield ""
        yield f"and {len(problems) - MOST:,} more: run `sitegen check`"


def _row(problem: Problem, folder: str) -> str:
    """One problem as a row."""
    path = PurePosixPath(folder, problem.place.file).as_posix() if problem.place.file else ""
    place = f"{path}:{problem.place.line}" if problem.place.line else path
    said = (with_hint(problem.message, problem.hint), *problem.paste.splitlines())
    return f"| {problem.level} | {escaped(place)} | {'<br>'.join(map(escaped, said))} | {escaped(problem.code)} |"


def escaped(text: str) -> str:
    r"""Text of a stranger in a cell: no sign of it is markup (GitHub Flavored Markdown, section 6.1).

    >>> print(escaped("a|b <img> [x](y)"))
    a\|b &lt;img&gt; \[x\](y)
    """
    return safe(text).translate(_SIGNS)


REPORT = Report(name="markdown", lines=lines)

"""For people on a terminal, and for editors that jump to `file:line:column`: by file, with the line and a caret."""

from collections.abc import Iterator
from itertools import groupby

import click

from sitegen.problems import Problem
from sitegen.report import COLOURS, counted, problem_lines, safe, tally
from sitegen.reports import Findings, Report

WIDTH = 100
"""Letters of a source line that are shown."""
_MARGIN = 7
"""Columns for the number of the line."""


def lines(findings: Findings) -> Iterator[str]:
    """Problems by file; a file has a heading where there are several."""
    files = [(file, tuple(group)) for file, group in groupby(findings.problems, key=lambda problem: problem.place.file)]
    for number, (file, problems) in enumerate(files):
        if len(files) > 1:
            if number:
                yield ""
            remarks = sum(problem.level == "info" for problem in problems)
            said = ", ".join(filter(None, (tally(problems), counted(remarks, "remark") if remarks else "")))
            yield click.style(safe(f"{file or '(no file)'}: {said}"), bold=True)
        for problem in problems:
            yield from _problem(problem, findings)


def _problem(problem: Problem, findings: Findings) -> Iterator[str]:
    """Place, level, message and code; the line of the source with a caret; the hint; the lines to paste."""
    first, *hint = problem_lines(problem)
    yield first.replace(f": {problem.level}: ", f": {click.style(problem.level, COLOURS[problem.level])}: ", 1)
    if problem.place.column:
        yield from _excerpt(problem, findings)
    for line in hint:
        yield click.style(line, dim=True)
    for line in problem.paste.splitlines():
        yield f"        {safe(line)}"


def _excerpt(problem: Problem, findings: Findings) -> Iterator[str]:
    """The line of the source, and a caret under the column; nothing where it cannot be seen."""
    source = findings.line(problem.place).expandtabs(1)
    column = problem.place.column - 1
    if not source.strip() or column > len(source):
        return
    start = max(0, column - WIDTH // 2) if len(source) > WIDTH else 0
    piece = source[start : start + WIDTH]
    # What cannot be seen is shown by its number, which is longer than one letter: the caret counts what is printed.
    before = safe(piece[: column - start])
    dots = "…" if start else ""
    yield click.style(f"{problem.place.line:>{_MARGIN}} | ", dim=True) + dots + safe(piece)
    caret = click.style("^", COLOURS[problem.level])
    yield click.style(f"{'':>{_MARGIN}} | ", dim=True) + " " * (len(dots) + len(before)) + caret


REPORT = Report(name="text", lines=lines)

"""Annotations of a GitHub workflow."""

from collections.abc import Iterator

from sitegen.report import github_lines
from sitegen.reports import Findings, Report


def lines(findings: Findings) -> Iterator[str]:
    """One workflow command for each problem that GitHub would show."""
    return github_lines(findings.problems, findings.folder)


REPORT = Report(name="github", lines=lines)

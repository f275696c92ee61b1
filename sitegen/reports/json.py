"""One JSON object on one line: a stable interface for programs."""

from collections.abc import Iterator

from sitegen.report import check_json
from sitegen.reports import Findings, Report


def lines(findings: Findings) -> Iterator[str]:
    """The object."""
    yield check_json(findings.read, findings.entries, findings.problems, findings.site)


REPORT = Report(name="json", lines=lines)

"""The fixtures of the CSL test suite: those that pass are listed, and the list only grows."""

from pathlib import Path

from tests.csl.run import run
from tests.csl.suite import normal, read_fixture

PASSING = Path(__file__).with_name("passing.txt")
"""Names of the fixtures that pass, one a line."""


def passes(path: Path) -> bool:
    """Whether a case prints what it should."""
    fixture = read_fixture(path)
    return normal(run(fixture)) == normal(fixture.result)


def test_the_fixtures_that_pass_are_those_that_are_listed(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "csl" / "fixtures").glob("*.txt"))
    listed = set(PASSING.read_text("utf-8").split())
    passed = {path.stem for path in paths if passes(path)}
    broken = sorted(listed & {path.stem for path in paths} - passed)
    assert not broken, f"these passed before: {' '.join(broken)}"
    unlisted = sorted(passed - listed)
    assert not unlisted, f"add these to {PASSING.name}: {' '.join(unlisted)}"

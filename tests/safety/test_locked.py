"""What is locked satisfies what pyproject.toml asks for, down to the last package, and each has its hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCKS = {
    "for a new site": (ROOT / "sitegen/starting/files/requirements.lock.txt", ()),
    "for the checks of this repository": (ROOT / "requirements-dev.lock", ("dev", "test", "proof", "pdf")),
}
pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="only in the repository")
FLOORS = {
    "jinja2": "3.1.6",
    "lxml": "6.1",
    "markdown": "3.10.2",
    "nh3": "0.3.8",
    "pillow": "13",
    "playwright": "1.55.1",
    "pygments": "2.20",
    "pytest": "9.0.3",
    "pyyaml": "6.0.2",
    "tornado": "6.6",
    "h11": "0.16",
    "babel": "2.9.1",
}
"""The versions in which what is known of holes is mended (advisories as of November 2026)."""


def locked(path: Path) -> list[tuple[Requirement, list[str]]]:
    """The pinned packages of a lock, each with its hashes."""
    text = "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    entries = text.replace("\\\n", " ").splitlines()
    return [
        (Requirement(line.split("--hash")[0]), re.findall(r"--hash=sha256:([0-9a-f]{64})\b", line)) for line in entries
    ]


def pinned(path: Path) -> dict[str, set[Version]]:
    """The versions by name; some packages have one for each version of Python."""
    found: dict[str, set[Version]] = {}
    for requirement, _ in locked(path):
        (pin,) = requirement.specifier
        found.setdefault(canonicalize_name(requirement.name), set()).add(Version(pin.version))
    return found


def wanted(extras: tuple[str, ...]) -> list[Requirement]:
    """What pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    every = [*project["dependencies"], *(each for extra in extras for each in project["optional-dependencies"][extra])]
    return [each for each in map(Requirement, every) if each.name != "sitegen"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_floor_is_kept(lock: str) -> None:
    path, extras = LOCKS[lock]
    pins = pinned(path)
    for requirement in wanted(extras):
        versions = pins.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement} is not locked: run .ci/lock"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes_and_comes_from_no_address(lock: str) -> None:
    path, _ = LOCKS[lock]
    packages = locked(path)
    assert len(packages) > 15
    for requirement, hashes in packages:
        assert [pin.operator for pin in requirement.specifier] == ["=="], requirement
        assert requirement.url is None
        assert hashes, requirement
    assert "://" not in path.read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_no_package_is_older_than_the_version_that_mends_its_known_holes(lock: str) -> None:
    pins = pinned(LOCKS[lock][0])
    for name, floor in FLOORS.items():
        assert all(version >= Version(floor) for version in pins.get(name, ())), name


def test_what_is_asked_for_is_not_older_either() -> None:
    for requirement in wanted(("dev", "test", "proof", "pdf")):
        floor = FLOORS.get(canonicalize_name(requirement.name))
        if floor:
            assert not requirement.specifier.contains(Version(f"{floor}a0"), prereleases=True), requirement


def test_the_workflow_of_a_new_site_and_the_checks_of_this_repository_install_by_hashes() -> None:
    workflow = (ROOT / "sitegen/starting/files/site.yml").read_text("utf-8")
    assert "--require-hashes -r requirements.lock.txt" in workflow
    assert "--require-hashes -r requirements-dev.lock" in (ROOT / ".ci/run").read_text("utf-8")

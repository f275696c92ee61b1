"""The files of a new site: an example to replace, or what somebody has already."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.content import FOLDER
from sitegen.origins import Brought
from sitegen.starting.requirement import Requirement
from sitegen.text.toml_write import to_toml

_FILES = Path(__file__).parent / "files"
_EXAMPLE = {
    f"{FOLDER}/site.toml": "site.toml",
    f"{FOLDER}/papers.bib": "papers.bib",
    f"{FOLDER}/index.md": "index.md",
    f"{FOLDER}/about.md": "about.md",
}
_AROUND = {
    "README.md": "README.md",
    ".gitignore": "gitignore",
    "requirements.txt": "requirements.txt",
    "requirements.lock.txt": "requirements.lock.txt",
    ".github/workflows/site.yml": "site.yml",
    ".github/dependabot.yml": "dependabot.yml",
}
"""Paths in the new site, and the files of the package they are made from."""

_PERSON_NOTE = "# Who is who: names, other spellings, home page. The heading is the person's address.\n\n"
_VENUE_NOTE = "# Journals and proceedings: full names, abbreviations, ISSN. The heading is the venue's address.\n\n"


def new_site(
    brought: Brought | None, *, branch: str, requirement: Requirement, with_example: bool = True
) -> dict[str, bytes | Path]:
    """The files of a new site by their paths; a Path is a file to copy.

    brought: what another site hands over; None for the example, or nothing where that is not wanted.
    branch: the one whose changes are published.
    requirement: how the workflow gets sitegen.
    """
    words = {"@BRANCH@": branch, "@REQUIREMENT@": requirement.line}
    around: dict[str, bytes | Path] = {path: _filled(name, words) for path, name in _AROUND.items()}
    around.update(requirement.files)
    if brought is None:
        wanted = _EXAMPLE if with_example else {}
        return {**{path: _filled(name, {}) for path, name in wanted.items()}, **around}
    return {**brought.files, **_configuration(brought), **around}


def _filled(name: str, words: Mapping[str, str]) -> bytes:
    """A file of the package with its places filled in."""
    text = (_FILES / name).read_text("utf-8")
    for place, word in words.items():
        text = text.replace(place, word)
    return text.encode()


def _configuration(brought: Brought) -> dict[str, bytes]:
    """site.toml, people.toml and venues.toml, as far as there is something to say."""
    site = dict(brought.site)
    if brought.redirects:
        site["redirects"] = dict(sorted(brought.redirects.items()))
    texts = {
        "site.toml": to_toml(site),
        "people.toml": _PERSON_NOTE + to_toml(brought.people) if brought.people else "",
        "venues.toml": _VENUE_NOTE + to_toml(brought.venues) if brought.venues else "",
    }
    return {f"{FOLDER}/{name}": text.encode() for name, text in texts.items() if text}

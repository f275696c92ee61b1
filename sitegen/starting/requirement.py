"""How the workflow of a site gets the very sitegen that began it.

Another project has the name sitegen on the public package index, so nothing written here may ask the index for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_UNKNOWN = "sitegen @ (name here where it can be had)"
"""No requirement: pip refuses it and shows the line."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """The last line of requirements.txt. wheel: a file that has to lie at the place it names, None for none."""

    line: str = _UNKNOWN
    wheel: Path | None = None

    @property
    def is_known(self) -> bool:
        """Whether the line installs something."""
        return self.line != _UNKNOWN

    @property
    def files(self) -> dict[str, Path]:
        """What a site needs besides, by its path there."""
        return {self.line.removeprefix("./"): self.wheel} if self.wheel else {}


def requirement(origin: object) -> Requirement:
    """The requirement of what was installed from `origin`: the decoded direct_url.json (PEP 610), None without one.

    A repository or archive on the web is named by its address, a wheel on this disk is taken along; of a folder on this
    disk, or of a package without an origin, nobody else could know where it is.

    >>> requirement({"url": "https://git.example/s", "vcs_info": {"vcs": "git", "commit_id": "4a1e"}}).line
    'sitegen @ git+https://git.example/s@4a1e'
    """
    if not isinstance(origin, Mapping):
        return Requirement()
    url, vcs = str(origin.get("url", "")), origin.get("vcs_info")
    parts = urlsplit(url)
    if parts.scheme == "https" and not parts.username and url.isprintable() and " " not in url:
        if not isinstance(vcs, Mapping):
            return Requirement(f"sitegen @ {url}")
        return Requirement(f"sitegen @ {vcs.get('vcs', 'git')}+{url}@{vcs.get('commit_id', '')}")
    if parts.scheme == "file" and "archive_info" in origin:
        wheel = Path(url2pathname(parts.path))
        if wheel.suffix == ".whl" and wheel.is_file():
            return Requirement(f"./wheels/{wheel.name}", wheel)
    return Requirement()

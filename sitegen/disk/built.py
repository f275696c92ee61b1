"""The files of a built site, and the bibliography files it was built from, as others read them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

BIBLIOGRAPHIES = (".bib", ".ris", ".json")


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a built site.

    name: of its folder, for messages. paths: of all files, with `/`. read: the bytes of one of them.
    """

    name: str
    paths: frozenset[str]
    read: Callable[[str], bytes]


def built_files(output: Path) -> Built:
    """The files below a folder; links are not followed."""
    return Built(output.name, frozenset(_below(output)), lambda path: (output / path).read_bytes())


def source_files(root: Path) -> dict[str, bytes]:
    """The bibliography files of the site in a folder by their paths as entries name them (`content/refs.bib`)."""
    content = root / "content"
    return {
        f"content/{path}": (content / path).read_bytes()
        for path in sorted(_below(content))
        if path.lower().endswith(BIBLIOGRAPHIES) and not path.startswith("static/")
    }


def _below(folder: Path) -> Iterator[str]:
    """Regular files below a folder."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not (Path(parent) / name).is_symlink()]
        for name in names:
            path = Path(parent) / name
            if not path.is_symlink():
                yield path.relative_to(folder).as_posix()

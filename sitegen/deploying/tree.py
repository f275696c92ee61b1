"""What a folder holds and what a branch holds, as git names them, and the difference."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.deploying.git import DeployError
from sitegen.disk.paths import checked
from sitegen.problems import excerpt

_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths by what becomes of them, each group sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """The difference between two trees, given as paths and the names of their blobs.

    >>> changes({"a": "1", "b": "1"}, {"b": "2", "c": "1"})
    Changes(added=('c',), changed=('b',), removed=('a',))
    """
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(path for path in after.keys() & before.keys() if after[path] != before[path])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def folder_tree(folder: Path, algorithm: str = "sha1") -> dict[str, str]:
    """Regular files below a folder by their paths, with the names git gives their blobs (gitformat, "Blob objects").

    algorithm: the repository's, `sha1` or `sha256`. Raises DeployError for a link, and for a path that git refuses.
    """
    return {path: _blob_name(folder / path, algorithm) for path in _files(folder, "")}


def _files(folder: Path, below: str) -> Iterator[str]:
    """Paths of the files below a folder, sorted."""
    with os.scandir(folder / below) as found:
        items = sorted(found, key=lambda item: item.name)
    for item in items:
        path = f"{below}{item.name}"
        if item.is_symlink():
            raise DeployError(
                f"{excerpt(path, 200)} is a link, and a published link shows what it points at", "Remove it."
            )
        if item.name.lower() == ".git":
            raise DeployError(f"{excerpt(path, 200)} belongs to a repository of its own", "Remove it from the site.")
        if item.is_dir():
            yield from _files(folder, f"{path}/")
        elif item.is_file():
            yield checked(path)


def _blob_name(file: Path, algorithm: str) -> str:
    """The name of a file's blob."""
    data = read(file)
    digest = hashlib.new(algorithm, b"blob %d\0" % len(data), usedforsecurity=False)
    digest.update(data)
    return digest.hexdigest()


def read(file: Path) -> bytes:
    """The bytes of a regular file that is no link."""
    with os.fdopen(os.open(file, _OPEN), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise DeployError(f"{excerpt(str(file), 200)} is no regular file", "Build the site again.")
        return stream.read()


def listed_tree(listing: str) -> dict[str, str]:
    r"""What `git ls-tree -r -z` prints, as paths and the names of their blobs.

    >>> listed_tree("100644 blob ab12\tindex.html\0")
    {'index.html': 'ab12'}
    """
    tree: dict[str, str] = {}
    for line in filter(None, listing.split("\0")):
        said, _, path = line.partition("\t")
        tree[path] = said.split(" ")[2]
    return tree

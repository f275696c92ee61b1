"""What was found when the built site was read back (`sitegen check --site`), and of which files: content/proof.toml.

A build cannot know whether its pages are right; a proof can, and is written down beside the content, so that a build
stays a function of its folder. It holds for the very bytes that were read: where one is another, it says nothing.
"""

import hashlib
from collections.abc import Iterable

import msgspec

FILE = "proof.toml"
TABLE = "site"
"""Its only table."""
OF_WORKS = ("articles/", "authors/", "venues/", "topics/", "years/", "types/", "library.")
"""Beginnings of the paths of files that tell of works: pages, records, feeds and PDFs."""
TWIN = ".gz"
"""Ending of files that repeat others."""


class Proven(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The result of a proof.

    date: the day of it, YYYY-MM-DD. files: digest of the files that tell of works. The others count what was compared;
    links: followed within the site, or found where the source has them.
    """

    date: str
    files: str
    articles: int
    exports: int
    formulas: int
    links: int
    differences: int


def tells_of_works(path: str) -> bool:
    """Whether a file of the site is one that a proof speaks of.

    >>> [tells_of_works(path) for path in ("articles/a/index.html", "library.bib", "library.bib.gz", "index.html")]
    [True, True, False, False]
    """
    return path.startswith(OF_WORKS) and not path.endswith(TWIN)


def digest_of_files(files: Iterable[tuple[str, str]]) -> str:
    """The digest of files given as path and SHA-256 in hex, in any order."""
    digest = hashlib.sha256()
    for path, content in sorted(files):
        digest.update(f"{path}\0{content}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()

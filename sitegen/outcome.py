"""What a build is asked to do, and what it did."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.problems import Problem

if TYPE_CHECKING:  # it takes longer to load than much of a build that has nothing to do
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the command line may say about a build.

    clean: write every file anew. strict: warnings and errors stop the build before anything is written.
    base_url: the site's address; "" takes the configuration's, else the git remote's.
    jobs: processes at most. executor: who makes the pages instead, on machines that share the site's folder.
    explain: paths of files of the site, of which it is to be said why they were made anew or not.
    output: the output folder as seen from the site's. updated: YYYY-MM-DD for the footer, "" takes the configuration's.
    """

    clean: bool = False
    strict: bool = False
    base_url: str = ""
    jobs: int = 1
    executor: "Executor | None" = None
    output: str = "output"
    updated: str = ""
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files of the site.

    bytes: the size of all of them. vanished: pages of works that were removed, by path; no page is at their addresses.
    paths: of what was written or removed. heavy: the largest files, by path, with their sizes in bytes.
    """

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    bytes: int = 0
    vanished: tuple[str, ...] = ()
    paths: AbstractSet[str] = field(default=frozenset(), compare=False, repr=False)
    heavy: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did.

    read: entries in the sources. entries: in the library. pages: HTML files of the site.
    seconds: in all, and by stage. base_path: what the site's links begin with where they are rooted.
    refused: nothing was written because of `strict`. explained: sentences on the files that were asked about.
    """

    read: int
    entries: int
    pages: int = 0
    files: Written = field(default_factory=Written)
    seconds: float = 0.0
    stages: Mapping[str, float] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    base_path: str = "/"
    refused: bool = False
    explained: tuple[str, ...] = ()

    @property
    def incomplete(self) -> bool:
        """Whether something of the content is missing from the site."""
        return self.refused or any(problem.left_out for problem in self.problems)


def wrong(problems: Iterable[Problem]) -> bool:
    """Whether `strict` refuses a site with these problems."""
    return any(problem.level != "info" for problem in problems)

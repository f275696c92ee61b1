"""Clusters: machines that make a part of a site, by the first part of their address. One file per kind."""

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sitegen.problems import SitegenError, excerpt


@dataclass(frozen=True, slots=True)
class Cluster:
    """A kind on the shelf.

    name: the first part of its addresses, before "://". example: an address. connected: an executor whose work is done
    at an address, for as long as it is needed; it raises SitegenError where nobody answers in time, and its futures
    raise BrokenExecutor, in words for the user, when those who worked are gone.
    """

    name: str
    example: str
    connected: Callable[[str], AbstractContextManager[Executor]]


def cluster_of(address: str, kinds: dict[str, Cluster]) -> Cluster:
    """The kind of an address. Raises SitegenError for one that is of no kind."""
    name, separator, _ = address.partition("://")
    if separator and name in kinds:
        return kinds[name]
    ways = ", ".join(kind.example for kind in kinds.values())
    raise SitegenError(f"--executor {excerpt(address)!r} is no address of a cluster", f"Write {ways}.")

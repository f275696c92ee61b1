"""Shelves: packages in which one file adds one thing."""

import importlib
import pkgutil
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import TypeVar

from sitegen.problems import SitegenError

T = TypeVar("T")


def load(package: ModuleType, shape: type[T]) -> dict[str, T]:
    """Every thing on a shelf by its name, in the order of the modules' names, then those of installed packages.

    A module on the shelf defines exactly one instance of `shape`, which has an attribute `name`. Installed packages
    add theirs as entry points in the group of the package's own name (`sitegen.formats`, `sitegen.pages`, ...).
    Raises SitegenError, naming the module, where there is none, more than one, or a name that is taken.
    """
    things: dict[str, T] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        name = f"{package.__name__}.{info.name}"
        _put(things, _only(importlib.import_module(name), shape), name)
    for point in plugins(package.__name__):
        thing = point.load()
        if not isinstance(thing, shape):
            raise SitegenError(f"the plugin {point.value} is not a {shape.__name__}")
        _put(things, thing, point.value)
    return things


def plugins(group: str) -> list[EntryPoint]:
    """What installed packages add to the shelf of a name, in order, as they were when this process first asked."""
    return [point for point in _installed() if point.group == group]


@cache
def _installed() -> tuple[EntryPoint, ...]:
    """The entry points of all shelves: each installed package is looked through for them, which takes its time."""
    found = entry_points()
    ours = (point for group in found.groups if group.startswith("sitegen.") for point in found.select(group=group))
    return tuple(sorted(ours, key=lambda point: (point.group, point.name, point.value)))


def _only(module: ModuleType, shape: type[T]) -> T:
    """The single instance of `shape` that a module defines."""
    found = [value for value in vars(module).values() if isinstance(value, shape)]
    if len(found) != 1:
        raise SitegenError(f"{module.__name__} must define exactly one {shape.__name__}, not {len(found)}")
    return found[0]


def _put(things: dict[str, T], thing: T, origin: str) -> None:
    """Add a thing under its name, which must be free."""
    name: str = getattr(thing, "name")  # noqa: B009 -- `shape` is any class with a name
    if name in things:
        raise SitegenError(f"{origin} is the second {type(thing).__name__} called {name!r}")
    things[name] = thing

"""Works as files of every format: of one work, a person, a venue, a topic, a year, and the whole library."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.model.date import year_key, year_of
from sitegen.model.library import Library
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import export_key
from sitegen.views.records import brief_record, record_of


def keys(site: Site) -> Iterable[str]:
    """The paths of all exports."""
    for format_ in site.export_formats:
        yield export_key("", "", format_.suffix)
        for group, ids in _groups(site):
            for id_ in ids:
                yield export_key(group, id_, format_.suffix)


def content(key: str, site: Site, here: Here) -> bytes:
    """The works of one export, in its format."""
    suffix = key[key.rindex(".") :]
    format_ = next(each for each in site.export_formats if each.suffix == suffix)
    if key.startswith("articles/"):
        return format_.join([site.ask(record_of, here.links, format_.name, _id_of(key))])
    works, question = _works(key, site), brief_record if site.large and "/" in key else record_of
    unlisted = {id_ for type_ in format_.unlisted for id_ in site.library.by_type.get(type_, ())}
    works = tuple(id_ for id_ in works if id_ not in unlisted) or works
    return format_.join(site.ask_each(question, here.links, ((format_.name, id_) for id_ in works)))


def revised(key: str, data: bytes, told: Sequence[tuple[str, Any, Any]]) -> bytes | None:
    """An export of the whole library in which some records are others; None where that has to be made anew."""
    for question, was, now in told:
        if "/" in key or question != record_of.__name__ or not was:
            return None
        at = data.find(was)
        # Where its text stands twice, nobody knows which of them is the record.
        if at < 0 or data.find(was, at + 1) >= 0:
            return None
        data = data[:at] + now + data[at + len(was) :]
    return data


def _works(key: str, site: Site) -> tuple[str, ...]:
    """The ids of the works that the export of a list holds."""
    group, _, rest = key.partition("/")
    library = site.library
    if not rest:
        return tuple(library.entries)
    id_ = _id_of(key)
    return library.by_year[year_of(id_)] if group == "years" else _LISTS[group](library)[id_]


def _id_of(key: str) -> str:
    """Whose export it is: the work's, the person's, and so on."""
    return key.partition("/")[2].rpartition("/")[0]


def _groups(site: Site) -> Iterator[tuple[str, Iterable[str]]]:
    """The folders that pages of works stand in, each with the keys of the pages."""
    library = site.library
    yield "articles", library.entries
    for group, lists in _LISTS.items():
        yield group, lists(library)
    yield "years", [year_key(year) for year in library.by_year if year is not None]


_LISTS: Mapping[str, Callable[[Library], Mapping[str, tuple[str, ...]]]] = {
    "authors": lambda library: library.by_person,
    "venues": lambda library: library.by_venue,
    "topics": lambda library: library.by_topic,
}
"""Ids of works by the keys of pages, by the folder the pages stand in."""


PAGE = PageKind(name="export", path="{key}", keys=keys, content=content, lane=0, shared=True, revised=revised)

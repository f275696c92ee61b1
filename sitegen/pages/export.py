"""Works as files of every format: of one work, a person, a venue, a topic, a year, and the whole library."""

from collections.abc import Iterable, Mapping

from sitegen.model.date import year_key
from sitegen.model.entry import Entry
from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.groups import export_key


def keys(site: Site) -> Iterable[str]:
    """The paths of all exports."""
    for format_ in site.export_formats:
        yield export_key("", "", format_.suffix)
        for group, ids in _groups(site).items():
            for id_ in ids:
                yield export_key(group, id_, format_.suffix)


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """The works of one export, in its format."""
    suffix = key[key.rindex(".") :]
    format_ = next(each for each in site.export_formats if each.suffix == suffix)
    return format_.write(_works(key, site))


def _works(key: str, site: Site) -> tuple[Entry, ...]:
    """The works that an export holds."""
    group, _, rest = key.partition("/")
    library = site.library
    if not rest:
        return tuple(library.entries.values())
    id_ = rest.rpartition("/")[0]
    return (library.entries[id_],) if group == "articles" else library.works(_groups(site)[group][id_])


def _groups(site: Site) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Ids of works by page, by the folder the pages stand in."""
    library = site.library
    return {
        "articles": {id_: (id_,) for id_ in library.entries},
        "authors": library.by_person,
        "venues": library.by_venue,
        "topics": library.by_topic,
        "years": {year_key(year): ids for year, ids in library.by_year.items() if year is not None},
    }


PAGE = PageKind(name="export", path="{key}", keys=keys, content=content)

"""Lists of works as a page asks for them: the answer to a query, sorted, cut, parted by headings."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sitegen.citing import reference
from sitegen.citing.pages import Cited, cited_page
from sitegen.model.date import Day, year_key
from sitegen.model.entry import Entry
from sitegen.model.prose import Prose, WorkList
from sitegen.site import Here, Site
from sitegen.text.sorting import sort_key
from sitegen.views.blocks import Block, Item, Part
from sitegen.views.work import plain_title, work_view
from sitegen.words import TYPES, _

LOWEST = 6
"""HTML has six levels of headings."""
_Order = Callable[[Entry], tuple[object, ...]]


def page_parts(prose: Prose, site: Site, here: Here) -> tuple[str | Block, ...]:
    """The parts of a page, its lists with their works, and at last what it cites. A list whose query is wrong goes."""
    made: list[str | Block] = []
    cited = cited_page(prose, site, here)
    for number, part in enumerate(cited.parts, 1):
        if isinstance(part, str):
            made.append(part)
        elif part.options.query in site.answers:
            made.append(_block(part, f"list-{number}", site, here))
    if cited.references:
        made.append(_references(cited, site, here))
    return tuple(made)


def _references(cited: Cited, site: Site, here: Here) -> Block:
    """The references of a page."""
    number = len(cited.references)
    items = tuple(Item(work_view(entry, site, here, number), text) for entry, text in cited.references)
    return Block(
        id="references",
        title=site.words.say(_("References")),
        style="references",
        parts=(Part("references-1", "", items),),
        by_year=False,
        total=number,
        title_level=2,
        part_level=3,
        work_level=3,
    )


def _block(wanted: WorkList, id_: str, site: Site, here: Here) -> Block:
    """One list."""
    options = wanted.options
    entries = _sorted(site.library.works(site.answers[options.query]), options.sort, site)
    if options.limit:
        entries = entries[: options.limit]
    title_level = min(LOWEST, max(2, wanted.above + 1))
    part_level = min(LOWEST, title_level + bool(options.title))
    return Block(
        id=id_,
        title=options.title,
        style=options.style,
        parts=tuple(_parts(entries, wanted, id_, site, here)),
        by_year=options.group == "year",
        total=len(entries),
        title_level=title_level,
        part_level=part_level,
        work_level=min(LOWEST, part_level + (options.group != "none")),
    )


def _sorted(entries: Sequence[Entry], order: str, site: Site) -> list[Entry]:
    """Works in the order that is asked for; they come newest first."""
    if order == "newest":
        return list(entries)
    return sorted(entries, key=_ORDERS[order](site))


def _oldest(site: Site) -> _Order:  # noqa: ARG001 -- the shape of an order
    """By date, undated works last."""
    return lambda entry: (entry.year is None, (entry.issued and entry.issued.start) or Day(0))


def _title(site: Site) -> _Order:
    """By title, without its leading article."""
    return lambda entry: sort_key(plain_title(entry), entry.language or site.config.language)


def _author(site: Site) -> _Order:  # noqa: ARG001 -- the shape of an order
    """By the family name of who stands first, works without one last; of one author newest first."""
    return lambda entry: (False, sort_key(entry.authors[0].to_inverted())[0]) if entry.authors else (True, "")


_ORDERS: Mapping[str, Callable[[Site], _Order]] = {
    "oldest": _oldest,
    "title": _title,
    "author": _author,
}


def _parts(entries: Sequence[Entry], wanted: WorkList, id_: str, site: Site, here: Here) -> Iterable[Part]:
    """Works under their headings; those that have none come last."""
    by = wanted.options.group
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in _GROUPS[by][0](entry, site):
            groups.setdefault(key, []).append(entry)
    order = _GROUPS[by][1]
    keys = sorted(groups, key=lambda key: (not key, order(key, site)))
    if by == "year" and wanted.options.sort != "oldest":
        keys = sorted(keys, key=lambda key: (not key, -int(key or 0)))
    for number, key in enumerate(keys, 1):
        items = tuple(_item(entry, wanted, site, here, len(entries)) for entry in groups[key])
        label, url, language = _heading(by, key, site, here)
        yield Part(f"{id_}-{number}", label, items, url, language)


def _item(entry: Entry, wanted: WorkList, site: Site, here: Here, among: int) -> Item:
    """A work, and its reference where the list is one of references."""
    work = work_view(entry, site, here, among)
    if wanted.options.style != "references" or not site.styles:
        return Item(work)
    return Item(work, reference(entry, next(iter(site.styles)), site))


def _heading(by: str, key: str, site: Site, here: Here) -> tuple[str, str, str]:
    """Label, address and language of a heading; without a label where the list has none."""
    words, library = site.words, site.library
    if by == "none":
        return "", "", ""
    if not key:
        return words.say(_("Undated") if by == "year" else _("Other works")), "", ""
    if by == "year":
        return words.year(int(key)), here.to("year", year_key(int(key))), ""
    if by == "type":
        return words.type_names(key), here.to("type", key), ""
    if by == "venue":
        return library.venues[key].name, here.to("venue", key), library.venues[key].language
    return library.topics[key].name, here.to("topic", key), ""


def _years(entry: Entry, site: Site) -> tuple[str, ...]:  # noqa: ARG001 -- the shape of a grouping
    return ("" if entry.year is None else str(entry.year),)


def _topics(entry: Entry, site: Site) -> tuple[str, ...]:
    return site.library.topics_of.get(entry.id, ()) or ("",)


_Grouping = tuple[Callable[[Entry, Site], tuple[str, ...]], Callable[[str, Site], object]]
_KINDS = tuple(TYPES)
_GROUPS: Mapping[str, _Grouping] = {
    "none": (lambda _entry, _site: ("",), lambda _key, _site: 0),
    "year": (_years, lambda key, _site: int(key or 0)),
    "type": (
        lambda entry, _site: (entry.type,),
        lambda key, _site: (_KINDS.index(key) if key in _KINDS else len(_KINDS), key),
    ),
    "venue": (
        lambda entry, site: (site.library.venue_of.get(entry.id, ""),),
        lambda key, site: (
            sort_key(site.library.venues[key].name, site.library.venues[key].language) if key else ("", "")
        ),
    ),
    "topic": (_topics, lambda key, site: sort_key(site.library.topics[key].name) if key else ("", "")),
}
"""By the option `group`: the keys under which a work stands, and what the headings are sorted by."""

"""xdata and crossref: what records take over from others (BibLaTeX manual, appendix B, "Default inheritance setup")."""

from collections.abc import Mapping, Sequence

from sitegen.formats.bibtex.record import Record
from sitegen.problems import excerpt

_NEVER = frozenset({
    "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "ids", "key",
    "keywords", "abstract", "doi", "pages", "eid", "eprint", "eprinttype", "eprintclass", "archiveprefix",
    "primaryclass", "url", "pdf", "file", "note", "annote", "annotation", "pagetotal", "title", "subtitle",
    "titleaddon", "author", "timestamp", "owner", "sitegen-ignore", "sitegen_ignore",
})  # fmt: skip
"""Fields that say something about one record only, or that are taken over under another name."""
_SAID_OTHERWISE = {"year": ("date",), "date": ("year", "month", "day")}
_AS_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_AS_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_AS_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_PARTS = frozenset(
    {"inbook", "incollection", "inproceedings", "conference", "inreference", "bookinbook", "suppbook", "suppcollection"}
)
_VOLUMES = {"mvbook", "mvcollection", "mvproceedings", "mvreference"}
_FROM_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})


def resolve(records: Sequence[Record], deepest: int) -> None:
    """Fill in what records take over, over all files; loops and chains longer than `deepest` are cut and noted."""
    asking = [record for record in records if "xdata" in record.values or "crossref" in record.values]
    if not asking:
        return
    by_key: dict[str, Record] = {}
    for record in records:
        if record.key:
            by_key.setdefault(record.key.lower(), record)
    family = _Family(by_key, deepest)
    for record in asking:
        family.resolve(record, ())


def tell_of_pageless(records: Sequence[Record]) -> None:
    """Note the records that no page shows: sets (BibLaTeX manual, "Entry Sets"), and @xdata that none names."""
    aside = [record for record in records if record.type in {"set", "xdata"}]
    if not aside:
        return
    named = {key.strip().lower() for record in records for key in record.values.get("xdata", "").split(",")}
    for record in aside:
        if record.type == "set":
            record.note("no-page", f"@set {excerpt(record.key)!r} groups other entries and has no page of its own")
        elif record.key.lower() not in named:
            record.note("no-page", f"no entry names @xdata {excerpt(record.key)!r}; what it says is shown nowhere")


class _Family:
    """The records by their keys, and how deep the chain of parents is of those that were resolved."""

    def __init__(self, by_key: Mapping[str, Record], deepest: int) -> None:
        self.by_key = by_key
        self.deepest = deepest
        self.done: dict[int, int] = {}

    def resolve(self, record: Record, path: tuple[int, ...]) -> int:
        """Resolve a record after those it names; how deep its chain of parents is. Each record is resolved once."""
        if id(record) in self.done:
            return self.done[id(record)]
        depth = 0
        path = (*path, id(record))
        for name in ("xdata", "crossref"):
            for key in record.values.get(name, "").split(",")[:100]:
                parent = self.parent(record, name, key.strip(), path)
                if parent is None:
                    continue
                depth = max(depth, 1 + self.resolve(parent, path))
                if depth > self.deepest:
                    record.note(
                        "inheritance-loop",
                        f"{name} = {excerpt(key)!r} is more than {self.deepest} steps deep (inheritance under"
                        " [limits]); it was cut here",
                        name,
                    )
                elif name == "xdata":
                    _take(record, parent, {}, frozenset({"xdata", "ids"}))
                else:
                    _take(record, parent, _renamed(record.type, parent.type), _NEVER)
        self.done[id(record)] = depth
        return depth

    def parent(self, record: Record, name: str, key: str, path: tuple[int, ...]) -> Record | None:
        """The record that another one names; None, with a problem, when there is none or it leads back."""
        if not key:
            return None
        parent = self.by_key.get(key.lower())
        if parent is None:
            record.note("dangling-reference", f"{name} = {excerpt(key)!r} names no entry", name)
            return None
        if id(parent) in path or len(path) > self.deepest:
            message = f"{name} = {excerpt(key)!r} leads back or goes too deep; it was cut here"
            record.note("inheritance-loop", message, name)
            return None
        return parent


def _renamed(child: str, parent: str) -> Mapping[str, str]:
    """Fields that are called otherwise in the child: a volume's title is its papers' book title."""
    if child == "article" and parent == "periodical":
        return _AS_JOURNAL
    if parent in _VOLUMES:
        return _AS_MAIN
    return _AS_BOOK if child in _PARTS else {}


def _take(record: Record, parent: Record, renamed: Mapping[str, str], never: frozenset[str]) -> None:
    """Copy the parent's fields that the record has not; its author only as the author of the book."""
    targets = {name: "" if name in never else name for name in parent.values} | dict(renamed)
    if never is _NEVER and record.type in _FROM_BOOKS:
        targets["author"] = "bookauthor" if "author" in record.values else "author"
    elif parent.type in _VOLUMES and record.type not in _PARTS:
        targets["author"] = "author"
    # A date that the child says in one way is not overruled by what the parent says in the other.
    for own, others in _SAID_OTHERWISE.items():
        if record.values.get(own, "").strip():
            targets |= dict.fromkeys(others, "")
    taken: list[str] = []
    # What the parent says under the child's own name (`booktitle` in @proceedings) goes before what is only renamed.
    for name in sorted(targets, key=lambda name: targets[name] != name):
        target, value = targets[name], parent.values.get(name, "")
        if target and value.strip() and not record.values.get(target, "").strip():
            record.values[target] = value
            taken.append(target)
    record.inherited |= frozenset(taken)

"""Whether a library has a work already."""

import re
from collections.abc import Iterable

from sitegen.fetching.wanted import Wanted
from sitegen.model.entry import Entry
from sitegen.text.slugs import fold


def twin(entry: Entry, library: Iterable[Entry]) -> Entry | None:
    """The entry of a library that is this work by its DOI, its number at arXiv or its ISBN; None for none.

    A chapter or a paper may carry the ISBN of its book, so that counts only between books.
    """
    names = set(_names(entry))
    return next((old for old in library if not names.isdisjoint(_names(old))), None)


def asked_twin(wanted: Wanted, library: Iterable[Entry]) -> Entry | None:
    """The same for what is only asked for yet, so that nobody has to be asked for it."""
    probes = {
        "doi": Entry(id="", doi=wanted.value),
        "arxiv": Entry(id="", identifiers={"arxiv": wanted.value}),
        "isbn": Entry(id="", type="book", isbn=(wanted.value,)),
    }
    probe = probes.get(wanted.kind)
    return twin(probe, library) if probe else None


def namesake(entry: Entry, library: Iterable[Entry]) -> Entry | None:
    """An entry with the same title and year, which may be the same work; None for none."""
    title = fold(entry.title.to_plain())
    return next(
        (old for old in library if title and old.year == entry.year and fold(old.title.to_plain()) == title), None
    )


def _names(entry: Entry) -> Iterable[tuple[str, str]]:
    """The identifiers of a work, each in one form."""
    if entry.doi:
        name = entry.doi.casefold()
        yield "doi", name
        if name.startswith("10.48550/arxiv."):
            yield "arxiv", name.removeprefix("10.48550/arxiv.")
    if number := entry.identifiers.get("arxiv"):
        yield "arxiv", re.sub(r"v\d{1,3}$", "", number.casefold())
    if entry.type == "book":
        yield from (("isbn", _thirteen(number)) for number in entry.isbn)


def _thirteen(number: str) -> str:
    """An ISBN in 13 digits without its check digit, under which both forms of one number meet (ISO 2108)."""
    digits = number.replace("-", "")
    return digits[:12] if len(digits) == 13 else f"978{digits[:9]}"

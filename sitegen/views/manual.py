"""A page as a part of a manual: all chapters beside its text, its own headings, and the pages before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.config import Chapter
from sitegen.model.prose import Prose
from sitegen.site import Here, Site
from sitegen.text.markdown_manual import CODE, headings
from sitegen.views.blocks import Block
from sitegen.views.listing import Turn
from sitegen.words import _


@dataclass(frozen=True, slots=True)
class Stop:
    """A page in the list of chapters. current: "page" for the one that is shown, "true" for the one above it."""

    label: str
    url: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class ChapterStops:
    """A chapter with its pages."""

    title: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page. level: 2 or 3. url: "#h-install"."""

    level: int
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """What a page of a manual shows around its text.

    chapters: all of them. headings: those of the page, empty where there are fewer than two. turns: the ways to the
    page before and the page after. chapter: the title of the page's own. above: the page it stands below, or None.
    """

    chapters: tuple[ChapterStops, ...]
    headings: tuple[Heading, ...]
    turns: tuple[Turn, ...]
    chapter: str
    above: Stop | None = None


def chapter_of(key: str, chapters: Sequence[Chapter]) -> Chapter | None:
    """The chapter that a page belongs to, or the page it stands below; None for a page of no chapter."""
    stop = _stop_of(key, chapters)
    return next((each for each in chapters if stop and stop in _keys(each)), None)


def _keys(chapter: Chapter) -> list[str]:
    """The keys of a chapter's pages."""
    return [page.strip("/") for page in chapter.pages]


def _stop_of(key: str, chapters: Sequence[Chapter]) -> str:
    """The page of a chapter that a page is, or stands below; "" for none."""
    known = {each for chapter in chapters for each in _keys(chapter)}
    while key and key not in known:
        key = key.rpartition("/")[0]
    return key


def manual(prose: Prose, parts: Sequence[str | Block], site: Site, here: Here) -> Manual | None:
    """What a page shows as a part of a manual; None for a page of no chapter."""
    chapters = site.config.chapters
    at, own = _stop_of(prose.key, chapters), chapter_of(prose.key, chapters)
    if own is None:
        return None
    current = "page" if at == prose.key else "true"

    def stop(key: str) -> Stop:
        page = site.prose[key]
        return Stop(page.navigation or page.title, here.to("prose", key), current if key == at else "")

    return Manual(
        chapters=tuple(ChapterStops(each.title, tuple(map(stop, _keys(each)))) for each in chapters),
        headings=_headings(parts),
        turns=_turns(prose.key, site, here),
        chapter=own.title,
        above=stop(at) if at != prose.key else None,
    )


def _headings(parts: Sequence[str | Block]) -> tuple[Heading, ...]:
    """The headings of a page."""
    found = [
        Heading(level, words, f"#{id_}")
        for part in parts
        if isinstance(part, str)
        for level, id_, words in headings(part)
    ]
    return tuple(found) if len(found) > 1 else ()


def _turns(key: str, site: Site, here: Here) -> tuple[Turn, ...]:
    """The ways to the page before and the page after; none for a page below another."""
    order = [each for chapter in site.config.chapters for each in _keys(chapter)]
    if key not in order:
        return ()
    at = order.index(key)
    turns = []
    for other, label, rel in ((at - 1, _("Previous"), "prev"), (at + 1, _("Next"), "next")):
        if 0 <= other < len(order):
            title = site.prose[order[other]].title
            turns.append(Turn(site.words.say(label), title, here.to("prose", order[other]), rel))
    return tuple(turns)


def code_scripts(parts: Sequence[str | Block], here: Here) -> tuple[str, ...]:
    """What copies code, on a page that shows some."""
    shown = any(CODE in part for part in parts if isinstance(part, str))
    return (here.to("asset", "code.js"),) if shown else ()

"""Where a work stands, in the words of pages: banner, line of the type, marks in lists, titles in feeds."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.entry import Entry, Status
from sitegen.words import Words, _


@dataclass(frozen=True, slots=True)
class Standing:
    """What pages say of a status.

    word: beside the type and in lists. sentence: of the banner, "" for no banner.
    alarm: whether a reader must not miss it. titled: a title where nothing else can say it (NISO RP-45-2024).
    """

    word: str
    sentence: str = ""
    alarm: bool = False
    titled: str = ""


NONE = Standing("")
STANDINGS: Mapping[Status, Standing] = {
    "": NONE,
    "retracted": Standing(
        _("Retracted"), _("This work has been retracted."), alarm=True, titled=_("RETRACTED: %(title)s")
    ),
    "withdrawn": Standing(
        _("Withdrawn"), _("This work has been withdrawn."), alarm=True, titled=_("WITHDRAWN: %(title)s")
    ),
    "corrected": Standing(_("Corrected"), _("This work has been corrected.")),
    "in-press": Standing(_("In press")),
    "submitted": Standing(_("Submitted")),
    "in-preparation": Standing(_("In preparation")),
}


def announced(entry: Entry, title: str, words: Words) -> str:
    """A title where nothing but it is seen, as in a feed.

    >>> announced(Entry(id="a", status="retracted"), "Cold fusion", Words())
    'RETRACTED: Cold fusion'
    >>> announced(Entry(id="a", status="retracted"), "Retracted: Cold fusion", Words.of("de"))
    'Retracted: Cold fusion'
    """
    titled = STANDINGS[entry.status].titled
    if not titled:
        return title
    ways = (titled, words.say(titled))
    told = any(title.casefold().startswith((way % {"title": ""}).rstrip(":： ").casefold()) for way in ways)
    return title if told else ways[1] % {"title": title}

"""Where a work stands, in the words of pages: banner, line of the type, marks in lists, titles in feeds."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.entry import Entry, Status
from sitegen.words import _


@dataclass(frozen=True, slots=True)
class Standing:
    """What pages say of a status.

    word: beside the type and in lists. sentence: of the banner, "" for no banner.
    alarm: whether a reader must not miss it. prefix: of the title where nothing else can say it (NISO RP-45-2024).
    """

    word: str
    sentence: str = ""
    alarm: bool = False
    prefix: str = ""


NONE = Standing("")
STANDINGS: Mapping[Status, Standing] = {
    "": NONE,
    "retracted": Standing(_("Retracted"), _("This work has been retracted."), alarm=True, prefix="RETRACTED: "),
    "withdrawn": Standing(_("Withdrawn"), _("This work has been withdrawn."), alarm=True, prefix="WITHDRAWN: "),
    "corrected": Standing(_("Corrected"), _("This work has been corrected.")),
    "in-press": Standing(_("In press")),
    "submitted": Standing(_("Submitted")),
    "in-preparation": Standing(_("In preparation")),
}


def announced(entry: Entry, title: str) -> str:
    """A title where nothing but it is seen, as in a feed.

    >>> announced(Entry(id="a", status="retracted"), "Cold fusion")
    'RETRACTED: Cold fusion'
    """
    prefix = STANDINGS[entry.status].prefix
    return title if title.upper().startswith(prefix.rstrip(": ")) else prefix + title

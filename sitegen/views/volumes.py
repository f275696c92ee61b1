"""What volumes and issues are called."""

from collections.abc import Sequence

from sitegen.model.entry import Entry
from sitegen.site import Site
from sitegen.words import _


def volume_label(volume: str, issue: str, entries: Sequence[Entry], site: Site) -> str:
    """Volume, issue and date, "Volume 21, issue 2 (February 1978)": as much of it as is known of these works."""
    label, when = numbered(volume, issue, site), _when(entries, site)
    return f"{label} ({when})" if label and when else label or when or site.words.say(_("Other works"))


def numbered(volume: str, issue: str, site: Site) -> str:
    """Volume and issue in words, "Volume 21, issue 2"; "" when neither is known."""
    words = site.words
    parts = {"volume": words.digits(volume), "issue": words.digits(issue)}
    if volume and issue:
        return words.say(_("Volume %(volume)s, issue %(issue)s")) % parts
    if volume:
        return words.say(_("Volume %(volume)s")) % parts
    return words.say(_("Issue %(issue)s")) % parts if issue else ""


def _when(entries: Sequence[Entry], site: Site) -> str:
    """The date that the works share, as precisely as they share it; "" when their years differ or are not known."""
    dates = {entry.issued for entry in entries}
    if len(dates) == 1:
        (only,) = dates
        return site.words.date(only) if only else ""
    years = {entry.year for entry in entries}
    return site.words.year(year) if len(years) == 1 and (year := next(iter(years))) is not None else ""

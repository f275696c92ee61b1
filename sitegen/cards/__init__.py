"""Between attaching and planning: cards that stand for pages where they are shared, and icons for old browsers.

They need the extra `cards` and are made only for a site that asks for them, in a process of its own. A picture is kept
under the digest of what it shows, so that it is drawn once.
"""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

from sitegen.looks import LOOKS
from sitegen.model.entry import Entry
from sitegen.problems import SitegenError
from sitegen.publishing import local_file
from sitegen.site import LocalFile, Site
from sitegen.views.cards import card_of

FOLDER = ".sitegen/cards"
"""Where pictures are kept, below the site's folder."""
FORM = "1"
"""Changes when the pictures are made otherwise."""
WORKER = Path(__file__).with_name("worker.py")
SECONDS = 600.0
"""Drawing that takes longer is given up; what is drawn by then stays."""
LONGEST = 400
"""Letters of a text that are handed on; far fewer have room."""
NAMES = 4
"""So many names stand on a card before "and 3 more"."""
_OURS = re.compile(r"[0-9a-f]{64}(?:\.part)?\.(?:png|ico)")

Said = Mapping[str, str | int]


def cards(site: Site, root: Path) -> Mapping[str, LocalFile]:
    """The pictures by their paths in the site. Empty where none are asked for; a text that the font lacks has none.

    Raises SitegenError where they are asked for and the extra is not installed.
    """
    if not site.config.cards.enabled:
        return {}
    try:
        made_by = f"{FORM} pillow {version('pillow')} font {version('font-source-serif-pro')}"
    except PackageNotFoundError:
        raise SitegenError(
            "content/site.toml: cards need the packages pillow and font-source-serif-pro",
            "Install them: pip install pillow font-source-serif-pro. Or delete [cards].",
        ) from None
    folder = root / FOLDER
    wanted = {path: (folder / f"{_digest(made_by, said)}{Path(path).suffix}", said) for path, said in _wanted(site)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not folder.is_symlink():
            _draw({file: said for file, said in wanted.values() if not file.is_file()})
            _forget(folder, {file.name for file, _ in wanted.values()})
    except OSError:
        return {}
    return dict(_found((path, file) for path, (file, _) in wanted.items()))


def _wanted(site: Site) -> Iterator[tuple[str, Said]]:
    """What is to be drawn: icons; and where the site knows its address, its card and those of its newest works."""
    look = LOOKS[site.config.theme].light
    own = site.config.accent.lower()
    if "icon.svg" in site.assets and not site.assets["icon.svg"].own:
        yield "favicon.ico", {"icon": 32, "page": "", "accent": own or look.alarm}
        yield "apple-touch-icon.png", {"icon": 180, "page": look.page, "accent": own or look.alarm}
    if not site.base_url:
        return
    frame: Said = {
        "page": look.page,
        "accent": own or look.accent,
        "text": look.text,
        "muted": look.muted,
        "edge": look.edge,
    }
    config = site.config
    if not config.image:
        yield card_of(), {**frame, "eyebrow": "", "title": config.title, "names": config.tagline, "site": _host(site)}
    for entry in islice(site.library.entries.values(), config.cards.works):
        yield card_of(entry.id), {**frame, **_work(entry, site), "site": config.title[:LONGEST]}


def _host(site: Site) -> str:
    """Where the site is, without what every address has."""
    return site.base_url.partition("://")[2].rstrip("/")


def _work(entry: Entry, site: Site) -> Said:
    """What stands on the card of a work."""
    container = entry.container_title.to_plain() if entry.container_title else ""
    when = site.words.date(entry.issued) if entry.issued else ""
    names = [name.to_display() for name in entry.authors[:NAMES]]
    more = len(entry.authors) - len(names)
    rest = ""
    if entry.author_role in entry.et_al:
        rest = " " + site.words.say("and others")
    elif more:
        rest = " " + site.words.count("and %(num)s more", "and %(num)s more", more)
    return {
        "eyebrow": " · ".join(filter(None, (container[:LONGEST], when))),
        "title": " ".join((entry.title.to_plain() or entry.key).split())[:LONGEST],
        "names": site.words.comma.join(names)[:LONGEST] + rest,
    }


def _digest(made_by: str, said: Said) -> str:
    """The digest of what a picture shows, and of what draws it."""
    return hashlib.sha256(json.dumps([made_by, said], sort_keys=True).encode()).hexdigest()


def _draw(missing: Mapping[Path, Said]) -> None:
    """Draw what is not there yet. `-P` keeps the names of our modules out of the way of the packages it loads."""
    if missing:
        lines = "\n".join(json.dumps({**said, "to": str(file)}) for file, said in missing.items())
        with suppress(subprocess.SubprocessError):
            subprocess.run(  # noqa: S603 -- ourselves
                [sys.executable, "-P", str(WORKER)],
                input=lines.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )


def _found(files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, LocalFile]]:
    """The pictures that could be drawn; of others the worker leaves an empty file."""
    for path, file in files:
        with suppress(OSError):
            found = local_file(file)
            if found.size:
                yield path, found


def _forget(folder: Path, used: Iterable[str]) -> None:
    """Delete pictures that no page has now."""
    kept = set(used)
    for file in folder.iterdir():
        if _OURS.fullmatch(file.name) and file.name not in kept:
            file.unlink()

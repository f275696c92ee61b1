"""Pages as an edit makes them, shown before they are built: made when somebody looks at them, written nowhere."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from sitegen.preview.last import ASSET, Edited, Last
from sitegen.preview.watching import Snapshot
from sitegen.render import Renderer
from sitegen.template_bytecode import Compiled

MOST_OPEN = 20
"""Open pages that are made at once; further ones hear of an edit when the build is done."""
OFTEN = ("articles/", "index.html")
"""What the pages begin with whose templates are compiled before anybody edits."""


class Overlay:
    """Pages of a state of the site that no build has made yet. made: those that were asked for, by path."""

    def __init__(self, last: Last, edited: Edited, compiled: dict[str, Compiled]) -> None:
        self._planned, self._edited, self._compiled = last.planned, edited, compiled
        self._renderers: dict[int, Renderer] = {}
        self.made: dict[str, bytes] = {}

    def page(self, path: str) -> bytes | None:
        """A page by its path below the output folder; None for what is no page of the site.

        Raises what making it raises.
        """
        if path not in self.made:
            found = self._edited.places.get(path)
            made = self._renderer(found[0]).render(found[1]) if found else None
            if not isinstance(made, bytes):
                return None
            self.made[path] = made
        return self.made[path]

    def made_of(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Those of some files that there are, and the files of the theme. Raises what making them raises."""
        edition = self._edited.editions[0]
        theme = (edition.links.paths[ASSET, name] for name in edition.site.assets)
        return {path: made for path in (*paths, *theme) if (made := self.page(path)) is not None}

    def _renderer(self, number: int) -> Renderer:
        """What makes the pages of one language."""
        if number not in self._renderers:
            edition, planned = self._edited.editions[number], self._planned
            compiled = self._compiled.setdefault(edition.site.config.language, Compiled())
            folders = planned.draft.template_folders
            self._renderers[number] = Renderer(edition.site, planned.kinds, edition.links, folders, compiled)
        return self._renderers[number]


class Early:
    """Shows what was edited on top of the site that stands in the output folder, as soon as it is known.

    An edit of a few entries is known at once, any other when the build of it has been planned.
    output: that folder. note: is told the paths of files that are otherwise than before.
    """

    def __init__(self, output: Path, note: Callable[[Collection[str]], None]) -> None:
        self._output, self._note = output, note
        self._last: Last | None = None
        self._written: Last | None = None
        self._overlay: Overlay | None = None
        self._compiled: dict[str, Compiled] = {}

    @property
    def is_ready(self) -> bool:
        """Whether it is known what the last build made."""
        return self._last is not None

    @property
    def is_shown(self) -> bool:
        """Whether pages show an edit that is not built."""
        return self._overlay is not None

    def prepare(self, last: Last) -> None:
        """Compile what an edit will need; any thread may do so."""
        overlay = Overlay(last, last.whole, self._compiled)
        for beginning in OFTEN:
            overlay.page(next((path for path in last.whole.places if path.startswith(beginning)), ""))

    def take(self, last: Last) -> None:
        """Take what stands in the output folder, where nothing is known of a later build."""
        if not self._last:
            self._last = self._written = last

    def look(self, now: Snapshot, shown: Collection[str]) -> bool:
        """Show the files as they are now; whether that can be done. shown: paths of the pages that are open."""
        edited = _edited(self._last, now) if self._last else None
        if edited is None:
            return False
        self._note(self._show(edited, shown))
        return True

    def plan(self, last: Last, now: Snapshot, shown: Collection[str]) -> None:
        """Show what a build is about to make, and what was edited since it began."""
        self._last, edited = self._nearest(last, now)
        self._note(self._show(edited, shown))

    def settle(
        self, last: Last | None, now: Snapshot, written: Collection[str], shown: Collection[str], *, failed: bool
    ) -> None:
        """A build is done. last: what it made, None for nothing new. written: paths of the files that it changed."""
        before = self._overlay.made if self._overlay else {}
        if not failed:
            self._written = last or self._written
        self._last, edited = (self._written, None) if failed else self._nearest(last, now)
        self._note({*(set(written) - before.keys()), *self._show(edited, shown)})

    def page(self, path: str) -> bytes | None:
        """A file that is otherwise than it stands in the output folder; None for any that is to be taken from there."""
        overlay = self._overlay
        if overlay is None:
            return None
        was_made = path in overlay.made
        try:
            made = overlay.page(path)
        except Exception:  # noqa: BLE001 -- what is wrong the build tells
            self._last = self._written
            self._note(self._show(None, ()))
            return None
        if made is not None and not was_made and made != self._built(path):
            self._note({path})
        return made

    def _nearest(self, last: Last | None, now: Snapshot) -> tuple[Last | None, Edited | None]:
        """The newest site from which it can be told what the files say now, and what that makes of it.

        Where a file was saved again while it was read, an older site may tell what the newest does not.
        """
        for each in (last, self._last):
            if each and (edited := _edited(each, now)) is not None:
                return each, edited
        return last or self._last, None

    def _show(self, edited: Edited | None, shown: Iterable[str]) -> set[str]:
        """Put a state of the site in the place of the one that was shown; the files that are otherwise now.

        edited: None for the state of the last build, written or not.
        """
        last, before = self._last, self._overlay.made if self._overlay else {}
        edited = edited or (last.whole if last else None)
        is_written = last is self._written and (last is None or edited is last.whole)
        self._overlay = Overlay(last, edited, self._compiled) if last and edited and not is_written else None
        try:
            now = self._overlay.made_of(sorted(shown)[:MOST_OPEN]) if self._overlay else {}
        except Exception:  # noqa: BLE001 -- what is wrong the build tells
            self._overlay, now = None, {}
        changed = {path for path, made in now.items() if made != (before.get(path) or self._built(path))}
        for path in before.keys() - now.keys():
            if self._overlay or before[path] != self._built(path):
                changed.add(path)
        return changed

    def _built(self, path: str) -> bytes:
        """A file as it stands in the output folder; empty where there is none."""
        try:
            return (self._output / path).read_bytes()
        except OSError:
            return b""


def _edited(last: Last, now: Snapshot) -> Edited | None:
    """The site that a build would make of the files as they are; None where only that can tell."""
    try:
        return last.edited(now)
    except Exception:  # noqa: BLE001 -- what is wrong the build tells
        return None

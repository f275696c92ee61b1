"""Pages as an edit makes them, shown before the build is done: made when somebody looks at them, written nowhere."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from sitegen.preview.last import Edited, Last
from sitegen.preview.watching import Snapshot
from sitegen.render import Renderer
from sitegen.templating import Compiled

MOST_OPEN = 20
"""Open pages that are made at once; further ones hear of an edit when the build is done."""
OFTEN = ("articles/", "index.html")
"""What the pages begin with whose templates are compiled before anybody edits."""


class Overlay:
    """Pages of a state of the site that no build has made yet. made: those that were asked for, by path."""

    def __init__(self, last: Last, editions: Edited, compiled: dict[str, Compiled]) -> None:
        self._last, self._editions, self._compiled = last, editions, compiled
        self._renderers: dict[int, Renderer] = {}
        self.made: dict[str, bytes] = {}

    def page(self, path: str) -> bytes | None:
        """A page by its path below the output folder; None for what is no page of the site.

        Raises what making it raises.
        """
        if path not in self.made:
            found = self._last.places.get(path)
            made = self._renderer(found[0]).render(found[1]) if found else None
            if not isinstance(made, bytes):
                return None
            self.made[path] = made
        return self.made[path]

    def _renderer(self, number: int) -> Renderer:
        """What makes the pages of one language."""
        if number not in self._renderers:
            edition, planned = self._editions[number], self._last.planned
            compiled = self._compiled.setdefault(edition.site.config.language, Compiled())
            folders = planned.draft.template_folders
            self._renderers[number] = Renderer(edition.site, planned.kinds, edition.links, folders, compiled)
        return self._renderers[number]


class Early:
    """Shows edits of a few entries at once, on top of the site that the last build wrote.

    output: the folder of that site. note: is told the paths of pages that look otherwise than before.
    """

    def __init__(self, output: Path, note: Callable[[Collection[str]], None]) -> None:
        self._output, self._note = output, note
        self._last: Last | None = None
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
        overlay = Overlay(last, last.planned.editions, self._compiled)
        for beginning in OFTEN:
            path = next((path for path in last.places if path.startswith(beginning)), "")
            overlay.page(path)

    def take(self, last: Last) -> None:
        """Take what a build made, where nothing is known of a later one."""
        self._last = self._last or last

    def look(self, now: Snapshot, shown: Collection[str]) -> bool:
        """Show the files as they are now; whether that can be done. shown: paths of the pages that are open."""
        edited = _edited(self._last, now) if self._last else None
        if edited is None:
            return False
        self._note(self._show(edited, shown))
        return True

    def page(self, path: str) -> bytes | None:
        """A page that looks otherwise than the last build made it; None for any that is to be taken from there."""
        overlay = self._overlay
        if overlay is None:
            return None
        was_made = path in overlay.made
        try:
            made = overlay.page(path)
        except Exception:  # noqa: BLE001 -- what is wrong the build tells
            self._note(self._show((), ()))
            return None
        if made is not None and not was_made and made != self._built(path):
            self._note({path})
        return made

    def settle(
        self, last: Last | None, now: Snapshot, written: Collection[str], shown: Collection[str], *, failed: bool
    ) -> None:
        """A build is done. last: what it made, None for nothing new. written: paths of the files that it changed."""
        before = self._overlay.made if self._overlay else {}
        edited: Edited | None = ()
        # Where a file was saved again while it was read, an older site tells more of what is there now.
        for each in (last, self._last):
            if each and not failed and (edited := _edited(each, now)) is not None:
                self._last = each
                break
        else:
            self._last = last or self._last
        self._note({*(set(written) - before.keys()), *self._show(edited or (), shown)})

    def _show(self, edited: Edited, shown: Iterable[str]) -> set[str]:
        """Put a state of the site in the place of the one that was shown; the pages that look otherwise now."""
        before = self._overlay.made if self._overlay else {}
        self._overlay = Overlay(self._last, edited, self._compiled) if edited and self._last else None
        open_ = sorted(shown)[:MOST_OPEN] if self._overlay else []
        try:
            now = {path: page for path in open_ if self._overlay and (page := self._overlay.page(path)) is not None}
        except Exception:  # noqa: BLE001 -- what is wrong the build tells
            self._overlay, now = None, {}
        changed = {path for path, page in now.items() if page != (before.get(path) or self._built(path))}
        for path in before.keys() - now.keys():
            if self._overlay or before[path] != self._built(path):
                changed.add(path)
        return changed

    def _built(self, path: str) -> bytes:
        """A page as the last build wrote it; empty where there is none."""
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

"""The stage that mends the source: safe repairs in the .bib files, and not a byte beside them.

A fix may only write down what the reader understands anyway. Each is held to that: after it, the entries that are read
are equal to those before, and no kind of problem has become more frequent. If not, it is not applied to that file.
"""

import os
import stat
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import sitegen.fixes
from sitegen.config import LimitsConfig, SiteConfig
from sitegen.content import FOLDER
from sitegen.disk.replace import replace_file
from sitegen.fixes import Edit, Fix
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.decode import decode
from sitegen.manuscript import read_manuscript, with_unix_lines
from sitegen.model.entry import Entry
from sitegen.problems import Code, Place, Problem, excerpt
from sitegen.shelf import load
from sitegen.text.lines import Lines

CODES: dict[str, Code] = {
    "not-fixed": Code("warning", "A file, or a repair in it, was left alone by --fix.", "Mend it by hand."),
}
"""By code, the word that people put in `[check] ignore`."""
_ENCODINGS = {"windows-1252": "cp1252"}
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Change:
    """One repair. place: where it stood in the file before all repairs. code: of the problem it mended."""

    place: Place
    message: str
    code: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was read. found: what the disk said of it then."""

    path: str
    file: Path
    data: bytes
    found: os.stat_result


@dataclass(frozen=True, slots=True)
class Kept:
    """A piece of a text that no repair touched: where it stood, where it stands, its length in characters."""

    before: int
    after: int
    length: int


@dataclass(frozen=True, slots=True)
class Mended:
    """A file and what is to become of it.

    data: the bytes it is to have; as before when there are no changes. kept: all that stays, in order.
    """

    original: Original
    data: bytes
    encoding: str = "utf-8"
    kept: tuple[Kept, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


def mend(root: Path, config: SiteConfig) -> tuple[Mended, ...]:
    """The .bib files of the site at `root` that have changes or problems, by path. Nothing is written.

    Links, hidden files and `static/` are passed over, and files above the limit, which the reader passes over too.
    """
    shelf = load(sitegen.fixes, Fix)
    fixes = {name: fix for name, fix in shelf.items() if name not in config.check.ignored_codes}
    mended = (mended_file(original, fixes, config.limits) for original in _originals(root / FOLDER, config.limits))
    return tuple(file for file in mended if file.changes or file.problems)


def mended_file(original: Original, fixes: Mapping[str, Fix], limits: LimitsConfig) -> Mended:
    """A file with every fix applied that leaves its meaning as it is."""
    decoded = decode(original.data)
    if not decoded.encoding:
        # No BibTeX at all, as the reader has reported.
        return Mended(original, original.data)
    encoding = _ENCODINGS.get(decoded.encoding, decoded.encoding)
    text = _to_the_letter(original.data, encoding, decoded.text)
    if text is None:
        why = "its bytes could not all be kept, because it is in more than one encoding"
        return Mended(original, original.data, problems=(_left_alone(original.path, why, "Save it as UTF-8 first."),))
    work = _Work(original.path, text, encoding, limits)
    for fix in fixes.values():
        work.try_out(fix)
    changes = tuple(sorted(work.changes, key=lambda change: change.place))
    return Mended(original, work.text.encode(encoding), encoding, tuple(work.kept), changes, tuple(work.problems))


class _Work:
    """One file on its way through the fixes."""

    def __init__(self, path: str, text: str, encoding: str, limits: LimitsConfig) -> None:
        self.text = text
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self._source = (path, encoding, limits)
        self._lines = Lines(with_unix_lines(text))
        self.kept = [Kept(0, 0, len(text))]
        self._trails: list[_Trail] = []
        self._reading: Reading | None = None

    def try_out(self, fix: Fix) -> None:
        """Apply a fix if the file then still says the same."""
        manuscript = read_manuscript(self.text)
        edits = in_order(fix.repair(manuscript))
        if not edits:
            return
        path = self._source[0]
        fixed = applied(self.text, edits)
        before, after = self._reading or self._read(self.text), self._read(fixed)
        if not says_the_same(before, after):
            why = f"the repair {fix.name!r} would change what is read"
            self.problems.append(_left_alone(path, why, "Mend it by hand."))
            return
        for edit in edits:
            line = self._lines.line(self._origin(_first(manuscript.text, edit)))
            self.changes.append(Change(Place(path, line), edit.message, fix.name))
        self._trails.append(_Trail(edits))
        self.kept = list(still_kept(self.kept, edits))
        self.text, self._reading = fixed, after

    def _origin(self, offset: int) -> int:
        """Where a character stood before all fixes."""
        for trail in reversed(self._trails):
            offset = trail.before(offset)
        return offset

    def _read(self, text: str) -> Reading:
        """What the reader makes of the file alone."""
        path, encoding, limits = self._source
        assert FORMAT.read is not None
        return FORMAT.read([Source(path, text.encode(encoding))], limits)


def in_order(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits by place; where two delete the same blanks, the second leaves them to the first."""
    ordered: list[Edit] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        ordered.append(replace(edit, start=min(max(edit.start, end), edit.end)))
        end = max(end, edit.end)
    return tuple(ordered)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits applied, which come in order.

    >>> applied("a and ", [Edit(1, 5, "", "gone")])
    'a '
    """
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*pieces, text[at:]))


def still_kept(kept: Iterable[Kept], edits: Sequence[Edit]) -> Iterator[Kept]:
    """What stays of the pieces that were kept before, when the text as it is now is edited.

    >>> list(still_kept([Kept(0, 0, 9)], [Edit(2, 4, "x", "changed")]))
    [Kept(before=0, after=0, length=2), Kept(before=4, after=3, length=5)]
    """
    index = shift = 0
    for piece in kept:
        at, end = piece.after, piece.after + piece.length
        while index < len(edits) and edits[index].start < end:
            edit = edits[index]
            if edit.start > at:
                yield Kept(piece.before + at - piece.after, at + shift, edit.start - at)
            at = max(at, edit.end)
            if edit.end > end:
                break
            shift += len(edit.text) - (edit.end - edit.start)
            index += 1
        if at < end:
            yield Kept(piece.before + at - piece.after, at + shift, end - at)


def says_the_same(before: Reading, after: Reading) -> bool:
    """Whether two readings of a file have equal entries but for dropped copies, and the second no new problems."""
    if Counter(each.code for each in after.problems) - Counter(each.code for each in before.problems):
        return False
    left = iter([_placeless(entry) for entry in after.entries])
    wanted = next(left, None)
    seen: dict[str, list[Entry]] = {}
    dropped = 0
    for entry in map(_placeless, before.entries):
        if entry == wanted:
            seen.setdefault(entry.id, []).append(entry)
            wanted = next(left, None)
        elif entry in seen.get(entry.id, ()):
            dropped += 1
        else:
            return False
    return wanted is None and before.found - after.found == dropped


def put_in_place(files: Iterable[Mended]) -> tuple[Mended, ...]:
    """Replace the files that have changes, each in one step; those left alone come back with a problem instead."""
    return tuple(_put(file) if file.changes else file for file in files)


def _put(mended: Mended) -> Mended:
    """One file in its place, with the mode it had; a link or a file that changed meanwhile is left alone."""
    original = mended.original
    try:
        refusal = _refusal(original)
        if not refusal:
            replace_file(original.file, mended.data, stat.S_IMODE(original.found.st_mode))
            return mended
    except OSError as error:
        refusal = f"it cannot be written: {excerpt(str(error.strerror))}", "Check who may write it."
    return Mended(original, original.data, problems=(*mended.problems, _left_alone(original.path, *refusal)))


def _refusal(original: Original) -> tuple[str, str] | None:
    """Why a file may not be replaced, with the way out; None when it may."""
    data, found = _bytes(original.file)
    if data != original.data or (found.st_ino, found.st_dev) != (original.found.st_ino, original.found.st_dev):
        return "it changed while it was being mended", "Run the check again."
    if found.st_nlink > 1:
        return "it has a second name on the disk, which would keep the old text", "Mend it by hand."
    if not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return "it is write-protected", "Allow writing."
    return None


def _originals(folder: Path, limits: LimitsConfig) -> Iterator[Original]:
    """The .bib files below the content folder as they are now, by path."""
    for parent, folders, names in os.walk(folder, followlinks=False):
        above = Path(parent)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not (above / name).is_symlink() and (above, name) != (folder, "static")
        )
        for name in sorted(names):
            file = above / name
            if name.startswith(".") or not name.lower().endswith(FORMAT.suffixes) or file.is_symlink():
                continue
            if file.is_file() and file.stat().st_size <= limits.file_bytes:
                # What cannot be read, the reader has reported.
                with suppress(OSError):
                    yield Original(f"{FOLDER}/{file.relative_to(folder).as_posix()}", file, *_bytes(file))


def _bytes(file: Path) -> tuple[bytes, os.stat_result]:
    """The bytes of a regular file that is no link, and what the disk says of it."""
    with os.fdopen(os.open(file, _OPEN), "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(0, "Not a regular file", str(file))
        return stream.read(), found


def _to_the_letter(data: bytes, encoding: str, read: str) -> str | None:
    """A file's text with every character; None when that cannot be led back to the bytes, or is not what was read."""
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data and decode(text.encode()).text == read
    except UnicodeError:
        return None
    return text if same else None


def _placeless(entry: Entry) -> Entry:
    """An entry wherever it stands."""
    return replace(entry, place=Place())


def _first(text: str, edit: Edit) -> int:
    """The first letter that an edit concerns, for its line."""
    blanks = len(text[edit.start : edit.end]) - len(text[edit.start : edit.end].lstrip())
    return edit.start + blanks if edit.start + blanks < edit.end else edit.start


def _left_alone(path: str, why: str, hint: str) -> Problem:
    """The remark that a file was not mended."""
    return Problem("not-fixed", f"left alone: {why}", Place(path), hint)


class _Trail:
    """The way back from a text to what it was before some edits."""

    __slots__ = ("_edits", "_starts")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        shift = 0
        self._starts: list[int] = []
        for edit in edits:
            self._starts.append(edit.start + shift)
            shift += len(edit.text) - (edit.end - edit.start)

    def before(self, offset: int) -> int:
        """Where a character stood before; one that was put in, where it was put in."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit = self._edits[index]
        behind = offset - self._starts[index] - len(edit.text)
        return edit.start if behind < 0 else edit.end + behind

"""What the last good build made, kept in memory, so that an edit of a few entries need not wait for the next build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.assemble.revised import Assembled
from sitegen.content import FOLDER
from sitegen.formats import Revisable, Revision
from sitegen.making import Planned
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.pages import Artifact
from sitegen.plan import Edition
from sitegen.preview.watching import Snapshot, seen
from sitegen.problems import Place
from sitegen.query.answers import answers
from sitegen.read import bibliographies, is_regular

ASSET = "asset"
"""The kind of the files of the theme, whose names change with what is in them."""
Edited = tuple[Edition, ...]
"""The site in each of its languages as a few edits make it; empty where nothing in it is otherwise."""


@dataclass(frozen=True, slots=True)
class Last:
    """A site as a build made it.

    snapshot: the watched files as they were when the build began. root: folder of the site. sources: bibliography files
    that can be revised, by their paths from there. assembled: its library. places: its pages by their paths, each with
    the number of its language, and what they are styled and run by. numbers: of its entries, by their files.
    """

    planned: Planned
    snapshot: Snapshot
    root: Path
    sources: Mapping[str, Revisable]
    assembled: Assembled
    places: Mapping[str, tuple[int, Artifact]]
    numbers: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, planned: Planned, snapshot: Snapshot, root: Path) -> "Last":
        """What is kept of a site. snapshot: of a moment before it was read."""
        draft = planned.draft
        sources = dict(_revisable(planned, snapshot))
        assembled = Assembled.of(draft.site.library, draft.content.entries)
        numbers: dict[str, list[int]] = {}
        for number, entry in enumerate(draft.content.entries):
            numbers.setdefault(entry.place.file, []).append(number)
        return cls(planned, snapshot, root, sources, assembled, dict(_places(planned)), numbers)

    def edited(self, now: Snapshot) -> Edited | None:
        """The site that a build would make of the files as they are now; None where only that can tell.

        Raises OSError where a file cannot be read.
        """
        changed = [path for path in {**self.snapshot, **now} if self.snapshot.get(path) != now.get(path)]
        changes: dict[int, Entry] = {}
        moved: list[tuple[Place, int]] = []
        for path in sorted(changed):
            file = Path(path).relative_to(self.root).as_posix()
            if path not in now or path not in self.snapshot or file not in self.sources:
                return None
            numbers = self.numbers.get(file, ())
            of_file = [self.assembled.entries[number] for number in numbers]
            if not is_regular(Path(path)) or now[path].size > self.planned.draft.content.config.limits.file_bytes:
                return None
            revision = self.sources[file].revised(file, Path(path).read_bytes(), of_file)
            if revision is None:
                return None
            changes |= {numbers[revision.first + at]: entry for at, entry in enumerate(revision.entries)}
            moved += _moved(revision, of_file)
        library = self.assembled.revised(changes, moved) if changes else None
        return () if not changes else None if library is None else self._editions(library)

    def _editions(self, library: Library) -> Edited:
        """The site with another library of the same shape, in each of its languages."""
        site = replace(self.planned.draft.site, library=library, kept={})
        lists = answers(site).ids if any(prose.lists for prose in site.prose.values()) else site.answers
        return tuple(
            replace(
                each,
                site=replace(
                    each.site, library=replace(each.site.library, entries=library.entries), answers=lists, kept={}
                ),
            )
            for each in self.planned.editions
        )


def _places(planned: Planned) -> Iterator[tuple[str, tuple[int, Artifact]]]:
    """The pages that templates make, unless only finished files tell what is in them, and the files of the theme."""
    shows = {name for name, kind in planned.kinds.items() if (kind.template and not kind.late) or name == ASSET}
    for number, each in enumerate(planned.editions):
        yield from ((artifact.path, (number, artifact)) for artifact in each.artifacts if artifact.kind in shows)


def _moved(revision: Revision, entries: list[Entry]) -> Iterator[tuple[Place, int]]:
    """The place behind which the entries of a file moved, and by how many lines; nothing where they did not."""
    if revision.lines and revision.entries:
        yield entries[revision.first + len(revision.entries) - 1].place, revision.lines


def _revisable(planned: Planned, snapshot: Snapshot) -> Iterator[tuple[str, Revisable]]:
    """The bibliography files that can be revised, where those of their format are still what the build read."""
    content = planned.draft.content
    for format_ in planned.draft.site.formats.values():
        if format_.revisable is None:
            continue
        sources = bibliographies(content.files, format_, content.config, [])
        there = [str(content.files[source.path.removeprefix(f"{FOLDER}/")]) for source in sources]
        if all(path in snapshot and seen(path) == snapshot[path] for path in there):
            kept = format_.revisable(sources, content.config.limits)
            yield from ((source.path, kept) for source in sources)

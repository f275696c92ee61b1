"""What the last good build made, kept in memory, so that an edit of a few entries need not wait for the next build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.assemble.revised import Assembled
from sitegen.content import FOLDER
from sitegen.formats import Revisable
from sitegen.making import Planned
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.pages import Artifact
from sitegen.plan import Edition
from sitegen.preview.watching import Snapshot, seen
from sitegen.problems import Place
from sitegen.query.answers import answers
from sitegen.read import bibliographies, is_regular
from sitegen.site import Site

ASSET = "asset"
"""The kind of the files of the theme, whose names change with what is in them."""
SIZED = ("by_person", "by_venue", "by_topic", "by_year", "by_type", "by_volume")
"""Tables of a library whose keys, and how many works stand under each, decide which pages there are."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A site as a few edits make it, in each of its languages.

    places: its pages by their paths, each with the number of its language, and what they are styled and run by.
    """

    editions: tuple[Edition, ...]
    places: Mapping[str, tuple[int, Artifact]]

    @classmethod
    def of(cls, planned: Planned) -> "Edited":
        """A site with the files that are planned for it."""
        return cls(planned.editions, dict(_places(planned)))


@dataclass(frozen=True, slots=True)
class Last:
    """A site as a build made it.

    snapshot: the watched files as they were when the build began. root: folder of the site. sources: bibliography files
    that can be revised, by their paths from there. assembled: its library. whole: the site without any edit.
    numbers: of its entries, by their files.
    """

    planned: Planned
    snapshot: Snapshot
    root: Path
    sources: Mapping[str, Revisable]
    assembled: Assembled
    whole: Edited
    numbers: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, planned: Planned, snapshot: Snapshot, root: Path) -> "Last":
        """What is kept of a site. snapshot: of a moment before it was read."""
        draft = planned.draft
        sources = dict(_revisable(planned, snapshot))
        assembled = Assembled.of(draft.site.library, draft.content)
        numbers: dict[str, list[int]] = {}
        for number, entry in enumerate(draft.content.entries):
            numbers.setdefault(entry.place.file, []).append(number)
        return cls(planned, snapshot, root, sources, assembled, Edited.of(planned), numbers)

    def edited(self, now: Snapshot) -> Edited | None:
        """The site that a build would make of the files as they are now; None where only that can tell.

        It is `whole` where they say nothing else. Raises OSError where a file cannot be read.
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
            changes |= revision.changes(numbers)
            moved += revision.moved(of_file)
        if not changes:
            return self.whole
        library = self.assembled.revised(changes, moved)
        return None if library is None else self._with(library)

    def _with(self, library: Library) -> Edited:
        """The site with another library. Raises SitegenError where two of its files want one address."""
        draft = self.planned.draft
        site = replace(draft.site, library=library, kept={})
        if any(prose.lists for prose in site.prose.values()):
            site = replace(site, answers=answers(site).ids)
        if not _same_pages(draft.site.library, library):
            return Edited.of(Planned.of(replace(draft, site=site)))
        return replace(self.whole, editions=tuple(_like(each, site) for each in self.planned.editions))


def _like(edition: Edition, site: Site) -> Edition:
    """The edition of another state of the site that has the same pages, people and venues."""
    library = replace(site.library, people=edition.site.library.people)
    return replace(edition, site=replace(edition.site, library=library, answers=site.answers, kept={}))


def _same_pages(one: Library, other: Library) -> bool:
    """Whether the sites of two libraries of the same entries have the same pages and people."""
    return one.people is other.people and all(
        (lists := getattr(one, name)) is (others := getattr(other, name))
        or {key: len(ids) for key, ids in lists.items()} == {key: len(ids) for key, ids in others.items()}
        for name in SIZED
    )


def _places(planned: Planned) -> Iterator[tuple[str, tuple[int, Artifact]]]:
    """The pages that templates make, unless only finished files tell what is in them, and the files of the theme."""
    shows = {name for name, kind in planned.kinds.items() if (kind.template and not kind.late) or name == ASSET}
    for number, each in enumerate(planned.editions):
        yield from ((artifact.path, (number, artifact)) for artifact in each.artifacts if artifact.kind in shows)


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

"""A site read, checked, planned, rendered and written: the stages of a build in their order, timed."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sitegen.pages
from sitegen.address import vanished
from sitegen.beside import beside, can_fork
from sitegen.disk.glance import Glance
from sitegen.disk.manifest import name_of, seal
from sitegen.disk.staging import Stage
from sitegen.draft import Draft, draft
from sitegen.editions import editions
from sitegen.hosting import too_large
from sitegen.inputs import program, styles
from sitegen.lanes import Crew, forked
from sitegen.outcome import BuildOptions, BuildResult, Written, wrong
from sitegen.pages import PageKind
from sitegen.plan import Edition, plan_editions
from sitegen.problems import Problem
from sitegen.progress import Announce, Stopwatch
from sitegen.remake import Remake, remake
from sitegen.shelf import load
from sitegen.traces import bibliography
from sitegen.traces.explain import found
from sitegen.traces.rereading import Rereading
from sitegen.write import write

BIBLIOGRAPHY = "bibliography.kept"
"""What the folder of what sitegen remembers holds of the bibliography."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A site that is read and checked, in each of its languages, with every file that it has."""

    draft: Draft
    editions: tuple[Edition, ...]
    kinds: Mapping[str, PageKind]

    @classmethod
    def of(cls, drafted: Draft) -> "Planned":
        """The files of a site. Raises SitegenError where two want one address."""
        kinds = load(sitegen.pages, PageKind)
        return cls(drafted, plan_editions(editions(drafted.site, drafted.style_file), kinds), kinds)


Keep = Callable[[Planned], None]
"""Called with a site before its files are made, which may still fail."""


def prepared(root: Path, options: BuildOptions) -> Planned:
    """A site that is read and checked but not made. Raises SitegenError for what must be mended first."""
    return Planned.of(draft(root, options.base_url, options.updated))


@contextmanager
def _collector_off() -> Iterator[None]:
    """No search for cycles while a build makes millions of values that have none: it takes a tenth of the time.

    A site that is let go is let go before the collector is on again, which else would look through all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_off()
def made(
    root: Path,
    output: Path,
    state: Path,
    options: BuildOptions,
    announce: Announce,
    watch: Stopwatch,
    keep: Keep | None = None,
) -> BuildResult:
    """Go through all stages. state: the folder of what sitegen remembers. keep: None lets the site go."""
    with watch("compare"):
        glance = None if options.clean else Glance.at(output, state, options.jobs)
        known = None if options.clean else bibliography.load(state / BIBLIOGRAPHY)
        rereading = Rereading(known, (*program(), *styles(root)))
    drafted = draft(root, options.base_url, options.updated, announce, watch, rereading=rereading, jobs=options.jobs)
    refused = options.strict and wrong(drafted.problems)
    pages, files, told = 0, Written(), tuple[str, ...]()
    if not refused:
        announce("plan", 0, 0)
        with watch("plan"):
            planned = Planned.of(drafted)
        if keep:
            keep(planned)
        pages, files, told = _write(planned, output, state, options, rereading, announce, watch, glance)
    with watch("check"):
        problems = (*drafted.problems, *_told_after(drafted, files))
    return BuildResult(
        read=drafted.found,
        entries=len(drafted.site.library.entries),
        pages=pages,
        files=files,
        stages=watch.stages,
        problems=problems,
        base_path=drafted.site.base_path,
        refused=refused,
        explained=told,
    )


def _told_after(made: Draft, files: Written) -> Iterator[Problem]:
    """What only the finished site shows: pages that are gone, and what its host may refuse."""
    ignored = made.site.config.check.ignored_codes
    for problem in (*vanished(files.vanished), *too_large(files)):
        if problem.code not in ignored:
            yield problem


def _write(
    planned: Planned,
    output: Path,
    state: Path,
    options: BuildOptions,
    rereading: Rereading,
    announce: Announce,
    watch: Stopwatch,
    glance: Glance | None,
) -> tuple[int, Written, tuple[str, ...]]:
    """Render and write: how many pages there are, what became of the files, and why, of those asked for."""
    made, spoken, kinds = planned.draft, planned.editions, planned.kinds
    with watch("plan"):
        files_of_all = [artifact for each in spoken for artifact in each.artifacts]
        asked = [found(path, files_of_all, options.output) for path in options.explain]
    with watch("compare"):
        about = b"" if options.clean else seal(state, output)
        notes = state / name_of(state, output)
        around = rereading.program
        remakes = [remake(each, kinds, made.template_folders, around, notes, about, rereading.known) for each in spoken]

    crew, kept = _crew(spoken, state, options), list[Callable[[], tuple[bytes, Mapping[str, bytes]]]]()

    def make_all(stage: Stage) -> None:
        with watch("remember"):
            kept.append(_kept(rereading, remakes[0], state / BIBLIOGRAPHY, options.jobs))
        with watch("render"):
            for each in remakes:
                each.fill(stage, crew, announce, glance)
            remakes[0].finish(stage, made.template_folders)
        announce("write", 0, 0)

    try:
        with watch("write"):
            files = write(make_all, output, state, clean=options.clean)
        watch.stages["write"] -= sum(watch.stages.get(stage, 0.0) for stage in ("render", "remember"))
        with watch("remember"):
            about, (mark, entries) = seal(state, output), kept[0]()
            for each in remakes:
                each.values.know(entries)
                each.keep(about, mark)
    finally:
        for done in kept:
            done()
        for each in remakes:
            each.answers.close()
    told = tuple(each.told(artifact) for artifact in asked for each in remakes if artifact in each.edition.artifacts)
    return sum(artifact.path.endswith(".html") for artifact in files_of_all), files, told


def _kept(
    rereading: Rereading, made: Remake, place: Path, jobs: int
) -> Callable[[], tuple[bytes, Mapping[str, bytes]]]:
    """Keep what files say while the pages are made, and let go of it; what waits for its mark.

    With it come the digests of all entries where nothing is known of the last build. To encode texts takes room for as
    long as they are there, so that this is better done by a process that ends.
    """

    def work() -> tuple[bytes, Mapping[str, bytes]]:
        return rereading.keep(place), {} if made.since.last else made.values.of_entries()

    done = beside(work, jobs)
    if not can_fork(jobs):
        done()
    rereading.forget()
    return done


def _crew(spoken: Sequence[Edition], state: Path, options: BuildOptions) -> Crew | None:
    """Who makes the pages; None for this process alone."""
    if options.executor is None:
        return forked(options.jobs)
    # Few sites need it.
    from sitegen.elsewhere import hired

    return hired(options.executor, spoken, state.parent, state, base_url=options.base_url, updated=options.updated)

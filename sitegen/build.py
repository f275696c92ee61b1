"""A build: the stages in their order, timed."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import sitegen.pages
from sitegen.address import vanished
from sitegen.disk.manifest import name_of, seal
from sitegen.disk.output_guard import output_folder
from sitegen.disk.remembered import recall, remember
from sitegen.disk.staging import Stage
from sitegen.draft import Draft, draft
from sitegen.editions import editions
from sitegen.hosting import too_large, too_slow
from sitegen.inputs import digest_of_inputs, program, styles
from sitegen.lanes import forked
from sitegen.outcome import BuildResult, Written
from sitegen.pages import PageKind
from sitegen.plan import plan_editions
from sitegen.problems import Problem
from sitegen.progress import Announce, Clock, Stopwatch, silent, stopped
from sitegen.remake import remake
from sitegen.shelf import load
from sitegen.traces.explain import found, untouched
from sitegen.write import write

PASSING = ("address-vanished", "build-slow")
"""Codes of problems that are of one build alone."""
STATE = ".sitegen"
"""The folder beside content/ for what sitegen remembers; it may be deleted at any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the command line may say about a build.

    clean: write every file anew. strict: warnings and errors stop the build before anything is written.
    base_url: the site's address; "" takes the configuration's, else the git remote's.
    jobs: processes at most.
    explain: paths of files of the site, of which it is to be said why they were made anew or not.
    output: the output folder as seen from the site's. updated: YYYY-MM-DD for the footer, "" takes the configuration's.
    """

    clean: bool = False
    strict: bool = False
    base_url: str = ""
    jobs: int = 1
    output: str = "output"
    updated: str = ""
    explain: tuple[str, ...] = ()


def build(root: Path, options: BuildOptions, announce: Announce = silent, clock: Clock = stopped) -> BuildResult:
    """Make the site in the folder `root`.

    Raises SitegenError for what must be mended before anything can run, WriteError when the disk refuses; either leaves
    the old site as it was.
    """
    began = clock()
    watch = Stopwatch(clock)
    output = output_folder(root, options.output)
    with watch("compare"):
        inputs = digest_of_inputs(root, options.base_url, options.updated)
        last = None if options.clean else recall(output, root / STATE, inputs)
    if last and not (options.strict and _wrong(last.problems)):
        return replace(
            last,
            seconds=clock() - began,
            stages=watch.stages,
            explained=tuple(untouched(path) for path in options.explain),
        )
    result = _made(root, output, options, announce, watch)
    seconds = clock() - began
    result = replace(result, seconds=seconds, problems=(*result.problems, *too_slow(seconds)))
    if not result.refused:
        # What is of this build alone is told once: the next one that has nothing to do need not repeat it.
        lasting = tuple(problem for problem in result.problems if problem.code not in PASSING)
        remember(output, root / STATE, inputs, replace(result, problems=lasting))
    return result


def _made(root: Path, output: Path, options: BuildOptions, announce: Announce, watch: Stopwatch) -> BuildResult:
    """Go through all stages."""
    with _collector_off():
        made = draft(root, options.base_url, options.updated, announce, watch)
        refused = options.strict and _wrong(made.problems)
        pages, files, told = (
            (0, Written(), ()) if refused else _write(made, output, root / STATE, options, announce, watch)
        )
    return BuildResult(
        read=made.found,
        entries=len(made.site.library.entries),
        pages=pages,
        files=files,
        stages=watch.stages,
        problems=(*made.problems, *_told_after(made, files)),
        base_path=made.site.base_path,
        refused=refused,
        explained=told,
    )


def _told_after(made: Draft, files: Written) -> Iterator[Problem]:
    """What only the finished site shows: pages that are gone, and what its host may refuse."""
    ignored = made.site.config.check.ignored_codes
    for problem in (*vanished(files.vanished), *too_large(files)):
        if problem.code not in ignored:
            yield problem


def _wrong(problems: Iterable[Problem]) -> bool:
    """Whether `strict` refuses a site with these problems."""
    return any(problem.level != "info" for problem in problems)


def _write(
    made: Draft, output: Path, state: Path, options: BuildOptions, announce: Announce, watch: Stopwatch
) -> tuple[int, Written, tuple[str, ...]]:
    """Plan, render and write: how many pages there are, what became of the files, and why, of those asked for."""
    kinds = load(sitegen.pages, PageKind)
    announce("plan", 0, 0)
    with watch("plan"):
        spoken = plan_editions(editions(made.site, made.style_file), kinds)
        files_of_all = [artifact for each in spoken for artifact in each.artifacts]
        asked = [found(path, files_of_all, options.output) for path in options.explain]
    with watch("compare"):
        about = b"" if options.clean else seal(state, output)
        around, notes = (*program(), *styles(state.parent)), state / name_of(state, output)
        remakes = [remake(each, kinds, made.template_folders, around, notes, about) for each in spoken]

    crew = forked(options.jobs)

    def make_all(stage: Stage) -> None:
        with watch("render"):
            for each in remakes:
                each.fill(stage, crew, announce)
            remakes[0].finish(stage, made.template_folders)
        announce("write", 0, 0)

    with watch("write"):
        files = write(make_all, output, state, clean=options.clean)
    watch.stages["write"] -= watch.stages.get("render", 0.0)
    with watch("remember"):
        about = seal(state, output)
        for each in remakes:
            each.keep(about)
    told = tuple(each.told(artifact) for artifact in asked for each in remakes if artifact in each.edition.artifacts)
    return sum(artifact.path.endswith(".html") for artifact in files_of_all), files, told


@contextmanager
def _collector_off() -> Iterator[None]:
    """No search for cycles while a build makes millions of values that have none: it takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

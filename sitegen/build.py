"""A build: nothing where nothing has changed, else all stages in their order."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.disk.output_guard import output_folder
from sitegen.disk.remembered import recall, remember
from sitegen.hosting import too_slow
from sitegen.inputs import digest_of_inputs
from sitegen.outcome import BuildOptions, BuildResult, wrong
from sitegen.progress import Announce, Clock, Stopwatch, silent, stopped

if TYPE_CHECKING:
    from sitegen.making import Keep

__all__ = ["PASSING", "STATE", "BuildOptions", "build"]

PASSING = ("address-vanished", "build-slow")
"""Codes of problems that are of one build alone."""
STATE = ".sitegen"
"""The folder beside content/ for what sitegen remembers; it may be deleted at any time."""


def build(
    root: Path,
    options: BuildOptions,
    announce: Announce = silent,
    clock: Clock = stopped,
    keep: "Keep | None" = None,
) -> BuildResult:
    """Make the site in the folder `root`.

    keep: is handed the site before its files are made; not called where nothing is to be done. None lets it go.

    Raises SitegenError for what must be mended before anything can run, WriteError when the disk refuses; either leaves
    the old site as it was.
    """
    began = clock()
    watch = Stopwatch(clock)
    output = output_folder(root, options.output)
    with watch("compare"):
        inputs = digest_of_inputs(root, options.base_url, options.updated)
        # Whoever asks for reasons is told those of the file, which the stages know.
        last = None if options.clean or options.explain else recall(output, root / STATE, inputs)
    if last and not (options.strict and wrong(last.problems)):
        return replace(last, seconds=clock() - began, stages=watch.stages)
    # What the stages need takes longer to load than a build takes that has nothing to do.
    from sitegen.making import made

    result = made(root, output, root / STATE, options, announce, watch, keep)
    seconds = clock() - began
    result = replace(result, seconds=seconds, problems=(*result.problems, *too_slow(seconds)))
    if not result.refused:
        # What is of this build alone is told once: the next one that has nothing to do need not repeat it.
        lasting = tuple(problem for problem in result.problems if problem.code not in PASSING)
        remember(output, root / STATE, inputs, replace(result, problems=lasting))
    return result

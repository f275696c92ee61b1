"""`sitegen build`: make the site."""

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sitegen.options import build_options, examples, folder_of, last_update, peak_mb

if TYPE_CHECKING:  # it takes longer to load than much of a build that has nothing to do
    from concurrent.futures import Executor

_last: dict[str, object] = {}
"""The site that was made: to take a large one apart takes longer than to leave that to the end of the process."""


@click.command(
    short_help="Make the site in output/.",
    epilog=examples(
        ("sitegen build", "make the site in output/"),
        ("sitegen build --strict", "fail on any problem, as a test"),
        ("sitegen build --explain index.html", "say why the home page was made anew"),
        ("sitegen build --base-url https://ada.example/papers/", "for that address"),
    ),
)
@build_options
@click.option("--clean", is_flag=True, help="Write every file anew.")
@click.option("--strict", is_flag=True, help="Write nothing and fail when there are warnings or errors.")
@click.option(
    "--explain", multiple=True, metavar="PATH", help="Say why this file of the site was made anew, or was not."
)
@click.option(
    "--executor",
    default="",
    metavar="ADDRESS",
    help="Let a cluster make the pages: dask://HOST:PORT, whose workers see the site's folder under the same path.",
)
@click.option("--json", "as_json", is_flag=True, help="End with one line of JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.pass_obj
def build(
    above: Path | None,
    site: Path | None,
    base_url: str,
    output: str,
    jobs: int,
    clean: bool,
    strict: bool,
    explain: tuple[str, ...],
    executor: str,
    as_json: bool,
    quiet: bool,
) -> NoReturn:
    """Make the site in output/; write only what changed."""
    from sitegen import report
    from sitegen.build import BuildOptions
    from sitegen.build import build as make

    options = BuildOptions(
        clean=clean,
        strict=strict,
        base_url=base_url,
        output=output,
        jobs=jobs,
        updated=last_update(),
        explain=explain,
    )
    with _cluster(executor) as workers, report.progress(shown=sys.stderr.isatty() and not quiet) as announce:
        options = replace(options, executor=workers)
        result = make(folder_of(site, above), options, announce, time.perf_counter, partial(_last.__setitem__, "site"))
    report.print_problems([problem for problem in result.problems if not quiet or problem.level == "error"])
    if not quiet or result.refused:
        report.say(report.summary(result))
    for sentence in result.explained:
        report.say(sentence)
    if as_json:
        click.echo(report.build_json(result, peak_mb()))
    sys.exit(1 if result.incomplete else 0)


def _cluster(address: str) -> "AbstractContextManager[Executor | None]":
    """Who works at an address; None for "", which is nobody."""
    if not address:
        return nullcontext()
    import sitegen.clusters
    from sitegen.clusters import Cluster, cluster_of
    from sitegen.shelf import load

    return cluster_of(address, load(sitegen.clusters, Cluster)).connected(address)

"""`sitegen deploy`: publish the site."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sitegen import __version__
from sitegen.options import build_options, examples, folder_of, last_update

if TYPE_CHECKING:
    from sitegen.build import BuildOptions
    from sitegen.deploying.branch import Plan, Target
    from sitegen.outcome import BuildResult
    from sitegen.problems import Problem

REFUSED = 3
_HOSTS = ("cloudflare", "gitlab", "netlify")
_GITHUB_PAGES = 1_000_000_000
"""Bytes a site on GitHub Pages may have (its documentation, "GitHub Pages limits")."""


@click.command(
    short_help="Build the site and publish it.",
    epilog=examples(
        ("sitegen deploy --dry-run", "what would be published"),
        ("sitegen deploy", "one commit to the branch gh-pages, pushed"),
        ("sitegen deploy --to /var/www/papers", "into a folder"),
        ("sitegen deploy --print gitlab > .gitlab-ci.yml", "the set-up of a host that builds it"),
    ),
)
@build_options
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
@click.option("--remote", default="origin", show_default=True, help="The git remote to push to.")
@click.option("--no-push", is_flag=True, help="Commit to the branch here, and push nothing.")
@click.option("--to", type=click.Path(file_okay=False), metavar="DIR", help="Publish into a folder instead.")
@click.option("--print", "host", type=click.Choice(_HOSTS), help="Print the set-up of a host, and do nothing else.")
@click.option("--dry-run", is_flag=True, help="Build, say what would be published, and publish nothing.")
@click.option("--force", is_flag=True, help="Publish although there are problems.")
@click.option("--take-over", is_flag=True, help="Replace the files of a branch that sitegen did not make.")
@click.pass_obj
def deploy(
    above: Path | None,
    site: Path | None,
    base_url: str,
    output: str,
    jobs: int,
    branch: str,
    remote: str,
    no_push: bool,
    to: str | None,
    host: str | None,
    dry_run: bool,
    force: bool,
    take_over: bool,
) -> NoReturn:
    """Build the site and publish it: on the branch gh-pages, or in a folder.

    The branch gets one commit; the files you work on are not touched. Exit code 3 when nothing was published.
    """
    from sitegen.build import BuildOptions
    from sitegen.deploying.branch import Target
    from sitegen.deploying.setup import setup_of

    if host:
        click.echo(setup_of(host), nl=False)
        sys.exit(0)
    root = folder_of(site, above)
    options = BuildOptions(strict=not force, base_url=base_url, output=output, jobs=jobs, updated=last_update())
    if to:
        _to_folder(root, to, options, dry_run=dry_run)
    else:
        target = Target(branch=branch, remote="" if no_push else remote)
        _build(root, options)
        _to_branch(root, root / output, target, dry_run=dry_run, force=force, take_over=take_over)
    sys.exit(0)


def _build(root: Path, options: "BuildOptions") -> "BuildResult":
    """Build the site; end the program where it has problems and they stand in the way."""
    from sitegen import report
    from sitegen.build import build

    with report.progress(shown=sys.stderr.isatty()) as announce:
        result = build(root, options, announce, time.perf_counter)
    if result.refused:
        _refuse(result.problems)
    report.say(report.summary(result))
    return result


def _refuse(problems: "Sequence[Problem]") -> NoReturn:
    """End the program, because there are problems."""
    from sitegen import report

    report.print_problems([problem for problem in problems if problem.level != "info"])
    report.say(f"error: not published, because of {report.tally(problems)}")
    report.say("    Mend them, or publish all the same with --force.")
    sys.exit(REFUSED)


def _to_folder(root: Path, to: str, options: "BuildOptions", *, dry_run: bool) -> None:
    """Publish into a folder, under the guard of the output folder."""
    from sitegen import report
    from sitegen.disk.output_guard import output_folder
    from sitegen.draft import draft

    # Seen from where the command is given; `resolve` would follow the link that the guard refuses.
    place = os.path.abspath(to)  # noqa: PTH100
    if not dry_run:
        _build(root, replace(options, output=place))
        return
    folder = output_folder(root, place)
    made = draft(root, options.base_url, pictures=False)
    if options.strict and any(problem.level != "info" for problem in made.problems):
        _refuse(made.problems)
    entries = report.counted(len(made.site.library.entries), "entry", "entries")
    report.say(report.safe(f"{entries}; would be published in {folder}; nothing was written there"))


def _to_branch(root: Path, output: Path, target: "Target", *, dry_run: bool, force: bool, take_over: bool) -> None:
    """Publish on a branch, and say where the site will stand."""
    from sitegen.address import address_from_git
    from sitegen.deploying.branch import plan, publish
    from sitegen.report import safe, say

    planned = plan(root, output, target, __version__, force=force, take_over=take_over)
    say(safe(_difference(planned)))
    if planned.bytes > _GITHUB_PAGES and "github.com" in planned.address:
        say(f"warning: {planned.bytes:,} bytes are more than the {_GITHUB_PAGES:,} a site on GitHub Pages may have")
    where = f"{target.branch} on {target.remote}" if target.remote else f"{target.branch} here"
    if dry_run:
        say(safe(f"would be published on the branch {where}; nothing was committed or pushed"))
        return
    commit = publish(root, planned, __version__)
    say(safe(f"published on the branch {where} as {commit[:10]}"))
    if target.remote and (address := address_from_git(root)):
        say(safe(f"{address} will show it in a minute or two"))
        if not planned.tip:
            pages = planned.address.removesuffix(".git").replace("git@github.com:", "https://github.com/")
            say(safe(f"once: choose the branch {target.branch} at {pages}/settings/pages"))


def _difference(planned: "Plan") -> str:
    """What changes on the branch, in one line."""
    from sitegen.report import counted

    found = planned.changes
    if not found:
        return f"{counted(planned.files, 'file')}, as on the branch already"
    counts = ((found.added, "new"), (found.changed, "changed"), (found.removed, "removed"))
    told = ", ".join(f"{len(paths):,} {what}" for paths, what in counts if paths)
    return f"{counted(planned.files, 'file')}: {told}"

"""`sitegen check`: say what is wrong in the content."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from sitegen.options import examples, folder_of, site_option


@click.command(
    short_help="Say what is wrong in the content.",
    epilog=examples(
        ("sitegen check", "what is wrong, and where"),
        ("sitegen check --fix --dry-run", "what would be mended"),
        ("sitegen check --format json", "for another program"),
    ),
)
@site_option
@click.option("--fix", is_flag=True, help="Mend in the .bib files what is safe to mend, then check.")
@click.option("--dry-run", is_flag=True, help="With --fix: print what would change as a patch; write nothing.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    help="How to print what was found; in a GitHub workflow `github`, else `text`.",
)
@click.pass_obj
def check(above: Path | None, site: Path | None, fix: bool, dry_run: bool, strict: bool, form: str | None) -> NoReturn:
    """Say what is wrong in the content, by file and line; write nothing, unless asked to mend it."""
    from sitegen import report
    from sitegen.draft import draft

    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix.")
    root = folder_of(site, above)
    form = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    with report.progress(shown=sys.stderr.isatty()) as announce:
        made = draft(root, announce=announce)
    if fix:
        from sitegen.mend import mend, put_in_place

        mended = mend(root, made.site.config)
        if dry_run:
            report.print_patch(mended)
            sys.exit(0)
        mended = put_in_place(mended)
        report.print_repairs(mended, error_stream=form != "text")
        made = draft(root) if any(file.changes for file in mended) else made
    entries = len(made.site.library.entries)
    if form == "json":
        click.echo(report.check_json(made.found, entries, made.problems))
    elif form == "github":
        for line in report.github_lines(made.problems, _in_repository(root)):
            click.echo(line)
    else:
        report.print_problems(made.problems, limit=len(made.problems), error_stream=False)
    report.say(f"{report.counted(entries, 'entry', 'entries')}; {report.tally(made.problems) or 'no problems'}")
    found = report.levels(made.problems)
    sys.exit(1 if found["error"] or (strict and found["warning"]) else 0)


def _in_repository(root: Path) -> str:
    """The site's folder as seen from the repository of the workflow; "" when it is the same or not known."""
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    if not workspace or not root.is_relative_to(Path(workspace).resolve()):
        return ""
    folder = root.relative_to(Path(workspace).resolve()).as_posix()
    return "" if folder == "." else folder

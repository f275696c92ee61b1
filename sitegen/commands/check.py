"""`sitegen check`: say what is wrong in the content."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sitegen.options import examples, folder_of, folder_option, nearest, today
from sitegen.problems import SitegenError, excerpt

FORMS = ("text", "json", "github", "sarif", "markdown")
"""The names on the shelf of reports, which is loaded only when it is needed."""

if TYPE_CHECKING:
    from sitegen.draft import Draft
    from sitegen.fidelity.proof import Proof


@click.command(
    short_help="Say what is wrong in the content.",
    epilog=examples(
        ("sitegen check", "what is wrong, and where"),
        ("sitegen check --fix --dry-run", "what would be mended"),
        ("sitegen check --links", "asks the network too"),
        ("sitegen check --explain bad-doi", "what a kind of problem is"),
        ("sitegen check --format json", "for another program"),
        ("sitegen check --site", "whether the built site says what the sources say"),
    ),
)
@folder_option
@click.option("--site", "proves", is_flag=True, help="Read the built site back and compare it with its sources.")
@click.option("--output", default="output", metavar="DIR", help="With --site: where the site is, instead of output/.")
@click.option(
    "--record", "keeps", is_flag=True, help="With --site: keep the result in content/proof.toml for the site."
)
@click.option("--fix", is_flag=True, help="Mend in the .bib files what is safe to mend, then check.")
@click.option("--dry-run", is_flag=True, help="With --fix: print what would change as a patch; write nothing.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--links", is_flag=True, help="Ask the network whether DOIs and links lead somewhere.")
@click.option(
    "--level",
    type=click.Choice(["error", "warning", "info"]),
    default="info",
    help="Leave out what is less grave; `info` are proposals.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="How to print what was found; in a GitHub workflow `github`, else `text`.",
)
@click.option("--explain", metavar="CODE", help="Say what a kind of problem is, with examples; `all` lists every one.")
@click.pass_obj
def check(
    above: Path | None,
    site: Path | None,
    proves: bool,
    output: str,
    keeps: bool,
    fix: bool,
    dry_run: bool,
    strict: bool,
    links: bool,
    level: str,
    form: str | None,
    explain: str | None,
) -> NoReturn:
    """Say what is wrong in the content, by file and line; write nothing, unless asked to mend it."""
    from sitegen import checking, report

    if explain:
        _explain(explain)
    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix.")
    if proves and fix:
        raise click.UsageError("--site goes without --fix: mend, build, then compare.")
    if keeps and not proves:
        raise click.UsageError("--record goes with --site.")
    root, day = folder_of(site, above), today()
    in_workflow = os.environ.get("GITHUB_ACTIONS") == "true"
    form = form or ("github" if in_workflow else "text")
    with report.progress(shown=sys.stderr.isatty()) as announce:
        made = checking.checked(root, day, announce)
        asked = checking.answers(root, made, day, announce) if links else ()
    if fix:
        made = checking.mended(root, made, day, dry_run=dry_run, form=form)
    proof = _proof(made, root, output) if proves else None
    further = (*asked, *proof.problems) if proof else asked
    found = checking.findings(root, made, further, level, _in_repository(root))
    if proof:
        found = replace(found, site=proof.as_numbers())
    checking.print_findings(found, form)
    if in_workflow:
        checking.summarize(found, os.environ.get("GITHUB_STEP_SUMMARY", ""))
    report.say(checking.summary(found))
    if proof:
        report.say(report.proof_line(proof.as_numbers()))
    if proof and keeps:
        _keep(proof, root, output, day)
    counts = report.levels(found.problems)
    sys.exit(1 if counts["error"] or (strict and counts["warning"]) else 0)


def _explain(code: str) -> NoReturn:
    """Print what a kind of problem is, or all of them, and end the program. Raises SitegenError for an unknown one."""
    from sitegen.checking import rules
    from sitegen.handbook import catalogue, page

    known = rules()
    if code != "all" and code not in known:
        raise SitegenError(f"there is no problem {excerpt(code)!r}", nearest(code, list(known)))
    click.echo(catalogue(known.values()) if code == "all" else page(known[code]), nl=False)
    sys.exit(0)


def _proof(made: "Draft", root: Path, output: str) -> "Proof":
    """The proof of fidelity of the site in the output folder. Raises SitegenError where it cannot be made."""
    from sitegen import report
    from sitegen.disk.built import built_files, source_files
    from sitegen.disk.output_guard import output_folder

    try:
        from sitegen.fidelity.prove import prove
    except ImportError as error:
        raise SitegenError(
            f"a built site is read back by other programs, and {error.name} is not here",
            "Install them with `pip install bibtexparser rispy selectolax`.",
        ) from None
    folder = output_folder(root, output)
    if not (folder / "index.html").is_file():
        raise SitegenError(f"there is no built site in {excerpt(output)}", "Run `sitegen build` first.")
    with report.progress(shown=sys.stderr.isatty()) as announce:
        reported = (*made.problems, *(problem for problem, _reason in made.aside))
        return prove(made.site, reported, source_files(root), built_files(folder), announce)


def _keep(proof: "Proof", root: Path, output: str, day: str) -> None:
    """Keep the result of a proof in the content folder. Raises SitegenError where that cannot be done."""
    from sitegen import report
    from sitegen.disk.built import built_files
    from sitegen.disk.output_guard import output_folder
    from sitegen.fidelity.keep import keep

    kept = keep(proof, root, built_files(output_folder(root, output)), day)
    report.say(f"kept in {kept}; `sitegen build` puts it on the page that [pages] data_quality asks for")


def _in_repository(root: Path) -> str:
    """The site's folder as seen from the repository of the workflow; "" when it is the same or not known."""
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    if not workspace or not root.is_relative_to(Path(workspace).resolve()):
        return ""
    folder = root.relative_to(Path(workspace).resolve()).as_posix()
    return "" if folder == "." else folder

"""The command line: arguments, one call, printing, exit codes."""

import difflib
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from sitegen import __version__
from sitegen.problems import SitegenError, excerpt

if TYPE_CHECKING:
    from sitegen.model.library import Library

F = TypeVar("F", bound=Callable[..., Any])
INTERRUPTED, TERMINATED = 130, 143


class Stopped(SystemExit):
    """Somebody asked the program to end, with this exit code. An event loop lets no other kind of exception through."""


class Commands(click.Group):
    """Commands; a name that is not known names its nearest neighbour."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            ctx.fail(f"there is no command {excerpt(args[0])!r}. {nearest(args[0], self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint: the known word that is most like this one, else all of them.

    >>> nearest("biuld", ["build", "check"])
    "Did you mean 'build'?"
    """
    near = difflib.get_close_matches(word, known, 1)
    return f"Did you mean {near[0]!r}?" if near else "Use one of: " + ", ".join(known) + "."


def site_option(function: F) -> F:
    """The option that names the site's folder."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("-C", "--site", type=folder, help="The site's folder, if it is not the current one.")(function)


def build_options(function: F) -> F:
    """The options of everything that builds."""
    for option in (
        click.option(
            "--jobs",
            type=click.IntRange(1),
            metavar="N",
            expose_value=False,
            help="Use at most N processes; one is enough.",
        ),
        click.option("--output", default="output", metavar="DIR", help="Where the site goes, instead of output/."),
        click.option("--base-url", default="", metavar="URL", help="The address the site is published under."),
    ):
        function = option(function)
    return site_option(function)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="sitegen %(version)s")
@site_option
@click.pass_context
def commands(ctx: click.Context, site: Path | None) -> None:
    """Turn a folder of bibliography files into a finished scholarly website."""
    ctx.obj = site


@commands.command()
@build_options
@click.option("--clean", is_flag=True, help="Write every file anew.")
@click.option("--strict", is_flag=True, help="Write nothing and fail when there are warnings or errors.")
@click.option("--json", "as_json", is_flag=True, help="End with one line of JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.pass_obj
def build(
    above: Path | None,
    site: Path | None,
    base_url: str,
    output: str,
    clean: bool,
    strict: bool,
    as_json: bool,
    quiet: bool,
) -> NoReturn:
    """Make the site in output/; write only what changed."""
    from sitegen import report
    from sitegen.build import BuildOptions
    from sitegen.build import build as make

    options = BuildOptions(clean=clean, strict=strict, base_url=base_url, output=output, updated=last_update())
    with report.progress(shown=sys.stderr.isatty() and not quiet) as announce:
        result = make(_folder(site, above), options, announce, time.perf_counter)
    report.print_problems([problem for problem in result.problems if not quiet or problem.level == "error"])
    if not quiet or result.refused:
        report.say(report.summary(result))
    if as_json:
        click.echo(report.build_json(result, peak_mb()))
    sys.exit(1 if result.incomplete else 0)


@commands.command()
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
    root = _folder(site, above)
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


@commands.command()
@site_option
@click.argument("format_name", metavar="FORMAT")
@click.argument("ids", nargs=-1)
@click.pass_obj
def export(above: Path | None, site: Path | None, format_name: str, ids: tuple[str, ...]) -> None:
    """Print the library, or the entries of these ids, as BibTeX, RIS, CSL-JSON, ... on standard output."""
    from sitegen.draft import draft

    made = draft(_folder(site, above)).site
    format_name = format_name.lower()
    if format_name not in made.formats:
        raise SitegenError(f"there is no format {excerpt(format_name)!r}", nearest(format_name, list(made.formats)))
    library = made.library
    chosen = library.works(tuple(_id(each, library) for each in ids)) if ids else tuple(library.entries.values())
    click.echo(made.formats[format_name].write(chosen).encode("utf-8", "replace"), nl=False)


@commands.command()
@build_options
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser.")
@click.option("--base-path", default="", metavar="PATH", help="Serve below this path only, as the host will (/repo/).")
@click.pass_obj
def serve(
    above: Path | None, site: Path | None, base_url: str, output: str, host: str, port: int, opens: bool, base_path: str
) -> None:
    """Show the site while it is edited: build, serve, watch, rebuild, reload the open page."""
    from sitegen.build import BuildOptions
    from sitegen.serve import serve as run

    options = BuildOptions(base_url=base_url, output=output, updated=last_update())
    try:
        run(_folder(site, above), options, host=host, port=port, base_path=base_path, opens=opens)
    except Stopped as stopped:
        if stopped.code != INTERRUPTED:
            raise
        click.echo("stopped", err=True)


def _id(written: str, library: "Library") -> str:
    """The id of the entry that is meant by its id or its key. Raises SitegenError."""
    from sitegen.text.slugs import slug

    entries = library.entries
    for id_ in (written, slug(written)):
        if id_ in entries:
            return id_
    near = difflib.get_close_matches(slug(written), entries, 1)
    hint = f"Did you mean {near[0]!r}?" if near else "Write an id as it stands in the address of the entry's page."
    raise SitegenError(f"there is no entry {excerpt(written)!r}", hint)


def last_update() -> str:
    """The date that SOURCE_DATE_EPOCH tells, YYYY-MM-DD in UTC; "" when it is not set (reproducible-builds.org)."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return ""
    try:
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise SitegenError(f"SOURCE_DATE_EPOCH {excerpt(text)!r} is not a number of seconds") from None


def _folder(site: Path | None, above: Path | None) -> Path:
    """The site's folder, absolute."""
    return (site or above or Path()).resolve()


def _in_repository(root: Path) -> str:
    """The site's folder as seen from the repository of the workflow; "" when it is the same or not known."""
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    if not workspace or not root.is_relative_to(Path(workspace).resolve()):
        return ""
    folder = root.relative_to(Path(workspace).resolve()).as_posix()
    return "" if folder == "." else folder


def fail(message: str, hint: str = "") -> None:
    """Print what went wrong and the way out."""
    from sitegen.report import safe, say

    say(f"error: {safe(message)}")
    if hint:
        say(f"    {safe(hint)}")


def peak_mb() -> float:
    """The most memory the process has had, in megabytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> NoReturn:
    """The program `sitegen`."""
    _begin_again_in_utf_8()
    _settle_streams()
    for signal_, code in ((signal.SIGINT, INTERRUPTED), (signal.SIGTERM, TERMINATED)):
        signal.signal(signal_, _stops(code))
    try:
        sys.exit(commands.main(prog_name="sitegen", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        fail(error.format_message(), _help_of(error))
        sys.exit(error.exit_code)
    except SitegenError as error:
        fail(str(error), error.hint)
        sys.exit(error.exit_code)
    except Stopped as stopped:
        click.echo("interrupted" if stopped.code == INTERRUPTED else "terminated", err=True)
        sys.exit(stopped.code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)


def _help_of(error: click.ClickException) -> str:
    """Where to read how a command is used."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"Run `{context.command_path} --help` to see how it is used." if context else ""


def _stops(code: int) -> Callable[[int, FrameType | None], NoReturn]:
    """A signal handler that ends the program with an exit code."""

    def stop(_: int, __: FrameType | None) -> NoReturn:
        raise Stopped(code)

    return stop


def _begin_again_in_utf_8() -> None:
    """Start again in Python's UTF-8 mode (PEP 540) where the locale cannot name the files of a site."""
    if sys.getfilesystemencoding() != "utf-8" and "utf8" not in sys.orig_argv:
        os.execv(sys.executable, [sys.orig_argv[0], "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 -- ourselves


def _settle_streams() -> None:
    """No message may fail because a terminal cannot show a letter."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]

"""The command line: which command, exit codes, signals, streams."""

import gc
import importlib
import os
import pkgutil
import re
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

import sitegen.commands
from sitegen import __version__
from sitegen.options import INTERRUPTED, TERMINATED, Stopped, examples, nearest, site_option
from sitegen.problems import SitegenError, excerpt


class Commands(click.Group):
    """The commands on the shelf, each loaded when it is asked for; a name not known names its nearest neighbour."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the shape of click
        """Names of all commands."""
        return sorted(info.name for info in pkgutil.iter_modules(sitegen.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = getattr(importlib.import_module(f"{sitegen.commands.__name__}.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What stands on the command line; `help` and `help build` mean what people expect."""
        return super().parse_args(ctx, [*args[1:2], "--help"] if args[:1] == ["help"] else args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            ctx.fail(f"there is no command {excerpt(args[0])!r}. {nearest(args[0], self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        ("sitegen init my-papers", "begin a site in a new folder"),
        ("cd my-papers && sitegen serve --open", "look at it while you edit"),
        ("sitegen COMMAND --help", "more about a command"),
    ),
)
@click.version_option(__version__, message="sitegen %(version)s")
@site_option
@click.pass_context
def commands(ctx: click.Context, site: Path | None) -> None:
    """Turn a folder of bibliography files into a finished scholarly website."""
    ctx.obj = site


def fail(message: str, hint: str = "") -> None:
    """Print what went wrong and the way out."""
    from sitegen.report import safe, say

    say(f"error: {safe(message)}")
    if hint:
        say(f"    {safe(hint)}")


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
        fail(*_told(error))
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
    except OSError as error:
        if error.filename is not None:
            raise
        fail(f"what was to be printed could not be written: {error.strerror}", "Make room there, or send it elsewhere.")
        sys.exit(1)


def program() -> NoReturn:
    """`main` in a process of its own.

    A process that ends with its command does not look for cycles on the way, nor take a large site apart at the end.
    """
    gc.disable()
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # of what is told already, or of a reader that has gone
        code = code or 1
    os._exit(code)


def _told(error: click.ClickException) -> tuple[str, str]:
    """What is wrong with a command line, and the way out."""
    message, context = error.format_message(), error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message, ""
    if surplus := re.match(r"Got unexpected extra arguments? \((.*)\)", message):
        message = f"`{context.command_path}` takes no {surplus[1]!r}"
        if any(option.name == "site" for option in context.command.params):
            return message, "Run it in your site's folder, or name that with -C."
    return message, f"Run `{context.command_path} --help` to see how it is used."


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

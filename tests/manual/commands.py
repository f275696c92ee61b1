"""The reference of commands, from click."""

from collections.abc import Iterator

import click

from sitegen.cli import commands as program
from tests.manual.words import code, page, sentence, table

_EXITS = (
    ("0", "done"),
    ("1", "there are errors in the content; with `--strict` warnings count too"),
    ("2", "wrong use, or a configuration that cannot be read"),
    ("3", "`sitegen deploy`: nothing was published"),
    ("130", "interrupted with Ctrl C; 143 when ended by the system"),
)
_VARIABLES = (
    ("HTTPS_PROXY", "the proxy by which `sitegen add` asks for records"),
    ("NO_COLOR", "no colours on the terminal"),
    ("SOURCE_DATE_EPOCH", "the date that pages and deposits tell, in seconds since 1970, so that two builds are equal"),
)


def all_commands() -> dict[str, click.Command]:
    """Every command by its name."""
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def options(command: click.Command) -> Iterator[click.Option]:
    """The options of a command, without `--help`."""
    return (each for each in command.params if isinstance(each, click.Option))


def help_option() -> click.Option:
    """The option that every command has, `--help`."""
    found = program.get_help_option(click.Context(program, **program.context_settings))
    assert found
    return found


def commands_page() -> str:
    """The page."""
    return page("Commands", "Commands", _common(), *(_command(name, each) for name, each in all_commands().items()))


def _common() -> Iterator[str]:
    """What holds for all commands."""
    yield "Results go to standard output, messages to standard error. `sitegen COMMAND --help` says the same as this page."
    yield ""
    yield from table(
        ("command", "does"),
        ((f"[`sitegen {name}`](#sitegen-{name})", each.short_help or "") for name, each in all_commands().items()),
    )
    yield "`sitegen help COMMAND` is `sitegen COMMAND --help`. These options stand before a command, and `--help` behind one too:"
    yield ""
    shown = (*options(program), help_option())
    yield from table(("option", "does"), ((code(_shown(each)), sentence(each.help or "")) for each in shown))
    yield from ("## Exit codes", "")
    yield from table(("code", "means"), _EXITS)
    yield from ("## Variables of the environment", "")
    yield from table(("variable", "does"), ((code(name), text) for name, text in _VARIABLES))


def _command(name: str, command: click.Command) -> Iterator[str]:
    """One command."""
    yield from (f"## sitegen {name}", "")
    context = click.Context(command, click.Context(program, info_name="sitegen", **program.context_settings), name)
    yield from ("```text", " ".join(command.get_usage(context).removeprefix("Usage: ").split()), "```", "")
    yield from (command.help or "").strip().splitlines()
    yield ""
    rows = [(code(_shown(option)), sentence(option.help or "") + _default(option)) for option in options(command)]
    if rows:
        yield from table(("option", "does"), rows)
    lines = (command.epilog or "").splitlines()[2:]
    yield from ("Examples:", "", "[not run: they show every option once]: #", "", "```sh")
    yield from (line.strip() for line in lines)
    yield from ("```", "")


def _shown(option: click.Option) -> str:
    """An option with what it takes."""
    names = ", ".join((*option.opts, *option.secondary_opts))
    if option.is_flag:
        return names
    kind = option.type
    word = "|".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else option.metavar or kind.name.upper()
    return f"{names} {word}"


def _default(option: click.Option) -> str:
    """The default, where it is shown."""
    shown = option.show_default
    if isinstance(shown, str):
        return f" Default: {shown}."
    return f" Default: `{option.default}`." if shown and option.default else ""

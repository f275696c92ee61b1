"""Every command teaches its use, by examples that are true; and a shell can complete it."""

import shlex
import shutil
import subprocess

import click
import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from sitegen.cli import commands

CONTEXT = click.Context(commands)
NAMES = commands.list_commands(CONTEXT)


def command(name: str) -> click.Command:
    found = commands.get_command(CONTEXT, name)
    assert found is not None
    return found


def examples(name: str) -> list[list[str]]:
    """The words of each example of a command's help."""
    lines = (command(name).epilog or "").splitlines()
    assert lines[:2] == ["\b", "Examples:"], f"{name} has no examples"
    return [shlex.split(line, comments=True) for line in lines[2:]]


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_ends_in_examples(name: str) -> None:
    said = CliRunner().invoke(commands, [name, "--help"], prog_name="sitegen")
    assert said.exit_code == 0
    assert "\n  Examples:\n    " in said.stdout
    assert max(map(len, said.stdout.splitlines())) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_the_options_of_every_example_are_there(name: str) -> None:
    known = {option for parameter in command(name).params for option in parameter.opts}
    shown = [words for words in examples(name) if words[:2] == ["sitegen", name]]
    assert shown or name == "completion"
    for words in shown:
        assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_what_it_does(name: str) -> None:
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.opts


def test_the_list_of_commands_shows_whole_sentences() -> None:
    said = CliRunner().invoke(commands, ["--help"], prog_name="sitegen")
    listed = said.stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert len(listed) == len(NAMES)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_what_it_asks_for(shell: str) -> None:
    said = CliRunner().invoke(commands, ["completion", shell], prog_name="sitegen")
    assert (said.exit_code, said.stderr) == (0, "")
    assert f"_SITEGEN_COMPLETE={shell}_complete" in said.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_shell_gets_is_of_its_grammar(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    said = CliRunner().invoke(commands, ["completion", shell], prog_name="sitegen")
    assert subprocess.run([shell, "-n"], input=said.stdout, text=True, check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("typed", "incomplete", "offered"),
    [
        ([], "de", {"deploy"}),
        (["deploy", "--print"], "", {"cloudflare", "gitlab", "netlify"}),
        (["init"], "--f", {"--from"}),
        (["export"], "c", {"crossref", "csl-json"}),
    ],
)
def test_commands_and_options_are_completed(typed: list[str], incomplete: str, offered: set[str]) -> None:
    complete = BashComplete(commands, {}, "sitegen", "_SITEGEN_COMPLETE")
    assert {item.value for item in complete.get_completions(typed, incomplete)} == offered

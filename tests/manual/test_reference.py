"""Nothing that the code knows is missing from the reference; `tests/test_handbook.py` writes it."""

import re
from pathlib import Path

import msgspec

from sitegen.cli import commands as program
from sitegen.formats.bibtex import fields as known
from sitegen.formats.bibtex.types import TYPES
from sitegen.query.fields import ALIASES, FIELDS, HAS, IS, STATUSES
from sitegen.query.kinds import kinds as query_kinds
from sitegen.words import Words
from tests.manual import commands, entries, kinds, settings, templates
from tests.test_handbook import RULES

FOLDER = Path(__file__).parents[2] / "docs" / "content" / "reference"
PACKAGE = Path(__file__).parents[2] / "sitegen"


def written(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def test_every_command_and_option_is_there() -> None:
    for name, command in commands.all_commands().items():
        section = written("commands.md").split(f"## sitegen {name}\n")[1].split("\n## ")[0]
        assert command.short_help
        for option in commands.options(command):
            for word in option.opts:
                assert f"{word}" in section, f"sitegen {name} {word}"


def test_what_every_command_understands_is_there() -> None:
    section = written("commands.md").split("\n## sitegen ")[0]
    for option in (*commands.options(program), commands.help_option()):
        for word in option.opts:
            assert f"{word}" in section, f"sitegen {word}"


def test_every_variable_of_the_environment_is_there() -> None:
    """But for those that a workflow of GitHub sets itself."""
    told = re.compile(r"""environ(?:\.get)?[(\[]"([A-Z_]+)\"""")
    read = {name for path in PACKAGE.rglob("*.py") for name in told.findall(path.read_text("utf-8"))}
    section = written("commands.md").split("\n## Variables of the environment\n")[1].split("\n## ")[0]
    assert read
    assert [name for name in sorted(read) if not name.startswith("GITHUB_") and f"| `{name}` |" not in section] == []


def test_every_setting_at_the_head_of_a_page_is_there() -> None:
    read = set(re.findall(r'_said\(settings, "(\w+)"', (PACKAGE / "read.py").read_text("utf-8")))
    section = written("pages.md").split("\n## The head of a page\n")[1].split("\n## ")[0]
    assert read
    assert [name for name in sorted(read) if f"| `{name}` |" not in section] == []


def test_every_key_of_the_configuration_is_there_with_its_meaning() -> None:
    assert settings.unread() == set()
    text = written("configuration.md")
    for key in settings.every_key():
        assert f"\n### {key}\n" in text, key
    for heading, shape, _ in settings.structures():
        assert f"\n## {heading}\n" in text
        said = settings.meanings(shape)
        missing = [each.name for each in msgspec.structs.fields(shape) if each.name not in said]
        assert [name for name in missing if not settings.is_table(_field(shape, name))] == [], (
            f"the docstring of {shape.__name__} does not say what these are"
        )


def _field(shape: type[msgspec.Struct], name: str) -> msgspec.structs.FieldInfo:
    return next(each for each in msgspec.structs.fields(shape) if each.name == name)


def test_every_type_and_field_of_bibtex_is_there() -> None:
    text = written("fields.md")
    assert [word for word in TYPES if f"`@{word}`" not in text] == []
    assert [name for name in sorted(entries.read_by_name()) if f"`{name}`" not in text] == []
    assert [name for name in sorted(known.HOUSEKEEPING) if f"`{name}`" not in text] == []


def test_every_problem_is_there() -> None:
    listed = written("checks/index.md")
    for code in RULES:
        assert f"| {code} |" in listed or f"| [{code}]({code}.md) |" in listed


def test_every_template_block_and_value_is_there() -> None:
    text = written("templates.md")
    for template in templates.templates():
        assert f"| `{template.name}` |" in text
        row = next(line for line in text.splitlines() if line.startswith(f"| `{template.name}` |"))
        assert [block for block in templates.blocks(template) if f"`{block}`" not in row] == []
    for shape in templates.values():
        section = text.split(f"\n### {templates.label(shape)}\n")[1].split("\n### ")[0]
        assert [name for name in templates.field_names(shape) if f"| `{name}` |" not in section] == []


def test_every_kind_of_page_and_format_is_there() -> None:
    assert [name for name in kinds.kinds() if f"| `{name}` |" not in written("pages.md")] == []
    assert [name for name in kinds.formats() if f"| `{name}` |" not in written("formats.md")] == []


def test_every_word_of_a_query_is_there() -> None:
    text = written("queries.md")
    assert [name for name in FIELDS if f"| `{name}:` |" not in text] == []
    words = (*ALIASES, *HAS, *IS, *STATUSES, *query_kinds(Words()))
    assert [word for word in words if f"`{word}`" not in text] == []

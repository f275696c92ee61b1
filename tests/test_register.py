"""Every kind of problem is known in one place, explained, and shown by an example."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import sitegen.checks
import sitegen.fixes
import sitegen.formats
from sitegen.checks import Check
from sitegen.draft import draft
from sitegen.fixes import Fix
from sitegen.formats import Format
from sitegen.problems import Example
from sitegen.register import Rule, register
from sitegen.shelf import load

from .conftest import write_files

PACKAGE = Path(sitegen.checks.__file__).parents[1]
RULES: Mapping[str, Rule] = register(
    load(sitegen.formats, Format), load(sitegen.checks, Check), load(sitegen.fixes, Fix)
)
SHOWN = [code for code, rule in RULES.items() if rule.finds or rule.spares or rule.is_check]
TODAY = "2026-01-31"


def found_in(folder: Path, example: Example) -> set[str]:
    """The codes of what is found in an example that is the whole library."""
    write_files(folder, {f"content/{path}": text for path, text in example.files.items()})
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "content/example.bib").write_text(example.bib, "utf-8")
    return {problem.code for problem in draft(folder, today=TODAY, proposals=True).problems}


@pytest.mark.parametrize("code", SHOWN)
def test_a_rule_finds_what_its_example_shows_and_spares_the_other(code: str, tmp_path: Path) -> None:
    rule = RULES[code]
    assert rule.finds is not None
    assert rule.spares is not None
    assert code in found_in(tmp_path / "finds", rule.finds)
    assert code not in found_in(tmp_path / "spares", rule.spares)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_what_it_finds_and_a_check_also_why_and_how_to_mend_it(code: str) -> None:
    rule = RULES[code]
    assert rule.summary
    assert not rule.hint or re.match(r"[A-Z][a-z]+ ", rule.hint), "a hint begins with a verb"
    if rule.is_check:
        assert len(rule.documentation.split("\n\n")) == 3
        assert rule.hint


def test_codes_are_lower_case_with_hyphens() -> None:
    assert [code for code in RULES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|placeholder", code)] == []


def test_every_problem_that_the_package_makes_is_in_the_register() -> None:
    made = {code for path in PACKAGE.rglob("*.py") for code in literal_codes(path)}
    assert len(made) > 40
    assert made <= set(RULES)


def literal_codes(path: Path) -> Iterator[str]:
    """The codes that a module gives to problems as plain words."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in ("Problem", "note") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_a_check_has_the_level_of_its_problems(tmp_path: Path) -> None:
    for code, rule in RULES.items():
        if rule.is_check and rule.finds:
            folder = tmp_path / code
            found_in(folder, rule.finds)
            levels = {each.level for each in draft(folder, today=TODAY, proposals=True).problems if each.code == code}
            assert levels == {rule.level}, code

"""The reference in `docs/` is what the code says itself; `--refresh-golden` writes it anew."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import sitegen.checks
import sitegen.fixes
import sitegen.formats
from sitegen.checks import Check
from sitegen.fixes import Fix
from sitegen.formats import Format
from sitegen.handbook import catalogue, has_page, page
from sitegen.register import Rule, register
from sitegen.shelf import load
from tests.manual.reference import PAGES

REFERENCE = Path(__file__).parents[1] / "docs" / "content" / "reference"
DOCS = REFERENCE / "checks"
RULES: Mapping[str, Rule] = register(
    load(sitegen.formats, Format), load(sitegen.checks, Check), load(sitegen.fixes, Fix)
)


def pages() -> dict[str, str]:
    made = {f"{rule.code}.md": page(rule) for rule in RULES.values() if has_page(rule)}
    return {"index.md": catalogue(RULES.values(), linked=True), **made}


def test_the_documentation_is_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh-golden"):
        DOCS.mkdir(exist_ok=True)
        for old in DOCS.glob("*.md"):
            old.unlink()
        for name, text in pages().items():
            (DOCS / name).write_text(text, "utf-8")
    assert {path.name: path.read_text("utf-8") for path in DOCS.glob("*.md")} == pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_what_the_code_says(name: str, request: pytest.FixtureRequest) -> None:
    made = PAGES[name]()
    if request.config.getoption("--refresh-golden"):
        (REFERENCE / name).write_text(made, "utf-8")
    assert (REFERENCE / name).read_text("utf-8") == made, (
        "pytest tests/test_handbook.py --refresh-golden writes it anew"
    )


def test_every_check_has_a_page_with_both_examples() -> None:
    for rule in RULES.values():
        if rule.is_check:
            text = page(rule)
            assert rule.documentation in text
            assert "## Left alone" in text
            assert "## Found in" in text or rule.code == "no-entries"


def test_the_catalogue_lists_every_code_once() -> None:
    lines = catalogue(RULES.values()).splitlines()
    assert [line.split("|")[1].strip() for line in lines[4:]] == sorted(RULES)
    assert all(line.replace("\\|", "").count("|") == 5 for line in lines[4:])

"""Rules of the house that no single page shows: how templates are written, and what scripts and modules never do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.problems import SitegenError
from tests.conftest import Built
from tests.safety.mutations import DEFENCES, Defence

MakeSite = Callable[..., Built]

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
SCRIPTS = sorted([*(ROOT / "templates/scripts").glob("*.js"), ROOT / "sitegen/preview/reload.js"])
pytestmark = pytest.mark.skipif(not TEMPLATES, reason="only in the repository")
BY_TRUSTED_TYPES = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|DOMParser|setHTMLUnsafe|parseHTMLUnsafe"
    r"|eval|execScript|new Function|importScripts)\b|document\.write|set(?:Timeout|Interval)\(\s*['\"`]|javascript:"
)
"""What a script may do only with a policy of Trusted Types (W3C, "Trusted Types", section 4), and the like."""


def code(path: Path) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", path.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_quotes_every_attribute_and_holds_no_handler_style_or_script(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert not re.findall(r"(?<!; url)=\s*\{[{%]", re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL))
    assert not re.findall(r"<[^>]*\son[a-z]+\s*=", text)
    assert not re.findall(r"<[^>]*\sstyle\s*=|<style", text)
    assert "javascript:" not in text
    assert not re.findall(r"\|\s*safe\b|xmlattr|autoescape", text)
    scripts = re.findall(r"<script[^>]*>(?=[^<\s])[^<]*", text)
    assert all("site.boot|trusted" in each or "application/ld+json" in each for each in scripts), scripts


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_makes_no_markup_and_no_code_of_words(path: Path) -> None:
    assert BY_TRUSTED_TYPES.findall(code(path)) == []


def test_no_module_takes_words_for_a_template_or_reads_a_page_by_the_parser_of_the_standard_library() -> None:
    for path in sorted((ROOT / "sitegen").rglob("*.py")):
        text = path.read_text("utf-8")
        assert "from_string(" not in text, path
        assert not re.search(r"\bTemplate\(", text), path
        assert not re.search(
            r"^\s*(?:from|import) (?:html\.parser|pickle|marshal|shelve|xml\.(?:dom|sax))", text, re.MULTILINE
        ), path
        assert not re.search(r"\b(?:eval|exec)\(|os\.system|shell=True", text), path


def test_a_name_that_a_template_does_not_know_is_a_fault_and_no_empty_text(make_site: MakeSite) -> None:
    files = {"content/a.bib": "@misc{a, title = {On Light}}", "templates/not_found.html": "{{ pag.title }}"}
    with pytest.raises(SitegenError, match="pag"):
        make_site(files)


@pytest.mark.parametrize("defence", DEFENCES, ids=lambda defence: defence.name)
def test_a_listed_defence_stands_where_the_list_says(defence: Defence) -> None:
    assert (ROOT / "sitegen" / defence.file).read_text("utf-8").count(defence.before) == 1

"""What `sitegen check` prints: by file with a caret, as a table, for programs."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

import sitegen.reports
from sitegen.commands.check import FORMS
from sitegen.problems import Place, Problem
from sitegen.register import Rule
from sitegen.reports import Findings, Report
from sitegen.shelf import load

SHELF: Mapping[str, Report] = load(sitegen.reports, Report)
WARNING = Problem("bad-pages", "pages run backwards", Place("content/x.bib", 3, 5), "Correct them.", id="a")
ERROR = Problem("missing-file", "it is not there", Place("content/x.bib", 9), level="error")
REMARK = Problem("merge", "two may be one", Place("content/y.bib", 1), "Paste:", "info", paste='[x]\nname = "X"')
HOSTILE = Problem("c", "a|b <img src=x> `x` [y](z)\n::error::x \x1b[2J", Place("content/a\n::b|.bib", 3), "::stop")
RULES = {"bad-pages": Rule(code="bad-pages", level="warning", documentation="Pages run backwards.\n\nWhy.\n\nHow.")}
SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def said(form: str, *problems: Problem, **further: Any) -> list[str]:
    found = Findings(read=2, entries=2, problems=problems, rules=RULES, version="1.0", **further)
    return [click.unstyle(line) for line in SHELF[form].lines(found)]


def test_the_command_offers_what_stands_on_the_shelf() -> None:
    assert sorted(FORMS) == sorted(SHELF)


def test_text_shows_the_line_of_the_source_with_a_caret_under_the_column() -> None:
    lines = said("text", WARNING, line=lambda _: "\tno pages = {3--1},")
    assert lines == [
        "content/x.bib:3:5: warning: pages run backwards [bad-pages]",
        "      3 |  no pages = {3--1},",
        "        |     ^",
        "    Correct them.",
    ]


def test_a_long_line_is_cut_around_the_caret() -> None:
    place = Place("content/x.bib", 1, 500)
    lines = said("text", Problem("c", "m", place), line=lambda _: "x" * 499 + "Y" + "x" * 900)
    assert lines[1][lines[2].index("^")] == "Y"
    assert len(lines[1]) < 120


def test_the_caret_stands_right_behind_signs_that_are_shown_by_their_numbers() -> None:
    lines = said("text", Problem("c", "m", Place("x.bib", 1, 3)), line=lambda _: "\x1b\x1bY")
    assert lines[1][lines[2].index("^")] == "Y"


def test_text_is_grouped_by_file_with_headings_where_there_are_several() -> None:
    assert said("text", WARNING, ERROR, REMARK)[0] == "content/x.bib: 1 error, 1 warning"
    assert "content/y.bib: 1 remark" in said("text", WARNING, ERROR, REMARK)


def test_lines_to_paste_stand_below_the_hint_as_they_are() -> None:
    assert said("text", REMARK)[-3:] == ["    Paste:", "        [x]", '        name = "X"']


def test_nothing_that_a_stranger_wrote_commands_a_terminal() -> None:
    lines = said("text", HOSTILE, line=lambda _: "::error::\x1b[2J")
    assert all(line.isprintable() and not line.strip().startswith("::") for line in lines)


def test_the_table_begins_with_the_gravest() -> None:
    lines = said("markdown", WARNING, ERROR, REMARK, folder="papers")
    assert lines[0] == "### sitegen check: 2 entries; 1 error, 1 warning"
    assert lines[4] == "| error | papers/content/x.bib:9 | it is not there | missing-file |"
    assert lines[5].endswith("| pages run backwards. Correct them. | bad-pages |")
    assert lines[6].endswith('| two may be one. Paste:<br>\\[x\\]<br>name = "X" | merge |')


def test_a_cell_of_the_table_holds_no_markup() -> None:
    row = said("markdown", HOSTILE)[4]
    assert row.count(" | ") == 3
    assert "<img" not in row
    assert "\\[y\\](z)" in row
    assert row.isprintable()


def test_a_table_without_end_is_cut() -> None:
    lines = said("markdown", *(Problem("c", str(n)) for n in range(600)))
    assert lines[-1] == "and 100 more: run `sitegen check`"
    assert said("markdown") == ["### sitegen check: 2 entries; no problems"]


def log(*problems: Problem, **further: Any) -> dict[str, Any]:
    loaded = json.loads("\n".join(said("sarif", *problems, **further)))
    assert isinstance(loaded, dict)
    return loaded


def test_sarif_names_the_rule_the_place_in_the_repository_and_the_level() -> None:
    (run,) = log(WARNING, REMARK, folder="my papers")["runs"]
    first, second = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert (first["ruleId"], first["level"], second["level"]) == ("bad-pages", "warning", "note")
    assert rules[first["ruleIndex"]]["shortDescription"]["text"] == "Pages run backwards."
    assert first["message"]["text"] == "pages run backwards. Correct them."
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20papers/content/x.bib", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 5},
    }


def test_sarif_keeps_what_was_set_aside_as_suppressed_with_the_reason() -> None:
    (run,) = log(WARNING, aside=((ERROR, "it comes in May"), (REMARK, "")))["runs"]
    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        [{"kind": "external", "justification": "it comes in May"}],
        [{"kind": "external"}],
    ]


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    moved = Problem(WARNING.code, WARNING.message, Place("content/x.bib", 30, 1), WARNING.hint, id="a")
    one, other = log(WARNING, moved)["runs"][0]["results"]
    assert one["partialFingerprints"] == other["partialFingerprints"]


def test_a_message_holds_no_link_that_a_stranger_wrote() -> None:
    assert log(HOSTILE)["runs"][0]["results"][0]["message"]["text"].count("\\[y\\](z)") == 1


def test_sarif_follows_its_schema() -> None:
    folders = [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    folders.append(Path(__file__).parents[2] / "node_modules")
    schema = next((folder / SCHEMA for folder in folders if (folder / SCHEMA).is_file()), None)
    if schema is None:
        pytest.skip("the schema of SARIF (npm: @microsoft/jest-sarif) is not here")
    validator = jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8-sig")))
    for made in (log(), log(WARNING, ERROR, REMARK, HOSTILE, Problem("c", "m"), aside=((WARNING, "why"), (ERROR, "")))):
        assert [error.message for error in validator.iter_errors(made)] == []
    assert list(validator.iter_errors({"version": "2.1.0"}))

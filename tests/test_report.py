"""How problems and summaries are printed."""

import json
import os
from pathlib import Path

import pytest

from sitegen.mend import Change, Mended, Original
from sitegen.outcome import BuildResult, Written
from sitegen.problems import Marked, Place, Problem
from sitegen.report import (
    build_json,
    check_json,
    github_lines,
    print_repairs,
    problem_lines,
    repairs,
    safe,
    shown_patch,
    summary,
    worst,
)

HOSTILE = Problem(
    "bad\n::stop", "title is \x1b[2J\n::error file=a::forged", Place("content/a\n::b.bib", 3), "::warning::x\u202e"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\nb\rc\td", "a\\nb\\rc\\td"),
        ("::error::x", ": :error::x"),
        ("  ::error::x", "  : :error::x"),
        ("x ##[error]y", "x # #[error]y"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u00a0b", "a b"),
        ("Müller & Söhne: 100 %", "Müller & Söhne: 100 %"),
    ],
)
def test_text_of_strangers_cannot_command_a_terminal_or_a_runner(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_hostile_problem_is_two_lines_without_commands() -> None:
    lines = problem_lines(HOSTILE)
    assert len(lines) == 2
    assert all(line.isprintable() and not line.strip().startswith("::") for line in lines)


def test_an_annotation_of_a_hostile_problem_is_one_command() -> None:
    (line,) = github_lines([HOSTILE])
    assert line.startswith("::warning file=content/a%0A%3A%3Ab.bib,line=3,title=bad%0A%3A%3Astop::")
    assert "\n" not in line


def test_github_gets_ten_of_each_level_and_the_number_of_the_rest() -> None:
    problems = [
        Problem("c", str(n), Place("content/x.bib", n), level=level)
        for level in ("error", "warning")
        for n in range(1, 13)
    ]
    lines = list(github_lines(problems, "papers"))
    assert len(lines) == 21
    assert lines[0] == "::error file=papers/content/x.bib,line=1,title=c::1"
    assert lines[-1] == "::notice title=sitegen::and 2 errors, 2 warnings more"


def test_what_is_not_known_of_a_place_is_left_out() -> None:
    assert list(github_lines([Problem("c", "m", level="info")])) == ["::notice title=c::m"]


def test_the_gravest_problems_are_kept_in_their_order() -> None:
    problems = [Problem(str(n), "m", level="error" if n in {3, 7} else "warning") for n in range(10)]
    assert [problem.code for problem in worst(problems, 4)] == ["0", "1", "3", "7"]


def test_the_summary_counts_with_the_right_plurals() -> None:
    files = Written(written=12, unchanged=400, removed=0, bytes=1)
    assert summary(BuildResult(read=72, entries=72, files=files, seconds=0.84, problems=(Problem("a", "b"),) * 3)) == (
        "72 entries, 412 files: 12 written, 400 unchanged, 0 removed in 0.84 s; 3 warnings"
    )
    one = BuildResult(read=1, entries=1, files=Written(written=1), problems=(Problem("a", "b", level="error"),))
    assert summary(one) == "1 entry, 1 file: 1 written, 0 unchanged, 0 removed in 0.00 s; 1 error"


def test_a_refused_build_says_why_nothing_was_written() -> None:
    refused = BuildResult(
        read=2, entries=2, refused=True, problems=(Problem("a", "b"), Problem("a", "c", level="error"))
    )
    assert summary(refused) == "2 entries; nothing was written, because of --strict and 1 error, 1 warning"


def test_remarks_are_not_counted() -> None:
    assert summary(BuildResult(read=0, entries=0, problems=(Problem("a", "b", level="info"),))).endswith("0.00 s")


def test_the_json_of_a_build_has_the_fields_of_its_interface() -> None:
    made = json.loads(build_json(BuildResult(read=3, entries=2, pages=5, stages={"read": 0.12345}), peak_mb=12.34))
    assert list(made) == [
        *("read", "entries", "pages", "written", "unchanged", "removed", "bytes"),
        *("seconds", "stages", "peak_mb", "problems"),
    ]
    assert (made["stages"], made["peak_mb"], made["problems"]) == ({"read": 0.123}, 12.3, {"error": 0, "warning": 0})


def test_the_json_of_a_check_is_one_line_whatever_the_content_holds() -> None:
    text = check_json(3, 2, [HOSTILE])
    assert "\n" not in text
    assert "\x1b" not in text
    (problem,) = json.loads(text)["problems"]
    assert list(problem) == ["code", "level", "message", "file", "line", "column", "id", "hint"]
    assert problem["line"] == 3


def mended(before: bytes, after: bytes, *changes: Change) -> Mended:
    original = Original("content/x.bib", Path("x.bib"), before, os.stat_result([0] * 10))
    return Mended(original, after, changes=changes)


def test_a_patch_on_a_terminal_cannot_command_it() -> None:
    assert shown_patch("-a\x1b[2J\r\n+\tb\n") == "-a\\x1b[2J\\r\n+    b\n"


def test_repairs_are_printed_as_the_problems_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    change = Change(Place("content/x.bib", 12), "empty \x1b[2Jdoi removed", "empty-field")
    print_repairs([mended(b"a", b"b", change)])
    said = capsys.readouterr()
    assert said.out == "content/x.bib:12: fixed: empty \\x1b[2Jdoi removed [empty-field]\n"
    assert said.err == "1 repair in 1 file\n"


def test_where_nothing_was_mended_the_summary_says_so() -> None:
    assert repairs([]) == "nothing to fix"


def test_carets_stand_under_the_words_a_problem_is_about_however_wide_these_are() -> None:
    marked = Marked("青蒿 autor:me", 3, 5)
    lines = problem_lines(Problem("wrong-query", "m", Place("a.md", 2), "Hint.", marked=marked))
    assert lines[1:] == ("    青蒿 autor:me", "         ^^^^^", "    Hint.")


def test_long_words_are_cut_around_the_carets() -> None:
    (_first, text, carets) = problem_lines(Problem("c", "m", marked=Marked("a" * 200 + "bad" + "c" * 200, 200, 3)))
    assert len(text) < 110
    assert text[len(carets) - 3 : len(carets)] == "bad"


def test_carets_command_no_terminal() -> None:
    (_first, text, _carets) = problem_lines(Problem("c", "m", marked=Marked("a\x1b[2J::b", 0, 1)))
    assert "\x1b" not in text

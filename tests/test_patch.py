"""Repairs as a patch: every line in its place, each change beside three lines of context."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

import sitegen.fixes
from sitegen.config import LimitsConfig
from sitegen.fixes import Fix
from sitegen.mend import Mended, Original, mended_file
from sitegen.patch import patch
from sitegen.shelf import load
from tests.effort import in_proportion

CORPUS = Path(__file__).parents[1] / "../shared/corpus/bib"
SHELF: Mapping[str, Fix] = load(sitegen.fixes, Fix)


def mended(data: bytes) -> Mended:
    original = Original("content/x.bib", Path("x.bib"), data, os.stat_result([0] * 10))
    return mended_file(original, SHELF, LimitsConfig())


def test_a_patch_shows_what_goes_and_what_comes_with_three_lines_around() -> None:
    text = "1\n2\n3\n4\n@book{x,\n  title = {T},\n  doi = {},\n  pages = {1-9}\n}\n5\n6\n7\n"
    assert patch(mended(text.encode())) == (
        "--- a/content/x.bib\n+++ b/content/x.bib\n@@ -4,8 +4,7 @@\n 4\n @book{x,\n   title = {T},\n"
        "-  doi = {},\n-  pages = {1-9}\n+  pages = {1--9}\n }\n 5\n 6\n"
    )


def test_changes_far_apart_are_hunks_of_their_own() -> None:
    text = "@book{x, title = {T}, doi = {}}\n" + "\n" * 8 + "@book{y, title = {U},\n  doi = {}\n}\n"
    heads = [line for line in patch(mended(text.encode())).split("\n") if line.startswith("@@")]
    assert heads == ["@@ -1,4 +1,4 @@", "@@ -8,5 +8,4 @@"]


def test_lines_that_were_joined_are_one_line_of_the_patch() -> None:
    text = "@book{x, author = {A, B and\nand C, D}}\n"
    assert patch(mended(text.encode())).split("\n")[3:] == [
        *("-@book{x, author = {A, B and", "-and C, D}}", "+@book{x, author = {A, B and C, D}}", ""),
    ]


def test_a_missing_last_end_of_line_is_said() -> None:
    assert patch(mended(b"@book{x, pages = {1-9}}")).count("\\ No newline at end of file\n") == 2


def test_a_file_without_changes_has_no_patch() -> None:
    assert patch(mended(b"@book{x, pages = {1--9}}")) == ""


def test_a_long_file_takes_time_in_proportion() -> None:
    entry = "@a{{k{0},\n title = {{{0}}},\n doi = {{}},\n pages = {{1-2}}\n}}\n\n"

    def patched(entries: int) -> None:
        assert patch(mended("".join(entry.format(at) for at in range(entries)).encode())).count("\n-") == 2 * entries

    in_proportion(patched, 100)


@pytest.mark.skipif(not shutil.which("patch"), reason="there is no program `patch` here")
def test_the_program_patch_makes_the_mended_file_of_real_ones(tmp_path: Path) -> None:
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus is not here")
    applied = 0
    for file in sorted(CORPUS.rglob("*.bib"))[::12]:
        changed = mended(file.read_bytes())
        if not changed.changes or changed.encoding.startswith("utf-16"):
            continue
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content/x.bib").write_bytes(file.read_bytes())
        text = patch(changed).encode(changed.encoding)
        subprocess.run(["patch", "-p1", "--binary", "-s"], input=text, cwd=tmp_path, check=True)
        assert (tmp_path / "content/x.bib").read_bytes() == changed.data, file
        applied += 1
    assert applied > 10

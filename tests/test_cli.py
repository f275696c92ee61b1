"""The command line: arguments in, exit code, results on standard output, messages on standard error."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import sitegen
from sitegen import __version__
from sitegen.cli import main
from sitegen.mend import mend
from sitegen.reach import Answer
from sitegen.reach.web import Web

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(sitegen.__file__).parents[1])}
REFS = "@book{euler1748, title = {Introductio}, author = {Euler, Leonhard}, year = 1748}\n"
UNDATED = "@book{x, title = {No date}, author = {Euler, Leonhard}}\n"


@dataclass
class Said:
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(REFS, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("SOURCE_DATE_EPOCH", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def call(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["sitegen", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Said(int(ended.value.code or 0), said.out, said.err)

    assert root.is_dir()
    yield call
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_the_version_is_a_result(run: Run) -> None:
    assert run("--version") == Said(0, f"sitegen {__version__}\n", "")


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a run of the program loads."""
    command = [sys.executable, "-X", "importtime", "-m", "sitegen", *arguments]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True).stderr
    return {line.rsplit("|", 1)[-1].strip() for line in said.splitlines() if "|" in line}


def test_the_version_is_told_without_loading_the_program() -> None:
    assert not {"jinja2", "rich", "livereload", "pybtex", "babel"} & loaded_by("--version")


def test_a_build_loads_what_it_needs(root: Path) -> None:
    build = ("build", "-C", str(root), "--quiet", "--jobs", "1")
    assert {"jinja2", "sitegen.register"} <= loaded_by(*build)
    assert not {"jinja2", "sitegen.making"} & loaded_by(*build)
    (root / "content/refs.bib").write_text(REFS.replace("Introductio", "Introduction"), "utf-8")
    rarely = {"ctypes", "distributed", "httpx", "livereload", "pybtex", "pypdfium2", "rich", "sitegen.elsewhere"}
    assert not rarely & loaded_by(*build)


@pytest.mark.parametrize("command", ["build", "check", "export", "serve"])
def test_every_command_has_help(run: Run, command: str) -> None:
    for option in ("-h", "--help"):
        said = run(command, option)
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(f"Usage: sitegen {command}")


def test_an_unknown_command_names_its_neighbour(run: Run) -> None:
    said = run("biuld")
    assert said.code == 2
    assert "there is no command 'biuld'. Did you mean 'build'?" in said.err


def test_an_unknown_option_is_wrong_use(run: Run) -> None:
    said = run("build", "--strickt")
    assert said.code == 2
    assert "--strict" in said.err


def test_a_build_says_one_line(run: Run) -> None:
    said = run("build")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("1 entry, ")
    assert said.err.count("\n") == 1


def test_a_quiet_build_says_nothing(run: Run) -> None:
    assert run("build", "--quiet") == Said(0, "", "")


def test_json_is_the_last_line_of_standard_output(run: Run) -> None:
    made = json.loads(run("build", "--json").out)
    assert (made["read"], made["entries"], made["problems"]) == (1, 1, {"error": 0, "warning": 0})
    assert made["seconds"] > 0
    assert made["peak_mb"] > 1 or sys.platform == "win32"


def test_strict_turns_warnings_into_failure_and_writes_nothing(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    said = run("build", "--strict")
    assert said.code == 1
    assert "content/refs.bib:1: warning: 'x' has no date [missing-date]\n    Add a year or a date.\n" in said.err
    assert not (root / "output").exists()
    assert run("build").code == 0


def test_only_so_many_problems_are_printed_by_a_build_and_all_by_a_check(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text("".join(UNDATED.replace("{x", f"{{x{n}") for n in range(60)), "utf-8")
    said = run("build")
    assert said.err.count("[missing-date]") == 50
    assert "and 10 more: run `sitegen check`\n" in said.err
    assert run("check").out.count("[missing-date]") == 60


def test_the_site_may_be_named_before_or_after_the_command(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "elsewhere").mkdir()
    monkeypatch.chdir(root / "elsewhere")
    assert run("build").code == 2
    assert run("-C", "..", "build").code == 0
    assert run("build", "--site", "..").code == 0
    assert run("build", "--site", "nowhere").code == 2


def test_what_must_be_mended_first_is_one_sentence_and_the_way_out(run: Run, root: Path) -> None:
    (root / "content/site.toml").write_text('titel = "x"\n', "utf-8")
    said = run("build")
    assert said.code == 2
    assert said.err == "error: content/site.toml: unknown key 'titel'\n    Did you mean 'title'?\n"


@pytest.mark.parametrize("output", ["", ".", "..", "content", "~", "a\nb"])
def test_a_wrong_output_folder_is_refused(run: Run, output: str) -> None:
    said = run("build", "--output", output)
    assert said.code == 2
    assert said.err.endswith("    Choose another folder with --output.\n")


def test_a_disk_that_refuses_is_one_line(run: Run, root: Path) -> None:
    (root / ".sitegen").mkdir()
    (root / ".sitegen/staging").mkdir()
    (root / ".sitegen/lock").mkdir()
    said = run("build")
    assert said.code == 1
    assert said.err.startswith("error: cannot write .sitegen")


def test_source_date_epoch_has_to_be_a_number(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run("build").code == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run("build").code == 0


def test_a_check_prints_what_is_wrong_and_writes_nothing(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    said = run("check")
    assert said.code == 0
    assert said.out == "content/refs.bib:1: warning: 'x' has no date [missing-date]\n    Add a year or a date.\n"
    assert said.err == "1 entry; 1 warning\n"
    assert run("check", "--strict").code == 1
    assert sorted(path.name for path in root.iterdir()) == ["content"]


def test_a_check_of_a_sound_library_says_so(run: Run) -> None:
    assert run("check", "--strict") == Said(0, "", "1 entry; no problems\n")


def test_a_check_may_speak_to_programs(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    found = json.loads(run("check", "--format", "json").out)
    assert (found["read"], found["entries"], found["problems"][0]["code"]) == (1, 1, "missing-date")


def test_in_a_workflow_a_check_speaks_to_github(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(root.parent))
    assert run("check").out.startswith(f"::warning file={root.name}/content/refs.bib,line=1,title=missing-date::")


def test_a_check_shows_the_field_with_a_caret(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(REFS.replace("year = 1748", "year = 1748, pages = {9--1}"), "utf-8")
    said = run("check")
    place, source, caret, hint = said.out.splitlines()
    assert place == "content/refs.bib:1:82: warning: the pages 9–1 of 'euler1748' run backwards [backward-pages]"
    assert source[caret.index("^") :].startswith("pages = {9--1}")
    assert hint == "    Correct the page that is wrong."


def test_proposals_are_heard_from_a_check_but_fail_nothing_and_a_build_is_silent(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(REFS.replace("Introductio", "THE INTRODUCTION TO ANALYSIS"), "utf-8")
    said = run("check", "--strict")
    assert (said.code, said.err) == (0, "1 entry; 1 proposal\n")
    assert "[capital-title]" in said.out
    assert run("check", "--level", "warning") == Said(0, "", "1 entry; no problems\n")
    assert "capital-title" not in run("build").err


def test_a_code_that_there_is_not_names_the_nearest(run: Run, root: Path) -> None:
    (root / "content/site.toml").write_text('[check]\nignore = ["missing-dat"]\n', "utf-8")
    said = run("check")
    assert "content/site.toml: warning: [check] ignore: there is no problem 'missing-dat' [unknown-code]" in said.out
    assert "    Did you mean 'missing-date'?" in said.out


def test_what_is_ignored_in_one_place_is_counted(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    (root / "content/site.toml").write_text('[check]\nignore = [{code = "missing-date", entry = "x"}]\n', "utf-8")
    assert run("check") == Said(0, "", "1 entry; no problems, 1 ignored\n")


def test_a_kind_of_problem_is_explained(run: Run) -> None:
    said = run("check", "--explain", "backward-pages")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# backward-pages\n")
    assert "| missing-date | warning |" in run("check", "--explain", "all").out
    assert "Did you mean 'backward-pages'?" in run("check", "--explain", "backward-page").err


def test_a_workflow_gets_annotations_and_a_table_in_its_summary(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "summary.md"))
    assert run("check").out.startswith("::warning file=content/refs.bib,line=1,title=missing-date::")
    summary = (root / "summary.md").read_text("utf-8")
    assert "| warning | content/refs.bib:1 | 'x' has no date. Add a year or a date. | missing-date |" in summary


def test_sarif_is_one_log_on_standard_output(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(UNDATED, "utf-8")
    made = json.loads(run("check", "--format", "sarif").out)
    assert [result["ruleId"] for result in made["runs"][0]["results"]] == ["missing-date"]
    assert made["runs"][0]["tool"]["driver"]["version"] == __version__


def test_links_are_asked_for_once_a_month(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(self: Web, url: str) -> Answer:
        asked.append(url)
        return Answer(404 if "doi.org" in url else 200, asked=self.today)

    monkeypatch.setattr(Web, "ask", ask)
    links = ", doi = {10.1000/1}, url = {https://a.example/}}\n"
    (root / "content/refs.bib").write_text(REFS.replace("}\n", links), "utf-8")
    said = run("check", "--links", "--level", "warning")
    assert "warning: the DOI 10.1000/1 is not registered [dead-doi]" in said.out
    assert run("check", "--links", "--level", "warning").out == said.out
    assert sorted(asked) == ["https://a.example/", "https://doi.org/10.1000/1"]
    assert "dead-doi" not in run("check").out


def test_without_httpx_the_way_out_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    said = run("check", "--links")
    assert said.code == 2
    assert "Install it: pip install httpx." in said.err


def test_a_check_may_mend_and_says_what_is_left(run: Run, root: Path) -> None:
    file = root / "content/refs.bib"
    file.write_text("@book{x,\n  title = {No date},\n  author = {Euler, Leonhard and },\n  doi = {}\n}\n", "utf-8")
    said = run("check", "--fix")
    assert said.code == 0
    assert said.out == (
        'content/refs.bib:3: fixed: trailing "and" removed from author [stray-and]\n'
        "content/refs.bib:4: fixed: empty doi removed [empty-field]\n"
        "content/refs.bib:1: warning: 'x' has no date [missing-date]\n    Add a year or a date.\n"
    )
    assert said.err == "2 repairs in 1 file\n1 entry; 1 warning\n"
    assert file.read_text("utf-8") == "@book{x,\n  title = {No date},\n  author = {Euler, Leonhard},\n}\n"
    assert run("check", "--fix", "--strict").err == "nothing to fix\n1 entry; 1 warning\n"
    assert run("check", "--fix", "--strict").code == 1


def test_a_dry_run_prints_a_patch_and_writes_nothing(run: Run, root: Path) -> None:
    file = root / "content/refs.bib"
    file.write_bytes(b"@book{x,\n  pages = {1-9},\n}\n")
    said = run("check", "--fix", "--dry-run")
    assert said.code == 0
    assert said.out == (
        "--- a/content/refs.bib\n+++ b/content/refs.bib\n@@ -1,3 +1,3 @@\n"
        " @book{x,\n-  pages = {1-9},\n+  pages = {1--9},\n }\n"
    )
    assert said.err == "1 repair in 1 file; nothing was written\n"
    assert file.read_bytes() == b"@book{x,\n  pages = {1-9},\n}\n"
    assert run("check", "--dry-run").code == 2


def test_programs_get_their_json_whatever_was_mended(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(REFS.replace("}\n", ", doi = {}}\n"), "utf-8")
    said = run("check", "--fix", "--format", "json")
    assert json.loads(said.out)["problems"] == []
    assert "content/refs.bib:1: fixed: empty doi removed [empty-field]\n" in said.err


def test_a_file_that_changes_meanwhile_is_left_alone(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = root / "content/refs.bib"
    file.write_text(REFS.replace("}\n", ", doi = {}}\n"), "utf-8")

    def mend_late(*arguments: Any) -> Any:
        files = mend(*arguments)
        file.write_text(UNDATED, "utf-8")
        return files

    monkeypatch.setattr("sitegen.mend.mend", mend_late)
    said = run("check", "--fix")
    assert "content/refs.bib: warning: left alone: it changed while it was being mended [not-fixed]\n" in said.err
    assert file.read_text("utf-8") == UNDATED


def test_an_export_is_a_result(run: Run) -> None:
    said = run("export", "bibtex")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("@book{euler1748,")
    assert run("export", "bibtex", "euler1748").out == said.out


def test_an_unknown_format_or_entry_names_its_neighbour(run: Run) -> None:
    assert run("export", "bibtx") == Said(2, "", "error: there is no format 'bibtx'\n    Did you mean 'bibtex'?\n")
    assert run("export", "bibtex", "euler1749") == Said(
        2, "", "error: there is no entry 'euler1749'\n    Did you mean 'euler1748'?\n"
    )


def test_a_fault_of_ours_shows_its_traceback(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sitegen.draft.draft", broken)
    monkeypatch.setattr(sys, "argv", ["sitegen", "check", "-C", str(root)])
    with pytest.raises(ZeroDivisionError):
        main()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("number", "code", "word"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_a_signal_ends_a_build_with_one_word(root: Path, number: int, code: int, word: str) -> None:
    program = (
        "import os, sys, sitegen.draft, sitegen.cli;"
        f"sitegen.draft.attach = lambda *_: os.kill(os.getpid(), {int(number)});"
        "sys.argv = ['sitegen', 'build']; sitegen.cli.main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (code, f"{word}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is full")
@pytest.mark.parametrize("command", [("export", "bibtex"), ("build", "--json", "-q"), ("help",)])
def test_a_disk_that_is_full_of_what_is_printed_is_one_line(root: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "sitegen", *command],
            cwd=root, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert "error: what was to be printed could not be written: No space left on device\n" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_letters_that_the_terminal_does_not_have_are_no_failure(root: Path) -> None:
    (root / "content/refs.bib").write_text(UNDATED.replace("x,", "größe,"), "utf-8")
    plain = {**ENVIRONMENT, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(
        [sys.executable, "-m", "sitegen", "check"], cwd=root, env=plain, capture_output=True, check=False
    )
    assert ended.returncode == 0
    assert b"[missing-date]" in ended.stdout


def test_addresses_of_all_scripts_are_written_in_every_locale(root: Path) -> None:
    (root / "content/خیام.md").write_text("# خیام\n", "utf-8")
    plain = {**ENVIRONMENT, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for environment in (plain, ENVIRONMENT):
        ended = subprocess.run([sys.executable, "-m", "sitegen", "build"], cwd=root, env=environment, check=False)
        assert ended.returncode == 0
    assert (root / "output/خیام/index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("build", "--cleen"), "error: No such option '--cleen'."),
        (("build", "--jobs", "0"), "error: Invalid value for '--jobs': 0 is not in the range"),
        (("build", "-C", "/nowhere"), "error: Invalid value for '-C' / '--site': Directory '/nowhere' does not exist."),
        (("biuld",), "error: there is no command 'biuld'."),
    ],
)
def test_wrong_use_is_one_line_and_the_way_to_the_help(run: Run, arguments: tuple[str, ...], line: str) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    first, hint = said.err.splitlines()
    assert first.startswith(line)
    assert hint.startswith("    Run `sitegen")
    assert hint.endswith("--help` to see how it is used.")


def test_help_is_a_command_too(run: Run) -> None:
    assert run("help").out == run("--help").out
    assert run("help", "build").out == run("build", "--help").out


def test_a_folder_given_to_a_command_is_told_where_it_goes(run: Run) -> None:
    said = run("build", "content")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "error: `sitegen build` takes no 'content'\n    Run it in your site's folder, or name that with -C.\n"
    )


@pytest.mark.parametrize(
    ("folder", "hint"),
    [
        ("content", "Run sitegen one folder up, or add -C .. to the command."),
        ("empty", "Run sitegen in your site's folder, name it with -C, or begin one with `sitegen init`."),
        ("works", "Begin a site with what lies here: sitegen init --from refs.bib my-site"),
    ],
)
def test_outside_of_a_site_the_likely_way_in_is_named(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str, hint: str
) -> None:
    for name in ("elsewhere/empty", "elsewhere/works"):
        (root / name).mkdir(parents=True)
    (root / "elsewhere/works/refs.bib").write_text(REFS, "utf-8")
    place = root / folder if folder == "content" else root / "elsewhere" / folder
    for command in ("build", "check", "serve"):
        said = run("-C", str(place), command)
        assert (said.code, said.err) == (2, f"error: there is no folder content/ in {folder}\n    {hint}\n")


def test_no_arguments_show_the_help(run: Run) -> None:
    said = run()
    assert said.code == 2
    assert "Usage: sitegen" in said.err


def test_bibtex_is_exported_in_ascii_for_old_programs(run: Run, root: Path) -> None:
    (root / "content" / "a.bib").write_text(
        "@book{k, title = {Über Łódź}, author = {Çelik, Ayşe}, year = 2001}\n", "utf-8"
    )
    said = run("export", "bibtex", "k", "--ascii")
    assert said.code == 0 and said.out.isascii()
    assert r"{\"{U}}ber {\L}{\'{o}}d{\'{z}}" in said.out
    assert "Über" in run("export", "bibtex", "k").out


def test_an_export_of_no_format_names_the_ways_out(run: Run) -> None:
    assert run("export") == Said(
        2, "", "error: no format is named\n    Name one, such as bibtex, or a citation style with --style.\n"
    )


def test_a_format_without_an_ascii_form_says_which_has_one(run: Run) -> None:
    said = run("export", "ris", "--ascii")
    assert said == Said(2, "", "error: RIS has no form in ASCII\n    Leave out --ascii, or use bibtex.\n")


def test_an_entry_is_exported_by_its_key_too(run: Run, root: Path) -> None:
    (root / "content/refs.bib").write_text(REFS.replace("euler1748", "Euler_1748"), "utf-8")
    assert run("export", "BibTeX", "Euler_1748").out == run("export", "bibtex", "euler-1748").out != ""


def test_an_entry_that_is_not_there_has_a_way_out(run: Run) -> None:
    assert "Did you mean 'euler1748'?" in run("export", "ris", "Euler1749").err
    assert "    Write an id" in run("export", "ris", "zzz").err


def test_an_output_folder_with_an_impossible_name_is_wrong_use(run: Run) -> None:
    said = run("build", "--output", "x" * 300)
    assert said.code == 2
    assert "cannot be reached: File name too long" in said.err

"""Others make the site that one process makes, if they see the same folder and would make the same pages."""

import multiprocessing
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import sitegen.elsewhere
from sitegen import inputs, lanes
from sitegen.build import BuildOptions, build
from sitegen.disk.staging import WHOLE
from sitegen.elsewhere.worker import leave, staged
from sitegen.packaged import default_folder
from sitegen.problems import SitegenError
from tests.test_lanes import tree

ENTRIES = "".join(
    f"@article{{k{number}, author = {{Doe, Jane and Roe, R{number % 3}.}}, title = {{Title {number}}},"
    f" journal = {{Journal {number % 2}}}, year = {1990 + number % 5}}}\n"
    for number in range(16)
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small site, for which others are asked all the same, in small batches."""
    monkeypatch.setattr(lanes, "WORTH_IT", 1)
    monkeypatch.setattr(sitegen.elsewhere, "BATCH", 30)
    (tmp_path / "content/pdf").mkdir(parents=True)
    (tmp_path / "content/a.bib").write_text(ENTRIES, "utf-8")
    (tmp_path / "content/about.md").write_text("# About\n", "utf-8")
    (tmp_path / "content/pdf/k7.pdf").write_bytes(b"%PDF-1.7\n")
    yield tmp_path
    leave()
    inputs.program_facts.cache_clear()


@pytest.fixture(scope="module")
def strangers() -> Iterator[Executor]:
    """Two processes that inherit nothing, as on other machines."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
        yield executor


class Here(Executor):
    """Works at once, in this process. before: what happens first, each time; it may change what is to be made."""

    def __init__(self, before: Callable[..., tuple[Any, ...]] = lambda *given: given) -> None:
        self._before = before
        self.asked = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.asked += 1
        try:
            future.set_result(fn(*self._before(*args)))
        except Exception as error:  # noqa: BLE001 -- as executors do
            future.set_exception(error)
        return future


def rebuilt(root: Path, executor: Executor, **options: Any) -> dict[str, bytes]:
    """The site as others make it, which must be what one process makes of the same."""
    build(root, BuildOptions(executor=executor, **options))
    made = tree(root / "output")
    build(root, BuildOptions(output="alone", clean=True))
    assert made == tree(root / "alone")
    return made


def test_strangers_make_the_bytes_that_one_process_makes(root: Path, strangers: Executor) -> None:
    made = rebuilt(root, strangers)
    assert {"articles/k7/k7.pdf", "about/index.html", "index.html"} <= made.keys()


def test_a_rebuild_by_others_writes_what_changed_and_nothing_else(root: Path, strangers: Executor) -> None:
    rebuilt(root, strangers)
    before = {path: (root / "output" / path).stat().st_mtime_ns for path in tree(root / "output")}
    (root / "content/a.bib").write_text(ENTRIES.replace("Title 7}", "Heptagons}"), "utf-8")
    made = rebuilt(root, strangers)
    assert b"Heptagons" in made["articles/k7/index.html"]
    assert (root / "output/articles/k13/k13.bib").stat().st_mtime_ns == before["articles/k13/k13.bib"]


def test_what_others_read_is_noted_as_if_it_had_been_read_here(root: Path) -> None:
    others = Here()
    build(root, BuildOptions(executor=others))
    (root / "content/about.md").write_text("# About\n\nMore.\n", "utf-8")
    told = build(root, BuildOptions(explain=("about/index.html", "articles/k13/k13.bib"))).explained
    assert "about.md" in told[0] or "about" in told[0]
    assert "left" in told[1]
    assert others.asked > 1


def test_others_make_a_site_of_several_languages(root: Path, strangers: Executor) -> None:
    (root / "content/site.toml").write_text('languages = ["en", "de"]\n', "utf-8")
    rebuilt(root, strangers)
    (root / "content/a.bib").write_text(ENTRIES.replace("Title", "Another title"), "utf-8")
    assert b"Another title" in rebuilt(root, strangers)["de/articles/k3/index.html"]


def test_what_the_command_line_says_is_said_to_others(root: Path, strangers: Executor) -> None:
    build(root, BuildOptions(executor=strangers, base_url="https://toy.example/", updated="2020-02-02"))
    page = (root / "output/articles/k7/index.html").read_text("utf-8")
    assert "https://toy.example/articles/k7/" in page
    assert "Updated February 2, 2020" in page


def test_others_are_not_asked_for_a_few_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "WORTH_IT", 10_000)
    others = Here()
    rebuilt(root, others)
    assert others.asked == 0


def test_files_have_the_same_permissions_whatever_the_umask_of_others(root: Path) -> None:
    def before(*given: Any) -> tuple[Any, ...]:
        os.umask(0o077)
        return given

    build(root, BuildOptions(executor=Here(before)))
    modes = {path.stat().st_mode & 0o777 for path in (root / "output").rglob("*") if path.is_file()}
    assert modes == {0o644}


@pytest.mark.parametrize("known", [False, True], ids=["a new site", "a site that is there"])
def test_what_was_begun_on_a_machine_that_was_lost_is_made_again(root: Path, known: bool) -> None:
    if known:
        build(root, BuildOptions())
        (root / "content/a.bib").write_text(ENTRIES.replace("Title", "Another title"), "utf-8")

    def before(place: str, language: str, lane: str, artifacts: tuple[Any, ...]) -> tuple[Any, ...]:
        half = artifacts[: len(artifacts) // 2]
        for artifact, tree_or_name in zip(half, staged(place, language, lane, half).places, strict=True):
            if known and tree_or_name is None:
                continue
            waits = Path(place).parent / (tree_or_name or WHOLE)
            waits = waits / artifact.path if waits.is_dir() else waits
            assert waits.is_file()
            waits.write_bytes(b"cut short")
        return place, language, lane, artifacts

    rebuilt(root, Here(before))
    (root / "content/a.bib").write_text(ENTRIES.replace("Title 7}", "Heptagons}"), "utf-8")
    build(root, BuildOptions())
    made = tree(root / "output")
    build(root, BuildOptions(output="alone", clean=True))
    assert made == tree(root / "alone")


def test_what_a_stranger_cannot_make_is_said_as_if_there_were_one_process(root: Path, strangers: Executor) -> None:
    (root / "templates").mkdir()
    (root / "templates/article.html").write_text("<p>\n{{ page.nothing }}", "utf-8")
    with pytest.raises(SitegenError, match=r"^article\.html:2: .*nothing") as raised:
        build(root, BuildOptions(executor=strangers))
    assert raised.value.hint == "Mend the template."
    assert not (root / "output").exists()


def test_who_does_not_see_the_folder_is_told_of(root: Path) -> None:
    others = Here(lambda place, *rest: (f"/elsewhere{place}", *rest))
    with pytest.raises(
        SitegenError, match=r"^the worker on .* cannot read /elsewhere/.*/order: No such file"
    ) as raised:
        build(root, BuildOptions(executor=others))
    assert "Share the site's folder" in raised.value.hint
    assert not (root / "output").exists()


def edit(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "content/a.bib").write_text(ENTRIES.replace("Title 7", "Heptagons"), "utf-8")


def template(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "templates").mkdir()
    (root / "templates/own.html").write_text("x", "utf-8")


def pdf(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / "content/pdf/k7.pdf").write_bytes(b"%PDF-1.6\n")


def python(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(platform, "python_version", lambda: "3.99.1")


def package(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(inputs, "version", lambda name: "0.1")


def program(root: Path, patch: pytest.MonkeyPatch) -> None:
    shutil.copytree(default_folder(), root / "theme")
    (root / "theme/base.html").write_text("<p>", "utf-8")
    patch.setattr(inputs, "default_folder", lambda: root / "theme")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (edit, r"finds another content/ in the site's folder"),
        (template, r"finds another templates/ in the site's folder"),
        (pdf, r"finds other files in the site's folder"),
        (python, r"has Python 3\.99\.1 instead of \d"),
        (package, r"has babel 0\.1 instead of \d"),
        (program, r"has other files of the theme"),
    ],
)
def test_who_would_make_other_pages_is_refused(
    root: Path, change: Callable[[Path, pytest.MonkeyPatch], None], said: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:

        def before(*given: Any) -> tuple[Any, ...]:
            if not (root / "done").exists():
                (root / "done").touch()
                inputs.program_facts.cache_clear()
                change(root, patch)
            return given

        with pytest.raises(SitegenError, match=rf"^the worker on \S+ \(process \d+\) {said}"):
            build(root, BuildOptions(executor=Here(before)))
    assert not (root / "output").exists()


def test_who_runs_an_older_program_than_the_one_that_is_installed_now_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = root / "theme"
    shutil.copytree(default_folder(), theme)
    monkeypatch.setattr(inputs, "default_folder", lambda: theme)
    inputs.program_facts.cache_clear()
    runs = inputs.program_facts()
    (theme / "base.html").write_text("<p>", "utf-8")
    assert inputs.program_facts() == runs
    inputs.program_facts.cache_clear()
    assert inputs.program_facts()["the theme"] != runs["the theme"]


def test_where_the_program_lies_and_when_it_was_put_there_does_not_count(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs.program_facts.cache_clear()
    here = inputs.facts(root)
    shutil.copytree(default_folder(), root / "theme", copy_function=shutil.copyfile)
    monkeypatch.setattr(inputs, "default_folder", lambda: root / "theme")
    inputs.program_facts.cache_clear()
    assert inputs.facts(root) == here


def test_who_is_still_at_work_when_a_build_has_ended_changes_nothing(root: Path) -> None:
    late: list[tuple[Any, ...]] = []

    def before(*given: Any) -> tuple[Any, ...]:
        late.append(given)
        return given

    build(root, BuildOptions(executor=Here(before)))
    made = tree(root)
    with pytest.raises(OSError, match="No such file"):
        staged(*late[0])
    leave()
    with pytest.raises(SitegenError, match="cannot read"):
        staged(*late[0])
    assert tree(root) == made


def test_who_still_works_for_the_last_build_is_kept_out_of_the_next_one(root: Path) -> None:
    late: list[tuple[Any, ...]] = []

    def remember(*given: Any) -> tuple[Any, ...]:
        late.append(given)
        return given

    def disturb(*given: Any) -> tuple[Any, ...]:
        for each in late:
            with suppress(OSError, SitegenError):
                staged(*each)
        return given

    build(root, BuildOptions(executor=Here(remember)))
    (root / "content/a.bib").write_text(ENTRIES.replace("Title", "Another title"), "utf-8")
    rebuilt(root, Here(disturb), clean=True)


def test_a_crew_that_ends_leaves_the_old_site_and_one_line(root: Path) -> None:
    build(root, BuildOptions())
    before = tree(root / "output")
    (root / "content/a.bib").write_text(ENTRIES.replace("Title", "Another title"), "utf-8")
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        executor.submit(os._exit, 1)
        with pytest.raises(SitegenError, match=r"^those who make pages elsewhere ended before") as raised:
            build(root, BuildOptions(executor=executor))
    assert raised.value.exit_code == 1
    assert tree(root / "output") == before

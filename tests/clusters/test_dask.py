"""`--executor dask://HOST:PORT`: a scheduler and two workers, started here, make the site that one process makes."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

import sitegen.elsewhere
from sitegen import lanes
from sitegen.build import BuildOptions, build
from sitegen.cli import main
from sitegen.clusters import dask
from sitegen.clusters.dask import connected
from tests.elsewhere.test_elsewhere import ENTRIES
from tests.test_lanes import tree

REPOSITORY = Path(__file__).parents[2]
ADDRESS = "127.0.0.1"
OTHER_SITEGEN = (
    "import sys, types\nsys.modules['sitegen'] = made = types.ModuleType('sitegen')\nmade.__version__ = '0.0.1'\n"
)
NO_SITEGEN = "import sys\nsys.modules['sitegen'] = None\n"
OTHER_PYTHON = "import platform\nplatform.python_version = lambda: '3.99.1'\n"

pytestmark = [
    pytest.mark.skipif(not find_spec("distributed"), reason="the extra cluster is not installed"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@contextmanager
def started(folder: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of the cluster, which ends with the test."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *command, "--no-dashboard"],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Host and port of a scheduler, and its process."""
    file = folder / "scheduler.json"
    with started(folder, "scheduler", "--host", ADDRESS, "--port", "0", "--scheduler-file", str(file)) as process:
        yield json.loads(appeared(file))["address"].removeprefix("tcp://"), process


def appeared(file: Path) -> str:
    """The text of a file that another process is about to write."""
    for _ in range(1200):
        if file.exists() and (text := file.read_text("utf-8")).endswith("}"):
            return text
        time.sleep(0.1)
    raise AssertionError((file.parent / "log").read_text("utf-8"))


@contextmanager
def worker(folder: Path, place: str, preload: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A worker. preload: what it does before it begins, as Python."""
    options = ["--nthreads", "2", "--no-nanny", "--host", ADDRESS]
    if preload:
        (folder / "preload.py").write_text(preload, "utf-8")
        options += ["--preload", str(folder / "preload.py")]
    with started(folder, "worker", f"tcp://{place}", *options) as process:
        yield process


@dataclass
class Pair:
    """A scheduler and its two workers."""

    place: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def pair(folder: Path) -> Iterator[Pair]:
    """A scheduler and two workers that have found it."""
    with scheduler(folder) as (place, process), worker(folder, place) as one, worker(folder, place) as other:
        with connected(f"dask://{place}"):
            for _ in range(600):
                if (folder / "log").read_text("utf-8").count("Registered to") == 2:
                    break
                time.sleep(0.1)
        yield Pair(place, process, [one, other])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster that no test harms."""
    with pair(tmp_path_factory.mktemp("cluster")) as found:
        yield f"dask://{found.place}"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, for which a cluster is asked all the same, in small batches."""
    monkeypatch.setattr(lanes, "WORTH_IT", 1)
    monkeypatch.setattr(sitegen.elsewhere, "BATCH", 10)
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "content/a.bib").write_text(ENTRIES, "utf-8")
    return folder


Said = tuple[int, str]
Run = Callable[..., Said]


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """`sitegen build --executor ADDRESS`: the exit code, and what is said on standard error."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def call(address: str, *options: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["sitegen", "build", "-C", str(root), "--executor", address, *options])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), capsys.readouterr().err

    yield call
    for number, handler in handlers.items():
        signal.signal(number, handler)


def one_error(said: Said, pattern: str, hint: str, code: int = 2) -> None:
    """What was said is one line that says what is wrong, and one that says the way out."""
    error, way_out = said[1].splitlines()
    assert said[0] == code
    assert re.fullmatch(f"error: {pattern}", error), error
    assert re.fullmatch(f"    {hint}", way_out), way_out


def alone(root: Path) -> dict[str, bytes]:
    """The site as this process makes it."""
    build(root, BuildOptions(output="alone", clean=True))
    return tree(root / "alone")


def test_a_cluster_makes_the_bytes_that_one_machine_makes(root: Path, run: Run, cluster: str) -> None:
    code, said = run(cluster)
    assert (code, len(said.splitlines())) == (0, 1)
    assert tree(root / "output") == alone(root)


def test_a_cluster_makes_anew_what_an_edit_changed(root: Path, run: Run, cluster: str) -> None:
    build(root, BuildOptions())
    (root / "content/a.bib").write_text(ENTRIES.replace("Title 7}", "Heptagons}"), "utf-8")
    assert run(cluster)[0] == 0
    assert b"Heptagons" in (root / "output/articles/k7/index.html").read_bytes()
    assert tree(root / "output") == alone(root)


def test_a_broken_template_is_said_as_if_there_were_no_cluster(root: Path, run: Run, cluster: str) -> None:
    (root / "templates").mkdir()
    (root / "templates/article.html").write_text("<p>\n{{ page.nothing }}", "utf-8")
    one_error(run(cluster), r"article\.html:2: .*nothing.*", r"Mend the template\.")
    assert not (root / "output").exists()


def test_a_worker_that_does_not_see_the_folder_is_told_of(
    root: Path, run: Run, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = dask.Workers.submit
    monkeypatch.setattr(
        dask.Workers, "submit", lambda self, fn, place, *rest: submit(self, fn, f"/elsewhere{place}", *rest)
    )
    one_error(
        run(cluster), r"the worker on \S+ \(process \d+\) cannot read \S+: No such file.*", r"Share the site's folder.*"
    )


@pytest.mark.parametrize(
    ("preload", "said"),
    [
        (OTHER_SITEGEN, "sitegen 0.0.1 instead of .*"),
        (NO_SITEGEN, "no sitegen"),
        (OTHER_PYTHON, "Python 3.99.1 instead of .*"),
    ],
    ids=["another sitegen", "no sitegen", "another Python"],
)
def test_a_worker_with_another_program_is_refused_by_its_address(
    tmp_path: Path, run: Run, preload: str, said: str
) -> None:
    with scheduler(tmp_path) as (place, _), worker(tmp_path, place, preload):
        one_error(run(f"dask://{place}"), rf"the worker tcp://\S+ has {said}", r"Install the same sitegen and Python.*")


def test_a_build_survives_the_end_of_a_worker(root: Path, run: Run, tmp_path: Path) -> None:
    with pair(tmp_path) as cluster:
        killer = threading.Thread(target=when_files_wait, args=(root, cluster.workers[0].kill))
        killer.start()
        code, said = run(f"dask://{cluster.place}")
        killer.join()
        assert (code, cluster.workers[0].wait(60)) == (0, -signal.SIGKILL), said
    assert tree(root / "output") == alone(root)


@pytest.mark.parametrize("who", ["workers", "scheduler"])
def test_a_cluster_that_ends_leaves_the_old_site_and_one_line(
    root: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    build(root, BuildOptions())
    before = tree(root / "output")
    (root / "content/a.bib").write_text(ENTRIES.replace("Title", "Another title"), "utf-8")
    with pair(tmp_path) as cluster:

        def kill() -> None:
            monkeypatch.setattr(dask, "PATIENCE", 2.0)
            for process in cluster.workers if who == "workers" else [cluster.scheduler]:
                process.kill()

        killer = threading.Thread(target=when_files_wait, args=(root, kill))
        killer.start()
        said = run(f"dask://{cluster.place}")
        killer.join()
    one_error(said, r"(no worker of the cluster is left|the cluster dropped .*)", r"Build again, or without.*", code=1)
    assert tree(root / "output") == before
    assert not (root / ".sitegen/staging").exists()


def when_files_wait(root: Path, act: Callable[[], None]) -> None:
    """Do something as soon as somebody has staged a file."""
    while not any(path.name != "order" for path in (root / ".sitegen/staging").rglob("*") if path.is_file()):
        time.sleep(0.001)
    act()


def test_a_scheduler_without_workers_is_told_of(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "PATIENCE", 5.0)
    with scheduler(tmp_path) as (place, _):
        one_error(
            run(f"dask://{place}"), rf"the scheduler at {place} has no workers", rf"Start .*: dask worker {place}\."
        )


@pytest.mark.parametrize("silent", [True, False], ids=["somebody listens and says nothing", "nobody listens"])
def test_nobody_who_answers_is_waited_for_without_end(run: Run, monkeypatch: pytest.MonkeyPatch, silent: bool) -> None:
    monkeypatch.setattr(dask, "PATIENCE", 1.0)
    with socket.create_server((ADDRESS, 0)) as listener:
        port = listener.getsockname()[1]
        if not silent:
            listener.close()
        said = run(f"dask://{ADDRESS}:{port}")
    one_error(said, rf"no Dask scheduler answers at {ADDRESS}:{port} within 1 seconds.*", r"Start one there: .*")


def test_what_answers_and_is_no_scheduler_is_told_of(run: Run) -> None:
    def answer() -> None:
        connection, _ = listener.accept()
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 10)
        connection.close()

    with socket.create_server((ADDRESS, 0)) as listener:
        thread = threading.Thread(target=answer)
        thread.start()
        said = run(f"dask://{ADDRESS}:{listener.getsockname()[1]}")
        thread.join()
    assert said[0] == 2
    assert re.match(r"error: (no Dask scheduler answers|what answers) at \S+ ", said[1])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("dask://", "no address of a scheduler"),
        ("dask://host", "no address of a scheduler"),
        ("dask://host:port", "no address of a scheduler"),
        ("dask://host:99999", "no address of a scheduler"),
        ("dask://me@host:1", "no address of a scheduler"),
        ("dask://host:1/path", "no address of a scheduler"),
        ("127.0.0.1:8786", "no address of a cluster"),
        ("ray://host:1", "no address of a cluster"),
    ],
)
def test_a_wrong_address_is_told_of_with_a_right_one(run: Run, address: str, said: str) -> None:
    one_error(run(address), f"--executor '{address}' is {said}", r"Write dask://HOST:PORT\.")


def test_a_missing_extra_is_told_of(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "find_spec", lambda _: None)
    one_error(run("dask://host:1"), r"--executor dask:// needs the package distributed", r"Install it: pip install .*")

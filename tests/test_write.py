"""The write stage: what differs is replaced in one step, what is no longer planned goes, nothing else is touched."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen.disk.manifest import load
from sitegen.disk.output_guard import output_folder
from sitegen.disk.paths import checked
from sitegen.disk.staging import Data, Stage
from sitegen.outcome import Written
from sitegen.problems import SitegenError
from sitegen.site import LocalFile
from sitegen.write import Fill, WriteError, write

HOME = b'<!doctype html><meta name="generator" content="sitegen 1.0"><p>home'
SITE: Mapping[str, Data] = {"index.html": HOME, "articles/a/index.html": b"<p>a", "articles/b/index.html": b"<p>b"}


def each_of(files: Iterable[tuple[str, Data]]) -> Fill:
    """What adds files to a stage one by one."""

    def fill(stage: Stage) -> None:
        for path, data in files:
            stage.add(path, data)

    return fill


class Place:
    """A site's folder with its output and its state."""

    def __init__(self, root: Path) -> None:
        self.root, self.output, self.state = root, root / "output", root / ".sitegen"

    def write(self, files: Mapping[str, Data], *, clean: bool = False) -> Written:
        return write(each_of(files.items()), self.output, self.state, clean=clean)

    def tree(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in self.output.rglob("*")
            if path.is_file()
        }

    def folders(self) -> set[str]:
        return {path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_dir()}

    def litter(self) -> list[str]:
        return sorted(
            path.name
            for path in self.state.iterdir()
            if path.suffix != ".manifest" and path.name not in {"lock", ".gitignore"}
        )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_first_build_writes_every_file(place: Place) -> None:
    assert place.write(SITE) == Written(
        written=3, unchanged=0, removed=0, bytes=sum(len(data) for data in SITE.values() if isinstance(data, bytes))
    )
    assert place.tree() == SITE
    assert place.litter() == []


def test_an_output_folder_that_is_empty_is_taken(place: Place) -> None:
    place.output.mkdir()
    assert place.write(SITE).written == 3


def test_a_second_build_touches_nothing(place: Place) -> None:
    place.write(SITE)
    before = {path: path.stat().st_mtime_ns for path in place.root.rglob("*")}
    assert place.write(SITE) == Written(0, 3, 0, 75)
    assert {path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path != place.state} == {
        path: when for path, when in before.items() if path != place.state
    }


def test_only_what_differs_is_written_and_what_is_gone_is_removed_with_its_folder(place: Place) -> None:
    place.write(SITE)
    after = {"index.html": HOME, "articles/a/index.html": b"<p>A", "new/x.bib": b"@x"}
    assert place.write(after) == Written(2, 1, 1, 73, ("articles/b/index.html",))
    assert place.tree() == after
    assert place.folders() == {"articles", "articles/a", "new"}
    assert place.litter() == []


def test_a_file_changed_by_hand_is_put_right(place: Place) -> None:
    place.write(SITE)
    (place.output / "articles/a/index.html").write_bytes(b"edited")
    assert place.write(SITE).written == 1
    assert place.tree() == SITE


def test_a_touched_file_with_the_same_bytes_is_left_alone(place: Place) -> None:
    place.write(SITE)
    os.utime(place.output / "index.html", (1, 1))
    assert place.write(SITE).written == 0
    assert (place.output / "index.html").stat().st_mtime == 1
    assert place.write(SITE).written == 0


def test_files_of_others_in_the_output_folder_stay(place: Place) -> None:
    place.write(SITE)
    (place.output / "articles/b/notes.txt").write_bytes(b"mine")
    place.write({"index.html": HOME}, clean=False)
    place.write({"index.html": HOME}, clean=True)
    assert place.tree() == {"index.html": HOME, "articles/b/notes.txt": b"mine"}


def test_a_clean_build_writes_every_file_anew(place: Place) -> None:
    place.write(SITE)
    (place.output / "index.html").write_bytes(b"edited")
    os.utime(place.output / "index.html", (1, 1))
    assert place.write({"index.html": HOME}, clean=True) == Written(
        1, 0, 2, len(HOME), ("articles/a/index.html", "articles/b/index.html")
    )
    assert place.tree() == {"index.html": HOME}
    assert place.folders() == set()
    assert place.litter() == []


def test_a_page_may_become_a_folder_and_a_folder_a_page(place: Place) -> None:
    place.write({"index.html": HOME, "a": b"page", "b/c/d": b"deep"})
    after: dict[str, Data] = {"index.html": HOME, "a/index.html": b"folder", "b": b"page"}
    place.write(after)
    assert place.tree() == after


def test_a_lost_state_folder_costs_no_page_and_no_time_stamp(place: Place) -> None:
    place.write(SITE)
    subprocess.run(["rm", "-r", str(place.state)], check=True)
    assert place.write(SITE).written == 0


def test_a_manifest_that_cannot_be_read_knows_nothing(place: Place) -> None:
    place.write(SITE)
    for path in place.state.glob("*.manifest"):
        path.write_bytes(b"\xff\xff not msgpack")
    assert place.write(SITE).unchanged == 3


def test_a_manifest_never_reaches_out_of_the_output_folder(place: Place) -> None:
    place.write(SITE)
    precious = place.root / "precious.txt"
    precious.write_bytes(b"mine")
    manifest = load(place.state, place.output)
    record = manifest.written["index.html"]
    manifest.keep({**manifest.written, "../precious.txt": record, str(precious): record})
    place.write(SITE)
    place.write({"index.html": HOME})
    assert precious.read_bytes() == b"mine"


def test_a_folder_of_somebody_else_is_refused(place: Place) -> None:
    (place.output / "sub").mkdir(parents=True)
    (place.output / "sub" / "index.html").write_bytes(b"mine")
    with pytest.raises(SitegenError, match="did not write") as caught:
        place.write(SITE)
    assert "--output" in caught.value.hint
    assert place.tree() == {"sub/index.html": b"mine"}


def test_a_folder_that_took_the_place_of_ours_is_refused(place: Place) -> None:
    place.write(SITE)
    subprocess.run(["rm", "-r", str(place.output)], check=True)
    place.output.mkdir()
    (place.output / "index.html").write_bytes(b"mine")
    with pytest.raises(SitegenError, match="did not write"):
        place.write(SITE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "..",
        "./",
        "../SITE",
        "content",
        "content/sub",
        "templates",
        ".sitegen",
        ".git/x",
        "~",
        "~/x",
        "a\nb",
        "/",
        "a/../content",
    ],
)
def test_places_where_other_things_live_are_refused(tmp_path: Path, text: str) -> None:
    root = tmp_path / "SITE"
    root.mkdir()
    with pytest.raises(SitegenError):
        output_folder(root, text)


def test_the_home_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    (tmp_path / "site").mkdir()
    (tmp_path / "me").mkdir()
    with pytest.raises(SitegenError, match="more than the site"):
        output_folder(tmp_path / "site", "../me")


def test_a_link_and_a_file_are_no_output_folder(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "file").write_bytes(b"")
    for name in ("link", "file"):
        with pytest.raises(SitegenError, match="is a"):
            output_folder(tmp_path, name)


def test_a_link_on_the_way_stops_the_build(place: Place) -> None:
    place.write(SITE)
    elsewhere = place.root / "elsewhere"
    (place.output / "articles").rename(elsewhere)
    (place.output / "articles").symlink_to(elsewhere)
    with pytest.raises(SitegenError, match="is a link"):
        place.write({**SITE, "articles/a/index.html": b"changed"})
    assert (elsewhere / "a/index.html").read_bytes() == b"<p>a"


def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(place: Place) -> None:
    place.write(SITE)
    target = place.root / "target.html"
    target.write_bytes(b"mine")
    (place.output / "index.html").unlink()
    (place.output / "index.html").symlink_to(target)
    place.write({**SITE, "index.html": HOME + b"!"})
    assert target.read_bytes() == b"mine"
    assert not (place.output / "index.html").is_symlink()


def test_a_state_folder_that_is_a_link_is_refused(place: Place) -> None:
    (place.root / "elsewhere").mkdir()
    place.state.symlink_to("elsewhere")
    with pytest.raises(SitegenError, match="not a folder"):
        place.write(SITE)
    assert list((place.root / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "path", ["", "/x", "../x", "a/../x", "a//b", "./a", "a\\b", "C:x", "a\nb", "cafe\u0301", "a/", "\ud800"]
)
def test_a_path_that_could_lead_elsewhere_is_refused(path: str, place: Place) -> None:
    with pytest.raises(SitegenError, match="cannot be written"):
        place.write({path: b"x"})
    assert not place.output.exists()


def test_paths_of_all_scripts_pass() -> None:
    assert checked("authors/خیام/index.html") == "authors/خیام/index.html"


def test_a_page_that_cannot_be_made_leaves_the_old_site(place: Place) -> None:
    place.write(SITE)

    def broken() -> Iterator[tuple[str, Data]]:
        yield "index.html", b"new"
        raise SitegenError("templates/home.html:3: unexpected end of template")

    with pytest.raises(SitegenError, match="unexpected end"):
        write(each_of(broken()), place.output, place.state)
    assert place.tree() == SITE
    assert place.litter() == []


def test_a_full_disk_is_one_sentence_and_leaves_the_old_site(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.write(SITE)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.disk.staging.pour", full)
        with pytest.raises(WriteError, match="No space left on device"):
            place.write({**SITE, "index.html": b"new"})
    assert place.tree() == SITE
    assert place.litter() == []


def test_a_build_cut_short_between_two_files_is_finished_by_the_next(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(SITE)
    real, calls = os.rename, []

    def dies(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr("os.rename", dies)
        with pytest.raises(KeyboardInterrupt):
            place.write({"index.html": HOME + b"2", "fresh/a.html": b"1", "new/deep/b.html": b"2"})
    after = {"index.html": HOME + b"3", "articles/a/index.html": b"<p>a"}
    place.write(after)
    assert place.tree() == after
    assert place.folders() == {"articles", "articles/a"}
    assert place.litter() == []


def test_without_an_exchange_of_folders_two_renames_do(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.write(SITE)
    monkeypatch.setattr("sitegen.disk.exchange._exchange", lambda *_: False)
    place.write({"index.html": HOME}, clean=True)
    assert place.tree() == {"index.html": HOME}
    assert place.litter() == []


def test_a_mount_point_is_filled_file_by_file(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.write(SITE)
    monkeypatch.setattr("sitegen.write.put_in_place", lambda *_: False)
    after = {"index.html": HOME, "c/index.html": b"<p>c"}
    place.write(after, clean=True)
    assert place.tree() == after


def test_a_local_file_is_copied_once(place: Place) -> None:
    pdf = place.root / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4 a")
    local = LocalFile(str(pdf), 10, sha256(b"%PDF-1.4 a").hexdigest())
    assert place.write({"index.html": HOME, "a.pdf": local}).written == 2
    assert place.write({"index.html": HOME, "a.pdf": local}).written == 0
    os.utime(place.output / "a.pdf", (1, 1))
    assert place.write({"index.html": HOME, "a.pdf": local}).written == 0
    assert (place.output / "a.pdf").read_bytes() == b"%PDF-1.4 a"


def test_a_local_file_that_became_a_link_is_not_followed(place: Place) -> None:
    (place.root / "secret").write_bytes(b"secret")
    (place.root / "a.pdf").symlink_to("secret")
    with pytest.raises(WriteError):
        place.write({"a.pdf": LocalFile(str(place.root / "a.pdf"), 6, "0" * 64)})


def test_permissions_do_not_depend_on_the_umask(place: Place) -> None:
    umask = os.umask(0o077)
    try:
        place.write(SITE)
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(umask)
    assert stat.S_IMODE((place.output / "index.html").stat().st_mode) == 0o644
    assert stat.S_IMODE((place.output / "articles/a").stat().st_mode) == 0o755


def test_an_output_folder_elsewhere_has_a_manifest_of_its_own(place: Place) -> None:
    place.write(SITE)
    other = place.root / "public" / "deep"
    write(each_of(SITE.items()), other, place.state)
    assert write(each_of({"index.html": HOME}.items()), other, place.state).removed == 2
    assert place.tree() == SITE


def test_two_builds_at_once_take_turns(place: Place) -> None:
    program = (
        "import sys; from pathlib import Path; from sitegen.write import write; root = Path(sys.argv[1]);"
        "files = [('index.html', b'home'), *((f'{i}.html', b'%d' % i) for i in range(300))];"
        "write(lambda stage: [stage.add(*each) for each in files], root / 'output', root / '.sitegen', clean=True)"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(place.root)]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(place.tree()) == 301
    assert place.litter() == []


def test_a_new_folder_comes_whole_and_an_old_one_goes_whole(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader, or a build that is killed, never sees a folder of which a part is there."""
    place.write(SITE)
    real, seen = os.rename, []

    def watched(source: str, target: str) -> None:
        real(source, target)
        seen.append((place.tree(), place.folders()))

    monkeypatch.setattr("os.rename", watched)
    place.write({"index.html": HOME, "new/deep/a.html": b"1", "new/deep/b.html": b"2"})
    assert [
        {folder for folder in folders if not any(path.startswith(folder) for path in tree)} for tree, folders in seen
    ] == [set(), set()]
    assert "new/deep/b.html" in seen[0][0]
    assert place.folders() == {"new", "new/deep"}


def test_an_old_folder_with_a_file_of_somebody_else_keeps_that_file(place: Place) -> None:
    place.write(SITE)
    (place.output / "articles/notes.txt").write_bytes(b"mine")
    place.write({"index.html": HOME})
    assert place.tree() == {"index.html": HOME, "articles/notes.txt": b"mine"}

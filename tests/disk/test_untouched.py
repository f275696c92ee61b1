"""Which files are as they were written, as far as size, time and kind tell."""

import os
from hashlib import sha256
from pathlib import Path

from sitegen.disk.manifest import untouched
from sitegen.disk.record import record, vouches_for


def test_a_file_that_was_touched_replaced_or_removed_is_not_among_the_untouched(tmp_path: Path) -> None:
    records, times = {}, {}
    for name in ("same", "longer", "later", "gone", "link", "folder"):
        file = tmp_path / "output" / "a" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"text")
        found = file.stat()
        records[f"a/{name}"], times[name] = record(found, sha256(b"text").digest()), found.st_mtime_ns
    folder = tmp_path / "output" / "a"
    (folder / "longer").write_bytes(b"texts")
    os.utime(folder / "longer", ns=(0, times["longer"]))
    os.utime(folder / "later", ns=(0, times["later"] + 1))
    for name in ("gone", "link", "folder"):
        (folder / name).unlink()
    (folder / "link").symlink_to("same")
    (folder / "folder").mkdir()
    assert list(untouched(str(tmp_path / "output"), records.items())) == ["a/same"]


def test_a_file_of_any_age_has_a_record_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"text")
    found = []
    for time in (-(10**18), 0, 10**18, 2**63 + 10**9):
        os.utime(file, ns=(0, time))
        found.append(record(file.stat(), sha256(b"text").digest()))
        assert vouches_for(found[-1], file.stat())
    assert len(set(found)) == len(found)

"""Which files are as they were written, as far as size, time and kind tell."""

import os
from pathlib import Path

from sitegen.disk.manifest import Record, untouched


def test_a_file_that_was_touched_replaced_or_removed_is_not_among_the_untouched(tmp_path: Path) -> None:
    records = {}
    for name in ("same", "longer", "later", "gone", "link", "folder"):
        file = tmp_path / "output" / "a" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"text")
        found = file.stat()
        records[f"a/{name}"] = Record(found.st_size, found.st_mtime_ns, b"digest")
    folder = tmp_path / "output" / "a"
    (folder / "longer").write_bytes(b"texts")
    os.utime(folder / "longer", ns=(0, records["a/longer"].changed))
    os.utime(folder / "later", ns=(0, records["a/later"].changed + 1))
    for name in ("gone", "link", "folder"):
        (folder / name).unlink()
    (folder / "link").symlink_to("same")
    (folder / "folder").mkdir()
    assert list(untouched(str(tmp_path / "output"), records.items())) == ["a/same"]

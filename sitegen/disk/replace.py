"""A file in the place of another, in one step."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(file: Path, data: bytes, mode: int) -> None:
    """Write beside the file, then take its place: whoever reads it meets the old bytes or the new ones."""
    handle, beside = tempfile.mkstemp(prefix=".sitegen-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise

"""Templates as bytecode: in memory, and those of the packaged theme where Python keeps the bytecode of the program.

Who can write there can write the program, so nobody is trusted that was not trusted before. Of an owner's templates
nothing is kept on the disk, and nothing in the folder of a site, which may have come from a stranger.
"""

import hashlib
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from io import BytesIO
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sitegen.disk import sealed
from sitegen.packaged import default_folder

_DIGEST = 16
"""Bytes that tell what the code behind them was made of."""


class Compiled(BytecodeCache):
    """Compiled templates for the environments of one language, kept as long as their texts stay.

    program: what tells this program from the next version; none to keep nothing on the disk. language: BCP 47.
    checked: names of templates in which nothing is wrong, as long as no other text was compiled since.
    """

    def __init__(self, program: Iterable[str] = (), language: str = "") -> None:
        self._program, self._language = tuple(program), language
        self._kept: dict[str, tuple[str, Any]] = {}
        self.checked: set[str] = set()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A template and its file."""
        return f"{name}\0{filename or ''}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put in what was compiled of the same text."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif place := self._place(bucket.key):
            made_of, held = self._made_of(bucket), sealed.load(place)[1]
            if held[:_DIGEST] == made_of:
                bucket.load_bytecode(BytesIO(held[_DIGEST:]))
                self._keep(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; on the disk unless Python is told to write no bytecode."""
        self._keep(bucket)
        place = None if sys.dont_write_bytecode else self._place(bucket.key)
        if place:
            with suppress(OSError):
                place.parent.mkdir(parents=True, exist_ok=True)
            sealed.save(place, (self._made_of(bucket), bucket.bytecode_to_string()))

    def _keep(self, bucket: Bucket) -> None:
        self.checked.clear()
        self._kept[bucket.key] = (bucket.checksum, bucket.code)

    def _place(self, key: str) -> Path | None:
        """The file for a template's code, one for each name and language; None where none is kept."""
        name, _, file = key.partition("\0")
        if not self._program or not file or not Path(file).is_relative_to(default_folder()):
            return None
        with suppress(NotImplementedError):  # of a Python that keeps no bytecode
            return Path(cache_from_source(f"{file}.{_digest(name, self._language).hex()}.py"))
        return None

    def _made_of(self, bucket: Bucket) -> bytes:
        """The digest of all that decides what becomes of a template."""
        return _digest(MAGIC_NUMBER.hex(), *self._program, self._language, bucket.key, bucket.checksum)


def _digest(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()

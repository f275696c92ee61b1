"""The process that opens PDFs, seen from ours: asked file by file, ended when it takes too long, and begun anew."""

import json
import subprocess
import sys
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Any, Self, cast

SECONDS = 20.0
"""A PDF that takes longer is given up."""
WORKER = Path(__file__).with_name("worker.py")


class Viewer:
    """A worker that is begun when it is first needed. Use it as a context: it ends with it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def look(self, pdf: str, picture: str) -> dict[str, Any]:
        """What the worker says of a PDF: `pages`, and `width` and `height` of the picture it wrote; or an `error`."""
        process = self._process or self._begin()
        late = Timer(self._seconds, process.kill)
        late.start()
        try:
            to, answers = cast("tuple[IO[bytes], IO[bytes]]", (process.stdin, process.stdout))
            to.write(json.dumps([pdf, picture]).encode() + b"\n")
            to.flush()
            said = json.loads(answers.readline())
        except (OSError, ValueError):
            self._end()
            return {"error": "it takes too much time or memory"}
        finally:
            late.cancel()
        return said if isinstance(said, dict) else {"error": "no answer"}

    def _begin(self) -> subprocess.Popen[bytes]:
        """Begin a worker. `-P` keeps the names of our modules out of the way of the packages it loads."""
        command = [sys.executable, "-P", str(WORKER)]
        self._process = subprocess.Popen(  # noqa: S603 -- ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        return self._process

    def _end(self) -> None:
        """End the worker, if there is one."""
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None

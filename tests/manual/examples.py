"""The blocks of code in a Markdown page, and how each is tried: a page is followed from its top as a reader would."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^(`{3,})([\w-]*)[^\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"(?:^|\n)`([^`\n]+)`\s*\Z")
_REASON = re.compile(r"(?:^|\n)\[not run: ([^\]]+)\]: #\s*\Z")
SHELLS = ("sh", "bash")


@dataclass(frozen=True, slots=True)
class Example:
    """A block of code. kind: the word behind its fence. heading: the line of code above it, "" for none.

    reason: why it is not run, "" where it is. line: of its opening fence, counted from 1.
    answers: whether it stands straight behind another block, and so is what that one prints.
    """

    kind: str
    text: str
    line: int
    heading: str = ""
    reason: str = ""
    answers: bool = False


def examples(page: str) -> Iterator[Example]:
    """The blocks of a page, in their order."""
    end = -1
    for match in _FENCE.finditer(page):
        before = page[: match.start()]
        heading, reason = _HEADING.search(before), _REASON.search(before)
        yield Example(
            kind=match[2],
            text=match[3],
            line=before.count("\n") + 1,
            heading=heading[1] if heading else "",
            reason=reason[1] if reason else "",
            answers=end >= 0 and not page[end : match.start()].strip(),
        )
        end = match.end()


class Reader:
    """Somebody who follows a page in a folder: types what it says, saves what it shows.

    said: what the last command printed, both streams as a terminal shows them.
    waits: whether a file was saved that no build has read yet.
    """

    def __init__(self, folder: Path) -> None:
        self.here = folder
        self.said = ""
        self.waits = False
        tools = folder / ".tools"
        tools.mkdir()
        program = tools / "sitegen"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sitegen "$@"\n')
        program.chmod(0o755)
        self._state = tools / "here"
        settings = tools / "gitconfig"
        settings.write_text("[user]\n\tname = Ada\n\temail = ada@example.org\n")
        self._environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "GIT_CONFIG_GLOBAL": str(settings),
        }

    def types(self, commands: str) -> None:
        """Run a block of shell commands; AssertionError where one fails."""
        script = f"set -eo pipefail\n{commands}\npwd > {self._state}\n"
        ran = subprocess.run(
            [shutil.which("bash") or "bash", "-c", script],
            cwd=self.here,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        self.said = ran.stdout
        self.waits = self.waits and "sitegen build" not in commands
        assert ran.returncode == 0, f"{commands}\nended with {ran.returncode}:\n{self.said}"
        self.here = Path(self._state.read_text("utf-8").strip())

    def saves(self, path: str, text: str) -> None:
        """Save a file where the reader stands."""
        target = self.here / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        self.waits = True

    def sees(self, shown: str) -> None:
        """What the page says is printed: each line in what was printed last, `…` for anything."""
        for line in filter(str.strip, shown.splitlines()):
            pattern = ".*".join(map(re.escape, line.strip().split("…")))
            assert re.search(pattern, self.said), f"{line!r} is not in:\n{self.said}"

"""Git's plumbing: one command at a time, its answer as text, its refusal as one sentence."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from sitegen.problems import SitegenError, excerpt


class DeployError(SitegenError):
    """A site was not published, because it may not be or could not be; exit code 3."""

    exit_code = 3


class Git:
    """The repository that a folder lies in."""

    __slots__ = ("_folder",)

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ask(self, *arguments: str) -> str:
        """What a command prints, without the newline at its end. Raises DeployError with git's own words."""
        code, out, said = self._run(arguments)
        if code:
            raise DeployError(f"git {arguments[0]}: {_last_words(said)}", "Mend that, then deploy again.")
        return out

    def ask_or(self, otherwise: str, *arguments: str) -> str:
        """What a command prints; `otherwise` when it ends in failure."""
        code, out, _ = self._run(arguments)
        return otherwise if code else out

    def feed(self, chunks: Iterable[bytes], *arguments: str) -> None:
        """Give a command its input piece by piece. Raises DeployError with git's own words."""
        try:
            with subprocess.Popen(  # noqa: S603 -- no shell, and no word of the content among the arguments
                ["git", *arguments],  # noqa: S607 -- the user's git
                cwd=self._folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            ) as process:
                if process.stdin is None or process.stderr is None:
                    raise DeployError("git cannot be spoken to")
                try:
                    for chunk in chunks:
                        process.stdin.write(chunk)
                    process.stdin.close()
                except BrokenPipeError:
                    pass  # It ended early; why, it says below.
                said = process.stderr.read().decode("utf-8", "replace")
        except FileNotFoundError:
            raise _missing() from None
        if process.returncode:
            raise DeployError(f"git {arguments[0]}: {_last_words(said)}", "Mend that, then deploy again.")

    def _run(self, arguments: tuple[str, ...]) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of a command."""
        try:
            done = subprocess.run(  # noqa: S603 -- no shell, and no word of the content among the arguments
                ["git", *arguments],  # noqa: S607 -- the user's git
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise _missing() from None
        out, said = done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "replace")
        return done.returncode, out.removesuffix("\n"), said


def _missing() -> DeployError:
    """What is said where there is no git."""
    return DeployError("git is not installed", "Install it, or publish into a folder with --to DIR.")


def _last_words(said: str) -> str:
    """The telling line of what git said: the first that begins with `fatal:` or its like, else the last."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "! ["))]
    return excerpt((telling or lines[-1:] or ["it failed without a word"])[0], 200)

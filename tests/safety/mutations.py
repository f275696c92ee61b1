# ruff: noqa: E501 -- a defence a line
"""Takes out each defence, one at a time, in a copy: `python -m tests.safety.mutations`; each must turn a test red.

The program is no part of the suite, because it runs parts of the suite once for every defence.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Defence(NamedTuple):
    """What is taken out. before, after: a piece of the file that stands there once, and what it becomes."""

    name: str
    file: str
    before: str
    after: str
    tests: str


DEFENCES = (
    Defence("JSON in a script", "text/html.py", "text.translate(_IN_SCRIPT)", "text", "tests/text/test_html.py --doctest-modules sitegen/text/html.py"),
    Defence("plain text in a page", "text/html.py", "escape(text) if isinstance", "text if isinstance", "tests/text/test_html.py tests/safety/test_hostile_library.py"),
    Defence("text in an element", "text/html.py", "text.translate(_IN_CONTENT)", "text", "--doctest-modules sitegen/text/html.py tests/safety/test_hostile_library.py"),
    Defence("rich text", "text/rich.py", "                out.append(escape(node))", "                out.append(node)", "tests/text/test_rich.py tests/safety/test_hostile_library.py"),
    Defence("escaping of templates", "templating.py", "autoescape=True", "autoescape=False", "tests/safety/test_hostile_library.py"),
    Defence("schemes", "text/addresses.py", "not colon or scheme not in SCHEMES", "not colon", "tests/text/test_addresses.py"),
    Defence("signs in addresses", "text/addresses.py", "or _FORBIDDEN.search(url)", "", "tests/text/test_addresses.py"),
    Defence("signs in paths", "disk/paths.py", "not _FORBIDDEN.intersection(path)", "True", "tests/test_write.py tests/safety/test_found.py"),
    Defence("steps in paths", "disk/paths.py", "and not _STEPS.intersection(path.split(\"/\"))", "", "tests/test_write.py tests/fuzz/test_claims.py"),
    Defence("surrogates in paths", "disk/paths.py", "and _can_be_encoded(path)", "", "tests/test_write.py tests/fuzz/test_claims.py"),
    Defence("links on the way of a write", "disk/paths.py", "if stat.S_ISLNK(mode):", "if False:", "tests/test_write.py"),
    Defence("links in the content", "read.py", "if not name.startswith(\".\") and _is_regular(path)", "if not name.startswith(\".\")", "tests/safety/test_found.py"),
    Defence("names of static files", "read.py", "if not is_checked(name):", "if False:", "tests/safety/test_found.py"),
    Defence("controls in TOML", "config.py", 'return _CONTROLS.sub("", value)', "return value", "tests/safety/test_found.py"),
    Defence("long redirects", "views/moved.py", "if len(path) > _LONGEST or", "if False and", "tests/safety/test_found.py"),
    Defence("length of slugs", "text/slugs.py", "len(plain) <= LONGEST and", "", "tests/text/test_slugs.py"),
    Defence("names of Windows", "text/slugs.py", "and plain not in _WINDOWS", "", "tests/text/test_slugs.py --doctest-modules sitegen/text/slugs.py"),
    Defence("depth of LaTeX", "text/latex_walk.py", "len(self.frames) >= DEEPEST", "False", "tests/text/test_latex.py"),
    Defence("policy of scripts", "frame.py", "default-src 'none'; script-src 'self' 'sha256-{digest}'", "script-src *", "tests/test_frame.py tests/safety/test_hostile_in_browser.py"),
    Defence("policy in the page", "../templates/base.html", '<meta http-equiv="Content-Security-Policy" content="{{ site.csp|trusted }}">', "", "tests/test_frame.py tests/safety/test_hostile_library.py"),
    Defence("links of Markdown", "text/markdown.py", "return web_address(value) or None", "return value", "tests/text/test_markdown.py"),
    Defence("pictures of Markdown", "text/markdown.py", 'return None if _SCHEME.match(value) or _UNSAFE_PATH.search(value) or value.startswith("/") else value', "return value", "tests/text/test_markdown.py"),
    Defence("ids of Markdown", "text/markdown.py", "return value if _ID.fullmatch(value) else None", "return value", "tests/text/test_markdown.py"),
    Defence("first bytes of a PDF", "publishing.py", 'return b"%PDF-" in stream.read(1024)', "return True", "tests/test_attach.py tests/safety/test_hostile_library.py"),
    Defence("endings of files", "publishing.py", "suffix not in PUBLISHED and", "False and", "tests/test_attach.py tests/safety/test_hostile_library.py"),
    Defence("characters of XML", "text/elements.py", '_ILLEGAL.sub("", text)', "text", "--doctest-modules sitegen/text/elements.py tests/text/test_elements.py"),
    Defence("folders of others", "disk/output_guard.py", "or _is_known(output, manifest) or", "or True or", "tests/test_write.py tests/test_build.py tests/test_cli.py"),
    Defence("output that is a link", "disk/output_guard.py", "if given.is_symlink():", "if False:", "tests/test_write.py tests/test_build.py tests/test_cli.py"),
)  # fmt: skip


def main() -> int:
    """1 where a defence is missed by nobody."""
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sitegen"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "output", ".sitegen"))
        for defence in DEFENCES:
            said = _tried(defence, copy)
            missed += [defence.name] if said != "red" else []
            sys.stdout.write(f"{said:8} {defence.name}\n")
            sys.stdout.flush()
    return 1 if missed else 0


def _tried(defence: Defence, copy: Path) -> str:
    """What the tests say without the defence: `red` as they should, `green`, or `gone` where it is not found."""
    file = copy / "sitegen" / defence.file
    text = file.read_text("utf-8")
    if text.count(defence.before) != 1:
        return "gone"
    file.write_text(text.replace(defence.before, defence.after), "utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *defence.tests.split()]
        done = subprocess.run(command, cwd=copy, env={"PYTHONPATH": str(copy)}, capture_output=True, check=False)
    finally:
        file.write_text(text, "utf-8")
    return {0: "green", 1: "red"}.get(done.returncode, "error")


if __name__ == "__main__":
    sys.exit(main())

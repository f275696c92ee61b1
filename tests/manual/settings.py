"""The reference of site.toml, people.toml and venues.toml, from the structures that they are read into."""

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec

from sitegen import config
from sitegen.config import CHOICES, PersonRecord, SiteConfig, VenueRecord
from sitegen.text.toml_write import to_toml
from tests.manual.words import code, codes, page, said, sentence

_WORDS = {str: "text", int: "whole number", bool: "true or false", float: "number"}
_HEADS = (
    ("title", "the page's title; without it the first heading, else the name of the file"),
    ("description", "one or two sentences for search engines"),
    ("navigation", 'its label in the header, and in the chapters of a manual; `""` keeps it out of the header'),
)


def structures() -> Iterator[tuple[str, type[msgspec.Struct], str]]:
    """Every table that a file may hold: its heading, its structure, what its keys begin with."""
    yield "site.toml", SiteConfig, ""
    for field in msgspec.structs.fields(SiteConfig):
        for inner in _inner(field.type):
            many = get_origin(_plain(field.type)) is tuple
            yield (f"[[{field.name}]]" if many else f"[{field.name}]"), inner, f"{field.name}."
            for deeper in msgspec.structs.fields(inner):
                yield from (
                    (f"[[{field.name}.{deeper.name}]]", each, f"{field.name}.{deeper.name}.")
                    for each in _inner(deeper.type)
                )
    yield "people.toml", PersonRecord, "person."
    yield "venues.toml", VenueRecord, "venue."


def every_key() -> Iterator[str]:
    """Every key with its table before it."""
    for _, shape, prefix in structures():
        yield from (f"{prefix}{field.name}" for field in msgspec.structs.fields(shape) if not is_table(field))


def is_table(field: msgspec.structs.FieldInfo) -> bool:
    """Whether a key holds a table, or tables, and nothing else: such a key has a heading of its own."""
    return _kind(field.type) in ("table", "list of tables")


def unread() -> set[str]:
    """Structures of `config` that no table of this page shows."""
    shown = {shape for _, shape, _ in structures()} | {base for _, shape, _ in structures() for base in shape.__mro__}
    every = {each for each in vars(config).values() if isinstance(each, type) and issubclass(each, msgspec.Struct)}
    return {each.__name__ for each in every - shown}


def meanings(shape: type[msgspec.Struct]) -> Mapping[str, str]:
    """What the docstrings of a structure, and of those it is made from, say of its keys."""
    names = [field.name for field in msgspec.structs.fields(shape)]
    found: dict[str, str] = {}
    for each in shape.__mro__:
        if issubclass(each, msgspec.Struct) and each is not msgspec.Struct:
            found = said(each, names)[1] | found
    return found


def settings_page() -> str:
    """The page."""
    return page("Configuration", "Configuration", _opening(), *(_table(*each) for each in structures()), _heads())


def _opening() -> Iterator[str]:
    yield "Everything is optional: a site of one `.bib` file needs no configuration. The files lie in `content/` and are"
    yield "[TOML](https://toml.io/). A key that sitegen does not know is refused with the nearest one that it does."
    yield ""


def _table(heading: str, shape: type[msgspec.Struct], prefix: str) -> Iterator[str]:
    """One table: what it is, and its keys."""
    names = [field.name for field in msgspec.structs.fields(shape)]
    yield from (f"## {heading}", "")
    about = said(shape, names)[0].removeprefix(f"`{heading}`: ").removeprefix("`site.toml`.")
    yield from ([sentence(about), ""] if about else [])
    known = meanings(shape)
    for field in msgspec.structs.fields(shape):
        if is_table(field):
            continue
        yield from (f"### {prefix}{field.name}", "")
        yield from (
            f"*{_kind(field.type)}*, {_default(field)}. {known.get(field.name, '')}{_choices(field, shape)}",
            "",
        )


def _choices(field: msgspec.structs.FieldInfo, shape: type[msgspec.Struct]) -> str:
    """The values that an option of a list can have."""
    if field.name in CHOICES and hasattr(shape, "query"):
        return f" One of {codes(CHOICES[field.name])}."
    return ""


def _heads() -> Iterator[str]:
    """The settings at the head of a page."""
    yield from ("## Settings of a page", "")
    yield "A Markdown page may begin with settings: `key: value` between lines of `---`, or TOML between lines of `+++`."
    yield ""
    for key, meaning in _HEADS:
        yield from (f"`{key}`", f": {sentence(meaning)}", "")


def _plain(kind: Any) -> Any:
    """A type without its bounds."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _inner(kind: Any) -> Iterator[type[msgspec.Struct]]:
    """The structures within a type."""
    kind = _plain(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    else:
        for each in get_args(kind):
            yield from _inner(each)


def _kind(kind: Any) -> str:
    """A type in words."""
    kind = _plain(kind)
    arguments = [each for each in get_args(kind) if each not in (..., type(None))]
    if get_origin(kind) is tuple:
        return f"list of {_plural(arguments[0])}"
    if get_origin(kind) is dict:
        return f"table of {_kind(arguments[1])} by {_kind(arguments[0])}"
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join(map(_kind, arguments))
    return _WORDS.get(kind, "table")


def _plural(kind: Any) -> str:
    """A type in words, for many."""
    return " or ".join({"text": "texts", "table": "tables"}.get(word, word) for word in _kind(kind).split(" or "))


def _default(field: msgspec.structs.FieldInfo) -> str:
    """The default of a key, in TOML."""
    if field.required:
        return "must be there"
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    if value is None or isinstance(value, msgspec.Struct) or value in ({}, ()):
        return "may be left out"
    if isinstance(value, tuple):
        return f"default {codes(value)}"
    shown = to_toml({"x": value}).strip().removeprefix("x = ")
    return f"default {code(shown or chr(34) * 2)}"

"""Configuration files read into the structures of `config`; what is wrong is one sentence with the nearest name."""

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

import msgspec

from sitegen.config import CHOICES, REFERENCE_PAGES, ListOptions, SiteConfig
from sitegen.looks import LEAST, LOOKS, too_pale
from sitegen.problems import SitegenError, excerpt

T = TypeVar("T", bound=msgspec.Struct)


def read_site(text: str, file: str) -> SiteConfig:
    """The site's configuration. Raises SitegenError with the file, the key and the nearest known key."""
    table = _parse(text, file)
    if isinstance(table.get("updated"), date):
        table["updated"] = table["updated"].isoformat()[:10]
    config = _in_languages(_convert(table, SiteConfig, file), file)
    for key, pattern, what, example in _FORMS:
        value = getattr(config, key)
        if value and not pattern.fullmatch(value):
            raise SitegenError(f"{file}: {key} {excerpt(value)!r} is not {what}", f'Write {key} = "{example}".')
    for number, page in enumerate(config.lists, 1):
        if mistake := _choice(page):
            raise SitegenError(f"{file}: lists, item {number}, {mistake[0]}", mistake[1])
    for kind in config.cite.references:
        if mistake := _not_among("references", kind, REFERENCE_PAGES):
            raise SitegenError(f"{file}: cite, {mistake[0]}", mistake[1])
    _refuse_unreadable(config, file)
    return msgspec.structs.replace(
        config,
        url=config.url if config.url.endswith("/") or not config.url else config.url + "/",
        publish=tuple("." + ending.strip().lower().lstrip(".") for ending in config.publish),
    )


def _refuse_unreadable(config: SiteConfig, file: str) -> None:
    """Raise SitegenError for an unknown theme, and for an accent that cannot be read on it, with the nearest."""
    if mistake := _not_among("theme", config.theme, tuple(LOOKS)):
        raise SitegenError(f"{file}: {mistake[0]}", mistake[1])
    if config.accent and (pale := too_pale(config.accent, config.theme)):
        raise SitegenError(
            f"{file}: accent {config.accent!r} has a contrast of {int(pale[0] * 10) / 10}:1 with the pages of the theme"
            f" {config.theme!r}, and text needs {LEAST}:1",
            f'The nearest that passes is accent = "{pale[1]}".',
        )


def _in_languages(config: SiteConfig, file: str) -> SiteConfig:
    """The configuration with its first language as `language`; a list of one is a site of one language.

    Raises SitegenError for tags that are none, for one that stands there twice, and for translations into others.
    """
    tags = config.languages
    for tag in tags:
        if not _TAG.fullmatch(tag):
            raise SitegenError(f"{file}: languages has {excerpt(tag)!r}, which is no language tag", 'Write "en", "fa".')
    if len({tag.lower() for tag in tags}) < len(tags):
        raise SitegenError(f"{file}: languages names a language twice", "Delete one of them.")
    for tag in config.translations:
        if tag not in tags:
            raise SitegenError(
                f"{file}: translations are given for {excerpt(tag)!r}, which is none of the site's languages",
                f'Write languages = ["{config.language}", "{tag}"], or delete the table.',
            )
    if not tags:
        return config
    return msgspec.structs.replace(config, language=tags[0], languages=tags if len(tags) > 1 else ())


_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:/[^\s?#\\]*)?")
_FORMS = (
    ("url", _WEB, "a web address", "https://example.org/papers/"),
    ("repository", _WEB, "a web address", "https://github.com/OWNER/NAME"),
    ("language", _TAG, "a language tag", "en"),
    ("calendar", re.compile("gregorian|solar-hijri"), "a calendar that sitegen knows", "solar-hijri"),
    ("accent", re.compile("#[0-9A-Fa-f]{6}"), "a colour", "#1d4a7a"),
    ("updated", re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "a date", "2024-12-31"),
)
"""Keys whose text has a form: what it looks like, what it is called, an example."""


def read_list(text: str) -> ListOptions:
    """The options of one list, from TOML. Raises SitegenError with the nearest known key or value.

    >>> read_list('query = "type:thesis"').style
    'list'
    """
    options = _convert(_parse(text, "list"), ListOptions, "list")
    if mistake := _choice(options):
        raise SitegenError(f"list: {mistake[0]}", mistake[1])
    return options


def _choice(options: ListOptions) -> tuple[str, str] | None:
    """The first option whose value is none that it can have, and the way out."""
    found = (_not_among(key, getattr(options, key), known) for key, known in CHOICES.items())
    return next((mistake for mistake in found if mistake), None)


def _not_among(key: str, value: str, known: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with a value that is none of those that a key can have, and the way out."""
    if value in known:
        return None
    near = difflib.get_close_matches(value.lower()[:60], known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Use one of: {', '.join(known)}."
    return f"{key} cannot be {excerpt(value)!r}", hint


def read_records(text: str, file: str, shape: type[T]) -> dict[str, T]:
    """The tables of people.toml or venues.toml by their headings. Raises SitegenError."""
    records: dict[str, T] = {}
    for heading, table in _parse(text, file).items():
        if not isinstance(table, dict):
            raise SitegenError(
                f"{file}: {excerpt(heading)!r} stands outside a table", f"Begin with [{excerpt(heading)}]."
            )
        records[heading] = _convert(table, shape, f"{file}: [{excerpt(heading)}]")
    return records


def _parse(text: str, file: str) -> dict[str, Any]:
    """TOML as plain values."""
    try:
        return {key: _without_controls(value) for key, value in tomllib.loads(text).items()}
    except (ValueError, RecursionError) as error:
        raise SitegenError(f"{file}: {excerpt(str(error), 120)}", 'Mend the TOML: key = "value".') from None


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]+")
"""What an escape of TOML can say, but no page, feed or terminal may hold (XML 1.0, section 2.2)."""


def _without_controls(value: Any) -> Any:
    """A value of TOML without control characters in its texts and keys; a RecursionError where it is too deep."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value)
    if isinstance(value, list):
        return [_without_controls(each) for each in value]
    if isinstance(value, dict):
        return {_CONTROLS.sub("", key): _without_controls(each) for key, each in value.items()}
    return value


def _convert(table: Mapping[str, Any], shape: type[T], where: str) -> T:
    """A typed structure from plain values."""
    unknown = _unknown_key(table, shape)
    if unknown:
        raise SitegenError(f"{where}: unknown key {excerpt(unknown[0])!r}", unknown[1])
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise SitegenError(f"{where}: {excerpt(in_words(str(error)), 200)}", _way_out(str(error))) from None


_TYPES = {
    "str": ("text", '"..."'),
    "int": ("a whole number", "300"),
    "float": ("a number", "1.5"),
    "bool": ("true or false", "true"),
    "array": ("a list", '["...", "..."]'),
    "object": ("a table", '{ ... = "..." }'),
}
"""What a type of a value is called, and what one looks like in TOML."""
_AT = re.compile(r" - at `\$\.?(?P<key>[^`]*)`$")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[\w |]+)`(?:, got `(?P<found>\w+)`)?(?P<rest>.*)")
_MISSING = re.compile(
    r"Object contains unknown field `(?P<unknown>[^`]*)`|Object missing required field `(?P<key>\w+)`"
)
_BOUNDS = {" >= 0": "of 0 or more", " of length >= 1": "that is not empty"}


def in_words(said: str) -> str:
    """What msgspec says of a wrong value, in words of the one who wrote the file.

    >>> in_words("Expected `array`, got `str` - at `$.me`")
    'me is text, but must be a list'
    >>> in_words("Object missing required field `to` - at `$.navigation[0]`")
    "navigation, item 1, has no 'to'"
    """
    at = _AT.search(said)
    key = _key(at["key"] if at else "")
    text = said[: at.start()] if at else said
    if missing := _MISSING.fullmatch(text):
        if missing["unknown"]:
            return f"{key + ',' if key else 'it'} has an unknown key {missing['unknown']!r}"
        return f"{key + ',' if key else 'it'} has no {missing['key']!r}"
    if not (expected := _EXPECTED.fullmatch(text)):
        return f"{key}: {text}" if key else text
    wanted = " ".join(filter(None, (_type(expected["wanted"]), _BOUNDS.get(expected["rest"], ""))))
    found = f"is {_type(expected['found'])}, but " if expected["found"] else ""
    return f"{key or 'it'} {found}must be {wanted}"


def _key(path: str) -> str:
    """A key as people count: its list's items from 1."""
    counted = re.sub(r"\[(\d+)\]", lambda number: f", item {int(number[1]) + 1}", path).replace("[...]", ", each item")
    return re.sub(r"(item(?: \d+)?)\.", r"\1, ", counted)


def _type(name: str) -> str:
    """What a type, or one of several, is called."""
    return " or ".join(_TYPES.get(each, (f"a {each}", ""))[0] for each in name.split(" | "))


def _way_out(said: str) -> str:
    """A hint with the form that the value of the key must have; "" where the key is not one of the file's own."""
    at = _AT.search(said)
    if missing := _MISSING.match(said):
        return f'Add {missing["key"]} = "...".' if missing["key"] else "Delete it."
    expected = _EXPECTED.match(said)
    if not at or not expected or not re.fullmatch(r"\w+", at["key"].rpartition(".")[2]):
        return ""
    return f"Write {at['key'].rpartition('.')[2]} = {_TYPES.get(expected['wanted'], ('', '...'))[1]}."


def _unknown_key(table: Mapping[str, Any], shape: type[msgspec.Struct]) -> tuple[str, str] | None:
    """The first key that `shape` does not know, and a hint with the nearest one it knows."""
    known = {field.name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Use one of: " + ", ".join(known) + "."
            return key, hint
        inner = known[key]
        item = next(iter(get_args(inner)), inner)  # of a list of tables the shape of one
        if isinstance(item, type) and issubclass(item, msgspec.Struct):
            for each in value if isinstance(value, list) else [value]:
                deeper = _unknown_key(each, item) if isinstance(each, dict) else None
                if deeper:
                    return f"{key}.{deeper[0]}", deeper[1]
    return None

"""The translations of the frame: catalogues of gettext, read as they are written, so that nobody need compile them."""

import io
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TypeAlias

FOLDER = Path(__file__).parent.parent / "locale"
"""Each language's catalogue lies in LANGUAGE/LC_MESSAGES/sitegen.po (the layout of gettext)."""
SOURCE = FOLDER / "sitegen.pot"
"""Every message of the theme, in English, as `pybabel extract` found it."""
ENGLISH = NullTranslations()
Key: TypeAlias = tuple[str | tuple[str, ...], str | None]
"""A message: its English words, those of one and of many where it counts, and its context."""
_NOT_SIMPLIFIED = frozenset({"hant", "tw", "hk", "mo"})


def file_of(language: str) -> Path | None:
    """The catalogue that serves a BCP 47 language; None for English and for a language that has none.

    Chinese is in simplified characters, which readers of traditional ones are not given.

    >>> file_of("de-AT") == FOLDER / "de" / "LC_MESSAGES" / "sitegen.po", file_of("zh-Hant"), file_of("tlh")
    (True, None, None)
    """
    first, *rest = language.lower().replace("_", "-").split("-")
    if first == "zh" and _NOT_SIMPLIFIED.intersection(rest):
        return None
    name = "zh_Hans" if first == "zh" else first
    path = FOLDER / name / "LC_MESSAGES" / "sitegen.po"
    return path if name.replace("_", "").isalpha() and path.is_file() else None


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, and English, as BCP 47 tags."""
    return tuple(sorted({"en", *(folder.name.replace("_", "-") for folder in FOLDER.iterdir() if folder.is_dir())}))


def is_english(language: str) -> bool:
    """Whether the frame's own words are in this language."""
    return language.lower().replace("_", "-").split("-")[0] in {"en", ""}


@lru_cache(maxsize=16)
def catalogue(language: str) -> NullTranslations:
    """The translations into a language; what none says stays English."""
    path = file_of(language)
    return ENGLISH if path is None else read_catalogue(path.read_bytes())


def read_catalogue(text: bytes) -> NullTranslations:
    """A catalogue in gettext's form `.po`; messages marked fuzzy stay English. Raises Babel's PoFileError."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), abort_invalid=True))
    return GNUTranslations(io.BytesIO(compiled.getvalue()))


@lru_cache(maxsize=16)
def translated(language: str) -> frozenset[Key]:
    """The messages that a language's catalogue says, in each of their plural forms; none of those marked fuzzy."""
    from babel.messages.pofile import read_po

    path = file_of(language)
    if path is None:
        return frozenset()
    with path.open("rb") as file:
        found = [each for each in read_po(file) if each.id and not each.fuzzy and _whole(each.string)]
    return frozenset((_id(each.id), each.context) for each in found)


def _id(said: str | tuple[str, ...] | list[str]) -> str | tuple[str, ...]:
    """The English words of a message, with its plural where it has one."""
    return said if isinstance(said, str) else tuple(said)


@lru_cache(maxsize=16)
def untranslated(language: str) -> tuple[int, tuple[str, ...]]:
    """How many messages the theme has, and those that a language does not have, in their English words.

    A plural counts as missing when one of its forms is.
    """
    from babel.messages.pofile import read_po

    with SOURCE.open("rb") as source:
        wanted = [message for message in read_po(source) if message.id]
    held = translated(language)
    missing = tuple(
        str(message.id[0] if isinstance(message.id, tuple) else message.id)
        for message in wanted
        if (_id(message.id), message.context) not in held
    )
    return len(wanted), missing


def _whole(said: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a translation says something, in each of its plural forms."""
    return all(said) if isinstance(said, tuple | list) else bool(said)

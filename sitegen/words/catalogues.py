"""The translations of the frame: catalogues of gettext, read as they are written, so that nobody need compile them."""

import io
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "locale"
"""Each language's catalogue lies in LANGUAGE/LC_MESSAGES/sitegen.po (the layout of gettext)."""
SOURCE = FOLDER / "sitegen.pot"
"""Every message of the theme, in English, as `pybabel extract` found it."""
ENGLISH = NullTranslations()
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
def untranslated(language: str) -> tuple[int, tuple[str, ...]]:
    """How many messages the theme has, and those that a language does not have, in their English words.

    A plural counts as missing when one of its forms is.
    """
    from babel.messages.pofile import read_po

    with SOURCE.open("rb") as source:
        wanted = [message for message in read_po(source) if message.id]
    path, held = file_of(language), {}
    if path is not None:
        with path.open("rb") as file:
            held = {(m.id, m.context): m for m in read_po(file) if m.id and not m.fuzzy and _whole(m.string)}
    missing = tuple(
        str(message.id[0] if isinstance(message.id, tuple) else message.id)
        for message in wanted
        if (message.id, message.context) not in held
    )
    return len(wanted), missing


def _whole(said: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a translation says something, in each of its plural forms."""
    return all(said) if isinstance(said, tuple | list) else bool(said)

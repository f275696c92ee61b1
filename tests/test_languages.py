"""The catalogues of the frame: complete, in step with the templates, and harmless where they are put into pages."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from sitegen.words import Words
from sitegen.words.catalogues import FOLDER, SOURCE, file_of, read_catalogue, untranslated

ROOT = Path(__file__).parents[1]
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
KEYWORDS = {"say": None, "count": (1, 2), "plural": (1, 2), "_in": ((1, "c"), 2), "_": None}
KEYWORDS |= {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
Key = tuple[str | tuple[str, ...], str | None]


def of(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def keys(catalogue: Catalog) -> set[Key]:
    return {
        (tuple(message.id) if isinstance(message.id, list) else message.id, message.context)
        for message in messages(catalogue)
    }


@lru_cache
def extracted() -> frozenset[Key]:
    """What `pybabel extract` finds with the mapping of pyproject.toml."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(pattern, each["method"]) for each in mappings for pattern in each["pattern"]]
    options = {pattern: each for each in mappings for pattern in each["pattern"]}
    skipped = {"tests", "docs", "content", "output", "node_modules"}
    results = extract_from_dir(
        ROOT, methods, options, KEYWORDS, directory_filter=lambda path: Path(path).name.lstrip("._") not in skipped
    )
    return frozenset((message, context) for _file, _line, message, _comments, context in results)


def test_the_source_catalogue_is_what_the_templates_and_the_code_say() -> None:
    assert keys(of(SOURCE)) == extracted()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    path = FOLDER / language / "LC_MESSAGES" / "sitegen.po"
    assert keys(of(path)) == extracted()
    assert untranslated(language) == (len(extracted()), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_message(language: str) -> None:
    catalogue = of(FOLDER / language / "LC_MESSAGES" / "sitegen.po")
    for message in messages(catalogue):
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        wanted = [message.id] if isinstance(message.id, str) else list(message.id)
        allowed = {place for each in wanted for place in re.findall(r"%%?\(\w+\)s|\{\w+\}", each)}
        needed = set.intersection(*(set(re.findall(r"%%?\(\w+\)s|\{\w+\}", each)) for each in wanted))
        for form in forms:
            places = set(re.findall(r"%%?\(\w+\)s|\{\w+\}", form or ""))
            assert needed <= places <= allowed, message.id
            assert not re.search(r"%(?!%?\(\w+\)s)", (form or "").replace("%%(", "%(")), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_no_sign_that_means_something_in_html(language: str) -> None:
    """Fixed messages are put into the compiled templates as they are, into attributes too."""
    for message in messages(of(FOLDER / language / "LC_MESSAGES" / "sitegen.po")):
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        assert not re.search(r"[<>&\"']", "".join(form or "" for form in forms)), message.id


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["1 Arbeit", "2 Arbeiten", "1.234 Arbeiten"]),
        ("fr", ["1 publication", "2 publications", "1\u202f234 publications"]),
        ("es", ["1 trabajo", "2 trabajos", "1.234 trabajos"]),
        ("fa", ["۱ اثر", "۲ اثر", "۱٬۲۳۴ اثر"]),
        ("zh-Hans", ["1 篇文献", "2 篇文献", "1,234 篇文献"]),
        ("en", ["1 work", "2 works", "1,234 works"]),
    ],
)
def test_numbers_and_plurals_are_those_of_the_language(language: str, said: list[str]) -> None:
    words = Words.of(language)
    assert [words.count("%(num)s work", "%(num)s works", number) for number in (1, 2, 1234)] == said


def test_french_counts_nothing_in_the_singular_and_a_million_with_a_preposition() -> None:
    words = Words.of("fr")
    assert words.count("%(num)s work", "%(num)s works", 0) == "0 publication"
    assert words.count("%(num)s work", "%(num)s works", 1_000_000).endswith(" de publications")


def test_regions_take_the_catalogue_of_their_language_and_traditional_characters_none() -> None:
    assert Words.of("de-AT").say("Works") == "Arbeiten"
    assert Words.of("zh-CN").say("Works") == Words.of("zh").say("Works") == "文献"
    assert file_of("zh-Hant-TW") is None
    assert Words.of("zh-Hant-TW").say("Works") == "Works"


def test_a_message_that_a_catalogue_does_not_have_stays_english() -> None:
    half = read_catalogue(b'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "Works"\nmsgstr "Arbeiten"\n')
    assert [Words("de", half).say(word) for word in ("Works", "Authors")] == ["Arbeiten", "Authors"]

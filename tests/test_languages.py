"""The catalogues of the frame: complete, in step with the templates, and harmless where they are put into pages."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from gettext import NullTranslations
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from sitegen.build import BuildOptions, build
from sitegen.model.date import Date, Day
from sitegen.words import Words
from sitegen.words.catalogues import FOLDER, SOURCE, file_of, read_catalogue, untranslated

ROOT = Path(__file__).parents[1]
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
KEYWORDS: dict[str, Any] = {"say": None, "count": (1, 2), "plural": (1, 2), "_in": ((1, "c"), 2), "_": None}
KEYWORDS |= {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
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


SCRIPT = ROOT / ".ci" / "messages"
only_here = pytest.mark.skipif(not SCRIPT.is_file() or not shutil.which("bash"), reason="only in the repository")


def gathered(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """What comes of gathering the messages of a copy of the repository; options: of the Python that does it."""
    for name in ("sitegen", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(SCRIPT.parent, folder / ".ci")
    python = folder / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" {" ".join(options)} "$@"\n', "utf-8")
    python.chmod(0o755)
    command, environment = [str(folder / ".ci" / "messages")], {**os.environ, "PYTHON": str(python)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def catalogues(folder: Path) -> dict[str, tuple[Key, ...]]:
    """The messages of each catalogue below a folder."""
    paths = sorted(folder.joinpath("sitegen/locale").rglob("*.po*"))
    return {path.relative_to(folder).as_posix(): tuple(sorted(keys(of(path)), key=str)) for path in paths}


@only_here
def test_where_sitegen_is_not_installed_gathering_messages_says_so_and_leaves_all_catalogues_alone(
    tmp_path: Path,
) -> None:
    result = gathered(tmp_path, "-S")  # without site-packages
    assert result.returncode == 2
    assert "pip install -e '.[dev]'" in result.stderr
    assert catalogues(tmp_path) == catalogues(ROOT)


@only_here
def test_gathering_messages_finds_those_of_the_catalogues(tmp_path: Path) -> None:
    result = gathered(tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert catalogues(tmp_path) == catalogues(ROOT)


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


def build_in(folder: Path, language: str) -> Path:
    """The toy library with its site in another language."""
    shutil.copytree(ROOT / "tests" / "golden" / "content", folder / "content")
    config = folder / "content" / "site.toml"
    told = config.read_text("utf-8") if config.is_file() else ""
    told = re.sub(r"^language = .*\n", "", told, flags=re.MULTILINE)
    config.write_text(f'language = "{language}"\n{told}', "utf-8")
    build(folder, BuildOptions(base_url="https://toy.example/"))
    return folder / "output"


SEEN = {"aria-label", "alt", "title", "placeholder", "label", "data-done", "data-error", "data-all", "data-some"}
"""Attributes that people read or hear."""


class Frame(HTMLParser):
    """Every text that people read on a page or hear, one by one; not what is set apart as the work's own."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style", "pre", "code", "kbd"}
        told = dict(attributes)
        self.said += [value for name, value in attributes if value and name in SEEN and told.get("class") != "Z3988"]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style", "pre", "code", "kbd"}

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._hidden:
            self.said.append(" ".join(data.split()))


def frames(output: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(output.rglob("*.html")):
        page = Frame()
        page.feed(path.read_text("utf-8"))
        yield from ((path.relative_to(output), said) for said in page.said)


THE_SAME = {"Filter"}
"""In German the list of filters is called as the button is in English."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_toy_library_has_an_english_word_in_its_frame(language: str, tmp_path: Path) -> None:
    tag = language.replace("_", "-")
    words = Words.of(tag)
    english = {
        re.compile(re.sub(r"%\\\((\w+)\\\)s|\\\{n\\\}", ".*", re.escape(form)))
        for message, context in extracted()
        for form in ([message] if isinstance(message, str) else message)
        if not context and re.search(r"[A-Za-z]{3}", re.sub(r"%\(\w+\)s", "", form))
        if words.say(form) != form and form not in THE_SAME
    }
    found = {
        (str(path), said)
        for path, said in frames(build_in(tmp_path, tag))
        if said not in {"Title", "Article"} and any(pattern.fullmatch(said) for pattern in english)
    }
    assert not found


def test_a_suffix_stands_behind_its_stop_in_a_right_to_left_language() -> None:
    """Without a mark the stop would stand at the other end of ".bib"."""
    words = Words.of("fa")
    for message in ("Download %(suffix)s", "Download %(format)s as %(suffix)s"):
        assert "\u200e%(suffix)s" in words.say(message)


class Marked(NullTranslations):
    """A language that says everything in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, number: int) -> str:
        return f"⟦{one if number == 1 else many}⟧"

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        return self.ngettext(one, many, number)


GREEK = """
@article{α1, title={Περί φύσεως}, author={Καβάφης, Κ. and Σεφέρης, Γ.}, journal={Νέα Εστία}, volume={3},
  number={2}, pages={1--9}, year={1931}, month=may, abstract={Περίληψη.}, keywords={ποίηση, φύση}, langid={greek}}
@phdthesis{α2, title={Διατριβή}, author={Καβάφης, Κ.}, school={Πανεπιστήμιο}, year={1935}, langid={greek}}
@incollection{α3, title={Κεφάλαιο}, author={Σεφέρης, Γ.}, editor={Ελύτης, Ο.}, booktitle={Βιβλίο}, year={1940},
  publisher={Ίκαρος}, address={Αθήνα}, edition={2}, note={Σημείωση}, related={α1}, keywords={ποίηση}, langid={greek}}
@misc{α4, title={Άλλο}, author={Ελύτης, Ο.}, pubstate={retracted}, langid={greek}}
@article{α5, title={Συνέχεια}, author={Καβάφης, Κ. and Ελύτης, Ο.}, journal={Νέα Εστία}, volume={4}, year={1932},
  doi={10.5555/1}, keywords={ποίηση}, langid={greek}}
"""
LATIN = {
    "BibTeX", "RIS", "CSL", "JSON", "DOI", "CC BY-SA", "MLA", "APA", "IEEE", "AMA", "ACM", "NLM", "Vancouver",
    "Chicago", "Harvard", "Nature", "Modern", "bib", "ris", "json",
}  # fmt: skip
"""Names that are the same in every language."""


def test_every_word_of_the_frame_comes_from_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The content is Greek, and so are the months: what is Latin and stands outside brackets was never translated."""
    monkeypatch.setattr("sitegen.words.catalogue", lambda language: Marked())
    content = tmp_path / "content"
    content.mkdir()
    content.joinpath("α.bib").write_text(GREEK, "utf-8")
    content.joinpath("site.toml").write_text('title = "Βιβλία"\nlanguage = "el"\npages.data_quality = true\n', "utf-8")
    build(tmp_path, BuildOptions(updated="2024-12-31"))
    left: dict[str, Path] = {}
    for path, said in frames(tmp_path / "output"):
        rest = re.sub(r"⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", "", said)
        rest = re.sub(r"https?://\S+|doi:", "", rest)
        for name in LATIN:
            rest = rest.replace(name, "")
        if re.search(r"[A-Za-z]{2}", rest):
            left.setdefault(said, path)
    assert not left, "\n".join(f"{path}: {said}" for said, path in left.items())


DAY, MONTH = Date(Day(2022, 10, 7)), Date(Day(2022, 10))


@pytest.mark.parametrize(
    ("language", "day", "month", "season", "ancient", "about"),
    [
        ("en", "October 7, 2022", "October 2022", "spring 2022", "300 BC", "c. 1450"),
        ("de", "7. Oktober 2022", "Oktober 2022", "Frühjahr 2022", "300 v. Chr.", "um 1450"),
        ("fr", "7 octobre 2022", "octobre 2022", "printemps 2022", "300 av. J.-C.", "vers 1450"),
        ("es", "7 de octubre de 2022", "octubre de 2022", "primavera de 2022", "300 a. C.", "hacia 1450"),
        ("fa", "۷ اکتبر ۲۰۲۲", "اکتبر ۲۰۲۲", "بهار ۲۰۲۲", "۳۰۰ پ.م.", "حدود ۱۴۵۰"),
        ("zh", "2022年10月7日", "2022年10月", "2022年春季", "公元前300年", "约1450"),
    ],
)
def test_dates_are_said_as_the_language_says_them(
    language: str, day: str, month: str, season: str, ancient: str, about: str
) -> None:
    words = Words.of(language)
    dates = (DAY, MONTH, Date(Day(2022, 21)), Date(Day(-299)), Date(Day(1450), circa=True))
    assert [words.date(date) for date in dates] == [day, month, season, ancient, about]


def test_days_follow_the_solar_hijri_calendar_where_the_site_asks_and_months_and_years_alone_do_not() -> None:
    persian, english = (Words.of(language, "solar-hijri") for language in ("fa", "en"))
    assert [persian.date(date) for date in (DAY, MONTH, Date(Day(2022)))] == ["۱۵ مهر ۱۴۰۱", "اکتبر ۲۰۲۲", "۲۰۲۲"]
    assert english.date(DAY) == "15 Mehr 1401"
    assert persian.date(Date(Day(600, 1, 1))) == "۱ ژانویه ۶۰۰"


def test_identifiers_and_numbers_with_letters_keep_their_digits() -> None:
    words = Words.of("fa")
    assert [words.digits(text) for text in ("e0123", "S12", "12")] == ["e0123", "S12", "۱۲"]


def test_a_range_of_pages_is_read_from_the_right_where_the_language_is(tmp_path: Path) -> None:
    output = build_in(tmp_path, "fa")
    page = (output / "articles" / "quill2020knots" / "index.html").read_text("utf-8")
    assert '<html lang="fa" dir="rtl">' in page
    source = page.partition('<p class="source">')[2].partition("</p>")[0]
    assert "<bdi>\u200f" in source
    assert not re.search(r"[0-9]", source.partition("<bdi>")[2])
    assert re.search(r"<dt>DOI</dt><dd><a[^>]*><bdi>10\.", page)

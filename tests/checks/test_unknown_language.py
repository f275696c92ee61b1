"""The site's language."""

import pytest

from sitegen.checks.unknown_language import CHECK
from sitegen.config import SiteConfig
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.words import Words


def codes(tag: str) -> list[str]:
    site = Site(library=Library(entries={}), config=SiteConfig(language=tag), words=Words(tag))
    return [problem.code for problem in CHECK.run(site)]


@pytest.mark.parametrize("tag", ["en", "fa", "pt-BR", "zh-Hant-TW", "grc", "la", "EN"])
def test_a_language_that_is_known_is_not_reported(tag: str) -> None:
    assert codes(tag) == []


@pytest.mark.parametrize("tag", ["english", "xx", "zz-ZZ"])
def test_a_word_that_is_no_language_is(tag: str) -> None:
    assert codes(tag) == ["unknown-language"]

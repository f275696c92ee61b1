"""Words of the frame that stay English."""

import pytest

from sitegen.checks.missing_translation import CHECK
from sitegen.config import SiteConfig
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.words import Words


def found(tag: str) -> list[str]:
    site = Site(library=Library(entries={}), config=SiteConfig(language=tag), words=Words.of(tag))
    return [problem.message for problem in CHECK.run(site)]


@pytest.mark.parametrize("tag", ["en", "en-GB", "de", "de-CH", "fa", "zh-Hans", "klingon"])
def test_a_language_that_is_whole_or_that_nobody_knows_says_nothing_here(tag: str) -> None:
    assert found(tag) == []


@pytest.mark.parametrize("tag", ["nl", "zh-Hant"])
def test_a_language_without_a_catalogue_is_told_with_some_words_that_stay_english(tag: str) -> None:
    (message,) = found(tag)
    assert f"({tag}) and stay English: " in message
    assert ", …" in message

"""The picture that stands for the site."""

from sitegen.checks.missing_image import CHECK
from sitegen.config import SiteConfig
from sitegen.model.library import Library
from sitegen.site import LocalFile, Site
from sitegen.words import Words


def codes(image: str) -> list[str]:
    static = {"card.png": LocalFile("/card.png", 1, "")}
    site = Site(library=Library(entries={}), config=SiteConfig(image=image), words=Words(), static=static)
    return [problem.code for problem in CHECK.run(site)]


def test_a_picture_that_is_not_there_is_reported() -> None:
    assert codes("no.png") == ["missing-image"]
    assert codes("card.png") == codes("https://else.example/card.png") == codes("") == []

"""The picture that stands for the site where it is shared must be there."""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Place, Problem, excerpt
from sitegen.site import Site
from sitegen.text.addresses import web_address


def run(site: Site) -> Iterator[Problem]:
    """One warning where `image` of site.toml names nothing."""
    image = site.config.image
    if image and not web_address(image) and image not in site.static:
        yield Problem(
            CHECK.name,
            f"image {excerpt(image)!r} is no file below content/static/",
            Place("content/site.toml"),
            "Put the picture there, or give its web address.",
        )


CHECK = Check(name="missing-image", run=run)

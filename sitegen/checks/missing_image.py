"""The picture that stands for the site where it is shared is not there.

`image` in site.toml names a file below content/static/ or a web address; without it, pages are shared without one.

Put the picture there, or give its web address.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
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


_LIBRARY = """
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
  publisher = {Optical Press},
}
"""
CHECK = Check(
    name="missing-image",
    run=run,
    documentation=__doc__ or "",
    hint="Put the picture there, or give its web address.",
    finds=Example(_LIBRARY, {"site.toml": 'image = "card.png"\n'}),
    spares=Example(_LIBRARY, {"site.toml": 'image = "https://example.org/card.png"\n'}),
)

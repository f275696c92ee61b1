"""The root of a site in several languages: the way into each."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.gate import Gate
from sitegen.views.head import Head


def keys(site: Site) -> Iterable[str]:
    """One page, where there is a choice."""
    return ("",) if site.languages else ()


def content(key: str, site: Site, here: Here) -> Gate:  # noqa: ARG001 -- the shape of `content`
    """The site's name and its languages, which the frame has."""
    return Gate(
        head=Head(title="", description=site.config.description, canonical=here.absolute()),
        heading=site.config.title,
    )


PAGE = PageKind(name="gate", path="index.html", keys=keys, content=content, template="gate.html", shared=True)

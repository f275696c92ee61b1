"""The owner's pages: Markdown, and lists of works."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.views.head import Head, description_of
from sitegen.views.home import ProsePage
from sitegen.views.lists import page_parts
from sitegen.views.manual import code_scripts, manual


def keys(site: Site) -> Iterable[str]:
    """Every page but the home page's introduction."""
    return [key for key in site.prose if key]


def content(key: str, site: Site, here: Here) -> ProsePage:
    """One of them."""
    prose = site.prose[key]
    parts = page_parts(prose, site, here)
    return ProsePage(
        head=Head(
            title=prose.title,
            description=description_of(prose.description, f"{prose.title} · {site.config.title}"),
            canonical=here.absolute(),
        ),
        heading=prose.title,
        parts=parts,
        manual=manual(prose, parts, site, here),
        scripts=code_scripts(parts, here),
    )


PAGE = PageKind(name="prose", path="{key}/index.html", keys=keys, content=content, template="prose.html")

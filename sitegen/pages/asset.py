"""Style sheets, scripts and the icon of the theme, under names that change with their bytes."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site


def keys(site: Site) -> Iterable[str]:
    """Their names, as templates ask for them."""
    return site.assets


def content(key: str, site: Site, here: Here) -> bytes:  # noqa: ARG001 -- the shape of `content`
    """The file's bytes."""
    return site.assets[key].data


def path(key: str, site: Site) -> str:
    """Where an asset stands: its name with the digest of its bytes."""
    return site.assets[key].path


PAGE = PageKind(name="asset", path=path, keys=keys, content=content, shared=True)

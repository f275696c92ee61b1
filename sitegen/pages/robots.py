"""robots.txt: search engines may read everything, and find the sitemap (RFC 9309)."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site


def keys(site: Site) -> Iterable[str]:
    """One file, where the site stands at the root of its host: elsewhere nobody reads it."""
    return ("",) if site.base_url and site.base_path == "/" else ()


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """The rules."""
    base, path = here.links.base_url, ("sitemap", "")
    paths = [paths[path] for paths in here.links.editions.values()] or [here.links.paths[path]]
    return "User-agent: *\nAllow: /\n\n" + "".join(f"Sitemap: {base}{path}\n" for path in paths)


PAGE = PageKind(name="robots", path="robots.txt", keys=keys, content=content, shared=True)

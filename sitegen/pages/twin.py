"""The whole library once more, compressed, where it is large: hosts that compress nothing send a tenth."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, Site, Twin
from sitegen.views.groups import export_key

FROM = 1_500
"""So many works make about a megabyte."""


def keys(site: Site) -> Iterable[str]:
    """The paths of the files that have a twin."""
    if not site.more_than(FROM - 1):
        return ()
    return [export_key("", "", format_.suffix) for format_ in site.export_formats]


def content(key: str, site: Site, here: Here) -> Twin:
    """The file to compress."""
    format_ = next(each for each in site.export_formats if key.endswith(each.suffix))
    return Twin(here.links.paths["export", key], format_.begins)


PAGE = PageKind(name="twin", path="{key}.gz", keys=keys, content=content, late=True, shared=True)

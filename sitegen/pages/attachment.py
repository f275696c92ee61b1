"""Supplements, slides and other local files of a work, in a folder beside its page."""

from collections.abc import Iterable

from sitegen.pages import PageKind
from sitegen.site import Here, LocalFile, Site


def keys(site: Site) -> Iterable[str]:
    """The files of every work, as "id/name"."""
    return [f"{id_}/{name}" for id_, files in site.attachments.items() for name in files]


def content(key: str, site: Site, here: Here) -> LocalFile:  # noqa: ARG001 -- the shape of `content`
    """The file to copy."""
    id_, _, name = key.partition("/")
    return site.attachments[id_][name]


def path(key: str, site: Site) -> str:  # noqa: ARG001 -- the shape of `path`
    """Where a file stands: in a folder of its own, where no name can meet a page's or an export's."""
    id_, _, name = key.partition("/")
    return f"articles/{id_}/files/{name}"


PAGE = PageKind(name="attachment", path=path, keys=keys, content=content, shared=True)

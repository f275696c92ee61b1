"""The search index, or for a large library its first file: what the search script reads first."""

from sitegen.pages import PageKind, one_page
from sitegen.search.files import index_file
from sitegen.site import Here, Site


def content(key: str, site: Site, here: Here) -> str:
    """JSON: `works` is a list of rows; without it the file says how the further files are to be read."""
    return site.ask(index_file, here.links, key)


PAGE = PageKind(name="search_index", path="search.json", keys=one_page, content=content, lane=3)

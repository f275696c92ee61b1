"""The further files of a large library's search index, of which a query needs few."""

from sitegen.pages import PageKind
from sitegen.search.files import index_file, shard_names
from sitegen.site import Here, Site


def content(key: str, site: Site, here: Here) -> str:
    """JSON: postings, words, rows of works or facets."""
    return site.ask(index_file, here.links, key)


PAGE = PageKind(name="search_shard", path="search/{key}.json", keys=shard_names, content=content, lane=3)

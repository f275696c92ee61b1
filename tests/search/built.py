"""Some pages of a site: a build without those that a test does not look at."""

from pathlib import Path

import sitegen.pages
from sitegen.draft import draft
from sitegen.pages import PageKind
from sitegen.plan import plan
from sitegen.render import Renderer
from sitegen.shelf import load
from sitegen.site import Site

SEARCH = frozenset({"search", "search_index", "search_shard", "asset"})
"""The search page with all that it fetches."""


def some_pages(root: Path, output: Path, wanted: frozenset[str] = SEARCH) -> Site:
    """Write the pages of some kinds of the site in `root` below `output`."""
    made = draft(root)
    kinds = load(sitegen.pages, PageKind)
    artifacts, links = plan(made.site, kinds)
    renderer = Renderer(made.site, kinds, links, made.template_folders)
    for artifact in artifacts:
        if artifact.kind in wanted:
            path = output / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            data = renderer.render(artifact)
            assert isinstance(data, bytes)
            path.write_bytes(data)
    return made.site

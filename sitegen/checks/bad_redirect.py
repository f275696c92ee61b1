"""A former address leads to nothing, or is none.

`[redirects]` and `[withdrawn]` in site.toml keep old addresses answering. An address that a host cannot show a page at,
one that is listed twice, and one whose goal is not there come to nothing, and old links break.

Give an address below the site's root, and lead it to an entry's id, a page of the site or a web address.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Place, Problem, excerpt
from sitegen.site import Site
from sitegen.views.moved import goal_of, place_of

_LIBRARY = """
@book{a,
  author = {Cole, Ann},
  title = {On Light},
  year = 1901,
  publisher = {Optical Press},
}
"""
PLACE = Place("content/site.toml")


def run(site: Site) -> Iterator[Problem]:
    """One warning for each address that comes to nothing."""
    seen: set[str] = set()
    for table, addresses in (("redirects", site.config.redirects), ("withdrawn", site.config.withdrawn)):
        for address, target in addresses.items():
            path = place_of(address)
            if not path:
                hint = "Give a folder, or a name that ends in .html, below the site's root."
                yield _problem(f"[{table}] {excerpt(address)!r} is no address of a page", hint)
            elif path in seen:
                yield _problem(f"[{table}] {excerpt(address)!r} is listed already", "Delete one of the lines.")
            elif table == "redirects" and not goal_of(target, site):
                hint = "Give an id of an entry, an address like articles/knuth84/, or one of the web."
                yield _problem(f"[{table}] {excerpt(address)!r} leads to {excerpt(target)!r}, which is not there", hint)
            seen.add(path)


def _problem(message: str, hint: str) -> Problem:
    """A warning; the address is left out of the site."""
    return Problem(CHECK.name, message, PLACE, hint, left_out=True)


CHECK = Check(
    name="bad-redirect",
    run=run,
    documentation=__doc__ or "",
    hint="Lead it to an entry's id, a page of the site or a web address.",
    finds=Example(_LIBRARY, {"site.toml": '[redirects]\n"old/light.html" = "nobody"\n'}),
    spares=Example(_LIBRARY, {"site.toml": '[redirects]\n"old/light.html" = "a"\n'}),
)

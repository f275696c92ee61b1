"""A journal has no ISSN, neither in its articles nor in `venues.toml`.

The ISSN is what libraries and databases know a journal by, when titles are abbreviated, translated or changed. It goes
into the tags that Google Scholar and Zotero read.

Look it up at portal.issn.org and give it once, in `content/venues.toml`, for all articles of the journal.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

ARTICLES = frozenset(("article-journal", "review"))
FEWEST = 3
"""Articles of a journal below which its ISSN is not worth the search."""


def run(site: Site) -> Iterator[Problem]:
    """Journals without one, each at its first article."""
    library = site.library
    for venue in library.venues.values():
        if venue.kind != "journal" or venue.issn:
            continue
        works = [entry for entry in library.works(library.by_venue.get(venue.id, ())) if entry.type in ARTICLES]
        if len(works) >= FEWEST:
            first = min(works, key=lambda entry: entry.place)
            hint = f'Add issn = ["..."] to [{venue.id}] in content/venues.toml.'
            said = f"the journal {excerpt(venue.name)!r} ({len(works):,} articles) has no ISSN"
            yield CHECK.problem(first, said, "journaltitle", "journal", hint=hint)


CHECK = Check(
    name="missing-issn",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint='Add issn = ["..."] to the journal\'s table in content/venues.toml.',
    finds=Example("".join(f"@article{{a{n}x, title = {{Part {n}}}, journal = {{Optics}}}}\n" for n in range(3))),
    spares=Example(
        "".join(f"@article{{a{n}x, title = {{Part {n}}}, journal = {{Optics}}}}\n" for n in range(3)),
        {"venues.toml": '[optics]\nname = "Optics"\nissn = ["0378-5955"]\n'},
    ),
)

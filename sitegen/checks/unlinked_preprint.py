"""A preprint and a published work have the same title and the same first author, and neither names the other.

They are two pages that do not know of each other: readers of the preprint do not learn that it was published.

Write into the preprint: `preprint_of = {KEY}`, with the key of the published work.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.model.entry import Entry
from sitegen.model.likeness import are_related, beginning, first_family, title_key
from sitegen.problems import Problem
from sitegen.site import Site

PUBLISHED = frozenset(("article-journal", "paper-conference", "chapter", "book"))


def run(site: Site) -> Iterator[Problem]:
    """Preprints whose published version is in the library."""
    entries = site.library.entries.values()
    preprints = [entry for entry in entries if entry.type == "article" and entry.genre == "preprint"]
    begun = {beginning(entry.title.to_plain()) for entry in preprints}
    published = {
        key: entry
        for entry in entries
        if entry.type in PUBLISHED and beginning(entry.title.to_plain()) in begun and all(key := _key(entry))
    }
    for entry in preprints:
        other = published.get(_key(entry))
        if other and not are_related(entry, other):
            hint = f"Add preprint_of = {{{other.key}}} to it."
            said = f"{entry.id!r} looks like the preprint of {other.id!r} at {other.place}"
            yield CHECK.problem(entry, said, hint=hint)


def _key(entry: Entry) -> tuple[str, str]:
    """The title and who stands first, as they compare."""
    return (title_key(entry.title.to_plain()), first_family(entry))


CHECK = Check(
    name="unlinked-preprint",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Add preprint_of to the preprint.",
    finds=Example("""
@article{a,
  author = {Cole, Ann},
  title = {The Theory of Light and Colours},
  journal = {Optics},
  year = 2001,
}
@misc{b,
  author = {Cole, Ann},
  title = {The theory of light and colours},
  eprint = {2001.00001},
  year = 2000,
}
"""),
    spares=Example("""
@article{a,
  author = {Cole, Ann},
  title = {The Theory of Light and Colours},
  journal = {Optics},
  year = 2001,
}
@misc{b,
  author = {Cole, Ann},
  title = {The theory of light and colours},
  eprint = {2001.00001},
  year = 2000,
  preprint_of = {a},
}
"""),
)

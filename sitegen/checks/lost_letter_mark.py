"""A question mark stands inside a name or a word, where a letter was.

A program that did not know the letter wrote “?” for it before the file came here: `M?ller`, `Universit?t`. Nobody finds
the person or the work under such a name.

Type the letter anew.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

_NAME = re.compile(r"[^\W\d_]\?[^\W\d_]|^\?[^\W\d_]{2}")
_WORD = re.compile(r"(?<![\w/=&?.])[^\W\d_]{1,20}\?[^\W\d_A-Z]{1,20}(?![\w/=&])")


def run(site: Site) -> Iterator[Problem]:
    """Names and words with a question mark in the middle."""
    for entry in site.library.entries.values():
        for role, names in entry.names.items():
            for name in names:
                if "?" not in name.family and "?" not in name.given and "?" not in name.literal:
                    continue
                shown = name.to_plain()
                if _NAME.search(shown):
                    yield CHECK.problem(entry, f"{excerpt(shown)!r} has a question mark for a letter", role)
        for field, text in (("title", entry.title), ("journal", entry.container_title)):
            plain = text.to_plain()
            found = _WORD.search(plain[:2_000]) if "?" in plain and "://" not in plain else None
            if found:
                yield CHECK.problem(entry, f"{excerpt(found[0])!r} has a question mark for a letter", field)


CHECK = Check(
    name="lost-letter-mark",
    run=run,
    documentation=__doc__ or "",
    hint="Type the letter anew.",
    finds=Example("""
@misc{a,
  author = {M?ller, Ann},
  title = {On Light},
}
"""),
    spares=Example("""
@misc{a,
  author = {Müller, Ann},
  title = {What is light? An answer},
}
"""),
)

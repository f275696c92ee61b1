"""An “and” that parts nobody from anybody goes: at the end of a list of names, at its start, or two in a row.

Safe: BibTeX makes an empty name of it, or a person called “and”; nobody is missing (journals' platforms end every list
with one). “and others” is not touched, nor is anything in braces.
"""

import re
from collections.abc import Iterator

from sitegen.fixes import Edit, Fix
from sitegen.formats.bibtex.fields import ROLES
from sitegen.manuscript import Field, Manuscript

_WORD = re.compile(r"[^\s{}]++|[{}]")


def repair(manuscript: Manuscript) -> Iterator[Edit]:
    """Surplus “and”s in fields that hold names."""
    for _, field in manuscript.fields():
        if field.name in ROLES and field.kind in ("braces", "quotes"):
            yield from _surplus(field)


def _surplus(field: Field) -> Iterator[Edit]:
    """The surplus “and”s of one list, each with the blanks that parted it from the names."""
    words = list(_words(field.text))
    names = [index for index, (_, _, is_and) in enumerate(words) if not is_and]
    if not names:
        return
    for index, (start, end, is_and) in enumerate(words):
        if not is_and:
            continue
        if index > names[-1]:
            nothing_behind = not field.text[end:].strip(" \t")
            yield _edit(field, words[index - 1][1], len(field.text) if nothing_behind else end, "trailing")
        elif index < names[0]:
            yield _edit(field, start, words[index + 1][0], "leading")
        elif words[index + 1][2]:
            yield _edit(field, start, words[index + 1][0], "doubled")


def _words(text: str) -> Iterator[tuple[int, int, bool]]:
    """The words and braces of a list: start, end, and whether it is an “and” that stands alone outside braces."""
    depth = 0
    for word in _WORD.finditer(text):
        depth += {"{": 1, "}": -1}.get(word[0], 0)
        alone = not text[word.start() - 1 : word.start()].strip() and not text[word.end() : word.end() + 1].strip()
        yield word.start(), word.end(), depth == 0 and alone and word[0] in ("and", "AND")


def _edit(field: Field, start: int, end: int, where: str) -> Edit:
    """An “and” gone from a list."""
    return Edit(field.inside + start, field.inside + end, "", f'{where} "and" removed from {field.name}')


FIX = Fix(name="stray-and", repair=repair)

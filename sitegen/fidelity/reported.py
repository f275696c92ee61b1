"""Which problems speak of which entry: those that stand between its first line and the next entry's."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from sitegen.model.entry import Entry
from sitegen.problems import Problem


def codes_by_entry(entries: Mapping[str, Entry], problems: Iterable[Problem]) -> dict[str, frozenset[str]]:
    """The codes of the problems of each entry, by its id; entries without any are missing.

    A problem that names a file and no line speaks of all its entries.
    """
    lines: dict[str, list[tuple[int, str]]] = {}
    for entry in entries.values():
        lines.setdefault(entry.place.file, []).append((entry.place.line, entry.id))
    for found in lines.values():
        found.sort()
    codes: dict[str, set[str]] = {}
    for problem in problems:
        found = lines.get(problem.place.file, [])
        at = bisect_right(found, (problem.place.line, "\U0010ffff")) - 1
        if at >= 0:
            line = found[at][0]
            while at >= 0 and found[at][0] == line:
                codes.setdefault(found[at][1], set()).add(problem.code)
                at -= 1
        elif not problem.place.line:
            for _, id_ in found:
                codes.setdefault(id_, set()).add(problem.code)
    return {id_: frozenset(found) for id_, found in codes.items()}

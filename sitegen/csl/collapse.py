"""Cites of one citation in a row: grouped by names, years and numbers collapsed (CSL 1.0.2, "Cite Collapsing")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.csl import marks
from sitegen.csl.rules import Rules

_SHORTEST_RANGE = 3
_DASH = "–"
_BETWEEN = ", "
"""What parts the cites of a group in the running text where a style does not say."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A cite as it is printed.

    names: those it begins with. rest: makes the cite without them. suffix: the letter behind its year, as printed;
    letter: the same, bare. number: its citation number. alone: whether it cannot be part of a range.
    """

    text: str
    names: str
    rest: Callable[[], str]
    suffix: str
    letter: str
    number: int
    alone: bool
    located: bool


def joined(rules: Rules, cites: Sequence[Printed]) -> str:
    """Cites in a row."""
    options = rules.cites.options
    collapse = options.get("collapse", "")
    delimiter = rules.cites.delimiter
    if collapse == "citation-number":
        return _numbers(cites, delimiter)
    grouping = options.get("cite-group-delimiter")
    if not collapse and grouping is None:
        return delimiter.join(cite.text for cite in cites)
    groups = _groups(cites)
    usual = delimiter if rules.options.get("class") == "note" else marks.joinable(_BETWEEN)
    between = marks.joinable(marks.clean(grouping)) if grouping is not None else usual
    after = options.get("after-collapse-delimiter")
    after_collapse = marks.joinable(marks.clean(after)) if after is not None else delimiter
    out = ""
    for at, group in enumerate(groups):
        if at:
            out += after_collapse if len(groups[at - 1]) > 1 else delimiter
        if not collapse:
            out += between.join(cite.text for cite in group)
        else:
            out += _group(rules, group, collapse, between, after_collapse)
    return out


def _groups(cites: Sequence[Printed]) -> list[list[Printed]]:
    """Cites by the names they begin with, a group where its first cite stood."""
    groups: dict[str, list[Printed]] = {}
    for at, cite in enumerate(cites):
        groups.setdefault(cite.names or f"\0{at}", []).append(cite)
    return list(groups.values())


def _group(rules: Rules, group: Sequence[Printed], collapse: str, between: str, after: str) -> str:
    """Cites by the same names, which are printed once."""
    options = rules.cites.options
    suffixes = collapse.startswith("year-suffix")
    own = options.get("year-suffix-delimiter")
    own_delimiter = marks.joinable(marks.clean(own)) if own is not None else rules.cites.delimiter
    texts = [group[0].text, *(cite.rest() for cite in group[1:])]
    if any(cite.located for cite in group):
        between = after
    out, at = texts[0], 0
    while at < len(group):
        end = _same_year(group, at) if suffixes else at + 1
        if at:
            out += between + texts[at]
        out += _letters(group[at:end], own_delimiter, ranged=collapse == "year-suffix-ranged")
        at = end
    return out


def _same_year(group: Sequence[Printed], at: int) -> int:
    """Where the cites end that differ from the one at a place only in their letter."""
    first = group[at]
    stem = _stem(first)
    end = at + 1
    while end < len(group) and first.suffix and group[end].suffix and not group[end].alone and not first.alone:
        if _stem(group[end]) != stem:
            break
        end += 1
    return end


def _stem(cite: Printed) -> str:
    """A cite without its letter."""
    if not cite.suffix:
        return cite.text
    before, _, after = cite.text.rpartition(cite.suffix)
    return before + after


def _letters(cites: Sequence[Printed], delimiter: str, *, ranged: bool) -> str:
    """The letters of all cites but the first, which stands already; three and more in a row as a range."""
    out, at = "", 0
    while at < len(cites):
        end = at + 1
        while ranged and end < len(cites) and _follows(cites[end - 1], cites[end]):
            end += 1
        if at:
            out += delimiter + cites[at].suffix
        if end - at >= _SHORTEST_RANGE:
            out += _DASH + cites[end - 1].suffix
            at = end
        else:
            at += 1
    return out


def _follows(one: Printed, other: Printed) -> bool:
    """Whether a letter comes right after another one."""
    return len(one.letter) == len(other.letter) == 1 and ord(other.letter) == ord(one.letter) + 1


def _numbers(cites: Sequence[Printed], delimiter: str) -> str:
    """Cites by number, three and more in a row as a range."""
    pieces, at = [], 0
    while at < len(cites):
        end = at + 1
        while end < len(cites) and not (cites[end].alone or cites[end - 1].alone):
            if not cites[end].number or cites[end].number != cites[end - 1].number + 1:
                break
            end += 1
        if end - at >= _SHORTEST_RANGE:
            pieces.append(f"{cites[at].text}{_DASH}{cites[end - 1].text}")
        else:
            pieces += [cite.text for cite in cites[at:end]]
        at = end
    return delimiter.join(pieces)

"""What a file of the site says of a work beside what it must say."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from sitegen.fidelity.letters import FORMULA, GAP, letters, words
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.told import Told
from sitegen.fidelity.wanted import Wanted
from sitegen.problems import excerpt
from sitegen.text.plain import first_and_last

_MARKS = (GAP, FORMULA)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a file says otherwise, or not at all. code: of the problem it makes."""

    code: str
    message: str


def differences(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """All differences between what is wanted and what is told, as far as this kind of file tells of it."""
    for compare in _COMPARISONS:
        yield from compare(wanted, told)


def _title(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """The title, where the work has one."""
    accounts = [each for each in (told.title, told.title_with_tags) if each is not None]
    if told.title is not None and wanted.title and not any(map(wanted.title.agrees, accounts)):
        yield Difference("title-differs", f"the title in {told.where} {_parted(wanted.title, told.title)}")


def _abstracts(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """The abstracts that this kind of file holds; at least the first."""
    if told.abstracts is None:
        return
    kept = wanted.abstracts if len(told.abstracts) > 1 else wanted.abstracts[:1]
    for one, other in zip_longest(kept, told.abstracts[: len(kept)], fillvalue=Outline()):
        if not one.agrees(other):
            yield Difference("abstract-differs", f"the abstract in {told.where} {_parted(one, other)}")


def _formulas(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """How many formulas are set."""
    if told.formulas is not None and told.formulas != wanted.formulas:
        yield Difference(
            "formulas-differ",
            f"{told.formulas} formulas are set in {told.where}, where the source has {wanted.formulas}",
        )


def _names(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """The names in each role that this kind of file tells of, in their order."""
    for role, found in told.names.items():
        kept = wanted.names.get(role, ())
        if role == "author" or kept:
            yield from name_differences(kept, found, role, told.where)


def name_differences(kept: tuple[str, ...], found: tuple[str, ...], role: str, where: str) -> Iterator[Difference]:
    """Where a list of names differs from the one that is wanted, once."""
    if len(kept) != len(found):
        missing = next((name for name in kept if words(name) not in {words(other) for other in found}), "")
        what = f", without {excerpt(_readable(missing))!r}" if missing else ""
        yield Difference("names-differ", f"{len(found)} of {len(kept)} names in the role {role} stand in {where}{what}")
        return
    for one, other in zip(kept, found, strict=True):
        if not same_name(one, other):
            yield Difference(
                "names-differ", f"{excerpt(_readable(one))!r} is {excerpt(other)!r} in {where} (role {role})"
            )
            return


def same_name(one: str, other: str) -> bool:
    """Whether two names have the same words; where a part of one is not known, the others must be there.

    >>> same_name("Knuth, Donald E.", "Donald E. Knuth"), same_name("Knuth, D.", "D. Knut")
    (True, False)
    """
    if not any(mark in one or mark in other for mark in _MARKS):
        return words(one) == words(other) or letters(one) == letters(other)
    mine, theirs = words(one), set(words(other))
    parts = letters(other)
    return all(word in theirs or word in parts for word in mine)


def _others(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """Whether the list of authors ends in "and others"."""
    if told.et_al is not None and told.et_al != ("author" in wanted.et_al):
        yield Difference(
            "names-differ",
            f"the list of authors {'ends in' if told.et_al else 'does not end in'} “and others” in {told.where}",
        )


def _container(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """What the work appeared in, by any of its names."""
    if told.container and wanted.containers and not any(each.agrees(told.container) for each in wanted.containers):
        yield Difference(
            "container-differs",
            f"what the work appeared in {_parted(wanted.containers[0], told.container)} in {told.where}",
        )


def _plain(
    code: str, what: str, of: Callable[[Wanted | Told], str | None]
) -> Callable[[Wanted, Told], Iterator[Difference]]:
    """The comparison of a value that is one word or number, by its letters."""

    def compare(wanted: Wanted, told: Told) -> Iterator[Difference]:
        one, other = of(wanted), of(told)
        if one and other is not None and letters(one) != letters(other):
            yield Difference(code, f"the {what} {excerpt(one)!r} is {excerpt(other)!r} in {told.where}")

    return compare


def _pages(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """Pages: all of them, or the first and the last, without a remark behind them; nothing where no page is named."""
    if not first_and_last(wanted.pages)[0] or told.pages is None:
        return
    parts = [part for part in _BETWEEN_PAGES.split(wanted.pages) if part]
    whole = {letters(wanted.pages), letters("".join(first_and_last(wanted.pages)))}
    for some in (parts, [_REMARK.sub("", part) for part in parts]):
        whole |= {letters("".join(some[:1] + some[-1:])), letters("".join(some[:1]))}
    if letters(told.pages) not in whole - {""}:
        yield Difference(
            "pages-differ", f"the pages {excerpt(wanted.pages)!r} are {excerpt(told.pages)!r} in {told.where}"
        )


_BETWEEN_PAGES = re.compile(r"\s*[–—,;]\s*")
_REMARK = re.compile(r"\s(?:[(\[]|vol\b).*", re.IGNORECASE)


def _keywords(wanted: Wanted, told: Told) -> Iterator[Difference]:
    """Keywords, one by one."""
    if told.keywords is not None and [*map(letters, told.keywords)] != [*map(letters, wanted.keywords)]:
        yield Difference(
            "keywords-differ",
            f"the keywords {excerpt(', '.join(wanted.keywords))!r} are {excerpt(', '.join(told.keywords))!r}"
            f" in {told.where}",
        )


def _parted(one: Outline, other: Outline) -> str:
    """Where two outlines part, for a message.

    >>> _parted(Outline.of("On knots and toys"), Outline.of("On knots"))
    'has nothing where the source has “onknots|andtoys”'
    """
    mine, theirs = one.known, other.known
    at = next((at for at, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs)))
    before = ("…" if at > 15 else "") + mine[max(0, at - 15) : at]
    if at == len(theirs):
        return f"has nothing where the source has “{before}|{mine[at : at + 30]}”"
    if at == len(mine):
        return f"goes on with “{before}|{theirs[at : at + 30]}” where the source ends"
    return f"has “{before}|{theirs[at : at + 30]}” where the source has “|{mine[at : at + 30]}”"


def _readable(name: str) -> str:
    """A name without the marks of its gaps."""
    for mark in _MARKS:
        name = name.replace(mark, "…")
    return name


_COMPARISONS = (
    _title,
    _abstracts,
    _formulas,
    _names,
    _others,
    _container,
    _plain("year-differs", "year", lambda each: each.year and each.year.lstrip("0")),
    _plain("doi-differs", "DOI", lambda each: _without_prefix(each.doi)),
    _plain("volume-differs", "volume", lambda each: each.volume),
    _plain("issue-differs", "issue", lambda each: each.issue),
    _pages,
    _keywords,
)


def _without_prefix(doi: str | None) -> str | None:
    """A DOI from its 10 on, however it is written."""
    at = doi.find("10.") if doi else -1
    return doi[at:] if doi and at >= 0 else doi

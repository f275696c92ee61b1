"""Names that are spelt wrongly as only the whole library, or the look of the name, can tell."""

import re
from collections.abc import Iterator, Sequence

from sitegen.model.entry import Entry
from sitegen.model.name import Name
from sitegen.problems import excerpt

Finding = tuple[str, str]
"""A code and a message."""

_VOWEL = re.compile("[AEIOUYÀ-Ý]")
_AFTER_MC = re.compile(r"\bMc([a-z])")
_CONSONANT = "[bcdfghjklmnpqrstvwxzß]"
_GAP_BEFORE_CONSONANTS = re.compile(
    rf"[^\W\d_]{{3,}} (?!ltd|gmbh|phd|jr|sr|st|th|nd|rd|llc|bv|nv){_CONSONANT}{{2,5}}(?![^\W_])"
)
"""`Vilsb ll`: no word is written without a vowel."""
_GAP_AFTER_CONSONANT = re.compile(rf"([B-DF-HJ-NP-TV-Z]) ({_CONSONANT}[^\W\dA-Z_]{{2,}})")
"""`K hler`: an initial has its point, and the name behind it a capital."""
_GAP = re.compile(r"[^\W\d_] [^\W\dA-Z_]")
_PARTICLES = frozenset({
    "van", "von", "der", "den", "del", "della", "dalla", "degli", "delle", "das", "dos", "des", "zum", "zur", "vom",
    "ter", "ten", "tot", "het", "bin", "ben", "und", "the",
})  # fmt: skip
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[- ]?){1,3}")
_MOST_GAPS = 200
_LONGEST_SYLLABLE = 6
"""Letters of the longest Chinese syllable: of two such names either can be the family's."""


def capitals(name: Name) -> tuple[Finding, ...]:
    """What is to be said of a family name that is all in capitals; one without a vowel is an acronym.

    >>> capitals(Name(family="MCDONALD", given="Ann"))
    (('capital-name', "the family name 'MCDONALD' is all in capitals; it was probably meant as 'McDonald'"),)
    """
    family = name.family
    if not family.isupper() or len(family) < 3 or not name.given or not _VOWEL.search(family):
        return ()
    meant = _AFTER_MC.sub(lambda match: "Mc" + match[1].upper(), family.title())
    shown = f"the family name {excerpt(family)!r} is all in capitals; it was probably meant as {excerpt(meant)!r}"
    return (("capital-name", shown),)


def misspelt(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Finding]]:
    """Names with a letter lost, and names that stand the other way round elsewhere; each with its first entry.

    >>> [finding[0] for _, finding in misspelt([Entry(id="a", names={"author": (Name(family="K hler", given="A."),)})])]
    ['lost-letter']
    """
    first: dict[tuple[str, str], Entry] = {}
    seen: set[int] = set()  # one and the same value stands for a name wherever it is spelt so
    for entry in entries:
        for names in entry.names.values():
            for name in names:
                if id(name) in seen:
                    continue
                seen.add(id(name))
                first.setdefault((name.family, name.given), entry)
    yield from _with_gaps(first)
    for (family, given), entry in first.items():
        if (given, family) in first and _is_swapped(family, given):
            other = first[given, family].place
            message = f"{excerpt(f'{family}, {given}')!r} stands as {excerpt(f'{given}, {family}')!r} at {other}"
            yield entry, ("swapped-name", f"{message}; one of the two is the wrong way round")


def _is_swapped(family: str, given: str) -> bool:
    """Whether it is this form of a name that is to be reported: initials for a family, or the later in the alphabet."""
    if _INITIALS.fullmatch(family):
        return len(given) > 2 and not _INITIALS.fullmatch(given)
    longest = max(len(family), len(given))
    return longest > _LONGEST_SYLLABLE and not _INITIALS.fullmatch(given) and family > given


def _with_gaps(first: dict[tuple[str, str], Entry]) -> Iterator[tuple[Entry, Finding]]:
    """Family names with a blank where a letter was."""
    gaps = [(family, given) for family, given in first if " " in family and _GAP.search(family)][:_MOST_GAPS]
    if not gaps:
        return
    families = {family for family, _ in first}
    for family, given in gaps:
        meant = _whole(family, families)
        if meant or _is_broken(family):
            probably = f"; it was probably {excerpt(meant)!r}" if meant else ""
            shown = excerpt(f"{family}, {given}" if given else family)
            yield first[family, given], ("lost-letter", f"the name {shown!r} has lost a letter{probably}")


def _is_broken(family: str) -> bool:
    """Whether a family name cannot be whole, whatever else is in the library."""
    after = _GAP_AFTER_CONSONANT.fullmatch(family)
    return _GAP_BEFORE_CONSONANTS.search(family) is not None or (after is not None and after[2] not in _PARTICLES)


def _whole(family: str, families: set[str]) -> str:
    """The family name in the library that has one letter where this one has a blank; "" when there is none."""
    pattern = re.compile(re.escape(family).replace("\\ ", "[^\\W\\dA-Z_]"))
    return min((other for other in families if len(other) == len(family) and pattern.fullmatch(other)), default="")

"""One name as people write it: cleaned first, then taken apart by pybtex, each spelling once."""

import re
from functools import lru_cache

from sitegen.formats.bibtex.spellings import capitals
from sitegen.formats.bibtex.words import plain
from sitegen.model.name import Name
from sitegen.problems import excerpt

LONGEST_NAME = 500
_DEEPEST = 20
_MOST_PARTS = 3
"""Family, suffix, given: pybtex raises where commas part more."""

Finding = tuple[str, str]
"""A code and a message."""

_COMMAS = re.compile(r"[{},]")
_LETTERS = r"[^\\{}~$*†‡§&'`\"=;()\[\]<>0-9_#%^|@]"
SIMPLE = re.compile(f"{_LETTERS}+")
_ACCENTED = r"\\[`'^\"~=.][A-Za-z]|\\[`'^\"~=.uvHckr]\{[A-Za-z]\}"
_LETTER = r"\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)"
SIMPLE_WITH_ACCENTS = re.compile(rf"(?:{_LETTERS}++|{_ACCENTED}|\{{(?:{_ACCENTED}|{_LETTER})\}})++")
"""A name whose only commands are letters and accents on letters, so that no brace holds words together."""
_KEY_VALUE = re.compile(
    r"\s*(?:(?:family|given|prefix|suffix)(?:-i)?|useprefix|uniquename|nametype|id|hash|sortingnamekeytemplatename)\s*=",
    re.IGNORECASE,
)
_OPTION = re.compile(r"(?:useprefix|uniquename|sortingnamekeytemplatename)\s*=\s*[\w:-]+", re.IGNORECASE)
"""What stands in a list for all of its names (BibLaTeX manual, "Name lists", options of a list)."""
_SUFFIXES = frozenset({
    "jr", "sr", "jnr", "snr", "junior", "senior", "ii", "iii", "iv", "v", "vi", "vii", "viii", "2nd", "3rd", "4th",
    "phd", "ph.d", "md", "m.d", "esq",
})  # fmt: skip
NAME_SUFFIXES_APART = frozenset({"jr", "sr", "jnr", "snr", "junior", "senior", "ii", "iii", "iv", "others", "et al"})
"""What cannot stand alone where a given or family name is expected."""
_INITIALS = re.compile(r"(?:[^\W\d_a-z][a-z]?\.[-~ ]?){1,5}|[^\W\d_a-z]{1,3}")
_OF_INSTITUTION = re.compile(r"\S\s(?:for|of|the)\s\S")
"""Words that make a name without a comma that of an institution ("Corporation for Digital Scholarship")."""
_MARKS = re.compile(
    r"\\textsuperscript\s*\{[^{}]*\}|\$\s*\^\s*\{?[^${}]*\}?\s*\$|\\(?:d?dag(?:ger)?|ddag)\b\s*(?:\{\})?|[*†‡§]+"
)
_MARK_SIGNS = (("*", "equal"), ("ast", "equal"), ("‡", "‡"), ("ddag", "‡"), ("†", "†"), ("dag", "†"), ("§", "§"))


@lru_cache(maxsize=1 << 16)
def read_name(source: str) -> tuple[tuple[Name, ...], tuple[Finding, ...]]:
    """One piece of a list: mostly one name, several where only commas part them, none where nothing is left."""
    simple = source if SIMPLE.fullmatch(source) else plain(source) if SIMPLE_WITH_ACCENTS.fullmatch(source) else ""
    name = simple_name(simple)
    if name:
        return (name,), capitals(name)
    findings: list[Finding] = []
    names = tuple(name for piece in _untangled(source, findings) if (name := _name(piece, findings)))
    return names, (*findings, *(finding for name in names for finding in capitals(name)))


def simple_name(source: str) -> Name | None:
    """“Family, Given” or “Given Family” without particles, suffixes or LaTeX; None for everything else."""
    family, comma, given = source.partition(",")
    words = family.split()
    if not words or "," in given:
        return None
    for at, word in enumerate(words):
        if word[0].islower() or ((at or comma) and _is_like_suffix(word)):
            return None
    if not comma:
        return Name(plain(words[-1]), plain(" ".join(words[:-1])))
    given = " ".join(given.split())
    return Name(plain(" ".join(words)), plain(given)) if given and not _is_like_suffix(given) else None


def _is_like_suffix(word: str) -> bool:
    """Whether a word can be “Jr.” or its like, or an initial V."""
    return word.lower().removesuffix(".") in _SUFFIXES


def _untangled(source: str, findings: list[Finding]) -> list[str]:
    """A piece with commas at its edges dropped and, where commas part whole names, cut at those."""
    trimmed = source.strip(" ~,;")
    if trimmed != source and trimmed:
        findings.append(("stray-comma", f"{excerpt(source)!r} was read as {excerpt(trimmed)!r}"))
    if not trimmed or _KEY_VALUE.match(trimmed) or trimmed.count(",") < 2 or len(trimmed) > 100_000:
        return [trimmed]
    parts = _by_commas(trimmed)
    if len(parts) < 3 or (len(parts) == 3 and _is_suffix(parts[1])):
        return [trimmed]
    if len(parts) == 3 and _is_suffix(parts[2]):
        return [f"{parts[0]}, {parts[2]}, {parts[1]}"]
    if all(" " in part or "~" in part for part in parts):
        findings.append(("name-list", f"{excerpt(trimmed)!r} was read as {len(parts)} names parted by commas"))
        return parts
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        findings.append(("name-list", f"{excerpt(trimmed)!r} was read as {len(parts) // 2} names parted by commas"))
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    if len(parts) == 3 and (
        not parts[1] or (_INITIALS.fullmatch(parts[2]) and " " not in parts[1] and not _INITIALS.fullmatch(parts[1]))
    ):
        mended = f"{parts[0]}, {parts[1]} {parts[2]}".replace(",  ", ", ")
        findings.append(("stray-comma", f"{excerpt(trimmed)!r} was read as {excerpt(mended)!r}"))
        return [mended]
    findings.append(("odd-name", f"{excerpt(trimmed)!r} has {len(parts) - 1} commas; it is shown as it stands"))
    return [f"{{{trimmed}}}"]


def _is_suffix(part: str) -> bool:
    """Whether a part of a name is “Jr.” or its like; a lone V is an initial."""
    part = part.strip("{}")
    return len(part.rstrip(".")) > 1 and _is_like_suffix(part)


def _by_commas(source: str) -> list[str]:
    """Parts between commas outside braces."""
    parts: list[str] = []
    start = depth = 0
    for sign in _COMMAS.finditer(source):
        if sign[0] == ",":
            if depth == 0:
                parts.append(source[start : sign.start()].strip())
                start = sign.end()
        else:
            depth = depth + 1 if sign[0] == "{" else max(0, depth - 1)
    parts.append(source[start:].strip())
    return parts


def _name(source: str, findings: list[Finding]) -> Name | None:
    """One name; None where nothing is left of it."""
    if _OPTION.fullmatch(source):
        return None
    if _KEY_VALUE.match(source) and (name := _key_value(source, findings)):
        return name
    source, marks = _without_marks(source)
    if len(source) > LONGEST_NAME or not _balanced(source) or len(_by_commas(source)) > _MOST_PARTS:
        findings.append(("odd-name", f"{excerpt(source)!r} could not be taken apart; it is shown as it stands"))
        literal = plain(source[: 4 * LONGEST_NAME])
        return Name(literal=literal, marks=marks) if literal else None
    if source.startswith("{") and _closes_at_end(source):
        literal = plain(source[1:-1])
        return Name(literal=literal, marks=marks) if literal else None
    if "," not in source and _OF_INSTITUTION.search(source):
        return Name(literal=plain(source), marks=marks)
    return _parted(source, marks)


def _parted(source: str, marks: tuple[str, ...]) -> Name | None:
    """A name taken apart as BibTeX does it (Tame the BeaST, section 11), with the suffix found where people put it."""
    words = source.split()
    suffix = ""
    if "," not in source and len(words) > 2 and _is_suffix(words[-1]):
        suffix = plain(words[-1])
        source = " ".join(words[:-1])
    if (
        source.count(",") == 1
        and _is_suffix(source.partition(",")[2].strip())
        and " " in source.partition(",")[0].strip()
    ):
        # "Martin Luther King, Jr." has its only comma before the suffix.
        source, _, last = source.partition(",")
        suffix = plain(last)
    # Few names need it, and it takes longer to load than an edit of one takes to read.
    from pybtex.database import Person

    person = Person(source)
    family, given = person.last_names, person.first_names + person.middle_names
    particle = plain(" ".join(person.prelast_names))
    if particle and "\\relax" not in source and not any(word[0].islower() for word in particle.split()):
        # An accent outside braces (`\v{S}pela`) makes BibTeX see a small letter, where the name has none.
        family, given = (
            (person.prelast_names + family, given) if "," in source else (family, given + person.prelast_names)
        )
        particle = ""
    name = Name(
        family=plain(" ".join(family)),
        given=plain(" ".join(given)),
        non_dropping_particle=particle,
        suffix=suffix or plain(" ".join(person.lineage_names)),
        marks=marks,
    )
    return name if name.family or name.given or name.non_dropping_particle else None


def _key_value(source: str, findings: list[Finding]) -> Name | None:
    """A name in BibLaTeX's extended format (manual, "Name lists"): `family=Berg, given=Jan, prefix=van der`."""
    parts: dict[str, str] = {}
    for item in _by_commas(source):
        key, _, value = item.partition("=")
        if key.strip().lower() in parts:
            findings.append(("odd-name", f"{excerpt(source)!r} gives {excerpt(key.strip())} twice; the first counts"))
        parts.setdefault(key.strip().lower(), plain(value.strip(' "')))
    dropping = parts.get("useprefix", "").lower() == "false"
    prefix = parts.get("prefix", "")
    name = Name(
        family=parts.get("family", ""),
        given=parts.get("given", ""),
        suffix=parts.get("suffix", ""),
        dropping_particle=prefix if dropping else "",
        non_dropping_particle="" if dropping else prefix,
    )
    return name if name.family or name.given else None


def _without_marks(source: str) -> tuple[str, tuple[str, ...]]:
    """The name without signs of footnotes, and what those say."""
    if not any(sign in source for sign in ("*", "†", "‡", "§", "$", "\\textsuperscript", "\\dag", "\\ddag", "\\dd")):
        return source, ()
    found = [mark for match in _MARKS.finditer(source) for sign, mark in _MARK_SIGNS if sign in match[0]]
    if not found:
        return source, ()
    bare = " ".join(_MARKS.sub(" ", source).replace(" ,", ",").split())
    return bare.replace("{ }", "").strip(), tuple(dict.fromkeys(found))


def _balanced(source: str) -> bool:
    """Whether braces are balanced and not too deep for pybtex."""
    depth = 0
    for char in source:
        if char == "{":
            depth += 1
            if depth > _DEEPEST:
                return False
        elif char == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def _closes_at_end(source: str) -> bool:
    """Whether the brace at the start closes at the end, as around the name of an institution."""
    depth = 0
    for index, char in enumerate(source):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return index == len(source) - 1
    return False

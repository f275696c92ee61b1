"""Lists of names as people write them, cut into names."""

import re
from collections.abc import Iterator

import msgspec

from sitegen.formats.bibtex.one_name import (
    LONGEST_NAME,
    SIMPLE,
    SIMPLE_WITH_ACCENTS,
    Finding,
    read_name,
    simple_name,
)
from sitegen.formats.bibtex.spellings import capitals
from sitegen.model.name import Name
from sitegen.problems import excerpt
from sitegen.text.repeated import Repeated


class NameList(msgspec.Struct, frozen=True):
    """The names of one field. et_al: whether it ended in "and others"."""

    names: tuple[Name, ...] = ()
    et_al: bool = False
    findings: tuple[Finding, ...] = ()


_AND = re.compile(r"[aA][nN][dD](?![^\s~])(?<![^\s~.]...)")
_LETTER_AND_BLANK = re.compile(r"\\(ss|ae|AE|oe|OE|aa|AA|[oOlLij]|dh|DH|dj|DJ|th|TH|ng|NG) (?=\w)(?!(?i:and)[\s~])")
_ACCENT_AND_BLANK = re.compile(r"\\([uvHcdbrk]) (\w)")
"""The blank behind a command ends its name and shows nothing (The TeXbook, chapter 3); it does not part two words."""
_GLUED = re.compile(r"\.and(?=[\s~])", re.IGNORECASE)
_SIGNS = re.compile(r"(?<![^\s~.])and(?![^\s~])|(?<=\s)(?:\\?&|;)(?=\s)|;(?=\s)|[{}]", re.IGNORECASE)
_ET_AL = re.compile(r",?\s*(?:\{?\\(?:emph|textit|it|em)\b\s*\{?\s*)?\bet\.?[\s~]*al\b\.?\}*\s*\Z", re.IGNORECASE)
_OTHERS = {
    "others",
    "et al",
    "et al.",
    "etal",
    "et. al.",
    "...",
    "…",
    "{others}",
    "{et al.}",
    r"\ldots",
    r"\dots",
    "more",
}


def read_names(source: str, limit: int) -> NameList:
    """The names in a field, at most `limit`. Never raises.

    >>> [name.to_plain() for name in read_names("Ghoryani, Mohsen and Mohammadi, Mojgan and ", 9).names]
    ['Mohsen Ghoryani', 'Mojgan Mohammadi']
    >>> read_names("Knuth, Donald E. and others", 9).et_al
    True
    """
    pieces = source.split(" and ")
    usual = tuple([name for piece in pieces if (name := _USUAL[piece])])
    return NameList(usual) if len(usual) == len(pieces) <= limit else _read_names(source, limit)


def _read_names(source: str, limit: int) -> NameList:
    """The same for a list that may be anything."""
    source = " ".join(source.split())
    if "\\" in source:
        source = _ACCENT_AND_BLANK.sub(r"\\\1{\2}", _LETTER_AND_BLANK.sub(r"{\\\1}", source))
    findings: list[Finding] = []
    pieces = list(_pieces(source, findings))
    pieces, et_al = _without_others(pieces)
    if len(pieces) > limit:
        findings.append(
            (
                "too-many-names",
                f"{len(pieces):,} names are more than the {limit:,} a list may have; the rest is left out",
            )
        )
        pieces = pieces[:limit]
    if len(pieces) > 1 and ".and" in source.lower() and "{" not in source and (glued := _GLUED.search(source)):
        findings.append(("name-list", f"“and” stands without a blank behind {excerpt(source[: glued.end()][-40:])!r}"))
    names: list[Name] = []
    for piece in pieces:
        # Spellings repeat; what is too long to be a name is not worth remembering.
        found, more = read_name(piece) if len(piece) < LONGEST_NAME else read_name.__wrapped__(piece)
        names.extend(found)
        findings.extend(more)
    return NameList(tuple(names), et_al, tuple(dict.fromkeys(findings)))


def _usual(source: str) -> Name | None:
    """The name in a piece between two “and” that is read so whatever stands around it; None for any other."""
    lower = source.lower()
    if (
        len(source) >= LONGEST_NAME
        or not (SIMPLE.fullmatch(source) or SIMPLE_WITH_ACCENTS.fullmatch(source))
        or " ".join(source.split()) != source
        or (("and" in lower) and (_AND.search(source) or ".and" in lower))
        or lower.strip(" ,") in _OTHERS
        or ("et" in lower and _ET_AL.search(source))
    ):
        return None
    name = simple_name(source) if "\\" not in source else None
    if name:
        return None if capitals(name) else name
    names, findings = read_name(source)
    return names[0] if len(names) == 1 and not findings else None


_USUAL = Repeated(_usual, most=1 << 18, longest=100)


def _pieces(source: str, findings: list[Finding]) -> Iterator[str]:
    """The list cut at “and”, “&” and “;” outside braces."""
    pieces = source.split(" and ")
    if "{" not in source and ";" not in source and "&" not in source:
        if source.lower().count("and") != len(pieces) - 1:
            pieces = _AND.split(source)
    elif not _is_plain_list(source, pieces):
        inner = _inner_list(source)
        pieces = _cut(inner or source, findings)
        if inner:
            findings.append(("name-list", f"{excerpt(source)!r} is a list in braces; it was read as so many names"))
    for index, piece in enumerate(pieces):
        stripped = piece.strip(" ~\t")
        if stripped:
            yield stripped
        elif len(pieces) > 1:
            where = "ends" if index == len(pieces) - 1 else "begins" if index == 0 else "has two"
            shown = excerpt(source[-40:] if where == "ends" else source, 40)
            what = f"{where} with “and”" if where != "has two" else "has “and” twice in a row"
            findings.append(("stray-and", f"the list of names {what}: {shown!r}; nobody is missing"))


def _is_plain_list(source: str, pieces: list[str]) -> bool:
    """Whether a list with braces parts nowhere but between these pieces."""
    return (
        ";" not in source
        and "&" not in source
        and source[0] != "{"
        and source.lower().count("and") == len(pieces) - 1
        and all(piece.count("{") == piece.count("}") for piece in pieces)
    )


def _cut(source: str, findings: list[Finding]) -> list[str]:
    """The list cut at every separator outside braces, in one walk."""
    pieces: list[str] = []
    start = depth = 0
    for sign in _SIGNS.finditer(source):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and not (sign[0] == ";" and _is_entity(source, sign.start())):
            pieces.append(source[start : sign.start()])
            start = sign.end()
            if sign[0].lower() != "and":
                findings.append(("name-list", f"names are parted by {sign[0]!r}, not by “and”"))
    pieces.append(source[start:])
    return pieces


def _is_entity(source: str, semicolon: int) -> bool:
    """Whether a semicolon ends an HTML entity."""
    return re.search(r"&#?\w{1,10}\Z", source[max(0, semicolon - 12) : semicolon]) is not None


def _inner_list(source: str) -> str:
    """What stands in braces around a whole value when it can only be a list: “Family, Given” each time; else ""."""
    if not (source.startswith("{") and source.endswith("}")) or "{" in source[1:-1] or "}" in source[1:-1]:
        return ""
    pieces = _AND.split(source[1:-1])
    return source[1:-1] if len(pieces) > 1 and all(piece.count(",") == 1 for piece in pieces) else ""


def _without_others(pieces: list[str]) -> tuple[list[str], bool]:
    """The list without "others" and "et al." at its end, and whether there was one."""
    et_al = False
    if pieces and len(pieces[-1]) < LONGEST_NAME:
        last = pieces[-1].lower()
        if last.strip(" ,") in _OTHERS:
            return pieces[:-1], True
        shorter = _ET_AL.sub("", pieces[-1]) if "et" in last else pieces[-1]
        et_al = shorter != pieces[-1]
        if et_al:
            # "et al." may stand inside the braces around a name: those that lost their partner go.
            shorter = shorter.replace("{", "", max(0, shorter.count("{") - shorter.count("}")))
            pieces = pieces[:-1] + ([shorter] if shorter.strip(" ,{}") else [])
    return pieces, et_al

"""Entries of .bib files to the letter, as bibtexparser cuts them out."""

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, String
from bibtexparser.splitter import Splitter

from sitegen.fidelity import tex
from sitegen.fidelity.letters import FORMULA, GAP, words
from sitegen.fidelity.said import Said

logging.getLogger("bibtexparser").addHandler(
    logging.NullHandler()
)  # what it cannot read is for sitegen's reader to say
_COMMENTED_OUT = re.compile(r"^[ \t]*+%[^\n]*?@[^\n]*+", re.MULTILINE)
_SIGNS = re.compile(r"(?<=[\s}~])and(?=[\s{~\\])|[{}]", re.IGNORECASE)
_JOINS = re.compile(r'"[^"{}]*"|\{[^{}]*\}|[^\s#"{}]+')
_YEAR = re.compile(r"(\d{4})(?:-\d\d){0,2}")
_URL = re.compile(r"https?://[^\s\"<>|^`{}]+")
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_TILDE = re.compile(
    r"\\verb([!|+])~\1|\$\s*\\sim\s*\$|\\textasciitilde(?:\{\})?|\\(?:symbol|char)\s*(?:\{126\}|126(?!\d))|\\~(?:\{\})?"
)
_ESCAPES = re.compile(r"\\(?:url|href|path)?([\W_]?)")
_LITERAL = {
    "$": "$", "{": "{", "}": "{", "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~", "~{}": "~",
    "textdollar": "$", "lbrace": "{", "textbraceleft": "{", "textbraceright": "{", "verb": "\\", "&": "&",
}  # fmt: skip
_LITERALS = re.compile(
    r"\\([${}]|textbackslash|backslash|textasciitilde|~\{\}|textdollar|lbrace|textbraceleft|textbraceright|verb)"
)
_AT_GAP = re.compile(f"[^\\s,;]*[{GAP}{FORMULA}][^\\s,;]*")
_SEPARATORS = re.compile(r"[\s;]+|,(?=\s*http)")
_STEERS = re.compile(r"\s*(?:useprefix|uniquename|sortingnamekeytemplatename)\s*=\s*[\w:-]+\s*", re.IGNORECASE)
_KEY_VALUE = re.compile(
    r"(?:(?:useprefix|uniquename|nametype|id|hash|sortingnamekeytemplatename)\s*=\s*[\w:-]+"
    r"|\b(?:family|given|prefix|suffix)-i\s*=\s*(?:\{+[^{}]*\}+)?[^\s,{}]*"
    r"|\b(?:family|given|prefix|suffix)\s*=)",
    re.IGNORECASE,
)
ROLES = ("author", "editor")
COMPARED = frozenset({"title", "subtitle", "author", "editor", "abstract", "doi", "year", "date", "month", "day"})
"""Fields that have a comparison of their own."""
_OTHERS = re.compile(
    r"(?:^\{?others\}?|(?:^|[\s,~{])(?:\\[a-z]+\b[\s{]*)?et[\s~]*\.?[\s~]*al\b\.?)[}\s]*$", re.IGNORECASE
)


def raw_entries(text: str) -> Iterator[tuple[int, Said]]:
    """The entries of a file with the line each begins in, the first being 1; broken ones are left out. Never raises."""
    strings: dict[str, str] = {}
    text = _COMMENTED_OUT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    at, line = 0, 1
    for block in Splitter(text).split().blocks:
        # The line that bibtexparser gives goes astray in some files; where the block stands does not.
        start = text.find(block.raw, at) if block.raw else -1
        whole = _whole(block)
        if start < 0 or whole is None:
            continue
        line += text.count("\n", at, start)
        at = start
        if isinstance(whole, String):
            strings[whole.key.lower()] = _resolved(str(whole.value), strings)
        elif isinstance(whole, Entry):
            yield line, _said(whole.key, values_of(whole, strings), block.raw or "")


def _said(key: str, values: dict[str, str], raw: str) -> Said:
    """What the fields of an entry say. raw: the whole entry, of which some fields may not have been understood."""
    names = {role: names_of(values[role]) for role in ROLES if role in values}
    parts = [values[name] for name in ("title", "subtitle") if name in values]
    year = _YEAR.fullmatch(_bare(values.get("date") or values.get("year", "")))
    return Said(
        key=key.strip(),
        title=tex.outline(": ".join(parts)) if "title" in values else None,
        names={role: found for role, (found, _) in names.items()},
        et_al=frozenset(role for role, (_, et_al) in names.items() if et_al),
        abstract=tex.outline(values["abstract"]) if "abstract" in values else None,
        year=year[1] if year else "",
        doi=_bare(values.get("doi", "")),
        fields={
            name: _words(value) for name, value in values.items() if name not in COMPARED and not _only_urls(value)
        },
        urls={name: _urls(value) for name, value in values.items() if name not in COMPARED and _only_urls(value)},
        literal=frozenset(_LITERAL[sign] for value in (raw, *values.values()) for sign in _LITERALS.findall(value)),
    )


def _words(value: str) -> tuple[str, ...]:
    """The words of a value; what stands at a gap is none, nor what names the parts of a name."""
    value = _KEY_VALUE.sub("", value) if "family" in value else value
    return tuple(dict.fromkeys(word for word in words(_AT_GAP.sub(" ", tex.marked(value)[0])) if len(word) > 1))


def _only_urls(value: str) -> bool:
    """Whether a value is one address or several and nothing else."""
    return "://" in value and all(_URL.fullmatch(part) for part in _SEPARATORS.split(_bare(value)) if part)


def _urls(value: str) -> tuple[str, ...]:
    """The addresses of a value."""
    return tuple(part for part in _SEPARATORS.split(_bare(value)) if part)


def _bare(value: str) -> str:
    r"""An address or a number without the signs that LaTeX needs.

    >>> _bare(r"10.1000/a\_b{\_}c"), _bare(r"https://a.example/$\sim$b/\~{}c")
    ('10.1000/a_b_c', 'https://a.example/~b/~c')
    """
    bare = _ESCAPES.sub(r"\1", _TILDE.sub("~", _HREF.sub(r"\1", value))) if "\\" in value else value
    return bare.replace("{", "").replace("}", "").strip()


def _whole(block: Block) -> Block | None:
    """The entry in a block that repeats a key or a field."""
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        return block.ignore_error_block
    return block


def values_of(entry: Entry, strings: Mapping[str, str]) -> dict[str, str]:
    """The fields of an entry, the first of a name; without those of unknown strings, or cut inside braces."""
    values: dict[str, str] = {}
    for each in entry.fields:
        value = _resolved(str(each.value), strings)
        if value and value.count("{") == value.count("}"):
            values.setdefault(each.key.strip().lower(), value)
    return values


def _resolved(value: str, strings: Mapping[str, str]) -> str:
    """A value without what encloses it, strings put in; "" where one of them is not known."""
    value = value.strip()
    if len(value) > 1 and (value[0] + value[-1]) in ("{}", '""') and _is_whole(value):
        return value[1:-1]
    if value.isdecimal():
        return value
    parts: list[str] = []
    for part in _JOINS.findall(value):
        if part[0] in '{"':
            parts.append(part[1:-1])
        elif part.isdecimal() or part.lower() in strings:
            parts.append(strings.get(part.lower(), part))
        else:
            return ""
    return "".join(parts)


def _is_whole(value: str) -> bool:
    """Whether the first sign of a value opens what its last one closes."""
    if value[0] == '"':
        return '" #' not in value and '"#' not in value
    depth = 0
    for at, sign in enumerate(value):
        if sign in "{}":
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return at == len(value) - 1
    return False


def names_of(value: str) -> tuple[tuple[str, ...], bool]:
    r"""The names of a list as text with gaps marked, and whether it ends in "and others" (BibTeX, section 4).

    >>> names_of(r"Knuth, Donald E. and {Barnes and Noble} and others")
    (('Knuth, Donald E.', 'Barnes and Noble'), True)
    """
    pieces: list[str] = []
    start = depth = 0
    for sign in _SIGNS.finditer(value):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append(value[start : sign.start()])
            start = sign.end()
    pieces.append(value[start:])
    pieces = [_KEY_VALUE.sub("", piece) if "=" in piece else piece for piece in pieces if not _STEERS.fullmatch(piece)]
    stripped = [piece.strip() for piece in pieces if piece.strip(" \n\t~{},")]
    et_al = bool(stripped) and _OTHERS.search(stripped[-1]) is not None
    if et_al:
        stripped[-1:] = [rest] if (rest := _OTHERS.sub("", stripped[-1]).strip(" {},")) else []
    return tuple(tex.marked(piece)[0].strip() for piece in stripped), et_al

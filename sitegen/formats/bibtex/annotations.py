"""What stands beside a name: BibLaTeX's annotations of lists (manual, "Data annotations")."""

import re

from msgspec.structs import replace

from sitegen.formats.bibtex.words import plain
from sitegen.model.name import Name

_ANNOTATION = re.compile(r"(\d{1,5})(?::[\w-]+)?\s*=\s*(.*)", re.DOTALL)
_KNOWN_NOTES = {
    "equal": "equal",
    "equalcontrib": "equal",
    "cofirst": "equal",
    "corresponding": "corresponding",
    "corr": "corresponding",
}


def annotated(names: tuple[Name, ...], annotation: str, kind: str) -> tuple[Name, ...]:
    """Names with what BibLaTeX's `author+an` says (manual, "Data annotations"); kind: "", `orcid` or `affiliation`.

    >>> annotated((Name(family="A"), Name(family="B")), "2=corresponding", "")[1].marks
    ('corresponding',)
    """
    out = list(names)
    for item in annotation.split(";")[: len(names) * 4 + 4]:
        match = _ANNOTATION.match(item.strip())
        if not match or not 0 < int(match[1]) <= len(out):
            continue
        at = int(match[1]) - 1
        value = plain(match[2].strip().strip('"'))
        if kind in ("orcid", "affiliation"):
            out[at] = _replaced(out[at], kind, value)
        else:
            words = tuple(
                _KNOWN_NOTES.get(word.strip().lower(), word.strip()) for word in value.split(",") if word.strip()
            )
            out[at] = _replaced(out[at], "marks", tuple(dict.fromkeys(out[at].marks + words)))
    return tuple(out)


def _replaced(name: Name, part: str, value: str | tuple[str, ...]) -> Name:
    """The name with another part."""
    return replace(name, **{part: value})

"""Where a LaTeX value is more than words: told by searches for one sign, many times as fast as patterns and tables."""

import re

_CONTROLS = bytes((*range(0x20), 0x7F))
_SINGLE = "\\$~`&<"
_PAIRS = ("--", "''")
_LOW_QUOTES = re.compile(r",,(?<!\S,,)(?=\w)")
_SPECIAL = bytes(0 if chr(code) in f"{_SINGLE}{{}}\n" else code or 1 for code in range(256))


def is_printable(source: str) -> bool:
    """Whether there are no control characters, nor any others that show nothing."""
    if source.isascii():  # the methods of bytes are many times as fast as `isprintable`
        return len(source.encode().translate(None, _CONTROLS)) == len(source)
    return source.isprintable()


def is_worded(source: str) -> bool:
    """Whether there may be nothing but words, braces around words, and single blanks between them.

    >>> is_worded("The {DNA} of cats’ paws"), is_worded("a -- b"), is_worded("50~%"), is_worded(" a")
    (True, False, False, False)
    """
    return not (
        "\\" in source
        or "$" in source
        or "~" in source
        or "`" in source
        or "&" in source
        or "<" in source
        or ("-" in source and "--" in source)
        or ("'" in source and "''" in source)
        or ("," in source and ",," in source)
        or "  " in source
        or source.startswith(" ")
        or source.endswith(" ")
    )


def specials(source: str) -> bytearray:
    r"""A value with a NUL for each sign, or the first of two signs, that means more than itself.

    >>> specials("a--b {c}")
    bytearray(b'a\x00-b \x00c\x00')
    """
    found = bytearray(source.encode("latin-1", "replace").translate(_SPECIAL))
    for pair in _PAIRS:
        at = source.find(pair) if pair[0] in source else -1
        while at >= 0:
            found[at] = 0
            at = source.find(pair, at + 1)
    if "," in source and ",," in source:
        for match in _LOW_QUOTES.finditer(source):
            found[match.start()] = 0
    return found


WORDS_IN_BRACES = re.compile(r"\{([^\\{}$~`&<\n' ,-]+(?:(?:, |[ ,-])[^\\{}$~`&<\n' ,-]+)*+)\}")
"""Braces around nothing but words."""

"""Marked text: how the renderer writes formatting down while it works.

A reference is composed as one `str`. Formatting stands in it as Unicode noncharacters (U+FDD0 to U+FDEF), which no
text may contain, so that joining, changing case and mending punctuation are plain work on strings. `output` turns the
finished string into `Text`.
"""

import re

CLOSE = "\ufdd0"
"""Ends the nearest span."""
ITALIC, UPRIGHT, OBLIQUE = "\ufdd1", "\ufdd2", "\ufdd3"
BOLD, NOT_BOLD, LIGHT = "\ufdd4", "\ufdd5", "\ufdd6"
SMALL_CAPS, NO_SMALL_CAPS = "\ufdd7", "\ufdd8"
SUP, SUB, BASELINE = "\ufdd9", "\ufdda", "\ufddb"
UNDERLINE, NO_UNDERLINE = "\ufddc", "\ufddd"
BLOCK, LEFT_MARGIN, RIGHT_INLINE, INDENT = "\ufdde", "\ufddf", "\ufde0", "\ufde1"
NO_CASE = "\ufde2"
"""Opens text whose letters keep their case."""
OPAQUE = "\ufde3"
"""Opens the number of a node, such as a formula, that passes through unchanged."""
QUOTE, END_QUOTE = "\ufde4", "\ufde5"
"""Quotation marks, whose form depends on how deeply they are nested."""
JOINT = "\ufde6"
"""Stands where two strings meet and the second begins with a sign or a blank, so that doubled signs can be merged."""
PLAIN = "\ufde7"
"""Opens text that takes back the formatting around it (`nodecor`)."""
OWN_ITALIC, OWN_BOLD, OWN_SMALL_CAPS = "\ufde8", "\ufde9", "\ufdea"
"""Open what a value itself sets off; inside text that is set off already they take it back (flip-flop)."""
END_DISPLAY = "\ufdeb"
"""Ends a span that has a place of its own; a sign that follows moves into it."""
TERM = "\ufdec"
"""Stands before a term in a note, which gets a capital where a sentence begins with it."""

FORMATS = {
    ("font-style", "italic"): ITALIC,
    ("font-style", "normal"): UPRIGHT,
    ("font-style", "oblique"): OBLIQUE,
    ("font-variant", "small-caps"): SMALL_CAPS,
    ("font-variant", "normal"): NO_SMALL_CAPS,
    ("font-weight", "bold"): BOLD,
    ("font-weight", "normal"): NOT_BOLD,
    ("font-weight", "light"): LIGHT,
    ("text-decoration", "underline"): UNDERLINE,
    ("text-decoration", "none"): NO_UNDERLINE,
    ("vertical-align", "sup"): SUP,
    ("vertical-align", "sub"): SUB,
    ("vertical-align", "baseline"): BASELINE,
}
"""Formatting attributes (CSL 1.0.2, "Formatting") and the marks that open them."""
DISPLAYS = {"block": BLOCK, "left-margin": LEFT_MARGIN, "right-inline": RIGHT_INLINE, "indent": INDENT}
"""Values of `display`."""

SIGNS = ".,:;!?"
"""Signs that merge where two strings meet."""
ANY = re.compile("[\ufdd0-\ufdef]")
ANY_IN_A_ROW = "\ufdd0-\ufdef"
"""All noncharacters, for use in a character class."""
SPAN_OPENERS = frozenset(chr(code) for code in (*range(0xFDD1, 0xFDE4), *range(0xFDE7, 0xFDEB)))
"""Marks that CLOSE ends."""
_MEETS = frozenset(SIGNS + " \u00a0")


def clean(text: str) -> str:
    """Text from outside without noncharacters, so that none of it is taken for a mark.

    >>> clean("a\ufdd0b")
    'ab'
    """
    return ANY.sub("", text) if ANY.search(text) else text


def joinable(text: str) -> str:
    """A string that may follow another one: marked where it begins with a sign or a blank."""
    return JOINT + text if text and text[0] in _MEETS else text


def visible(marked: str) -> str:
    """Marked text without its marks; formulas vanish."""
    return ANY.sub("", marked) if ANY.search(marked) else marked

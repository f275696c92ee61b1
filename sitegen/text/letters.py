"""Letters that are written in two ways, for looking things up: one table for the index, the queries and the lists.

`templates/scripts/words.js` has the same: what changes here changes there.
"""

import re

PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ",
        "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ـ": None,
        **{digit: str(number % 10) for number, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")},
    }
)  # fmt: skip
"""Letters that lose no mark and still have a plain form; Arabic and Persian ones are made equal, digits European."""
LONG = str.maketrans({"ä": "ae", "æ": "ae", "ö": "oe", "ø": "oe", "œ": "oe", "ü": "ue", "å": "aa", "đ": "dj"})
"""The German and Scandinavian ways to write a letter without its mark."""
QUOTES = "'’‘ʼ`´"
"""What stands for an apostrophe."""
HYPHEN = re.compile(r"(?<=[^\W_])[-‐‑](?=[^\W_])")
"""A hyphen within a word."""

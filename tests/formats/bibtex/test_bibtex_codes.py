"""The table of defects."""

import re
from pathlib import Path

from sitegen.formats import bibtex
from sitegen.formats.bibtex.codes import CODES
from sitegen.model import dating
from sitegen.text import decode

OWN = (path for path in Path(bibtex.__file__).parent.glob("*.py") if path.name != "codes.py")
SOURCES = "".join(path.read_text(encoding="utf-8") for path in (*OWN, Path(dating.__file__), Path(decode.__file__)))


def test_every_code_is_documented_and_its_hint_starts_with_a_verb() -> None:
    for code, known in CODES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert known.doc.endswith(".")
        assert known.hint == "" or (known.hint[0].isupper() and known.hint.endswith("."))


def test_every_code_is_used() -> None:
    composed = {"bad-isbn", "bad-issn"}  # one f-string makes both
    of_other_readers = {"bad-number", "too-many-values"}  # from the table that all readers share
    unused = {code for code in CODES if f'"{code}"' not in SOURCES}
    assert unused <= composed | of_other_readers

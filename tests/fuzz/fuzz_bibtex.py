"""Coverage-guided fuzzing of the BibTeX reader: `python tests/fuzz/fuzz_bibtex.py [libFuzzer options] [corpus]`.

Any bytes are read without an exception, every problem is well-formed, and what was read can be written and read again.
"""

import sys
from dataclasses import replace

import atheris

with atheris.instrument_imports(include=["sitegen.formats.bibtex", "sitegen.text"]):
    from sitegen.config import LimitsConfig
    from sitegen.formats import Reading, Source
    from sitegen.formats.bibtex.codes import CODES
    from sitegen.formats.bibtex.read import read
    from sitegen.formats.bibtex.write import write

LIMITS = LimitsConfig()


def read_bytes(data: bytes) -> Reading:
    """One file with these bytes."""
    return read([Source("content/a.bib", data)], LIMITS)


def check(data: bytes) -> None:
    """What holds for any bytes."""
    reading = read_bytes(data)
    assert len(reading.entries) <= reading.found
    for problem in reading.problems:
        assert CODES[problem.code].level == problem.level, problem
        assert problem.message.isprintable(), problem
    entries = [replace(entry, id=f"k{at}") for at, entry in enumerate(reading.entries)]
    again = read_bytes(write(entries).encode())
    assert [entry.id for entry in again.entries] == [entry.id for entry in entries if write([entry]).count("=")], data


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()

"""Coverage-guided fuzzing of one room: `python -m tests.fuzz.fuzz_room NAME [libFuzzer options] [corpus]`.

NAME is one of the claims in `claims.py`.
"""

import sys

import atheris

with atheris.instrument_imports(include=["sitegen"]):
    from tests.fuzz.claims import CLAIMS

if __name__ == "__main__":
    claim = CLAIMS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, claim)
    atheris.Fuzz()

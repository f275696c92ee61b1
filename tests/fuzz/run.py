"""Every fuzzer for some seconds in all: `python -m tests.fuzz.run 60`; skipped aloud where atheris is not installed.

A second number is the seed: with it the same inputs come again, which is what a gate wants; without, others each time.
"""

import subprocess
import sys
import tempfile
from importlib.util import find_spec

from tests.fuzz.claims import CLAIMS


def main() -> int:
    """1 where a fuzzer found something; libFuzzer prints what."""
    if find_spec("atheris") is None:
        sys.stdout.write("fuzzing skipped: atheris is not installed (extra fuzz)\n")
        return 0
    targets = [
        ["tests.fuzz.fuzz_bibtex"],
        ["tests.fuzz.fuzz_latex"],
        *(["tests.fuzz.fuzz_room", name] for name in CLAIMS),
    ]
    each = max(1, int(sys.argv[1]) // len(targets)) if len(sys.argv) > 1 else 6
    seed = [f"-seed={int(sys.argv[2])}"] if len(sys.argv) > 2 else []
    found = []
    for target in targets:
        with tempfile.TemporaryDirectory() as folder:
            limits = [f"-max_total_time={each}", "-timeout=60", "-max_len=4096", f"-artifact_prefix={folder}/", *seed]
            done = subprocess.run([sys.executable, "-m", *target, *limits], capture_output=True, text=True, check=False)
        if done.returncode:
            found.append(target[-1])
            sys.stdout.write(done.stdout[-2000:] + done.stderr[-4000:])
    sys.stdout.write(
        f"fuzzed {len(targets)} targets for {each} s each: "
        + (", ".join(found) + " found something" if found else "nothing")
        + "\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

r"""A key has letters beyond ASCII, or signs that mean something to BibTeX.

Programs disagree about such keys: classic BibTeX sorts and compares them by bytes, exports have to write another key
than yours, and `\cite` cannot name them in every document.

Use the letters a to z, digits, and `-`, `_`, `:` or `.` between them. The old key can go into the field `ids`, so that
old links still arrive.
"""

import re
from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Problem, excerpt
from sitegen.site import Site

_SIGN = re.compile(r"""[^\x21-\x7e]|["#%'(),={}~\\@]""")
"""What the BibTeX manual ("BibTeXing", section 2.1) and biber's keep out of keys."""


def run(site: Site) -> Iterator[Problem]:
    """Keys with such a letter; blanks in keys are reported where the file is read."""
    for entry in site.library.entries.values():
        found = _SIGN.search(entry.key.replace(" ", ""))
        if found:
            yield CHECK.problem(entry, f"the key {excerpt(entry.key)!r} has {excerpt(found[0])!r} in it")


CHECK = Check(
    name="odd-key",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Use the letters a to z and digits, and put the old key into `ids`.",
    finds=Example("""
@misc{müller1901,
  title = {On Light},
}
"""),
    spares=Example("""
@misc{DBLP:conf/optics/Mueller-01,
  title = {On Light},
}
"""),
)

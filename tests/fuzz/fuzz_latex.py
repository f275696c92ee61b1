"""Coverage-guided fuzzing of the LaTeX converter: `python tests/fuzz/fuzz_latex.py [libFuzzer options] [corpus]`.

Any text becomes rich text without an exception, its HTML holds no live script, and its LaTeX is read back.
"""

import re
import sys

import atheris

with atheris.instrument_imports(include=["sitegen.text"]):
    from sitegen.text.latex import latex_to_plain, read_latex
    from sitegen.text.latex_write import to_latex

LIVE = re.compile(
    r"<(?:script|iframe|img|svg|style|object|embed)\b|<[a-z]+[^<>]*\son\w+=|href=\"javascript:", re.IGNORECASE
)


def check(data: bytes) -> None:
    """What holds for any text."""
    source = data.decode("utf-8", "surrogateescape")
    text, _findings = read_latex(source)
    page = text.to_html()
    assert not LIVE.search(page), page
    assert "\n" not in latex_to_plain(source)
    read_latex(to_latex(text))
    to_latex(text, ascii_only=True).encode("utf-8", "surrogatepass")


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()

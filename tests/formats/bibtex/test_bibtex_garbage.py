"""Good entries between garbage: whatever stands around them, they come out unchanged.

One thing is no garbage and so is left out here: fields after an entry's last brace with a brace too many behind them.
They belong to that entry, which closed too early.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.bibtex.read import read
from sitegen.model.entry import Entry

GOOD = (
    "@article{KEY,\n  title = {One {T}wo},\n  author = {Doe, Jane and Roe, Richard},\n  year = 2001,\n}\n",
    '@book{KEY,\n  title = "A title (of {parts})",\n  publisher = {P},\n  year = {1999}\n}\n',
    "@misc{KEY, title = {x}}\n",
    "@techreport(KEY,\n  title = {In parentheses},\n  number = {TR-1}\n)\n",
    "  @online{KEY,\n\ttitle={Caf{\\'e} at 50\\% -- mail me@example.org},\n\turl={https://a.example/x}}\n",
)
"""Entries without a defect, their key left open; each begins its line, as the certain start of an entry does."""

LOOSE = st.text(alphabet="abc XYZ,.\"#;'-_éم\t\n", max_size=40).map(lambda text: f"{text}\n")
"""Words without signs that open or close anything."""
PIECES = st.sampled_from([
    "} }}\n", "))\n", "}\n", "% a comment {\n", "%@article{old,\n% title = {x}\n% }\n",
    "% stray } brace\n", "\ufeff", "\ufeff\n", "@comment{anything at all}\n",
    "@comment{\n@misc{hidden, title = {x}}\n}\n", "@comment a line only\n", "@comment{old things\n",
    "@Comment{jabref-meta: grouping:\n1 x{y};\n}\n", "write to me@example.org\n", "@\n", "@ @@ @\n", "@{X,}\n",
    '@preamble{"\\newcommand{\\x}{y}"}\n', "@string{jx = {Journal X}}\n", "\x00\x07\n", "<p>text</p>\n", "\r\n\r",
    "@misc{}\n", "@misc{,}\n", "@article{bad title = {x} year 2001 = = }\n", "@misc{bad, title = 12--13 and # }\n",
    "@misc{bad, title = \"open quote}\n", "@misc{bad,\n  % title = {x},\n}\n", "@misc(bad, title = {x})\n",
    "@misc{bad, title = {x}}}\n",
])  # fmt: skip
"""Text, stray closers, comments, and broken entries that close on their own."""
OPEN = st.sampled_from([
    "@misc{bad, title = {x\n", "@misc{bad,\n  title = {{never closed},\n", "{\n", "{{{ ( {\n", "@article{bad\n",
    '@misc{bad, title = "never closed\n', "@string{bad = {never closed\n", "@misc(bad, title = {x}\n", "@misc{bad\n",
    "@article{\n", "@misc{bad, title = {x}},\n  year = {2001}\n",
])  # fmt: skip
"""What never closes: it reaches up to the next certain start, which is where an entry begins its line."""


def _read(text: str) -> tuple[Entry, ...]:
    return read([Source("a.bib", text.encode("utf-8", "surrogatepass"))], LimitsConfig()).entries


@st.composite
def _files(draw: st.DrawFn) -> tuple[str, str]:
    """A file of good entries with garbage between them, and the same file without it."""
    dirty: list[str] = []
    clean: list[str] = []
    for at in range(draw(st.integers(1, 6))):
        dirty.extend(draw(st.lists(st.one_of(LOOSE, PIECES, OPEN), max_size=4)))
        good = draw(st.sampled_from(GOOD)).replace("KEY", f"good{at}")
        dirty.append(good)
        clean.append(good)
    dirty.extend(draw(st.lists(st.one_of(LOOSE, PIECES, OPEN), max_size=3)))
    return "".join(dirty), "".join(clean)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(_files())
def test_good_entries_are_unchanged_whatever_stands_between_them(files: tuple[str, str]) -> None:
    dirty, clean = files
    found = [entry for entry in _read(dirty) if entry.id.startswith("good")]
    assert found == list(_read(clean))

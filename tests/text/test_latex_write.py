"""Text back to LaTeX: what is written is read as the same text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.latex import read_latex
from sitegen.text.latex_write import to_latex
from sitegen.text.rich import Link, Maths, Span, Text

LATEX = st.text(alphabet="\\{}$~`'-&<>%^_# \naeiEcvuH\"=./|[]()1,;lto“”‘’–—éßα\u00a0", max_size=60)
PIECES = st.sampled_from(
    [
        "\\emph{", "\\textbf{", "{", "}", "}", "$x$", "$5-$", "\\em ", "\\begin{itemize}\\item ", "\\item ",
        "\\end{itemize}", "\n\n", "\\\\ ",
        "--", "''", "``", "<i>", "</i>", "<p>", "&amp;", "\\url{http://a.b/~c}", "\\href{http://a.b}{", "É", "\\v{c}",
        "DNA", " ", "~",
        "\\[x\\]", "\\(a$\\)", "\\verb|a_b|", "\\ce{H2O}", "\\ss{}", "’", "-", "'", "\\%", "/", "`", "5", "[x]",
        "\\LaTeX", "\\textquotesingle{}",
        "\\foreignlanguage{german}{", "\\&", "amp;", "\\textless{}", "i>", "\\,", "!", "?",
    ]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.one_of(LATEX, st.lists(PIECES, max_size=14).map("".join)), st.booleans())
def test_what_was_read_comes_back_from_what_is_written(source: str, ascii_only: bool) -> None:
    text, _ = read_latex(source)
    assert read_latex(to_latex(text, ascii_only=ascii_only))[0] == text


def test_braces_with_a_blank_around_what_is_protected_already_add_nothing() -> None:
    text, _ = read_latex(r"{ \foreignlanguage{german}{DNA}}")
    assert text == Text((Span("nocase", ("DNA",), "de"),))
    assert read_latex(to_latex(text))[0] == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        (
            Text.of("AT&T 5% #1 a_b {x} $ ^ ~ \\"),
            r"AT\&T 5\% \#1 a\_b \{x\} \$ \textasciicircum{} \textasciitilde{} \textbackslash{}",
        ),
        (Text((Span("nocase", ("DNA",)), " ", Span("em", ("x",)))), r"{DNA} \emph{x}"),
        (Text((Maths("x^2", "x²"),)), "$x^2$"),
        (Text((Maths("x^2", "x²", "", True),)), r"\[x^2\]"),
        (Text((Link("http://a.b/c_d", ("http://a.b/c_d",)),)), r"\url{http://a.b/c_d}"),
        (Text((Link("http://a.b", ("x_y",)),)), r"\href{http://a.b}{x\_y}"),
        (Text.of("O’Brien “x” 1–2"), "O'Brien ``x'' 1--2"),
    ],
)
def test_signs_and_marks_are_written_as_people_write_them(text: Text, latex: str) -> None:
    assert to_latex(text) == latex


def test_ascii_has_commands_for_accents_and_letters() -> None:
    assert (
        to_latex(Text.of("Erdős, Łódź, ế, €, 中"), ascii_only=True)
        == r"Erd{\H{o}}s, {\L}{\'{o}}d{\'{z}}, {\'{\^{e}}}, \texteuro{}, 中"
    )

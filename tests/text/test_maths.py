"""Formulas: MathML that is safe to put into a page, and a line of Unicode."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.maths import mathml
from sitegen.text.maths_plain import maths_plain
from tests.effort import ends


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"\alpha_1 + \beta^{n+1}", "α₁ + βⁿ⁺¹"),
        (r"\frac{a}{b+c}", "a/(b+c)"),
        (r"\sqrt[3]{2} \sqrt{s}", "³√2 √s"),
        (r"\mathbb{R}^d \mathcal{F} \mathfrak{g}", "ℝᵈ ℱ 𝔤"),
        (r"2^{nd} 4^{\textrm{ème}}", "2nd 4ème"),
        (r"{\rm \tilde{n}} \bar x \vec{v}", "ñ x̄ v⃗"),
        (r"\left( x \right. \log n", "( x log n"),
        (r"90^\circ", "90°"),
        (r"f'(x) \neq \infty", "f′(x) ≠ ∞"),
        (r"x_{ij}^{*}", "xᵢⱼ*"),
        (r"\begin{array}{cc}a&b\\c&d\end{array}", "a b; c d"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"x_{ab}", "x_(ab)"),
    ],
)
def test_a_formula_reads_as_unicode(tex: str, plain: str) -> None:
    assert maths_plain(tex) == plain


def test_what_is_no_formula_is_refused_quietly() -> None:
    for tex in (r"\nosuchcommand", r"\href{javascript:x}{y}", r"\newcommand{\a}{\a}\a", "}{", "x" * 5000):
        assert mathml(tex) == ""


@pytest.mark.parametrize(
    "tex",
    [r"\color{red} x", r"\begin{align}a&=b\\c&=d\end{align}", r"\text{<b>}", r"\begin{eqnarray}a&=&b\end{eqnarray}"],
)
def test_mathml_holds_no_style_no_id_and_no_link(tex: str) -> None:
    shown = mathml(tex)
    assert shown.startswith("<math")
    for forbidden in (" style=", " id=", "href", "<b>"):
        assert forbidden not in shown


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="\\{}^_[]&'~ abfrcsqt12<>\"", max_size=60))
def test_no_formula_makes_it_fail(tex: str) -> None:
    maths_plain(tex)
    shown = mathml(tex)
    assert "<script" not in shown


@pytest.mark.parametrize("unit", ["{", "^", "\\frac", "\\sqrt[", "\\left(", "x_", "\\begin{matrix}", "\\text{"])
def test_hostile_formulas_come_to_an_end(unit: str) -> None:
    tex = unit * (4000 // len(unit))
    ends(lambda: (maths_plain(tex), mathml(tex)))


@pytest.mark.parametrize(
    "fence",
    [
        "(",
        "[",
        "\\{",
        "\\langle ",
        "\\llbracket ",
        "\\lmoustache ",
        "⟦",
        "⌈",
        "⌜",
        "a(",
        "(b)[",
        "{",
        "\\left(",
        "\\bigl(",
        "(&",
    ],
)
def test_brackets_that_never_close_come_to_an_end(fence: str) -> None:
    def set_all() -> None:
        for inside in ("", "\\left(", "\\begin{aligned}", "{"):
            mathml(inside + fence * 300)
            mathml(inside + fence * 40 + "x} \\right) \\end{aligned}" + ")" * 40)

    ends(set_all)


def test_a_few_open_intervals_are_set() -> None:
    assert mathml(r"x \in ]0,1[ \cup ]2,3[ \cup [4, 5)") != ""
    assert mathml("(" * 100 + "x" + ")" * 100) != ""


def test_a_formula_of_nothing_but_space_is_a_blank() -> None:
    assert [maths_plain(tex) for tex in (r"\quad", r"\,", "~")] == [" "] * 3


def test_an_accent_over_nothing_is_the_bare_accent_in_plain_words() -> None:
    assert maths_plain(r"\ddot{}") == "¨"


@pytest.mark.parametrize(
    "tex",
    [
        r"\newcommand{\a}{x}\a",
        r"\def\a{x}\a",
        "".join(rf"\def\a{chr(98 + n)}{{\a{chr(97 + n)}\a{chr(97 + n)}}}" for n in range(20)) + r"\au",
        r"\begin{align}a\label{owned}\end{align}",
        "x" * 4001,
    ],
)
def test_a_formula_defines_and_names_nothing_and_has_an_end(tex: str) -> None:
    assert mathml(tex) == ""


def test_elements_and_attributes_of_a_formula_are_those_of_mathml() -> None:
    markup = mathml(r"\color{red} \mathrm{a} \begin{array}{lc} 1 & 2 \end{array} \text{<b>} \underbrace{x}_{y}")
    assert "<mtable" in markup
    assert set(re.findall(r" ([a-z-]+)=", markup)) & {"style", "id", "href", "onclick"} == set()

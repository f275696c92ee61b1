"""LaTeX in fields: what people write becomes what they meant."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.latex import NOTHING, latex_to_plain, read_latex
from sitegen.text.rich import Break, Items, Link, Maths, Paragraph, Span, Text
from tests.effort import in_proportion

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
LATEX = st.text(alphabet="\\{}$~`'-&<>%^_#\n aeiEcvuH\"=./|[]()1,;lto", max_size=80)
WORDS = st.sampled_from(
    [
        "\\emph", "\\textbf", "{", "}", "$", "\\em ", "\\item ", "\\begin{itemize}", "\\end{itemize}", "\n\n", "\\\\",
        "--", "''", "``",
        "<i>", "</i>", "<p>", "&amp;", "\\url{http://a.b/~c}", "\\href{http://a.b}", "x^2", "É", "\\'", "\\v ", "DNA",
        " ", "\\foo", "~",
        "\\[", "\\]", "\\(", "\\)", "\\verb|", "\\ce{H2O}", "\\ss", "’", "-", "'", "%", "\\%", "/", "\u0301", "`",
        "5", "[x]",
    ]
)  # fmt: skip
ANYTHING = st.one_of(LATEX, st.lists(WORDS, max_size=30).map("".join), st.text(max_size=60))


def nodes(source: str) -> tuple[object, ...]:
    return read_latex(source)[0].nodes


def html(source: str) -> str:
    return read_latex(source)[0].to_html()


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("plain words", "plain words"),
        (r"\'{\i}\'i{\'\i}{\'{\i}}", "íííí"),
        (r"{\"o}\"{o}\" o{\"{o}}", "öööö"),
        (r"\v{c}\v c{\v c}\v{\i}", "čččǐ"),
        (r"\c c\c{S}\k{a}\H{o}\r{u}\=a\.z\d{s}\b{l}\u{g}", "çŞąőůāżṣḻğ"),
        (r"\'{\^e}", "ế"),
        (r"\t{oo}", "o͡o"),
        (r"{\aa}ngstr{\"o}m \AE sir {\L}{\'o}d{\'z} \ss\o", "ångström Æsir Łódź ßø"),
        (r"\~{} \^{} \'{}", "~ ^ ´"),
        (r"A\&B 10\% \#1 a\_b \$5 \{x\}", "A&B 10% #1 a_b $5 {x}"),
        ("90% of it % and more", "90% of it % and more"),
        ("``a'' `b' -- --- don't", "“a” ‘b’ – — don’t"),
        ("a~b\\,c\\ d\\-e\\/f", "a\u00a0b\u202fc def"),
        (r"http://a.b/~c and http://a.b/\~c and http://a.b/\~{}c", "http://a.b/~c and http://a.b/~c and http://a.b/~c"),
        (r"\TeX{}nical \LaTeX", "TeXnical LaTeX"),
        (r"{\noopsort{1973a}}1973", "1973"),
        (r"\char'176\char`\a\char65 \symbol{66}", "~aAB"),
        (r"\uppercase{a}lgorithm", "Algorithm"),
        (r"\textcolor{red}{warm}", "warm"),
        (r"\a'e", "é"),
        (r"costs $5 and $10", "costs $5 and $10"),
        (r"US$5 to US$10 million", "US$5 to US$10 million"),
        (r"$x^2$, $H_2O$, $\alpha$, $n$-ary", "x², H₂O, α, n-ary"),
        (r"\ce{H2SO4} \SI{3}{\kilo\metre\per\second} \num{1e-3}", "H2SO4 3\u00a0km/s 1\u202f×\u202f10⁻³"),
        (r"\apj", "The Astrophysical Journal"),
        (r"caf&eacute; &#8211; &lt;b&gt; AT&T", "café – <b> AT&T"),
        (r"\&amp; \& ", "& &"),
        ("a\\\\ b \\newline c", "a b c"),
        ("{\\'E}cole {{\\'E}cole}", "École École"),
        ("\\cyrya \\CYRZH", "яЖ"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x\u202ey\u0007z\ufeff", "xyz"),
        ("ends in \\", "ends in \\"),
    ],
)
def test_a_value_becomes_plain_text(source: str, plain: str) -> None:
    assert read_latex(source)[0].to_plain() == plain


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\emph{a} \textit{b} \textbf{c} \texttt{d}", "<em>a</em> <i>b</i> <b>c</b> <code>d</code>"),
        (r"\textsc{a}\textsuperscript{b}\textsubscript{c}", '<span class="sc">a</span><sup>b</sup><sub>c</sub>'),
        (r"{\em a b} c {\bf d \rm e}", "<em>a b</em> c <b>d </b>e".replace("d </b>", "d</b> ")),
        (r"\emph x y", "<em>x</em> y"),
        (r"\emph\LaTeX", "<em>LaTeX</em>"),
        (r"\enquote{a}", "<q>a</q>"),
        (r"\emph{a {B} $x$}", "<em>a B <math><mi>x</mi></math></em>"),
        ("<i>E. coli</i> CO<sub>2</sub>", "<i>E. coli</i> CO<sub>2</sub>"),
        ("<jats:italic>a</jats:italic>", "<i>a</i>"),
        ("a <script>alert(1)</script> b", "a &lt;script&gt;alert(1)&lt;/script&gt; b"),
        ("<i>open", "&lt;i&gt;open"),
        ("x < y & z", "x &lt; y &amp; z"),
        ("&lt;script&gt;", "&lt;script&gt;"),
        (r"\textless script\textgreater", "&lt;script&gt;"),
        (r"\url{http://a.b/c\_d}", '<a href="http://a.b/c_d">http://a.b/c_d</a>'),
        (r"\href{http://a.b}{\emph{x}}", '<a href="http://a.b"><em>x</em></a>'),
        (r"\href{javascript:alert(1)}{x}", "x"),
        (r"\href{http://a.b}{x \url{http://c.d}}", '<a href="http://a.b">x http://c.d</a>'),
        (r"\verb|a_b$| \path{/x/y}", "<code>a_b$</code> <code>/x/y</code>"),
        (r"\foreignlanguage{german}{Das Buch}", '<span lang="de">Das Buch</span>'),
        ("a<br/>b", "a<br>b"),
    ],
)
def test_markup_becomes_a_closed_set_of_tags(source: str, shown: str) -> None:
    assert html(source) == shown


def test_braces_protect_capitals_but_an_accents_own_braces_do_not() -> None:
    assert nodes("The {DNA} of {{RNA}}") == ("The ", Span("nocase", ("DNA",)), " of ", Span("nocase", ("RNA",)))
    assert nodes(r"{\'E}cole Fran{\c{c}}aise") == ("École Française",)
    assert nodes(r"{{\'E}cole}") == (Span("nocase", ("École",)),)
    assert nodes("{12} {--}") == ("12 –",)


def test_blanks_at_the_edge_of_a_mark_stand_outside_it() -> None:
    assert nodes("a{ B }c") == ("a ", Span("nocase", ("B",)), " c")


def test_a_blank_line_makes_paragraphs_and_one_paragraph_is_none() -> None:
    assert nodes("one\n\n two") == (Paragraph(("one",)), Paragraph(("two",)))
    assert nodes("one \n\n") == ("one",)
    assert nodes("one\\par two") == (Paragraph(("one",)), Paragraph(("two",)))
    assert nodes("<p>one</p><p>two</p>") == (Paragraph(("one",)), Paragraph(("two",)))


def test_paragraphs_inside_braces_or_marks_stay_paragraphs() -> None:
    assert nodes("{one\n\ntwo}") == (Paragraph(("one",)), Paragraph(("two",)))
    assert nodes("\\emph{one\n\ntwo}") == (Paragraph((Span("em", ("one",)),)), Paragraph((Span("em", ("two",)),)))


def test_lists_become_items() -> None:
    text = read_latex("A:\n\\begin{itemize}\n\\item one\n\\item \\emph{two}\n\\end{itemize} done")[0]
    assert text.nodes == (Paragraph(("A:",)), Items(False, (("one",), (Span("em", ("two",)),))), Paragraph(("done",)))
    assert nodes("<ol><li>a</li><li>b</li></ol>") == (Items(True, (("a",), ("b",))),)
    assert nodes(r"\begin{description}\item[x] y\end{description}") == (Items(False, (("x y",),)),)


def test_line_breaks_lose_the_blanks_beside_them() -> None:
    assert nodes("a \\\\[2pt] b") == ("a", Break(), "b")
    assert nodes("\\\\ a \\\\") == ("a",)


def test_formulas_keep_their_tex_and_say_how_they_stand() -> None:
    (inline,) = nodes("$ x $ ".strip())
    assert isinstance(inline, Maths)
    assert (inline.tex, inline.plain, inline.display) == ("x", "x", False)
    (shown,) = nodes(r"\[ a^2 \]")
    assert isinstance(shown, Maths)
    assert shown.display
    (aligned,) = nodes(r"\begin{align}a&=b\end{align}")
    assert isinstance(aligned, Maths)
    assert aligned.tex == r"\begin{align}a&=b\end{align}"
    assert "<mtable" in aligned.mathml


def test_a_link_that_may_not_be_followed_is_text_and_is_reported() -> None:
    text, findings = read_latex(r"\url{javascript:alert(1)}")
    assert text == Text.of("javascript:alert(1)")
    assert findings.refused_links == ("javascript:alert(1)",)


def test_an_unknown_command_keeps_its_argument_and_is_reported_once() -> None:
    text, findings = read_latex(r"\foo{Bar} \baz \foo{qux}")
    assert text == Text.of("Bar qux")
    assert findings.unknown_commands == ("foo", "baz")


def test_a_refused_formula_shows_its_tex_and_is_reported() -> None:
    text, findings = read_latex(r"$\unknownthing x$")
    assert findings.refused_maths == (r"\unknownthing x",)
    assert text.to_html() == r"<code>\unknownthing x</code>"


def test_braces_without_a_partner_lose_nothing_and_are_reported() -> None:
    assert read_latex("a } b { c")[0].to_plain() == "a b c"
    assert read_latex("a } b")[1].unbalanced
    assert read_latex("a { b")[1].unbalanced
    assert read_latex("{a}")[1] == NOTHING


def test_invisible_characters_are_counted() -> None:
    assert read_latex("a\u202eb\x00")[1].invisible == 2


def test_a_link_knows_its_address_and_its_words() -> None:
    assert nodes(r"\href{http://a.b/%20}{x}") == (Link("http://a.b/%20", ("x",)),)


def test_one_line_is_one_line() -> None:
    assert "\n" not in latex_to_plain("a\n\nb \\\\ c \\begin{itemize}\\item d\\end{itemize}")


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_nothing_makes_it_fail(source: str) -> None:
    text, _ = read_latex(source)
    text.to_plain()
    shown = text.to_html()
    assert "<script" not in shown


@pytest.mark.parametrize(
    "unit",
    [
        "{", "}", "{a", "$", "$a", "${", "$$a", "\\", "\\'", "\\'{", "\\emph{", "\\emph", "\\em ", "{\\em ",
        "\\begin{itemize}\\item ", "\\item ",
        "\\url{", "\\url{}", "\\href{http://a.b}{", "\\(", "\\[", "\\begin{align}", "\\ensuremath{", "\\verb|",
        "\\ce{", "\\char", "<", "<a ",
        "<i>", "</i>", "<ul><li>", "<p>", "&", "&#x", "&amp;", "`", "'", "-", ",", "~", "\n\n", "a\n\n", " ", "a ",
        "\\\\[", "\\linebreak[", "e\u0301\u0316",
        "&#x301;&#x316;", "\u0301\u0316", "$\\frac{", "\\textcolor{red}{", "\\foreignlanguage{german}{", "a -- ",
        "\\cite[",
    ],
)  # fmt: skip
def test_hostile_repetition_takes_time_in_proportion(unit: str) -> None:
    def shown(size: int) -> None:
        text, _ = read_latex(unit * (size // len(unit)))
        text.to_html()
        text.to_plain()

    in_proportion(shown, 5_000)


def test_depth_is_bounded_and_words_survive_it() -> None:
    assert read_latex("\\emph{" * 500 + "deep" + "}" * 500)[0].to_plain() == "deep"
    assert read_latex("{" * 500 + "deep" + "}" * 500 + " more")[0].to_plain() == "deep more"


def test_the_collected_cases_come_out_right() -> None:
    if not CORPUS.exists():
        pytest.skip("the corpus of real files is not here")
    sys.path.insert(0, str(CORPUS))
    try:
        import latex_score  # type: ignore[import-not-found,unused-ignore]
    finally:
        sys.path.remove(str(CORPUS))
    lines = (CORPUS / "latex-cases.jsonl").read_text("utf-8").splitlines()
    plain = shown = 0
    for case in map(json.loads, lines):
        text = read_latex(case["input"])[0]
        plain += latex_score.plain_ok(case, text.to_plain())
        shown += case["kind"] == "math" or latex_score.html_ok(case, text.to_html())
    assert (plain, shown) >= (227, 224)


def test_a_list_within_a_list_keeps_its_place() -> None:
    source = r"\begin{itemize} \item a \begin{enumerate} \item x \item y \end{enumerate} \item b \end{itemize}"
    assert read_latex(source)[0].to_html() == "<ul><li><p>a</p><ol><li>x</li><li>y</li></ol></li><li>b</li></ul>"


def test_the_end_of_a_line_is_no_blank_in_chinese_and_japanese_but_is_one_in_korean() -> None:
    assert read_latex("倍半萜\n  内酯，与\n以往")[0].to_plain() == "倍半萜内酯，与以往"
    assert read_latex("青蒿素\nartemisinin")[0].to_plain() == "青蒿素 artemisinin"
    assert read_latex("한국\n문학")[0].to_plain() == "한국 문학"
    assert read_latex("一段。\n\n二段。")[0].to_html() == "<p>一段。</p><p>二段。</p>"

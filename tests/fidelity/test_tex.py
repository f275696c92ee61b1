"""Words of LaTeX as the proof reads them, without the converter that makes the pages."""

import pytest

from sitegen.fidelity.letters import letters, words
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.tex import marked, outline
from tests.effort import in_proportion


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"{\"U}ber M\"uller, Garc{\'\i}a and Bj{\o}rn", "Über Müller, García and Bjørn"),
        (r"Stra{\ss}e, \AA ngstr\"om, \O stergaard, \v{C}apek, \c{c}a", "Straße, Ångström, Østergaard, Čapek, ça"),
        (r"\emph{In vivo} \textbf{and} {\it in vitro}", "In vivo and in vitro"),
        (r"Gr\" ozinger and Tin\' e", "Grözinger and Tiné"),
        (r"A\,B --- C~D \& E\_F\%", "A B C D E F"),
        (r"``Quoted'' \enquote{words}", "Quoted words"),
        (r"\begin{itemize}\item one \item two\end{itemize}", "one two"),
        ("Plain Unicode: naïve", "Plain Unicode: naïve"),
    ],
)
def test_letters_of_text_come_through(source: str, shown: str) -> None:
    assert outline(source) == Outline((letters(shown),))


@pytest.mark.parametrize(
    ("source", "pieces", "formulas"),
    [
        ("On $x^2$ knots", ("on", "knots"), 1),
        (r"On \(x\) and \[y\] and $$z$$", ("on", "and", "and", ""), 3),
        (r"\begin{equation}a\end{equation}", ("", ""), 1),
        ("between $5 and $6 a day", ("between", "6aday"), 0),
        (r"\unheard[of]{things} stay", ("", "stay"), 0),
        ("a <sub>b</sub> &eacute; c", ("a", "b", "", "c"), 0),
        (r"this \&amp; that", ("this", "that"), 0),
        (r"\(never closed", ("", "neverclosed"), 0),
    ],
)
def test_what_is_not_known_is_a_gap(source: str, pieces: tuple[str, ...], formulas: int) -> None:
    found = outline(source)
    assert (found.pieces, found.formulas) == (pieces, formulas)


def test_an_outline_lets_gaps_hide_something_but_no_known_word_be_lost() -> None:
    found = outline("On $x^2$ knots and $y$ toys")
    assert found.fits(letters("On x² knots and y toys"))
    assert found.fits(letters("On knots and toys"))
    assert not found.fits(letters("On x² and y toys"))
    assert not found.fits(letters("On x² knots and y toy"))
    assert not found.fits(letters("On x² knots and y toys" + " and more" * 50 + " toys"))


def test_an_accent_is_no_difference_but_another_letter_is() -> None:
    assert outline(r"M{\"u}ller").fits(letters("Muller"))
    assert not outline(r"M{\"u}ller").fits(letters("MÃ¼ller"))
    assert not outline(r"M{\"u}ller").fits(letters("Mller"))


def test_words_of_a_name_are_the_same_in_both_orders() -> None:
    assert words("van der Berg, Jan-Piet") == words("Jan-Piet van der Berg")
    assert words("Berg, Jan") != words("Berg, Jon")


@pytest.mark.parametrize("piece", ["\\(", "$", "\\begin{align}", "\\foo{", "\\foo[", "<a ", "{", "&a", "$$", "\\", "~"])
def test_reading_takes_time_in_proportion_to_the_value(piece: str) -> None:
    in_proportion(lambda times: marked(piece * times), 2_000)

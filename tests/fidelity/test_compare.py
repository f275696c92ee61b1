"""What is a difference between two accounts of a work, and what is only another way to say the same."""

from dataclasses import replace

import pytest

from sitegen.fidelity.compare import differences
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.told import Told
from sitegen.fidelity.wanted import Wanted

WANTED = Wanted(
    title=Outline.of("On knots"),
    names={"author": ("Quill, Ada B.", "van der Veld, Jan"), "editor": ("Nowak, Łucja",)},
    abstracts=(Outline.of("We tie."), Outline.of("Wir binden.")),
    formulas=1,
    year="2020",
    doi="https://doi.org/10.1000/AB",
    volume="12",
    issue="3",
    pages="1–3, 7",
    keywords=("knots",),
    containers=(Outline.of("Acta"), Outline.of("Acta Imaginaria")),
)
TOLD = Told(
    where="here",
    title=Outline.of("On Knots"),
    names={"author": ("Ada B. Quill", "Jan van der Veld"), "editor": ("Lucja Nowak",)},
    abstracts=(Outline.of("we tie"),),
    formulas=1,
    year="2020",
    doi="10.1000/ab",
    container=Outline.of("Acta imaginaria"),
    volume="12",
    issue="3",
    pages="1 7",
    keywords=("Knots",),
)


def codes(told: Told) -> list[str]:
    return [difference.code for difference in differences(WANTED, told)]


def test_other_ways_to_say_the_same_are_no_difference() -> None:
    assert codes(TOLD) == []
    assert codes(replace(TOLD, pages="1--3, 7", doi="http://dx.doi.org/10.1000/ab")) == []
    assert codes(Told(where="here")) == []


@pytest.mark.parametrize(("pages", "told"), [("775–784 vol. 2", "775 784"), ("24 [10 pages]", "24 24"), ("54-&", "54")])
def test_a_remark_behind_pages_may_be_left_out(pages: str, told: str) -> None:
    wanted = replace(WANTED, pages=pages)
    assert list(differences(wanted, replace(TOLD, pages=told))) == []
    assert [each.code for each in differences(wanted, replace(TOLD, pages=f"{told}5"))] == ["pages-differ"]


@pytest.mark.parametrize(
    ("pages", "told"), [("to appear", " "), ("12 pp.", "e123"), ("84–88, doi:10.1000/182", "84 88"), ("1–3, ff", "1 3")]
)
def test_what_names_no_page_may_be_left_out(pages: str, told: str) -> None:
    assert list(differences(replace(WANTED, pages=pages), replace(TOLD, pages=told))) == []


def test_pages_that_are_not_told_at_all_are_a_difference() -> None:
    assert codes(replace(TOLD, pages=" ")) == ["pages-differ"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (replace(TOLD, title=Outline.of("On knot")), "title-differs"),
        (replace(TOLD, names={"author": ("Ada B. Quill",)}), "names-differ"),
        (replace(TOLD, names={"author": ("Jan van der Veld", "Ada B. Quill")}), "names-differ"),
        (replace(TOLD, names={"author": TOLD.names["author"], "editor": ()}), "names-differ"),
        (replace(TOLD, et_al=True), "names-differ"),
        (replace(TOLD, abstracts=()), "abstract-differs"),
        (replace(TOLD, abstracts=(Outline.of("we tie"), Outline.of("wir"))), "abstract-differs"),
        (replace(TOLD, formulas=0), "formulas-differ"),
        (replace(TOLD, year=""), "year-differs"),
        (replace(TOLD, doi="10.1000/ac"), "doi-differs"),
        (replace(TOLD, container=Outline.of("Acta Alia")), "container-differs"),
        (replace(TOLD, volume="21"), "volume-differs"),
        (replace(TOLD, issue="4"), "issue-differs"),
        (replace(TOLD, pages="1 8"), "pages-differ"),
        (replace(TOLD, keywords=()), "keywords-differ"),
    ],
)
def test_every_fact_that_is_told_otherwise_is_a_difference(told: Told, code: str) -> None:
    assert codes(told) == [code]

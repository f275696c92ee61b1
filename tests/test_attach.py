"""Local files and the works they belong to."""

from collections.abc import Callable

import pytest

from tests.conftest import Built

MakeSite = Callable[..., Built]
PDF = b"%PDF-1.4\n"
REFS = "@book{Euler_1748, title = {T}, author = {Euler, L.}, year = 1748}\n"


@pytest.mark.parametrize("name", ["Euler_1748.pdf", "euler-1748.PDF"])
def test_a_pdf_named_after_a_key_or_an_id_is_found(make_site: MakeSite, name: str) -> None:
    built = make_site({"content/a.bib": REFS, f"content/pdf/{name}": PDF})
    assert built.has("articles/euler-1748/euler-1748.pdf")
    assert not built.problems("unused-pdf")


def test_a_pdf_of_nobody_is_a_remark(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": REFS, "content/pdf/euler.pdf": PDF})
    (problem,) = built.problems("unused-pdf")
    assert (problem.place.file, problem.level) == ("content/pdf/euler.pdf", "info")
    assert not built.has("articles/euler-1748/euler-1748.pdf")


def test_a_file_that_is_named_but_not_there_is_an_error_with_its_line(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": "\n" + REFS.replace("year", "pdf = {gone.pdf}, year")})
    (problem,) = built.problems("missing-file")
    assert (problem.level, problem.place.line) == ("error", 2)
    assert "gone.pdf" in problem.message

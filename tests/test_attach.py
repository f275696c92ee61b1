"""Local files and the works they belong to."""

from collections.abc import Callable

import pytest

from sitegen.publishing import PUBLISHED
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


def test_a_page_in_disguise_is_published_under_no_ending(make_site: MakeSite) -> None:
    page = b"<!doctype html><script>1</script>"
    refs = "".join(f"@misc{{a{ending}, title = {{T}}, supplement = {{data{ending}}}}}\n" for ending in PUBLISHED)
    files = {f"content/{folder}{ending}": page for ending in PUBLISHED for folder in ("data", "static/x")}
    built = make_site({"content/a.bib": refs, **files})
    assert not [file for file in (built.folder / "output").rglob("*") if file.is_file() and file.read_bytes() == page]
    problems = built.problems("file-not-published")
    assert len(problems) > len(PUBLISHED)
    for problem in problems:
        assert "web page" in problem.message
        assert problem.message.isprintable()
        assert problem.left_out


@pytest.mark.parametrize("ending", [".js", ".mjs", ".css", ".wasm", ".swf", ".htm", ".svg", ".xml", ".xsl", ".php", ""])
def test_an_ending_that_is_not_on_the_list_is_not_published_whatever_the_file_holds(
    make_site: MakeSite, ending: str
) -> None:
    built = make_site({"content/a.bib": REFS, f"content/static/x{ending}": "words"})
    (problem,) = built.problems("file-not-published")
    assert "are not published" in problem.message
    assert not built.has(f"x{ending}")


@pytest.mark.parametrize("name", ["x.html.gz", "x.svg.gz", "x.PHP.txt", "x.xml.tar"])
def test_a_static_file_that_some_hosts_would_send_as_a_page_is_left_out(make_site: MakeSite, name: str) -> None:
    built = make_site({"content/static/" + name: b"\x1f\x8b\x08", "content/static/a.v1.txt": "words"})
    (problem,) = built.problems("file-not-published")
    assert "in its name" in problem.message
    assert (built.has(name), built.has("a.v1.txt")) == (False, True)


@pytest.mark.parametrize(("host", "passes"), [("works.example.org\n", True), ("<script>", False), ("a\nb", False)])
def test_a_file_called_cname_holds_a_host_name(make_site: MakeSite, host: str, passes: bool) -> None:
    assert make_site({"content/static/CNAME": host}).has("CNAME") is passes


def test_what_the_owner_allows_is_published_as_it_is(make_site: MakeSite) -> None:
    settings = 'title = "Toy"\npublish = [".html", ".svg"]\n'
    files = {"content/static/x.html": "<!doctype html>", "content/static/y.svg": "<svg/>"}
    built = make_site({"content/site.toml": settings, **files})
    assert built.has("x.html")
    assert built.has("y.svg")
    assert not built.problems("file-not-published")

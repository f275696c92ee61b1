"""The page of a work, through the front door."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest

from tests.conftest import Built

MakeSite = Callable[..., Built]
PDF = b"%PDF-1.4\n%%EOF\n"


def entry(key: str = "toy", **fields: str) -> str:
    """An article with its required fields, and the ones given."""
    given = {
        "author": "Doe, Jane",
        "title": "A Title",
        "journal": "Acta Imaginaria",
        "year": "2001",
        **fields,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in given.items() if value)
    return f"@article{{{key},\n{lines}}}\n"


def page(built: Built, key: str = "toy") -> str:
    return built.text(f"articles/{key}/index.html")


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_pdf_named_after_its_key_is_copied_beside_the_page_and_offered_with_its_size(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(), "content/pdf/toy.pdf": PDF + b" " * 4200})
    assert (built.folder / "output/articles/toy/toy.pdf").read_bytes().startswith(PDF)
    assert re.search(r'href="toy\.pdf"|href="\.\./\.\./articles/toy/toy\.pdf"', page(built))
    assert "4 kB" in page(built)
    assert '<meta name="citation_pdf_url" content="https://toy.example/articles/toy/toy.pdf">' in page(built)


def test_a_pdf_may_be_named_by_a_field_in_any_of_the_usual_ways(make_site: MakeSite) -> None:
    files = {"content/pdf/some paper.pdf": PDF, "content/papers/other.pdf": PDF}
    bib = (
        entry("a", pdf="some paper.pdf")
        + entry("b", file=":papers/other.pdf:PDF")
        + entry("c", file="papers/other.pdf")
    )
    built = make_site({"content/a.bib": bib, **files})
    for key in "abc":
        assert built.has(f"articles/{key}/{key}.pdf"), key


def test_a_pdf_that_is_named_but_not_there_is_an_error_with_its_line_and_no_link(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": "\n" + entry(pdf="gone.pdf")})
    (problem,) = built.problems("missing-file")
    assert (problem.level, str(problem.place)) == ("error", "content/a.bib:2")
    assert "gone.pdf" not in page(built)


@pytest.mark.parametrize("name", ["../secret.pdf", "/etc/passwd", "..\\secret.pdf", "file:///etc/passwd"])
def test_no_file_outside_the_content_can_be_published(make_site: MakeSite, name: str) -> None:
    built = make_site({"secret.pdf": PDF + b"SECRET", "content/a.bib": entry(pdf=name)})
    output = built.folder / "output"
    assert not any(b"SECRET" in file.read_bytes() for file in output.rglob("*") if file.is_file())
    assert not built.has("articles/toy/toy.pdf")


def test_a_file_that_only_calls_itself_a_pdf_is_not_published(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(), "content/pdf/toy.pdf": "Log in to read on"})
    assert not built.has("articles/toy/toy.pdf")
    (problem,) = built.problems("file-not-published")
    assert "%PDF-" in problem.message


def test_markup_in_fields_is_text(make_site: MakeSite) -> None:
    bib = entry(
        title="<script>alert(1)</script> & <img src=x onerror=y>", abstract="</p><iframe src=//evil.example></iframe>"
    )
    html = page(make_site({"content/a.bib": bib}))
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "<iframe" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in html


def test_no_script_address_becomes_a_link(make_site: MakeSite) -> None:
    html = page(
        make_site(
            {"content/a.bib": entry(url="javascript:alert(1)", code="java\tscript:alert(1)", video="//evil.example/x")}
        )
    )
    assert not re.search(r'href="\s*(java\s*script|//)', html)


def test_a_title_keeps_its_maths_its_italics_and_its_capitals(make_site: MakeSite) -> None:
    html = page(make_site({"content/a.bib": entry(title=r"On {DNA} in \emph{Drosophila} at $\sqrt{s} = 7$")}))
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert heading
    assert "On DNA in <em>Drosophila</em> at <math>" in heading[1]
    assert '<meta name="citation_title" content="On DNA in Drosophila at √s = 7">' in html


def test_an_abstract_keeps_its_paragraphs_and_lists(make_site: MakeSite) -> None:
    abstract = "First.\n\nSecond: \\begin{itemize}\\item one \\item two\\end{itemize}"
    html = page(make_site({"content/a.bib": entry(abstract=abstract)}))
    assert "<p>First.</p>" in html
    assert re.search(r"<ul>\s*<li>one\s*</li>\s*<li>two\s*</li>\s*</ul>", html)


def test_a_retracted_work_says_so_above_its_title(make_site: MakeSite) -> None:
    html = page(make_site({"content/a.bib": entry(pubstate="retracted")}))
    assert html.index("has been retracted") < html.index("<h1")
    assert 'content="RETRACTED: A Title"' in html


def test_a_preprint_and_its_published_version_lead_to_each_other(make_site: MakeSite) -> None:
    bib = entry("final", title="The Theorem") + entry(
        "draft", title="The Theorem, draft", journal="", related="final", relatedtype="preprintof"
    )
    built = make_site({"content/a.bib": bib})
    assert re.search(r'published version:.*?href="\.\./\.\./articles/final/"', page(built, "draft"), re.DOTALL)


def test_works_of_one_issue_lead_to_each_other_in_the_order_of_their_pages(make_site: MakeSite) -> None:
    issue = {"volume": "7", "number": "2"}
    bib = "".join(
        entry(key, title=f"Title {key}", pages=pages, **issue)
        for key, pages in (("b", "100--109"), ("a", "9--20"), ("c", "200"))
    )
    built = make_site({"content/a.bib": bib})
    turn = re.search(r'<nav class="turn".*?</nav>', page(built, "b"), re.DOTALL)
    assert turn
    assert re.findall(r'articles/(\w)/"[^>]*rel="(\w+)"|rel="(\w+)"[^>]*articles/(\w)/', turn[0])
    assert text(turn[0]).index("Title a") < text(turn[0]).index("Title c")


def test_related_works_say_why(make_site: MakeSite) -> None:
    bib = entry("a", keywords="knots", author="A, B") + entry("b", keywords="knots", author="C, D", journal="Other")
    html = page(make_site({"content/a.bib": bib}), "a")
    assert "Shares the topic knots" in text(html)


def test_thirteen_names_are_folded_and_more_than_fifty_get_a_page(make_site: MakeSite) -> None:
    def names(number: int) -> str:
        return " and ".join(f"Person{n:03d}, Ann" for n in range(number))

    built = make_site({"content/a.bib": entry("few", author=names(13)) + entry("many", author=names(60))})
    few, many = page(built, "few"), page(built, "many")
    few = few[few.index("<h1") :]
    assert few.index("Person009") < few.index("<details") < few.index("Person010")
    assert "and 54 more" in text(many)
    assert "Person059" in built.text("articles/many/authors/index.html")
    assert many.count('name="citation_author"') == 60


def test_the_records_shown_are_the_files_offered_but_for_the_abstract(make_site: MakeSite) -> None:

    built = make_site({"content/a.bib": entry(doi="10.5555/x_y", publisher="A & B < C")})
    html = page(built)
    for suffix in ("bib", "ris", "json"):
        record = built.text(f"articles/toy/toy.{suffix}").strip()
        assert record in unescape(html), suffix
    assert json.loads(built.text("articles/toy/toy.json"))[0]["DOI"] == "10.5555/x_y"
    with_abstract = make_site({"content/a.bib": entry(abstract="In short")})
    assert "In short" not in "".join(re.findall(r"<pre.*?</pre>", page(with_abstract), re.DOTALL))
    assert "In short" in with_abstract.text("articles/toy/toy.bib")


def test_a_key_too_long_for_the_line_of_its_type_may_begin_the_next_one(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry() + entry("imaginary2001titlesofanimportance")})
    assert "@article{toy,\n" in page(built)
    assert "@article{<wbr>imaginary2001titlesofanimportance,\n" in page(built, "imaginary2001titlesofanimportance")


def test_a_mistake_can_be_reported_at_the_line_of_the_entry(make_site: MakeSite) -> None:
    config = 'title = "Toy"\nrepository = "https://forge.example/me/papers"\n'
    html = page(make_site({"content/site.toml": config, "content/lab/a.bib": "\n\n" + entry()}))
    assert 'href="https://forge.example/me/papers/blob/main/content/lab/a.bib#L3"' in html


def test_the_site_owner_is_set_apart_in_lists(make_site: MakeSite) -> None:
    config = 'title = "Toy"\nme = ["Jane Doe"]\n'
    built = make_site({"content/site.toml": config, "content/a.bib": entry(author="Doe, Jane and Roe, Richard")})
    assert re.search(r'class="me"[^>]*>(<bdi>)?Jane\sDoe', built.text("index.html"))
    assert not re.search(r'class="me"[^>]*>(<bdi>)?Richard\sRoe', built.text("index.html"))


def test_a_former_key_leads_to_the_present_address(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry("new", ids="old, older")})
    for former in ("old", "older"):
        html = built.text(f"articles/{former}/index.html")
        assert 'url=../../articles/new/"' in html
        assert "noindex" in html


def test_an_entry_without_title_goes_by_its_key(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": "@misc{loner, author = {Doe, Jane}, year = 2001}\n"})
    assert "<title>loner" in page(built, "loner")


def test_volume_and_issue_are_said_in_words_where_the_journal_is_not_known(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": entry(journal="", volume="1", number="2")})
    assert "Volume 1, issue 2" in text(page(built))


def test_a_work_that_stands_among_the_notices_is_not_named_as_related_again(make_site: MakeSite) -> None:
    bib = (
        "@article{a, author = {Doe, Jane}, title = {Cold}, journal = {J}, year = 2001, related = {r}}\n"
        "@article{r, author = {Roe, Al}, title = {Notice}, journal = {J}, year = 2002, related = {a},"
        " relatedtype = {retractionof}}\n"
    )
    page = make_site({"content/a.bib": bib}).text("articles/a/index.html")
    assert page.count(">Notice<") == 2  # in the banner and among versions and notices
    assert "Named as related" not in page


@pytest.mark.parametrize(
    ("fields", "line", "listed"),
    [
        (
            "series = {Notes on Lights}, volume = {9}",
            "Harbour Press</cite>, <bdi>Notes on Lights 9</bdi>, 2023",
            "Harbour Press</cite> · <bdi>Notes on Lights 9</bdi>",
        ),
        (
            "volume = {2}",
            "Harbour Press</cite>, <bdi>Volume 2</bdi>, 2023",
            "Harbour Press</cite> · <bdi>Volume 2</bdi>",
        ),
    ],
)
def test_the_number_of_a_book_is_not_its_publishers(make_site: MakeSite, fields: str, line: str, listed: str) -> None:
    book = f"@book{{one, author = {{Doe, J.}}, title = {{T}}, publisher = {{Harbour Press}}, year = 2023, {fields}}}"
    built = make_site({"content/a.bib": book})
    assert line in page(built, "one")
    assert listed in built.text("index.html")

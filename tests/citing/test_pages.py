"""Citations in Markdown pages, through the front door."""

import re
from collections.abc import Callable

import pytest

from sitegen.report import problem_lines
from tests.conftest import Built

MakeSite = Callable[..., Built]
BIB = """
@article{doe1999, author = {Doe, Jane}, title = {The Zebra}, journal = {Acta Imaginaria}, year = 1999}
@article{roe:2003, author = {Roe, Richard and Doe, Jane}, title = {An Ant}, journal = {Acta Imaginaria}, year = 2003}
@book{abel2001, author = {Abel, Ann}, title = {Middle}, publisher = {P}, year = 2001}
"""


def page(make_site: MakeSite, markdown: str, toml: str = "") -> str:
    files = {"content/a.bib": BIB, "content/page.md": f"# Page\n\n{markdown}\n", "content/site.toml": toml}
    built = make_site(files)
    assert [problem for problem in built.result.problems if problem.level == "error"] == []
    html = built.text("page/index.html")
    return html[html.index("<main") : html.index("</main>")]


def words(html: str) -> str:
    """The first paragraph without tags."""
    return re.sub(r"<[^>]+>", "", html[html.index("<p>") + 3 : html.index("</p>")]).replace("&amp;", "&")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Seen [@doe1999].", "Seen (Doe, 1999)."),
        ("Seen [see @doe1999, p. 3].", "Seen (see Doe, 1999, p. 3)."),
        ("Seen [@doe1999, pp. 3-5, and passim; @abel2001].", "Seen (Abel, 2001; Doe, 1999, pp. 3–5, and passim)."),
        ("Seen [@doe1999 chap. 2].", "Seen (Doe, 1999, Chapter 2)."),
        ("Doe says so [-@doe1999].", "Doe says so (1999)."),
        ("@doe1999 says so.", "Doe (1999) says so."),
        ("@doe1999 [p. 33] says so.", "Doe (1999, p. 33) says so."),
        ("As @roe:2003: yes.", "As Roe & Doe (2003): yes."),
        ("As @{roe:2003}.", "As Roe & Doe (2003)."),
        ("Line one\nand [@doe1999;\n@abel2001] more.", "Line one\nand (Abel, 2001; Doe, 1999) more."),
    ],
)
def test_citations_read_as_pandoc_users_know_them(make_site: MakeSite, markdown: str, expected: str) -> None:
    assert words(page(make_site, markdown)) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "Write to jane@doe.org.",
        "Type `[@doe1999]`.",
        "A sign \\@doe1999.",
        "See <https://x.org/@doe1999>.",
        "5 @ 3 [x].",
    ],
)
def test_code_addresses_and_escaped_signs_are_no_citations(make_site: MakeSite, markdown: str) -> None:
    html = page(make_site, markdown)
    assert "References" not in html
    assert "citedhere" not in html
    assert "@" in html


def test_a_citation_leads_to_the_work_and_the_page_ends_in_its_references(make_site: MakeSite) -> None:
    html = page(make_site, "Seen [@doe1999; @abel2001] and [@doe1999].")
    assert '<a href="../articles/abel2001/">Abel, 2001</a>; <a href="../articles/doe1999/">Doe, 1999</a>' in html
    assert '<a href="../articles/doe1999/">(Doe, 1999)</a>' in html
    references = html[html.index('id="references"') :]
    assert references.count('<p class="ref"') == 2
    assert references.index("Abel, A.") < references.index("Doe, J.")


def test_a_numeric_style_numbers_works_as_they_are_cited(make_site: MakeSite) -> None:
    html = page(make_site, "Seen [@roe:2003] by @abel2001.", '[cite]\nstyles = ["ieee"]\n')
    assert words(html) == "Seen [1] by Abel [2]."
    assert html.index("[1] R. Roe") < html.index("[2] A. Abel")


def test_an_unknown_key_is_an_error_with_its_line_and_the_nearest_keys(make_site: MakeSite) -> None:
    markdown = "+++\ntitle = 'P'\n+++\n\n```works\nlimit = 1\n\n```\n\nSeen [@doe1998].\n"
    built = make_site({"content/a.bib": BIB, "content/page.md": markdown})
    (problem,) = built.result.problems
    said = "\n".join(problem_lines(problem))
    assert "content/page.md:10: error: there is no entry 'doe1998' to cite" in said
    assert "Write @doe1999" in said
    assert "Seen [@doe1998]." in built.text("page/index.html")


def test_citations_stand_in_tables_notes_and_headings(make_site: MakeSite) -> None:
    html = page(make_site, "## On @doe1999\n\n|a|\n|-|\n|[@abel2001]|\n\nText[^1]\n\n[^1]: See [@roe:2003].\n")
    assert 'id="h-on"' in html
    assert html.count('<p class="ref"') == 3
    assert "citedhere" not in html


def test_a_citation_in_a_link_or_an_image_stays_as_it_was_written(make_site: MakeSite) -> None:
    html = page(make_site, 'A [@doe1999](x.html) and ![see [@doe1999]](y.png "@doe1999").')
    assert '<a href="x.html" rel="noopener">@doe1999</a>' in html
    assert 'title="@doe1999"' in html
    assert "citedhere" not in html


def test_the_home_page_cites_too(make_site: MakeSite) -> None:
    html = make_site({"content/a.bib": BIB, "content/index.md": "Seen [@doe1999]."}).text("index.html")
    assert '<a href="articles/doe1999/">(Doe, 1999)</a>' in html


def test_words_of_a_citation_are_never_markup(make_site: MakeSite) -> None:
    html = page(make_site, 'Seen [<b onclick="x">see @doe1999, <i>y].')
    assert "<b onclick" not in html
    assert "citedhere" not in html


LISTS = '''title = "T"

[[lists]]
path = "read"
title = "Read"
query = "type:book"
text = """
Begin with [@doe1999, p. 3]
and @{}.
"""
'''


def test_the_words_before_a_list_cite_works_as_a_page_does(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/site.toml": LISTS.format("abel2001")})
    html = built.text("read/index.html")
    main = html[html.index("<main") : html.index("</main>")]
    assert words(main) == "Begin with (Doe, 1999, p. 3)\nand Abel (2001)."
    assert 'href="../articles/doe1999/"' in main
    references = main[main.index('id="references"') :]
    assert references.index("Abel, A. (2001)") < references.index("Doe, J. (1999)")


def test_an_unknown_key_before_a_list_is_an_error_at_its_line_of_the_settings(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/site.toml": LISTS.format("abel2010")})
    (problem,) = (each for each in built.result.problems if each.code == "unknown-citation")
    assert problem.place.file == "content/site.toml"
    assert problem.place.line == 9
    assert "@abel2001" in problem.hint

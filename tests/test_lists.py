"""Lists of works in Markdown pages and in site.toml, through the front door."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.lists import work_list
from sitegen.problems import Place, SitegenError
from sitegen.report import problem_lines
from sitegen.text.markdown_blocks import Block
from tests.conftest import Built

MakeSite = Callable[..., Built]
BIB = """
@article{one, author = {Doe, Jane}, title = {The Zebra}, journal = {Acta Imaginaria}, year = 1999, keywords = {knots}}
@article{two, author = {Roe, Richard and Doe, Jane}, title = {An Ant}, journal = {Acta Imaginaria}, year = 2003,
  keywords = {knots, toys}}
@book{three, author = {Abel, Ann}, title = {Middle}, publisher = {P}, year = 2001, keywords = {toys}}
@phdthesis{four, author = {Poe, Edna}, title = {Nothing}, school = {S}, year = 2003}
@unpublished{five, author = {Quill, Ada}, title = {Undated Notes}, note = {N}}
"""


def block(options: str) -> str:
    return f"# Page\n\nBefore.\n\n```works\n{options}\n```\n\nAfter.\n"


def page(make_site: MakeSite, options: str) -> str:
    built = make_site({"content/a.bib": BIB, "content/page.md": block(options)})
    assert [problem for problem in built.result.problems if problem.level == "error"] == []
    return built.text("page/index.html")


def keys(html: str) -> list[str]:
    """Keys of the works that a page links, each once, in their order."""
    return list(dict.fromkeys(re.findall(r'href="\.\./articles/(\w+)/"', html)))


def headings(html: str) -> list[tuple[int, str]]:
    main = html[html.index("<main") : html.index("</main>")]
    return [
        (int(level), unescape(re.sub(r"<[^>]+>", "", words)).strip())
        for level, words in re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", main, re.DOTALL)
    ]


def test_a_list_stands_where_its_block_does(make_site: MakeSite) -> None:
    html = page(make_site, "query = 'author:\"Jane Doe\"'")
    assert keys(html) == ["two", "one"]
    assert html.index("Before.") < html.index("articles/two/") < html.index("After.")
    assert "author:" not in html


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["two", "four", "three", "one", "five"]),
        ('query = "knots"', ["two", "one"]),
        ('query = "type:article or type:book"', ["two", "three", "one"]),
        ('sort = "newest"', ["two", "four", "three", "one", "five"]),
        ('sort = "oldest"', ["one", "three", "two", "four", "five"]),
        ('sort = "title"', ["two", "three", "four", "five", "one"]),
        ('sort = "author"', ["three", "one", "four", "five", "two"]),
        ("limit = 2", ["two", "four"]),
        ('limit = 2\nsort = "oldest"', ["one", "three"]),
        ("limit = 0", ["two", "four", "three", "one", "five"]),
    ],
)
def test_query_sort_and_limit_choose_and_order(make_site: MakeSite, options: str, expected: list[str]) -> None:
    assert keys(page(make_site, options)) == expected


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("none", []),
        ("year", ["2003", "2001", "1999", "Undated"]),
        ("type", ["Articles", "Books", "Theses", "Manuscripts"]),
        ("venue", ["Acta Imaginaria", "Other works"]),
        ("topic", ["knots", "toys", "Other works"]),
    ],
)
def test_group_parts_the_list_by_headings(make_site: MakeSite, group: str, expected: list[str]) -> None:
    html = page(make_site, f'group = "{group}"')
    assert [words for level, words in headings(html) if level == 2][: len(expected)] == expected or group == "none"
    below = 3 if expected else 2
    assert (below, "An Ant") in headings(html)


def test_a_work_of_two_topics_stands_under_both(make_site: MakeSite) -> None:
    html = page(make_site, 'group = "topic"\nquery = "key:two"')
    assert [words for _level, words in headings(html)][1:] == ["knots", "An Ant", "toys", "An Ant"]


def test_years_turn_with_the_order(make_site: MakeSite) -> None:
    html = page(make_site, 'group = "year"\nsort = "oldest"')
    assert [words for level, words in headings(html) if level == 2] == ["1999", "2001", "2003", "Undated"]


def test_headings_of_a_list_stand_below_the_heading_it_is_under(make_site: MakeSite) -> None:
    built = make_site(
        {
            "content/a.bib": BIB,
            "content/page.md": "---\ntitle: T\n---\n## Section\n\n### Sub\n\n```works\n"
            'title = "Mine"\ngroup = "type"\nquery = "type:book"\n```\n\n## Next\n\n'
            '```works\ntitle = "Next list"\nlimit = 1\n```\n',
        }
    )
    assert headings(built.text("page/index.html")) == [
        (1, "T"),
        (2, "Section"),
        (3, "Sub"),
        (4, "Mine"),
        (5, "Books"),
        (6, "Middle"),
        (2, "Next"),
        (3, "Next list"),
        (4, "An Ant"),
    ]


def test_references_are_a_list_of_references(make_site: MakeSite) -> None:
    html = page(make_site, 'style = "references"\nquery = "key:one"')
    assert re.search(r'<ol class="reflist">\s*<li><p class="ref"[^>]*>Doe, J\. \(1999\)\. The Zebra\.', html)
    assert 'aria-label="Details: The Zebra"' in html


def test_a_table_has_heads_of_its_columns_and_rows_and_keys_reach_it(make_site: MakeSite) -> None:
    html = page(make_site, 'style = "table"\ntitle = "All"')
    assert html.count('<th scope="col">') == 4
    assert html.count('<th scope="row">') == 5
    assert 'role="region" tabindex="0" aria-label="Table: All"' in html
    assert page(make_site, 'style = "table"\ngroup = "year"\nquery = "key:one"').count('<th scope="col">') == 3


def test_a_compact_list_has_a_line_for_each_work(make_site: MakeSite) -> None:
    html = page(make_site, 'style = "compact"\nquery = "knots"')
    assert re.search(r'<ul class="lines">\s*<li>', html)
    assert re.search(r"Acta Imaginaria</cite> 2003", html)


def test_works_say_their_year_unless_it_is_their_heading(make_site: MakeSite) -> None:
    assert "· 1999" in page(make_site, 'query = "key:one"')
    assert "· 1999" not in page(make_site, 'query = "key:one"\ngroup = "year"')


def test_a_list_on_the_home_page_follows_the_introduction(make_site: MakeSite) -> None:
    files = {"content/a.bib": BIB, "content/index.md": 'Hello.\n\n```works\ntitle = "Latest"\nlimit = 1\n```\n\nBye.\n'}
    html = make_site(files).text("index.html")
    assert html.index("Hello.") < html.index(">Latest<") < html.index("Bye.")
    assert '<div class="intro"><p>Hello.</p></div>' in html


@pytest.mark.parametrize(
    ("options", "line", "message", "hint"),
    [
        ('sort = "newest"\nqery = "x"', 7, "unknown key 'qery'", "Did you mean 'query'?"),
        ('style = "tabel"', 6, "style cannot be 'tabel'", "Did you mean 'table'?"),
        ('\ngroup = "month"', 7, "group cannot be 'month'", "Use one of: none, year, type, venue, topic."),
        ('limit = "3"', 6, "limit is text, but must be a whole number", "Write limit = 300."),
        ("limit = -1", 6, "limit must be a whole number of 0 or more", "Write limit = 300."),
        ('sort = "title"\nquery = x', 7, "Invalid value (at line 2, column 9)", 'Mend the TOML: key = "value".'),
    ],
)
def test_a_wrong_option_is_told_with_its_line(
    make_site: MakeSite, options: str, line: int, message: str, hint: str
) -> None:
    built = make_site({"content/a.bib": BIB, "content/page.md": block(options)})
    (problem,) = built.problems("wrong-list")
    assert (problem.place.file, problem.place.line) == ("content/page.md", line)
    assert (problem.message, problem.hint) == (message, hint)
    assert built.result.incomplete
    assert "After." in built.text("page/index.html")


@pytest.mark.parametrize(
    ("text", "place", "caret"),
    [
        (block("query = 'knots autor:me'"), "content/page.md:6:16", "          ^^^^^"),
        (block('sort = "title"\nquery = "autor:me"'), "content/page.md:7:10", "    ^^^^^"),
        ("---\ntitle: T\n---\n\n" + block('query = """\nknots\nautor:me"""'), "content/page.md:12:1", "    ^^^^^"),
        (block('query = """knots\nautor:me"""'), "content/page.md:7:1", "    ^^^^^"),
        (block(r'query = "\"x\" autor:me"'), "content/page.md:6", "        ^^^^^"),
    ],
)
def test_a_wrong_query_is_told_with_its_place_and_a_caret(
    make_site: MakeSite, text: str, place: str, caret: str
) -> None:
    built = make_site({"content/a.bib": BIB, "content/page.md": text})
    (problem,) = built.problems("wrong-query")
    lines = problem_lines(problem)
    assert lines[0] == f"{place}: error: there is no field 'autor' in the query [wrong-query]"
    assert lines[2] == caret
    assert lines[1][len(caret) - 5 : len(caret)] == "autor"
    assert lines[3].startswith("    Did you mean author:?")


@given(st.text(max_size=80) | st.integers(3_000, 6_000).map(lambda digits: f"limit = {'9' * digits}"))
def test_no_options_make_anything_worse_than_a_problem(text: str) -> None:
    wanted, problem = work_list(Block(1, text), Place("content/page.md", 1))
    assert (wanted is None) == (problem is not None)
    assert problem is None or "\n" not in problem.message


def test_a_list_that_finds_nothing_is_told_and_says_so(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/page.md": block('query = "zzz"')})
    (problem,) = built.problems("empty-list")
    assert problem.level == "warning"
    assert "No works yet" in built.text("page/index.html")


def test_a_block_that_is_not_closed_is_told(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/page.md": "# P\n\n```works\nlimit = 1\n"})
    (problem,) = built.problems("wrong-list")
    assert problem.place.line == 3
    assert "limit" not in built.text("page/index.html")


def test_a_block_shown_as_code_stays_code(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/page.md": "# P\n\n````\n```works\nlimit = 1\n```\n````\n"})
    assert "```works" in built.text("page/index.html")


LISTS = """
title = "Toy"

[[lists]]
path = "Selected Papers"
title = "Selected papers"
query = "type:article"
style = "compact"
text = "Our *best*."

[[lists]]
path = "group/theses"
title = "Theses"
query = "autor:me"
navigation = "Theses"
"""


def test_a_page_of_site_toml_stands_at_its_address_and_in_the_header(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/site.toml": LISTS.replace("autor:me", "type:thesis")})
    html = built.text("selected-papers/index.html")
    assert keys(html) == ["two", "one"]
    assert "Our <em>best</em>." in html
    assert "<h1>Selected papers</h1>" in html
    assert re.search(r'href="selected-papers/"[^>]*>Selected papers<', built.text("index.html"))
    assert re.search(r'href="group/theses/"[^>]*>Theses<', built.text("index.html"))
    assert "articles/four/" in built.text("group/theses/index.html")


def test_a_wrong_query_in_site_toml_is_told_with_its_line(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/site.toml": LISTS})
    (problem,) = built.problems("wrong-query")
    assert str(problem.place) == "content/site.toml:14:10"


def test_a_page_of_site_toml_does_not_take_the_address_of_a_file(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB, "content/site.toml": LISTS, "content/selected-papers.md": "# Mine\n"})
    (problem,) = built.problems("duplicate-page")
    assert problem.place.file == "content/site.toml"
    assert "Mine" in built.text("selected-papers/index.html")


@pytest.mark.parametrize(
    ("table", "message", "hint"),
    [
        ('path = "x"\ntitel = "y"', "unknown key 'lists.titel'", "Did you mean 'title'?"),
        ('path = "x"', "lists, item 1, has no 'title'", 'Add title = "...".'),
        ('path = "x"\ntitle = "y"\nsort = "oldst"', "lists, item 1, sort cannot be 'oldst'", "Did you mean 'oldest'?"),
    ],
)
def test_a_wrong_table_of_site_toml_stops_the_build(make_site: MakeSite, table: str, message: str, hint: str) -> None:
    with pytest.raises(SitegenError) as raised:
        make_site({"content/site.toml": f"[[lists]]\n{table}\n"})
    assert str(raised.value) == f"content/site.toml: {message}"
    assert raised.value.hint == hint

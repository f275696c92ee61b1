"""The owner's Markdown pages: nothing in them runs, and nothing makes them slow."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text import markdown
from sitegen.text.markdown import first_heading, front_matter, page_html
from tests.effort import ends
from tests.fuzz.live import LIVE
from tests.safety.payloads import PAYLOADS


def test_the_usual_things_come_out_as_they_should() -> None:
    shown = page_html(
        "## Us\n\nA *b* **c** `d` [e](http://x.y) [f](about/)\n\n- g\n\n> h\n\n|i|j|\n|-|-|\n|1|2|\n\n```py\nx < "
        "1\n```\n"
    )
    for part in (
        '<h2 id="h-us">',
        "<em>b</em>",
        "<strong>c</strong>",
        "<code>d</code>",
        '<a href="http://x.y" rel="noopener">e</a>',
        '<a href="about/" rel="noopener">f</a>',
        "<li>g</li>",
        "<blockquote>",
        "<th>i</th>",
        "x &lt; 1",
    ):
        assert part in shown


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](//evil.example)",
        "![x](http://evil.example/x.png)",
        "<javascript:alert(1)>",
        '[x](http://a.b "onmouseover=alert(1)")',
        "[x](data:text/html,y)",
        "![x](//evil.example/p.png)",
        "<img src=x onerror=alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "```<script>\nx\n```",
        "[x](http://user:pw@a.b/)",
        "# a {#getElementById}",
        "[a](\\\\evil)",
    ],
)
def test_nothing_runs_and_nothing_leads_astray(source: str) -> None:
    shown = page_html(source).lower()
    for forbidden in (
        "<script",
        'href="javascript',
        'src="http',
        'href="//',
        'src="//',
        "<img src=x",
        'href="data',
        "pw@",
        'id="getelementbyid',
        'href="\\',
    ):
        assert forbidden not in shown


def test_an_address_hidden_behind_too_many_signs_is_checked_too() -> None:
    source = "`" * 400 + "\n[a](\njavascript:alert(1)\n)\n" + "[b]: x\n"
    assert "href" not in page_html(source)


def test_headings_have_ids_of_their_own() -> None:
    assert page_html("# A\n\n# A\n\n# É") == '<h1 id="h-a">A</h1>\n<h1 id="h-a-2">A</h1>\n<h1 id="h-e">É</h1>'


def test_footnotes_lead_there_and_back() -> None:
    shown = page_html("a[^1]\n\n[^1]: note")
    assert 'href="#fn:1"' in shown
    assert 'id="fn:1"' in shown
    assert 'href="#fnref:1"' in shown


def test_code_between_fences_is_left_alone_however_long() -> None:
    code = "x[0] * y[1]\n" * 500
    assert page_html(f"```\n{code}```").count("x[0] * y[1]") == 500


def test_a_page_ends_at_its_limit() -> None:
    assert page_html("abc", 2) == "<p>ab</p>"


HOSTILE = {
    "brackets": "[", "images": "![", "links": "[](", "stars": "*a ", "under": "_a*", "ticks": "`a``b",
    "declarations": "<![", "comments": "<!--",
    "tags": "<a ", "angles": "<", "quotes": "> ", "backslashes": "\\", "fences": "```a\n", "tildes": "~~~\n",
    "items": "- [[[a\n", "references": "[a]: b\n",
    "rules": "* * *\n", "paragraph": "a\n- [\n", "underlines": "a\n=\n", "footnotes": "[^1] ", "definitions": ": a\n",
    "columns": "|a", "tabs": "a\tb ",
    "headings": "# a\n\n", "autolinks": "<http://a ",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_repetition_comes_to_an_end(name: str) -> None:
    source = HOSTILE[name] * (60_000 // len(HOSTILE[name]))
    ends(lambda: (page_html(source), first_heading(source), front_matter(source)))


def test_what_is_nested_too_deeply_shows_as_words() -> None:
    assert "a" in page_html("\n".join("    " * i + "- a" for i in range(300)))
    assert "a" in page_html(">" * 3000 + " a")
    assert "a" in page_html("a\n: b\n" * 2000)


@pytest.mark.parametrize("sign", [">", "> ", "- ", "1. "])
def test_a_line_may_open_twenty_levels_and_no_more(sign: str) -> None:
    opened = re.compile("<(?:blockquote|ul|ol)>")
    assert len(opened.findall(page_html(sign * 20 + "a"))) == 20
    assert not opened.search(page_html(sign * 21 + "a"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]()<>!*_`#>-+|:\\^~& \n1a\"'=/{}", max_size=200))
def test_no_page_makes_it_fail(source: str) -> None:
    assert "<script" not in page_html(source)
    first_heading(source)
    front_matter(source)


def test_settings_are_toml_or_plain_lines() -> None:
    assert front_matter('+++\ntitle = "A"\nn = 1\n+++\nbody') == ({"title": "A", "n": 1}, "body")
    assert front_matter("---\ntitle: 'A: b'\nn: 1\n---\nbody") == ({"title": "A: b", "n": "1"}, "body")
    assert front_matter("---\r\ntitle: A\r\n---\r\nbody") == ({"title": "A"}, "body")


@pytest.mark.parametrize(
    "source",
    ["---\ntitle: never closed\nx", "+++\nnot toml\n+++\nx", "no front matter", "", "---", "text\n---\na: b\n---"],
)
def test_what_is_no_front_matter_stays_text(source: str) -> None:
    assert front_matter(source) == ({}, source)


def test_no_yaml_is_ever_read() -> None:
    settings_, _ = front_matter("---\ntitle: !!python/object/apply:os.system ['x']\na: &a [b]\n---\n")
    assert settings_ == {"title": "!!python/object/apply:os.system ['x']", "a": "&a [b]"}


@pytest.mark.parametrize(
    ("source", "heading"),
    [
        ("# A *b*", "A b"),
        ("x\n\n## C ##", "C"),
        ("Title\n=====\n", "Title"),
        ("```\n# no\n```\n# yes", "yes"),
        ("nothing", ""),
        ("#no", ""),
        ("# [a](b) `c_d`", "a c_d"),
    ],
)
def test_the_first_heading_names_a_page(source: str, heading: str) -> None:
    assert first_heading(source) == heading


@pytest.mark.parametrize(
    "source", ["<div class=x>a</div>", "a <b>c</b>", "<!-- a -->", "<script>a</script>", "<p>\n\na\n\n</p>"]
)
def test_html_shows_as_it_is_written(source: str) -> None:
    shown = re.sub(r"</?p>|\s", "", page_html(source))
    assert shown == re.sub(r"\s", "", source.replace("<", "&lt;").replace(">", "&gt;"))


@pytest.mark.parametrize("name", ["a b", 'a" onclick="x', "é<b>", "constructor", "a" * 200, "getElementById", "a.b c"])
def test_no_word_of_a_page_becomes_an_id_as_it_is(name: str) -> None:
    shown = page_html(f"# {name}\n\nx[^{name}]\n\n[^{name}]: y")
    ids = re.findall(r'id="([^"]*)"', shown)
    assert ids
    assert [each for each in ids if not re.fullmatch(r"h-[\w-]+|fn(?:ref)?:[\w-]{1,80}", each)] == []


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "&#x2f;&#x2f;evil.example",
        "/\t/x",
        "evil\u2028:x",
        "ev\u200bil:x",
        "evil%3a:x",
    ],
)
def test_an_address_that_only_looks_relative_is_no_link(target: str) -> None:
    shown = page_html(f"[x](<{target}>) ![y](<{target}>)\n\n[z]: <{target}>\n\n[z]")
    assert "evil" not in re.sub(r">[^<]*<", "><", shown)


@pytest.mark.parametrize("markup", [each for each in PAYLOADS if "<" in each])
def test_the_second_net_holds_what_the_first_let_through(markup: str) -> None:
    shown = markdown._cleaned(markup)
    assert not LIVE.search(shown), shown
    assert 'class="owned"' not in shown
    assert 'id="owned"' not in shown

"""Pages of a manual: chapters beside the text, headings, the way on; remarks, code and links as a manual needs them."""

import re
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from sitegen.problems import SitegenError
from tests.conftest import write_files

SITE = """\
title = "Handbook"
[[chapters]]
title = "First steps"
pages = ["guides/install", "guides/first-paper"]
[[chapters]]
title = "Look-up"
pages = ["options"]
"""
PAGES = {
    "content/site.toml": SITE,
    "content/a.bib": "@book{cole01, author = {Cole, Ann}, title = {On Light}, year = 1901, publisher = {Optical}}\n",
    "content/guides/install.md": "# Install it\n\n## On Linux\n\nType.\n\n### With pip\n\n## On a *Mac*\n\nType.\n",
    "content/guides/first-paper.md": "# A first paper\n\nSee [how](install.md#on-linux), [all](../options.md).\n",
    "content/options.md": "---\nnavigation: Options\n---\n# Every option\n\nNone.\n",
    "content/options/deep.md": "# A deep option\n\nDeep.\n",
    "content/about.md": "# About us\n\nUs.\n",
}


def made(folder: Path, **changed: str) -> Path:
    """The built site; `changed` names pages of guides/ by their file."""
    extra = {f"content/guides/{name.replace('_', '-')}.md": text for name, text in changed.items()}
    write_files(folder, {**PAGES, **extra})
    build(folder, BuildOptions())
    return folder / "output"


def page(site: Path, key: str) -> str:
    return (site / key / "index.html").read_text("utf-8")


def test_a_page_of_a_chapter_shows_all_chapters_and_where_one_is(tmp_path: Path) -> None:
    text = page(made(tmp_path), "guides/install")
    rail = text[text.index('class="rail"') : text.index("</aside>")]
    assert re.findall(r"<h2>(.*?)</h2>", rail) == ["First steps", "Look-up"]
    links = re.findall(r'<li><a href="([^"]*)"( aria-current="page")?>(.*?)</a>', rail)
    assert links == [
        ("./", ' aria-current="page"', "Install it"),
        ("../../guides/first-paper/", "", "A first paper"),
        ("../../options/", "", "Options"),
    ]


def test_the_header_names_the_chapters_and_not_their_pages(tmp_path: Path) -> None:
    text = page(made(tmp_path), "guides/first-paper")
    header = text[text.index("<nav") : text.index("</nav>")]
    labels = re.findall(r"<li><a [^>]*>(.*?)</a>", header)
    assert labels[-3:] == ["First steps", "Look-up", "About us"]
    assert 'aria-current="true">First steps' in header


def test_a_page_leads_to_the_one_before_and_the_one_after_across_chapters(tmp_path: Path) -> None:
    text = page(made(tmp_path), "guides/first-paper")
    turns = re.findall(r'<a class="(prev|next)" href="([^"]*)"', text)
    assert turns == [("prev", "../../guides/install/"), ("next", "../../options/")]


def test_a_page_below_one_of_a_chapter_stands_with_it(tmp_path: Path) -> None:
    text = page(made(tmp_path), "options/deep")
    assert 'aria-current="true">Options' in text
    assert 'Look-up / <a href="../../options/">Options</a>' in text
    assert 'class="turn"' not in text


def test_a_page_of_no_chapter_is_as_it_was(tmp_path: Path) -> None:
    text = page(made(tmp_path), "about")
    assert 'class="rail"' not in text
    assert "manual" not in text


def test_a_page_lists_its_headings(tmp_path: Path) -> None:
    text = page(made(tmp_path), "guides/install")
    assert re.findall(r'<li class="at-(\d)"><a href="([^"]*)">(.*?)</a>', text) == [
        ("2", "#h-on-linux", "On Linux"),
        ("3", "#h-with-pip", "With pip"),
        ("2", "#h-on-a-mac", "On a Mac"),
    ]


def test_a_chapter_with_a_page_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    write_files(tmp_path, {**PAGES, "content/site.toml": SITE.replace("guides/install", "guides/instal")})
    with pytest.raises(SitegenError, match="'guides/instal' is no Markdown page") as caught:
        build(tmp_path, BuildOptions())
    assert caught.value.hint == "Did you mean 'guides/install'?"


def test_links_to_files_lead_to_their_pages_and_headings(tmp_path: Path) -> None:
    text = page(made(tmp_path), "guides/first-paper")
    assert '<a href="../../guides/install/#h-on-linux" rel="noopener">how</a>' in text
    assert '<a href="../../options/" rel="noopener">all</a>' in text


def test_an_image_of_static_and_a_heading_of_the_same_page_are_found(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/static/maps/world one.png": "x"})
    text = page(
        made(tmp_path, map="# Map\n\n## Here\n\n![W](<../static/maps/world one.png>) [up](#here)\n"), "guides/map"
    )
    assert 'src="../../maps/world%20one.png"' in text
    assert 'href="#h-here"' in text


def test_a_link_to_a_file_that_is_not_there_is_reported_with_its_line(tmp_path: Path) -> None:
    write_files(
        tmp_path, {**PAGES, "content/guides/lost.md": "# Lost\n\nSee [x](instal.md) and [y](https://a.example/b.md).\n"}
    )
    (problem,) = [each for each in build(tmp_path, BuildOptions()).problems if each.code == "unknown-page"]
    assert (problem.place.file, problem.place.line, problem.level) == ("content/guides/lost.md", 3, "error")
    assert "instal.md" in problem.message


@pytest.mark.parametrize(("word", "label"), [("NOTE", "Note"), ("tip", "Tip"), ("WARNING", "Warning")])
def test_a_quotation_that_begins_with_a_word_of_github_is_a_remark(word: str, label: str, tmp_path: Path) -> None:
    text = page(made(tmp_path, remark=f"# R\n\n> [!{word}]\n> Mind the *gap*.\n\nOn.\n\n> Plain.\n"), "guides/remark")
    assert f'<div class="remark {word.lower()}">' in text
    assert f"<strong>{label}</strong>" in text
    assert "Mind the <em>gap</em>." in text
    assert "[!" not in text
    assert text.count("<blockquote>") == 1


def test_code_alone_above_a_block_is_its_heading_and_the_block_can_be_copied(tmp_path: Path) -> None:
    text = page(made(tmp_path, code="# C\n\n`site.toml`\n\n```toml\na = 1\n```\n"), "guides/code")
    assert re.search(
        r'<figure class="code"><figcaption>site\.toml</figcaption><pre><code>a = 1\n</code></pre></figure>', text
    )
    assert re.search(r'<template id="copy-code"><button[^>]* data-done="Copied">Copy</button>', text)
    assert "code." in text[: text.index("</head>")]


def test_a_page_without_code_loads_nothing_to_copy_it(tmp_path: Path) -> None:
    assert "copy-code" not in page(made(tmp_path), "guides/install")


def test_a_heading_that_looks_like_markup_stays_words(tmp_path: Path) -> None:
    source = '# H\n\n## a "<b>" & <script>x</script>\n\n`<i>`\n\n```\n<figure class="code"><pre>\n```\n\n## b\n'
    text = page(made(tmp_path, odd=source), "guides/odd")
    assert "<script>x" not in text
    assert "<b>" not in text
    assert "<figcaption>&lt;i&gt;</figcaption>" in text


def test_the_owners_own_link_to_a_chapter_is_marked_on_all_its_pages(tmp_path: Path) -> None:
    links = '[[navigation]]\nlabel = "Start"\nto = "guides/install"\n[[navigation]]\nlabel = "Us"\nto = "about"\n'
    write_files(tmp_path, {**PAGES, "content/site.toml": SITE + links})
    build(tmp_path, BuildOptions())
    text = page(tmp_path / "output", "guides/first-paper")
    header = text[text.index("<nav") : text.index("</nav>")]
    assert re.findall(r'<a [^>]*aria-current="(\w+)">(.*?)</a>', header) == [("true", "Start")]

"""A site's own templates: what they replace, what they extend, and what is said when they are wrong."""

import re
from collections.abc import Callable

import pytest

from sitegen.problems import SitegenError
from tests.conftest import Built

MakeSite = Callable[..., Built]
BIB = "@book{b, author = {Doe, Jane}, title = {A Title}, publisher = {P}, year = 2001}\n"


def test_a_template_of_the_site_can_extend_the_one_it_replaces(make_site: MakeSite) -> None:
    own = '{% extends "default/article.html" %}{% block title %}Mine: {{ super() }}{% endblock %}'
    page = make_site({"content/a.bib": BIB, "templates/article.html": own}).text("articles/b/index.html")
    assert "<title>Mine: A Title" in page
    assert 'id="cite"' in page


def test_a_frame_of_the_site_stands_around_every_page(make_site: MakeSite) -> None:
    own = '{% extends "default/base.html" %}{% block footer %}{{ super() }}<p>Ours alone</p>{% endblock %}'
    built = make_site(
        {
            "content/a.bib": BIB,
            "content/about.md": "# About\n",
            "content/site.toml": '[redirects]\nold = "about"\n',
            "templates/base.html": own,
            "templates/article.html": '{% extends "default/article.html" %}{% block cite %}{% endblock %}',
        }
    )
    pages = [path for path in built.paths() if path.endswith(".html")]
    assert {"index.html", "articles/b/index.html", "about/index.html", "search/index.html", "404.html"} <= set(pages)
    assert [path for path in pages if built.text(path).count("Ours alone") != 1] == []


def test_a_frame_of_the_site_may_leave_out_what_the_theme_has_blocks_for(make_site: MakeSite) -> None:
    own = "<!doctype html><title>{{ site.title }}</title>{% block main %}{% endblock %}"
    built = make_site({"content/a.bib": BIB, "templates/base.html": own})
    assert built.text("articles/b/index.html").startswith("<!doctype html><title>Toy</title>")
    assert "A Title" in built.text("articles/b/index.html")


def test_a_style_sheet_of_the_site_follows_the_themes(make_site: MakeSite) -> None:
    page = make_site({"content/a.bib": BIB, "templates/assets/own.css": "h1 { color: red }"}).text("index.html")
    assert 0 < page.index("assets/style.") < page.index("assets/own.")


def test_an_unknown_name_in_a_template_is_said_with_template_and_line(make_site: MakeSite) -> None:
    own = '{% extends "default/article.html" %}\n{% block cite %}\n{{ page.citations }}\n{% endblock %}'
    with pytest.raises(SitegenError, match=r"^article\.html:3: .*citations"):
        make_site({"content/a.bib": BIB, "templates/article.html": own})


def test_a_template_that_does_not_parse_is_said_with_its_line(make_site: MakeSite) -> None:
    with pytest.raises(SitegenError, match=r"^article\.html:2: "):
        make_site({"content/a.bib": BIB, "templates/article.html": "<p>\n{% if %}"})


def test_a_fault_of_python_in_a_template_is_said_with_its_line(make_site: MakeSite) -> None:
    with pytest.raises(SitegenError, match=r"^article\.html:2: ZeroDivisionError"):
        make_site({"content/a.bib": BIB, "templates/article.html": "<p>\n{{ 1 // 0 }}"})


def test_a_template_in_another_encoding_is_said_by_its_name(make_site: MakeSite) -> None:
    with pytest.raises(SitegenError, match=r"^article\.html: byte 3 is not UTF-8"):
        make_site({"content/a.bib": BIB, "templates/article.html": b"<p>\xe9</p>"})


def test_a_broken_template_leaves_the_old_site_as_it_was(make_site: MakeSite) -> None:
    built = make_site({"content/a.bib": BIB})
    before = built.text("articles/b/index.html")
    with pytest.raises(SitegenError):
        make_site({"content/a.bib": BIB.replace("A Title", "Another"), "templates/article.html": "{{ nothing }}"})
    assert built.text("articles/b/index.html") == before


def test_the_item_of_a_work_can_be_replaced_for_all_lists(make_site: MakeSite) -> None:
    own = '<li><{{ heading }}><a href="{{ work.url }}">{{ work.title|html }}</a></{{ heading }}></li>'
    built = make_site({"content/a.bib": BIB, "templates/work.html": own})
    assert '<li><h3><a href="articles/b/">A Title</a></h3></li>' in built.text("index.html")
    assert '<h4><a href="../../articles/b/">A Title</a></h4>' in built.text("authors/jane-doe/index.html")


def test_lists_are_the_same_when_rendered_works_lie_on_the_disk(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    bib = "\n".join(BIB.replace("{b,", f"{{b{number},").replace("2001", str(2001 + number)) for number in range(5))
    before = make_site({"content/a.bib": bib}).text("authors/jane-doe/index.html")
    monkeypatch.setattr("sitegen.disk.spool.HELD", 2)
    rebuilt = make_site({"content/a.bib": bib, "templates/assets/own.css": "h1 { color: red }"})
    after = rebuilt.text("authors/jane-doe/index.html")
    assert [after.count(f"articles/b{number}/") for number in range(5)] == [1] * 5
    assert after.partition("<ol>")[2] == before.partition("<ol>")[2]


def test_what_stands_in_once_is_the_same_on_every_page_but_for_the_way_to_the_root(make_site: MakeSite) -> None:
    own = (
        '{% extends "default/base.html" %}{% block main %}'
        '{% once %}<a id="way" href="{{ site.search_url }}">x</a>{% endonce %}{% endblock %}'
    )
    built = make_site({"content/a.bib": BIB, "templates/listing.html": own})
    assert '<a id="way" href="../../search/">' in built.text("authors/jane-doe/index.html")
    assert '<a id="way" href="../../search/">' in built.text("years/2001/index.html")


def test_what_stands_in_once_for_a_work_is_the_same_wherever_that_work_is_shown(make_site: MakeSite) -> None:
    own = (
        '{% extends "default/listing.html" %}{% block list %}{% for group in page.groups %}'
        '{% for each in group.works %}{% once each.key %}<a class="way" href="{{ each.url }}">'
        "{{ each.plain_title }}</a>{% endonce %}"
        "{% endfor %}{% endfor %}{% endblock %}"
    )
    built = make_site(
        {
            "content/a.bib": BIB + "@book{c, title={Second}, author={Doe, Jane}, year=2001}",
            "templates/listing.html": own,
        }
    )
    for page in ("authors/jane-doe/index.html", "years/2001/index.html"):
        ways = re.findall('<a class="way" href="(.*?)">(.*?)</a>', built.text(page))
        assert sorted(ways) == [("../../articles/b/", "A Title"), ("../../articles/c/", "Second")], page


def test_no_sign_of_how_pages_are_put_together_is_left_on_them(make_site: MakeSite) -> None:
    title = '{"id": "k", "type": "book", "title": "A\\u0000B\\u0001C", "author": [{"family": "D\\u0000oe"}]}'
    built = make_site({"content/a.json": f"[{title}]", "content/site.toml": 'title = "S\\u0000ite"\n'})
    for path in built.paths():
        if path.endswith((".html", ".xml", ".json", ".bib", ".ris")):
            assert not set(built.text(path)) & {"\0", "\1"}, path
    assert "A B C" in built.text("index.html") or "ABC" in built.text("index.html")
    assert "D../../oe" not in built.text("articles/k/index.html")


def test_lists_of_a_large_site_leave_abstracts_to_the_pages_and_files_of_the_works(make_site: MakeSite) -> None:
    entries = "".join(
        f"@book{{k{number}, author = {{Doe, Jane}}, title = {{T}}, abstract = {{Told in full.}}, year = 2001}}\n"
        for number in range(1001)
    )
    built = make_site({"content/a.bib": entries})
    assert "Told in full." in built.text("articles/k7/index.html")
    assert "Told in full." in built.text("articles/k7/k7.bib")
    assert built.text("library.ris").count("Told in full.") == 1001
    for path in ("index.html", "authors/jane-doe/index.html", "authors/jane-doe/jane-doe.bib", "years/2001/2001.json"):
        assert "Told in full." not in built.text(path), path

"""A site's own templates: what they replace, what they extend, and what is said when they are wrong."""

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

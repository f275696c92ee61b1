"""A block of an owner's template that replaces nothing is no silence."""

import re
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from sitegen.problems import SitegenError


def site(root: Path, template: str, name: str = "article.html") -> Path:
    for folder in ("content", "templates"):
        (root / folder).mkdir()
    (root / "content/a.bib").write_text("@misc{a, title = {A}, year = 1901}\n", "utf-8")
    (root / "templates" / name).write_text(template, "utf-8")
    return root


def test_a_block_that_no_template_above_has_is_named_with_the_nearest(tmp_path: Path) -> None:
    template = '{% extends "default/article.html" %}\n\n{% block citte %}Cite me.{% endblock %}'
    with pytest.raises(
        SitegenError, match=re.escape("article.html:3: default/article.html has no block 'citte'")
    ) as told:
        build(site(tmp_path, template), BuildOptions())
    assert told.value.hint == "Did you mean 'cite'?"


def test_blocks_of_the_frame_and_new_ones_inside_of_others_are_fine(tmp_path: Path) -> None:
    template = (
        '{% extends "default/article.html" %}{% block head %}{{ super() }}{% endblock %}'
        "{% block cite %}{% block mine %}<p>Cite me.</p>{% endblock %}{% endblock %}"
    )
    build(site(tmp_path, template), BuildOptions())
    assert "<p>Cite me.</p>" in (tmp_path / "output/articles/a/index.html").read_text("utf-8")


def test_a_template_of_its_own_has_the_blocks_it_likes(tmp_path: Path) -> None:
    build(site(tmp_path, "{% block mine %}<p>Mine</p>{% endblock %}"), BuildOptions())
    assert (tmp_path / "output/articles/a/index.html").read_text("utf-8") == "<p>Mine</p>"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('{% extends "default/artikle.html" %}', "template 'default/artikle.html' is not there"),
        ("{{ page.nonsense }}", "article.html:1: ArticlePage has no 'nonsense'"),
        ("{% block a %}{% endblock", "article.html:1: unexpected end of template"),
    ],
)
def test_a_wrong_template_is_told_in_words_of_the_owner(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(SitegenError, match=re.escape(said)):
        build(site(tmp_path, template), BuildOptions())

"""What an owner's own templates say that sitegen cannot say in the site's language."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import BuildOptions, build
from sitegen.cli import commands
from tests.conftest import write_files

OWN = """\
{% extends "default/base.html" %}
{% block footer %}
{{ super() }}
<p>{{ _('Search') }} {{ _('Texts are free.') }}</p>
{% once %}<p>{{ ngettext('%(num)s gift', '%(num)s gifts', 2) }} {{ pgettext('of a year', 'Works') }}</p>{% endonce %}
{% endblock %}
"""


def site(folder: Path, language: str, template: str | bytes = OWN) -> Path:
    files = {"content/a.bib": "@misc{a, title = {On Light}}\n", "content/site.toml": language}
    write_files(folder, {**files, "templates/base.html": template})
    return folder


def said(folder: Path) -> str:
    return CliRunner().invoke(commands, ["check", "-C", str(folder)]).output


def test_words_of_an_own_template_that_have_no_translation_are_said_and_stay_as_they_are(tmp_path: Path) -> None:
    folder = site(tmp_path, 'language = "fa"\n')
    lines = [line for line in said(folder).splitlines() if "[missing-translation]" in line]
    assert [line.split(":")[:2] for line in lines] == [["templates/base.html", n] for n in ("4", "5", "5")]
    assert [word in line for word, line in zip(("'Texts are free.'", "gift", "'Works'"), lines, strict=True)] == [
        True
    ] * 3
    build(folder, BuildOptions())
    page = (folder / "output/articles/a/index.html").read_text("utf-8")
    assert "<p>جستجو Texts are free.</p>" in page
    assert "2 gifts" in page


@pytest.mark.parametrize("settings", ["", 'language = "en-GB"\n'])
def test_a_site_in_english_has_nothing_to_translate(settings: str, tmp_path: Path) -> None:
    assert "missing-translation" not in said(site(tmp_path, settings))


def test_each_language_of_a_site_is_asked(tmp_path: Path) -> None:
    told = said(site(tmp_path, 'languages = ["en", "de", "fa"]\n', "<p>{{ _('Texts are free.') }}</p>"))
    (line,) = [line for line in told.splitlines() if "[missing-translation]" in line]
    assert "Deutsch" in line
    assert "فارسی" in line


@pytest.mark.parametrize("template", ["{% if %}", b"{{ _('\xff') }}"])
def test_a_template_that_cannot_be_read_is_for_the_build_to_tell(template: str | bytes, tmp_path: Path) -> None:
    assert "missing-translation" not in said(site(tmp_path, 'language = "fa"\n', template))

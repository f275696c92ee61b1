"""`sitegen export --style`: reference lists on standard output."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import commands

BIB = """
@article{one, author = {Doe, Jane}, title = {On {\\em Asellus}}, journal = {Acta}, year = 1999, doi = {10.5555/one}}
@book{two, author = {Abel, Ann}, title = {Lamps \\& Lights}, publisher = {P}, year = 2001}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.bib").write_text(BIB, "utf-8")
    return tmp_path


def export(site: Path, *said: str) -> str:
    result = CliRunner().invoke(commands, ["export", "--site", str(site), *said])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_library_is_printed_in_the_order_of_the_style(site: Path) -> None:
    assert export(site, "--style", "apa") == (
        "Abel, A. (2001). Lamps & Lights. P.\nDoe, J. (1999). On Asellus. Acta. https://doi.org/10.5555/one\n"
    )


def test_a_list_of_some_entries_is_numbered_where_the_style_is(site: Path) -> None:
    assert export(site, "--style", "ieee", "two", "one").startswith("[1] ")


def test_html_keeps_italics_and_escapes_words(site: Path) -> None:
    html = export(site, "--style", "apa", "--as", "html", "two")
    assert html == '<ul class="references">\n<li>Abel, A. (2001). <i>Lamps &amp; Lights</i>. P.</li>\n</ul>\n'


def test_markdown_keeps_italics_and_links(site: Path) -> None:
    markdown = export(site, "--style", "apa", "--as", "markdown", "one")
    assert markdown == "Doe, J. (1999). On *Asellus*. *Acta*. <https://doi.org/10.5555/one>\n"


def test_a_style_that_is_not_there_names_the_nearest(site: Path) -> None:
    result = CliRunner().invoke(commands, ["export", "--site", str(site), "--style", "apaa"])
    assert "there is no citation style 'apaa'" in str(result.exception or result.output)


def test_neither_format_nor_style_is_wrong_use(site: Path) -> None:
    result = CliRunner().invoke(commands, ["export", "--site", str(site)])
    assert "no format is named" in str(result.exception or result.output)

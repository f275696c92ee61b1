"""Styles by name or from a file: what they say of themselves, and what is wrong in one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.csl import Style, data, style, styles
from sitegen.problems import SitegenError

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
BOOK = {
    "id": "b",
    "type": "book",
    "title": "On Doubt",
    "publisher": "Quill",
    "author": [{"family": "Doe", "given": "Jane Ann"}],
    "issued": {"date-parts": [[1999, 5, 4]]},
}


def made(layout: str, before: str = "", attributes: str = "") -> bytes:
    """A style whose citations and references have one layout."""
    part = f"<layout{attributes}>{layout}</layout>"
    return f"{HEAD}{before}<citation>{part}</citation><bibliography>{part}</bibliography></style>".encode()


def wrong(source: bytes) -> str:
    """The line that says what is wrong in a style."""
    with pytest.raises(SitegenError) as caught:
        style(source, "", "mine.csl")
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_style_is_found_by_its_name() -> None:
    assert style("ieee", "en-US").title == "IEEE Reference Guide version 11.29.2023"
    assert style("ieee", "en-US").numeric
    assert style("chicago-notes-bibliography").in_notes


def test_a_dependent_style_takes_its_rules_from_its_parent() -> None:
    dependent = style("nature-photonics")
    assert dependent.title == "Nature Photonics"
    assert dependent.reference(BOOK) == style("nature").reference(BOOK)
    assert dependent.language == "en-GB"


def test_a_mistyped_name_brings_the_nearest() -> None:
    with pytest.raises(SitegenError) as caught:
        style("modern-langauge-association")
    assert "modern-language-association" in caught.value.hint


@pytest.mark.parametrize("name", ["../secrets", "", "a/b", "apa.csl", "\0"])
def test_a_name_never_leads_out_of_the_folder_of_styles(name: str) -> None:
    with pytest.raises(SitegenError):
        style(name)


def test_all_styles_have_names() -> None:
    assert {"apa", "nature-photonics"} <= set(styles())
    assert len(data.independent_names()) > 2_500


def test_the_language_of_a_style_is_its_own_unless_another_one_is_asked_for() -> None:
    layout = '<date variable="issued" form="text"/>'
    german = made(layout).replace(b'version="1.0">', b'version="1.0" default-locale="de-DE">')
    assert style(german).reference(BOOK).to_plain() == "4. Mai 1999"
    assert style(german, "en-US").reference(BOOK).to_plain() == "May 4, 1999"
    assert style(made(layout), "fr").reference(BOOK).to_plain() == "4 mai 1999"
    assert style(made(layout), "xx-YY").reference(BOOK).to_plain() == "May 4, 1999"


def test_a_style_changes_terms_for_its_language_only() -> None:
    terms = (
        '<locale xml:lang="en"><terms><term name="in">within</term></terms></locale>'
        '<locale xml:lang="de"><terms><term name="in">innen</term></terms></locale>'
    )
    source = made('<text term="in"/>', before=terms)
    assert style(source, "en-GB").reference(BOOK).to_plain() == "within"
    assert style(source, "de-AT").reference(BOOK).to_plain() == "innen"
    assert style(source, "fr-FR").reference(BOOK).to_plain() == "in"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"<style>\n<citation>", "mine.csl:2: the file is not well-formed XML (no element found)"),
        (b"<!DOCTYPE style [<!ENTITY a 'b'>]>\n<style/>", "mine.csl:1: a document type (<!DOCTYPE>) is not allowed"),
        (b"<html/>", "mine.csl:1: <html>: a style begins with <style>"),
        (b"<style>\n</style>", "mine.csl:1: <style>: there is no citation"),
        (b"<style><citation/></style>", "mine.csl:1: <citation>: there is no layout"),
        (made("\n<frob/>"), "mine.csl:2: <frob>: no such element prints anything"),
        (made("\n<text/>"), "mine.csl:2: <text>: none of the attributes variable, macro, term and value is there"),
        (made("\n\n<text macro='m'/>"), "mine.csl:3: <text>: there is no macro 'm'"),
        (made("<choose>\n<if><text value='a'/></if></choose>"), "mine.csl:2: <if>: there is no condition"),
        (made("<choose><if tipe='book'/></choose>"), "mine.csl:1: <if>: there is no condition 'tipe'"),
        (made("<choose><text value='a'/></choose>"), "mine.csl:1: <text>: only if, else-if and else"),
        (made("<names/>"), "mine.csl:1: <names>: the attribute variable is missing"),
        (made("<date/>"), "mine.csl:1: <date>: the attribute variable is missing"),
        (made("<number/>"), "mine.csl:1: <number>: the attribute variable is missing"),
        (made("<label/>"), "mine.csl:1: <label>: the attribute variable is missing"),
        (b"x" * 4_000_001, "mine.csl: the file has more than 4,000,000 bytes"),
        (b"<?xml version='1.0' encoding='no'?><style/>", "mine.csl:1: the file has an encoding that cannot be read"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_style_is_one_line_with_the_place(source: bytes, message: str) -> None:
    assert wrong(source).startswith(message)


def test_a_macro_that_calls_itself_is_refused() -> None:
    macros = '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>'
    assert wrong(made('<text macro="a"/>', before=macros)) == "mine.csl:2: <text>: the macro 'a' calls itself"


def test_macros_that_would_run_for_ever_are_refused() -> None:
    calls = [f'<macro name="m{at}">{f"""<text macro="m{at + 1}"/>""" * 9}</macro>' for at in range(9)]
    message = wrong(made('<text macro="m0"/>', before="".join(calls) + '<macro name="m9"><text value="x"/></macro>'))
    assert "macros call each other so often" in message


def test_elements_that_are_nested_too_deeply_are_refused() -> None:
    assert "nested too deeply" in wrong(made("<group>" * 99 + "</group>" * 99))
    calls = "".join(f'<macro name="m{at}"><text macro="m{at + 1}"/></macro>' for at in range(200))
    assert "nested too deeply" in wrong(made('<text macro="m0"/>', before=calls + '<macro name="m200"/>'))


def test_a_wrong_style_of_the_owner_is_an_error_at_once_also_where_python_skips_assertions() -> None:
    code = "from sitegen.csl import style; style(b'<style><citation/></style>', '', 'mine.csl')"
    done = subprocess.run([sys.executable, "-O", "-c", code], capture_output=True, text=True, check=False)
    assert "mine.csl:1: <citation>: there is no layout" in done.stderr


@pytest.mark.parametrize(
    "layout",
    [
        '<choose><if type="dataset"><nonsense/></if><else><text value="A"/></else></choose>',
        '<choose><if type="book"><text value="A"/></if><else><group><nonsense/></group></else></choose>',
        '<choose><if type="book"/><else><choose><if variable="DOI"><nonsense/></if></choose></else></choose>',
        '<names variable="author"><substitute><choose><if type="map"><nonsense/></if></choose></substitute></names>',
        '<choose><if type="map"><text macro="far"/></if></choose>',
    ],
)
def test_what_is_wrong_where_few_references_lead_is_told_when_the_style_is_read(layout: str) -> None:
    far = '\n<macro name="far"><choose><if type="map"><nonsense/></if></choose></macro>'
    message = wrong(made(layout, far if "far" in layout else ""))
    assert message.startswith("mine.csl:" + ("2" if "far" in layout else "1"))
    assert "<nonsense>" in message


def test_what_is_wrong_in_the_order_of_references_is_told_when_the_style_is_read() -> None:
    sort = '<macro name="far"><choose><if type="map"><nonsense/></if></choose></macro>'
    source = made('<text value="A"/>', sort).replace(
        b"<bibliography>", b'<bibliography><sort><key macro="far"/></sort>'
    )
    assert "<nonsense>" in wrong(source)


@pytest.mark.parametrize("name", ["apa", "chicago-notes-bibliography", "din-1505-2-alphanumeric", "ieee"])
def test_a_style_compiled_as_far_as_its_references_lead_prints_what_all_of_it_prints(shared: Path, name: str) -> None:
    items = json.loads((shared / "corpus" / "csl" / "references" / "references.json").read_text("utf-8"))[::7]
    some, whole = (Style(data.load(name), name, "de-DE") for _ in range(2))
    whole.proven()
    assert [some.reference(item) for item in items] == [whole.reference(item) for item in items]
    assert some.bibliography(items) == whole.bibliography(items)
    assert some.citation(items) == whole.citation(items)

"""A library of hostile entries builds to pages that hold what the templates put there, and nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.frame import BOOT, security_policy
from sitegen.text.addresses import web_address
from tests.conftest import Built
from tests.safety.payloads import MARKDOWN, PAYLOADS
from tests.safety.vocabulary import ADDRESSED, ELEMENTS, NEVER, SCHEME, SCHEMES


def elements(page: Path) -> Iterator[LexborNode]:
    yield from LexborHTMLParser(page.read_text("utf-8")).css("*")


def strange(node: LexborNode) -> Iterator[str]:
    """What is wrong with an element."""
    tag, attributes = str(node.tag), {name: value or "" for name, value in node.attributes.items()}
    if tag not in ELEMENTS:
        yield f"<{tag}>"
    if tag == "script":
        yield from strange_script(node, attributes)
    for name, value in attributes.items():
        policy = tag == "meta" and name == "http-equiv" and value in ("Content-Security-Policy", "refresh")
        if name.startswith("on") or (name in NEVER and not policy):
            yield f"<{tag} {name}>"
        if name in ADDRESSED and (scheme := SCHEME.match(value)) and scheme[1].lower() not in SCHEMES:
            yield f"<{tag} {name}={value[:60]!r}>"
        if name in ("class", "id", "name") and "owned" in value.split():
            yield f"<{tag} {name}={value!r}>"
        if name == "src" and (SCHEME.match(value) or value.startswith(("//", "\\", "/\\"))):
            yield f"<{tag} src={value[:60]!r}> is not of the site"
        if name in ADDRESSED and value.startswith(("//", "\\", "/\\")):
            yield f"<{tag} {name}={value[:60]!r}> is of a host that nobody checked"


def strange_script(node: LexborNode, attributes: dict[str, str]) -> Iterator[str]:
    """A script that is none of the site's: its own file, the one inline script, data."""
    text = node.text()
    if attributes.get("type") == "application/ld+json":
        json.loads(text)
    elif "src" in attributes:
        if "assets/" not in attributes["src"] or text:
            yield f"<script src={attributes['src']!r}>"
    elif text != BOOT:
        yield f"<script>{text[:60]}"


def test_there_are_more_than_150_payloads() -> None:
    assert len(set(PAYLOADS)) > 200
    assert len(set(MARKDOWN)) > 20


def test_a_hostile_library_builds(hostile: Built, pages: list[Path]) -> None:
    assert hostile.result.entries > 400
    assert len(pages) > 1000


def test_no_page_holds_what_the_templates_did_not_put_there(pages: list[Path]) -> None:
    found = {f"{page.parent.name}: {each}" for page in pages for node in elements(page) for each in strange(node)}
    assert sorted(found)[:20] == []


def test_every_page_begins_with_the_policy(pages: list[Path]) -> None:
    policy = security_policy(BOOT)
    for page in pages:
        metas = LexborHTMLParser(page.read_text("utf-8")).css("head > meta[http-equiv=Content-Security-Policy]")
        assert [meta.attributes["content"] for meta in metas] == [policy], page


def test_a_page_that_leads_on_leads_to_the_site_or_to_a_checked_address(pages: list[Path]) -> None:
    moves = [
        str(meta.attributes["content"])
        for page in pages
        for meta in LexborHTMLParser(page.read_text("utf-8")).css("meta[http-equiv=refresh]")
    ]
    assert len(moves) > 3
    for move in moves:
        target = re.fullmatch(r"0; ?url=(\S*)", move)
        assert target, move
        scheme = SCHEME.match(target[1])
        assert scheme is None or web_address(target[1]) == target[1], move
        assert not target[1].startswith(("//", "\\")), move


def test_every_file_of_xml_and_json_is_well_formed(hostile: Built) -> None:
    output = hostile.folder / "output"
    xml = [file for ending in ("*.xml", "*.atom", "*.rss") for file in output.rglob(ending)]
    data = [file for ending in ("*.json", "*.csl.json") for file in output.rglob(ending) if file.name != "page.json"]
    assert len(xml) > 5
    assert len(data) > 100
    for file in xml:
        assert b"<!ENTITY" not in file.read_bytes()
        ET.parse(file)
    for file in data:
        json.loads(file.read_text("utf-8"))


def test_no_attachment_that_runs_on_the_site_is_published(hostile: Built) -> None:
    output = hostile.folder / "output"
    names = {file.name.lower() for file in output.rglob("*") if file.is_file()}
    ours = {".html", ".xml", ".js", ".css", ".svg", ".webmanifest"}
    assert not [name for name in names if name.startswith("evil.")]
    assert "fake.pdf" not in names
    for ending in (*ours, ".htm", ".xhtml", ".swf", ".php", ".wasm", ".mjs"):
        strangers = [name for name in names if name.endswith(ending) and "owned" in name and ending not in ours]
        assert strangers == [], ending


def test_nothing_is_written_outside_the_output(hostile: Built) -> None:
    assert {each.name for each in hostile.folder.iterdir()} == {"content", "output", ".sitegen"}
    assert not [file for file in (hostile.folder / "output").rglob("*") if file.is_symlink()]


@pytest.mark.parametrize("secret", ["root:x:0:0", "[font"])
def test_no_file_of_the_machine_is_in_the_site(hostile: Built, secret: str) -> None:
    for file in (hostile.folder / "output").rglob("*.bib"):
        assert secret not in file.read_text("utf-8"), file


def test_no_message_holds_a_sign_that_acts_on_a_terminal(hostile: Built) -> None:
    for problem in hostile.result.problems:
        assert problem.message.isprintable(), problem.message
        assert problem.hint.isprintable(), problem.hint

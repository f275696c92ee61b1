"""A record of every kind: its tags, its class, its types, and its exports as independent readers see them."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from sitegen.build import BuildOptions, build
from tests.conftest import Built, write_files
from tests.metadata.jsonld import objects
from tests.metadata.kinds import BIB, COLUMNS, FACTS, KINDS, SITE, Facts, Kind

TAGS = (Path(__file__).parent / "kinds.tags").read_text("utf-8")
TYPING = (
    "citation_journal_title", "citation_inbook_title", "citation_conference_title", "citation_isbn",
    "citation_dissertation_institution", "citation_technical_report_institution", "citation_technical_report_number",
)  # fmt: skip
EVERY = pytest.mark.parametrize(("key", "kind"), KINDS.items(), ids=list(KINDS))
IMPLIES_A_BOOK = {"paper", "chapter"}
"""Kinds whose ISBN is that of the book they stand in."""


class Page(HTMLParser):
    """Tags of the head by name in their order, JSON-LD, and context objects."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, str]] = []
        self.data: list[dict[str, Any]] = []
        self.coins: list[str] = []
        self._script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "meta" and "name" in found:
            self.tags.append((found["name"] or "", found["content"] or ""))
        if found.get("class") == "Z3988":
            self.coins.append(found["title"] or "")
        self._script = tag == "script" and found.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._script:
            self.data.append(json.loads(data))
            self._script = False


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("kinds")
    write_files(folder, {"content/site.toml": f'title = "Kinds"\nurl = "{SITE}"\n', "content/a.bib": BIB})
    return Built(folder, build(folder, BuildOptions()))


def page(built: Built, key: str) -> Page:
    return Page(built.text(f"articles/{key}/index.html"))


def expected_tags() -> dict[str, list[tuple[str, str]]]:
    """The tags of every page, as they stand in kinds.tags."""
    found: dict[str, list[tuple[str, str]]] = {}
    for block in TAGS.split("== ")[1:]:
        key, *lines = block.strip().splitlines()
        pairs = (line.partition(" = ") for line in lines)
        found[key] = [(name, content) for name, _, content in pairs]
    return found


@EVERY
def test_a_page_has_the_tags_of_its_kind_and_no_others(built: Built, key: str, kind: Kind) -> None:
    prefixes = ("citation_", "z.", "DC.", "prism.", "eprints.", "bibo.", "so.")
    found = [(name, content) for name, content in page(built, key).tags if name.startswith(prefixes)]
    assert found == expected_tags()[key]
    assert ("z.itemType", kind.zotero) in found


@EVERY
def test_no_tag_implies_another_type_than_the_one_that_is_said(built: Built, key: str, kind: Kind) -> None:
    typing = [name for name, _ in page(built, key).tags if name in TYPING]
    implied = [name for name in typing if name != "citation_isbn" or key not in IMPLIES_A_BOOK]
    if kind.zotero == "preprint":  # where Zotero looks for the number in the archive
        implied.remove("citation_technical_report_number")
    assert tuple(implied) == kind.typing


@EVERY
def test_json_ld_is_of_the_class_of_the_kind_inside_what_it_is_part_of(built: Built, key: str, kind: Kind) -> None:
    (data,) = page(built, key).data
    classes = []
    node: dict[str, Any] | None = data
    while node:
        classes.append(node["@type"])
        node = node.get("isPartOf")
    assert tuple(classes) == kind.classes


@EVERY
def test_the_page_of_a_work_has_no_context_object_and_a_list_has_one_of_its_kind(
    built: Built, key: str, kind: Kind
) -> None:
    assert page(built, key).coins == []
    objects = [dict(parse_qsl(each)) for each in Page(built.text("index.html")).coins]
    titles = ("rft.atitle", "rft.btitle", "rft.title")
    own = [next(each[title] for title in titles if title in each) for each in objects]
    found = objects[[cleaned(title) for title in own].index(FACTS[key]["title"])]
    said = found.get("rft.type" if kind.coins[0] == "dc" else "rft.genre", "")
    assert (found["rft_val_fmt"].rpartition(":")[2], said) == kind.coins


@EVERY
def test_csl_json_has_the_type_of_the_kind_and_ris_too(built: Built, key: str, kind: Kind) -> None:
    (item,) = json.loads(built.text(f"articles/{key}/{key}.json"))
    assert item["type"] == kind.csl
    assert built.text(f"articles/{key}/{key}.ris").startswith(f"TY  - {kind.ris}\n")


def cleaned(text: str) -> str:
    """A title without the markup of its format."""
    plain = re.sub(r"<[^>]+>|\\[a-z]+|[{}$^]", "", text)
    return unicodedata.normalize("NFKC", plain).replace("\N{MINUS SIGN}", "-")


def family(name: str) -> str:
    """The family of an inverted name, or the whole of an institution's, which ends in a comma or stands in braces."""
    if name.endswith(",") or name.startswith("{"):
        return name.strip("{},")
    return name.partition(", ")[0]


def parted(pages: str) -> tuple[str, str]:
    first, _, last = pages.replace("--", "-").partition("-")
    return first, last


def by_rispy(text: str) -> Facts:
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    (found,) = rispy.loads(text)
    kind = found["type_of_reference"]
    people = found.get("authors") or found.get("tertiary_authors", [])
    numbered = kind in ("RPRT", "PAT")
    return {
        "title": cleaned(found["title"]),
        "people": "; ".join(map(family, people)),
        "year": found["year"],
        "container": "" if kind == "BOOK" else found.get("custom3" if kind == "CONF" else "secondary_title", ""),
        "volume": found.get("volume", ""),
        "issue": found.get("number", ""),
        "first": "" if kind in ("BOOK", "THES") else found.get("start_page", ""),
        "last": found.get("end_page", ""),
        "doi": found.get("doi", ""),
        "serial": "" if numbered else found.get("issn", ""),
        "publisher": found.get("publisher", ""),
    }


def by_csl(text: str) -> Facts:
    (found,) = json.loads(text)
    names = found.get("author") or found["editor"]
    number = found.get("number", "") if found["type"] == "article-journal" else ""
    first, last = parted(found.get("page", number))
    return {
        "title": cleaned(found["title"]),
        "people": "; ".join(map(_csl_family, names)),
        "year": str(found["issued"]["date-parts"][0][0]),
        "container": found.get("container-title", ""),
        "volume": found.get("volume", ""),
        "issue": found.get("issue", ""),
        "first": first,
        "last": last,
        "doi": found.get("DOI", ""),
        "serial": found.get("ISSN") or found.get("ISBN", ""),
        "publisher": found.get("publisher", ""),
    }


def _csl_family(name: Mapping[str, str]) -> str:
    particles = (name.get("dropping-particle", ""), name.get("non-dropping-particle", ""))
    return name.get("literal") or " ".join(filter(None, (*particles, name.get("family", ""))))


def of_bibtex(fields: Mapping[str, str], people: list[str]) -> Facts:
    """Facts of a record of BibTeX, whoever read it."""
    first, last = parted(fields.get("pages", ""))
    is_article = "journal" in fields
    return {
        "title": cleaned(fields["title"]),
        "people": "; ".join(people),
        "year": fields["year"],
        "container": fields.get("journal") or fields.get("booktitle", ""),
        "volume": fields.get("volume", ""),
        "issue": fields.get("number", "") if is_article else "",
        "first": first,
        "last": last,
        "doi": fields.get("doi", ""),
        "serial": fields.get("issn") or fields.get("isbn", ""),
        "publisher": fields.get("publisher") or fields.get("school") or fields.get("institution", ""),
    }


def by_pybtex(text: str) -> Facts:
    from pybtex.database import parse_string

    (found,) = parse_string(text, "bibtex").entries.values()
    people = found.persons.get("author") or found.persons["editor"]
    families = [" ".join([*person.prelast_names, *person.last_names]).strip("{}") for person in people]
    return of_bibtex(dict(found.fields.items()), families)


def by_bibtexparser(text: str) -> Facts:
    bibtexparser = pytest.importorskip("bibtexparser", minversion="2", reason="bibtexparser 2 is not installed")
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (found,) = library.entries
    fields = {field.key: field.value for field in found.fields}
    people = re.split(r" and (?![^{}]*\})", fields.get("author") or fields["editor"])
    return of_bibtex(fields, [family(name) for name in people])


READERS: tuple[tuple[str, Callable[[str], Facts]], ...] = (
    (".ris", by_rispy),
    (".json", by_csl),
    (".bib", by_pybtex),
    (".bib", by_bibtexparser),
)


@EVERY
@pytest.mark.parametrize(("suffix", "reader"), READERS, ids=[reader.__name__ for _, reader in READERS])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_independent_reader_of_an_export_finds_the_same_facts(
    built: Built, key: str, kind: Kind, suffix: str, reader: Callable[[str], Facts]
) -> None:
    found = reader(built.text(f"articles/{key}/{key}{suffix}"))
    assert tuple(found) == COLUMNS
    assert found == FACTS[key]


@pytest.mark.parametrize("path", ["library", *(f"articles/{key}/{key}" for key in KINDS)])
def test_csl_json_fits_its_schema(built: Built, path: str) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    package = find_spec("commonmeta")
    schema = Path(package.origin or "").parent / "resources/csl-data.json" if package else None
    if not schema or not schema.is_file():
        pytest.skip("commonmeta-py, which carries csl-data.json, is not installed")
    jsonschema.validate(json.loads(built.text(f"{path}.json")), json.loads(schema.read_text("utf-8")))


@pytest.mark.filterwarnings("ignore")
def test_no_page_of_the_site_says_a_type_or_property_that_schema_org_does_not_have(built: Built) -> None:
    extruct = pytest.importorskip("extruct", reason="extruct is not installed")
    models = pytest.importorskip("msgspec_schemaorg.models", reason="msgspec-schemaorg is not installed")
    number = 0
    for path in (path for path in built.paths() if path.endswith(".html")):
        found = extruct.extract(built.text(path), base_url=SITE, syntaxes=["json-ld"])["json-ld"]
        for node in objects(found):
            number += 1
            known = {*getattr(models, node["@type"]).__struct_encode_fields__, "query-input"}
            assert node.keys() <= known, (path, node["@type"], node.keys() - known)
    assert number > 100


def test_the_kinds_are_those_of_the_library(built: Built) -> None:
    keys = re.findall(r"^@\w+\{(\w+),", BIB, re.MULTILINE)
    assert keys == list(KINDS) == list(FACTS) == list(expected_tags())
    assert [problem.message for problem in built.result.problems if problem.level != "info"] == []

"""Schemas of formats, out of packages that carry them; a test that asks for one that is not here is skipped.

`pip install lxml jsonschema` and `pip install --no-deps commonmeta-py==0.160 biopython datacite` bring all of them.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest


def carried(package: str, path: str) -> Path:
    """A file of an installed package, which is not imported for it."""
    spec = find_spec(package)
    file = Path(spec.origin).parent / path if spec and spec.origin else None
    if file is None or not file.is_file():
        pytest.skip(f"the package {package} does not carry {path} here")
    return file


@cache
def _lxml() -> Any:
    return pytest.importorskip("lxml.etree", reason="lxml reads the schemas")


def faults(text: str, kind: str) -> list[str]:
    """What a schema has against a document: `jats` (Archiving DTD), `jats-publishing` (XSD), `crossref` (XSD)."""
    schema = _schema(kind)
    root = _lxml().fromstring(text.encode())
    if kind == "jats-publishing":  # its schema is of the last draft, and in the name space that Crossref gave it
        draft = text.replace("<article ", '<article xmlns="http://www.ncbi.nlm.nih.gov/JATS1" ', 1)
        root = _lxml().fromstring(draft.replace('dtd-version="1.3"', 'dtd-version="1.3d2"').encode())
    schema.validate(root)
    return [error.message for error in schema.error_log.filter_from_errors()]


@cache
def _schema(kind: str) -> Any:
    etree = _lxml()
    if kind == "jats":
        return etree.DTD(str(carried("Bio", "Entrez/DTDs/JATS-archivearticle1-3-mathml3.dtd")))
    name = {"jats-publishing": "JATS-journalpublishing1-3d2-mathml3.xsd", "crossref": "crossref5.4.0.xsd"}[kind]
    return etree.XMLSchema(etree.parse(str(carried("commonmeta", f"resources/crossref/{name}"))))


def json_faults(value: object) -> list[str]:
    """What the schema of DataCite 4.5 has against a DOI's attributes."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema reads the schema")
    schema = json.loads(carried("datacite", "schemas/datacite-v4.5.json").read_text("utf-8"))
    validator = jsonschema.Draft201909Validator(schema, format_checker=jsonschema.FormatChecker())
    return [error.message for error in validator.iter_errors(value)]

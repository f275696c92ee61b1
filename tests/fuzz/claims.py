"""What holds for any bytes or text, room by room: fuzzers and the suite try it with inputs of their own."""

import json
import os
from collections.abc import Callable, Mapping

from sitegen.config import LimitsConfig, PersonRecord
from sitegen.configured import read_records, read_site
from sitegen.disk.paths import is_checked
from sitegen.formats import Read, Source
from sitegen.formats.bibtex.names import read_names
from sitegen.formats.csl_json.read import read as read_csl_json
from sitegen.formats.ris.read import read as read_ris
from sitegen.problems import SitegenError
from sitegen.query.nodes import QueryError
from sitegen.query.parse import parse
from sitegen.text.markdown import front_matter, page_parts
from sitegen.text.slugs import LONGEST, slug
from tests.fuzz.live import LIVE

LIMITS = LimitsConfig()


def names(data: bytes) -> None:
    """Names are read to their limit, and what they show is one line."""
    text = data.decode("utf-8", "replace")
    assert len(read_names(text, 50).names) <= 50


def config(data: bytes) -> None:
    """A wrong configuration is one sentence that can be printed."""
    text = data.decode("utf-8", "replace")
    for read in (lambda: read_site(text, "site.toml"), lambda: read_records(text, "people.toml", PersonRecord)):
        try:
            read()
        except SitegenError as error:
            assert str(error).isprintable(), error


def slugs(data: bytes) -> None:
    """A slug is a name that every disk takes, made twice the same."""
    made = slug(data.decode("utf-8", "surrogateescape"))
    assert 0 < len(made) <= LONGEST
    assert made[0] not in "-._"
    assert slug(made) == made
    assert is_checked(f"articles/{made}/index.html")


def paths(data: bytes) -> None:
    """A path that passes leads nowhere but below its root."""
    path = data.decode("utf-8", "surrogateescape")
    if is_checked(path):
        assert os.path.normpath(f"/site/{path}") == f"/site/{path}"


def markdown(data: bytes) -> None:
    """A page holds nothing live."""
    _settings, body = front_matter(data.decode("utf-8", "replace"))
    for part in page_parts(body, "works", 20_000).parts:
        if isinstance(part, str):
            assert not LIVE.search(part), part


def ris(data: bytes) -> None:
    """Any bytes are read as RIS without an exception."""
    _reads(read_ris, data)


def csl_json(data: bytes) -> None:
    """Any bytes are read as CSL-JSON without an exception, and so is an item that says them."""
    _reads(read_csl_json, data)
    text = data.decode("utf-8", "replace")
    _reads(read_csl_json, json.dumps([{"type": "book", "title": text, "id": text, "issued": {"raw": text}}]).encode())


def query(data: bytes) -> None:
    """Any words are a query, or one sentence says why they are none."""
    try:
        parse(data.decode("utf-8", "replace"))
    except QueryError as error:
        assert str(error).isprintable(), error


def _reads(read: Read, data: bytes) -> None:
    """The file is read, every entry was found, and each problem is one line."""
    reading = read([Source("content/a", data)], LIMITS)
    assert len(reading.entries) <= reading.found
    for problem in reading.problems:
        assert problem.message.isprintable(), problem
    for entry in reading.entries:
        assert not LIVE.search(entry.title.to_html()), entry.title


CLAIMS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (names, config, slugs, paths, markdown, ris, csl_json, query)
}
"""By name, as `fuzz_room.py` takes it."""

"""The example library as clients that others wrote read it: vocabulary, links, feeds, sitemaps, a copy of the site."""

import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from tests.metadata.jsonld import objects
from tests.serving import serving

CONTENT = Path(__file__).parents[2] / "content"
pytestmark = pytest.mark.filterwarnings("ignore")


@dataclass(frozen=True)
class Served:
    """The built example, and the address under which it is served."""

    output: Path
    address: str

    def paths(self, pattern: str) -> list[str]:
        """Files whose path fits, below the output folder."""
        return sorted(file.relative_to(self.output).as_posix() for file in self.output.rglob(pattern))

    def text(self, path: str) -> str:
        """A file of the output."""
        return (self.output / path).read_text("utf-8")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(CONTENT, root / "content")
    with serving(root / "output") as address:
        build(root, BuildOptions(base_url=address))
        yield Served(root / "output", address)


def test_no_page_says_a_type_or_property_that_schema_org_does_not_have(example: Served) -> None:
    extruct = pytest.importorskip("extruct", reason="extruct is not installed")
    models = pytest.importorskip("msgspec_schemaorg.models", reason="msgspec-schemaorg is not installed")
    number = 0
    for path in example.paths("*.html"):
        found = extruct.extract(example.text(path), base_url=example.address, syntaxes=["json-ld"])["json-ld"]
        for node in objects(found):
            number += 1
            known = {*getattr(models, node["@type"]).__struct_encode_fields__, "query-input"}
            assert node.keys() <= known, (path, node["@type"], node.keys() - known)
    assert number > 1_000


def test_a_client_of_signposting_finds_on_every_article_what_its_linkset_says(example: Served) -> None:
    signposting = pytest.importorskip("signposting", reason="signposting is not installed")
    articles = example.paths("articles/*/index.html")
    assert len(articles) > 100
    for path in articles:
        page = f"{example.address}{path.removesuffix('index.html')}"
        on_page = signposting.find_signposting_html(page)
        linkset = signposting.find_signposting_linkset(next(iter(on_page.linksets)).target)
        said = {(str(each.rel), each.target) for each in on_page.for_context(page) if str(each.rel) != "linkset"}
        assert said
        assert {(str(each.rel), each.target) for each in linkset.for_context(page)} == said, page


def test_no_feed_has_a_fault(example: Served) -> None:
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
    feeds = [path for path in example.paths("*.xml") if "feed" in path]
    assert len(feeds) > 500
    for path in feeds:
        feed = feedparser.parse(example.text(path))
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert all(each.id and each.link and each.title and each.updated_parsed for each in feed.entries), path


def test_sitemaps_fit_the_schema_of_the_protocol(example: Served) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    schema = Path(os.environ.get("SITEMAP_SCHEMAS", "node_modules/sitemap/schema")) / "sitemap.xsd"
    if not schema.is_file():
        pytest.skip("sitemap.xsd is not here: npm install sitemap, or name its folder by SITEMAP_SCHEMAS")
    validator = etree.XMLSchema(etree.parse(schema))
    for path in example.paths("sitemap*.xml"):
        assert validator.validate(etree.fromstring(example.text(path).encode())), (path, validator.error_log)


def test_a_harvester_copies_the_site_and_is_in_sync(
    example: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    client_of = pytest.importorskip("resync.client", reason="resync is not installed").Client
    monkeypatch.chdir(tmp_path)
    with caplog.at_level(logging.WARNING):
        client = client_of(hashes=["sha-256"])
        client.set_mappings([example.address, str(tmp_path / "copy")])
        client.baseline_or_audit()
        client.baseline_or_audit(audit_only=True)
    assert "IN SYNC" in caplog.messages[-1]
    assert "to create=0, to update=0, to delete=0" in caplog.messages[-1]
    assert len(list((tmp_path / "copy/articles").rglob("*.bib"))) > 100

"""ResourceSync: a harvester can keep a copy, and sees what changed."""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Built
from tests.pages.test_article import PDF, entry
from tests.serving import serving

MakeSite = Callable[..., Built]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RS = "{http://www.openarchives.org/rs/terms/}"
FILES = {
    "content/a.bib": entry("one", timestamp="2019-03-04") + entry("two", year="1765", supp="data.csv"),
    "content/pdf/one.pdf": PDF,
    "content/data.csv": "a,b\n",
}


def resources(xml: str) -> dict[str, dict[str, str]]:
    """What is said of each address."""
    found = {}
    for each in ET.fromstring(xml).findall(f"{SITEMAP}url"):
        described = each.find(f"{RS}md")
        assert described is not None
        found[each.findtext(f"{SITEMAP}loc", "")] = {
            **described.attrib,
            "lastmod": each.findtext(f"{SITEMAP}lastmod", ""),
        }
    return found


def test_the_way_leads_from_the_well_known_place_to_the_list(make_site: MakeSite) -> None:
    built = make_site(FILES)
    assert list(resources(built.text(".well-known/resourcesync"))) == ["https://toy.example/capabilitylist.xml"]
    assert list(resources(built.text("capabilitylist.xml"))) == ["https://toy.example/resourcelist.xml"]


def test_each_record_and_file_is_listed_with_its_digest_length_and_type(make_site: MakeSite) -> None:
    built = make_site(FILES)
    found = resources(built.text("resourcelist.xml"))
    assert [address.removeprefix("https://toy.example/") for address in found] == [
        "library.bib",
        "library.json",
        "library.ris",
        "articles/one/one.bib",
        "articles/one/one.pdf",
        "articles/two/two.bib",
        "articles/two/files/data.csv",
    ]
    for address, said in found.items():
        data = (built.folder / "output" / address.removeprefix("https://toy.example/")).read_bytes()
        assert said["hash"] == f"sha-256:{hashlib.sha256(data).hexdigest()}"
        assert said["length"] == str(len(data))
        assert said["type"]
    assert found["https://toy.example/articles/one/one.bib"]["lastmod"] == "2019-03-04T00:00:00Z"
    assert found["https://toy.example/articles/two/two.bib"]["lastmod"] == "1970-01-01T00:00:00Z"


def test_a_second_build_lists_the_same_though_it_wrote_nothing(make_site: MakeSite) -> None:
    before = make_site(FILES).text("resourcelist.xml")
    again = make_site(FILES)
    assert again.result.files.written == 0
    assert again.text("resourcelist.xml") == before


def test_a_long_list_comes_in_parts_by_year(make_site: MakeSite) -> None:
    many = "".join(f"@misc{{k{number}, year = {{{1900 + number // 700}}}}}\n" for number in range(2100))
    built = make_site({"content/a.bib": many})
    index = ET.fromstring(built.text("resourcelist.xml"))
    parts = [each.text or "" for each in index.iter(f"{SITEMAP}loc")]
    assert [part.removeprefix("https://toy.example/resourcelist") for part in parts] == [
        "-library.xml",
        "-1902.xml",
        "-1900.xml",
    ]
    assert sum(len(resources(built.text(part.removeprefix("https://toy.example/")))) for part in parts) == 2103


def test_without_an_address_of_the_site_nothing_is_offered(make_site: MakeSite) -> None:
    built = make_site({**FILES, "content/site.toml": 'title = "Toy"\n'})
    assert not built.has(".well-known/resourcesync")
    assert not built.has("resourcelist.xml")


@pytest.mark.filterwarnings("ignore")
def test_a_client_copies_all_files_and_then_reports_to_be_in_sync(
    make_site: MakeSite, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    client_of = pytest.importorskip("resync.client", reason="resync is not installed").Client
    copy = tmp_path / "copy"
    copy.mkdir()
    monkeypatch.chdir(tmp_path)
    with serving(tmp_path / "site" / "output") as address, caplog.at_level(logging.WARNING):
        make_site({**FILES, "content/site.toml": f'url = "{address}"\n'})
        client = client_of(hashes=["sha-256"])
        client.set_mappings([address, str(copy)])
        client.baseline_or_audit()
        client.baseline_or_audit(audit_only=True)
    assert "IN SYNC (same=7, to create=0, to update=0, to delete=0)" in caplog.messages[-1]
    assert (copy / "articles/one/one.pdf").read_bytes() == PDF

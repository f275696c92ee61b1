"""The files of the index: what they hold, and how few of them one work touches."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen.assemble import assemble
from sitegen.config import LimitsConfig, SiteConfig
from sitegen.content import Content
from sitegen.formats import Source
from sitegen.formats.bibtex.read import read
from sitegen.search.files import in_one_file, index_file, many_files, one_file, shard_names
from sitegen.site import Links, Site
from sitegen.words import Words
from tests.search.made_library import bibtex


def site_of(text: str) -> Site:
    """A site of BibTeX."""
    found = read([Source("content/a.bib", text.encode())], LimitsConfig())
    library, _problems = assemble(Content(entries=tuple(found.entries), config=SiteConfig()))
    return Site(library=library, config=SiteConfig(), words=Words("en"))


def links_of(site: Site) -> Links:
    """The addresses an index needs."""
    return Links({("article", id_): f"articles/{id_}/index.html" for id_ in site.library.entries})


@pytest.fixture(scope="module")
def large() -> Site:
    """More works than one file holds."""
    return site_of(bibtex(6000))


@pytest.fixture(scope="module")
def files(large: Site) -> Mapping[str, str]:
    """Its index."""
    return many_files(large, links_of(large))


def test_a_small_library_has_one_file_with_every_work() -> None:
    site = site_of(bibtex(40))
    assert in_one_file(site)
    assert shard_names(site) == ()
    works = json.loads(one_file(site, links_of(site))[""])["works"]
    assert {row[1] for row in works} == {entry.title.to_plain() for entry in site.library.entries.values()}


def test_all_files_are_made_at_once_where_no_reads_are_noted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    site, made = site_of(bibtex(40)), list[str]()

    def files(_site: Site, _links: Links) -> Mapping[str, str]:
        made.append("files")
        return {"": "one", "more": "two"}

    monkeypatch.setattr("sitegen.search.files.one_file", files)
    assert [index_file(site, links_of(site), name) for name in ("", "more")] == ["one", "two"]
    assert made == ["files"]


def test_abstracts_are_searched_as_far_as_the_one_file_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of("@article{a, title={T}, abstract={Heffalumps.}}")
    assert "Heffalumps" in one_file(site, links_of(site))[""]
    monkeypatch.setattr("sitegen.search.files.ABSTRACTS_BELOW", 5)
    assert "Heffalumps" not in one_file(site, links_of(site))[""]


def test_the_plan_knows_every_file_of_a_large_index(large: Site, files: Mapping[str, str]) -> None:
    assert {"", *shard_names(large)} == set(files)


def test_every_work_has_one_row_and_its_facets(large: Site, files: Mapping[str, str]) -> None:
    rows = [row for name, text in files.items() if name[:1] == "d" for row in json.loads(text).values()]
    assert len(rows) == len(large.library.entries)
    facets = [json.loads(text) for name, text in files.items() if name[:1] == "f"]
    assert sum(len(chunk["type"]) for chunk in facets) == len(large.library.entries)


def test_one_changed_title_changes_few_files(large: Site, files: Mapping[str, str]) -> None:
    changed = site_of(bibtex(6000).replace("superposition of indoor cats", "superposition of outdoor cats"))
    after = many_files(changed, links_of(changed))
    different = [name for name in files if files[name] != after[name]]
    assert 0 < len(different) < 8
    assert len(different) < len(files) / 20


def test_one_new_work_changes_few_rows(large: Site, files: Mapping[str, str]) -> None:
    site = site_of(bibtex(6000) + "@article{brandnew, author={Doe, Jane}, title={Zebras}, journal={Zoo}, year={2024}}")
    after = many_files(site, links_of(site))
    assert 0 < sum(files[name] != after[name] for name in files if name[:1] == "d") < 4


def test_words_of_a_large_library_are_capped_for_a_hostile_title(large: Site) -> None:
    site = replace(
        large, library=site_of(f"@article{{a, title={{{'x' * 5000} constructor __proto__}}}}").library, kept={}
    )
    made = many_files(site, links_of(site))
    words = {word for name, text in made.items() if name[:1] == "w" for word in json.loads(text)}
    assert max(map(len, words)) == 32
    assert {"constructor", "proto"} <= words

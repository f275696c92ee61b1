"""Signposting as a client meets it: from the page to its linkset and back from every file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.pages.test_article import PDF, entry
from tests.serving import serving

MakeSite = Callable[..., Built]
BIB = entry(doi="10.5555/toy", license="CC BY 4.0", **{"author+an:orcid": '1="0000-0002-1825-0097"'})


@pytest.mark.filterwarnings("ignore")
def test_a_client_finds_the_same_links_on_the_page_and_in_the_linkset(make_site: MakeSite, tmp_path: Path) -> None:
    signposting = pytest.importorskip("signposting", reason="signposting is not installed")
    with serving(tmp_path / "site" / "output") as address:
        make_site({"content/site.toml": f'url = "{address}"\n', "content/a.bib": BIB, "content/pdf/toy.pdf": PDF})
        page = f"{address}articles/toy/"
        on_page = signposting.find_signposting_html(page)
        linkset = signposting.find_signposting_linkset(next(iter(on_page.linksets)).target)
    assert on_page.citeAs.target == "https://doi.org/10.5555/toy"
    assert on_page.license.target == "https://creativecommons.org/licenses/by/4.0/"
    assert [each.target for each in on_page.authors] == ["https://orcid.org/0000-0002-1825-0097"]
    assert {each.target for each in on_page.items} == {f"{page}toy.pdf"}
    assert {each.target for each in on_page.describedBy} == {
        f"{page}toy{suffix}" for suffix in (".bib", ".json", ".ris")
    }
    said = {(str(each.rel), each.target) for each in on_page.for_context(page) if str(each.rel) != "linkset"}
    assert {(str(each.rel), each.target) for each in linkset.for_context(page)} == said
    assert [(str(each.rel), each.target) for each in linkset.for_context(f"{page}toy.pdf")] == [("collection", page)]
    assert [(str(each.rel), each.target) for each in linkset.for_context(f"{page}toy.ris")] == [("describes", page)]


def test_without_an_address_of_the_site_there_is_no_linkset(make_site: MakeSite) -> None:
    built = make_site({"content/site.toml": 'title = "Toy"\n', "content/a.bib": BIB})
    assert not [path for path in built.paths() if "linkset" in path]
    assert "linkset" not in built.text("articles/toy/index.html")

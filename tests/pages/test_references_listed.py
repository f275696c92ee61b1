"""Pages whose owner wants references instead of a list."""

import re
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from sitegen.configured import read_site
from sitegen.problems import SitegenError
from tests.csl.test_style import made

BIB = """
@book{one, author = {Doe, Jane}, title = {On Doubt}, year = 1999, publisher = {Quill}, doi = {10.5555/1}}
@book{two, author = {Doe, Jane}, title = {On Fear}, year = 1999, publisher = {Quill}, abstract = {Much of it.}}
@article{three, author = {Doe, Jane and Roe, Max}, title = {On Hope}, year = 2001, journal = {Moods}, volume = 3,
  note = {Retracted}, status = {retracted}}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.bib").write_text(BIB)
    return tmp_path


def built(site: Path, config: str) -> Path:
    """The site's files."""
    (site / "content" / "site.toml").write_text(config)
    build(site, BuildOptions())
    return site / "output"


def test_only_the_kinds_of_pages_that_are_named_show_references(site: Path) -> None:
    output = built(site, '[cite]\nreferences = ["person"]\n')
    person = (output / "authors/jane-doe/index.html").read_text()
    assert "Doe, J. (1999). <i>On Doubt</i>. Quill." in person
    assert "citationstyles.org" in person
    assert 'class="ref"' not in (output / "years/1999/index.html").read_text()


def test_references_keep_their_headings_their_order_and_their_links(site: Path) -> None:
    person = (built(site, '[cite]\nreferences = ["person"]\n') / "authors/jane-doe/index.html").read_text()
    assert person.index('id="y2001"') < person.index("On Hope") < person.index('id="y1999"') < person.index("On Doubt")
    assert 'href="../../articles/two/"' in person
    assert "Much of it." in person
    assert person.count('href="https://doi.org/10.5555/1"') == 1


def test_the_filter_of_a_list_of_references_finds_what_it_found_in_a_list(site: Path) -> None:
    more = [
        BIB.replace("{one", f"{{one{at}").replace("{two", f"{{two{at}").replace("{three", f"{{three{at}")
        for at in range(9)
    ]
    many = "".join(more).replace("10.5555/1", "")
    (site / "content" / "a.bib").write_text(re.sub(r"On (\w+)", lambda found: f"On {found[1]} {found.start()}", many))
    person = (built(site, '[cite]\nreferences = ["person"]\n') / "authors/jane-doe/index.html").read_text()
    works = re.findall(r'<li class="work".*?</li>', person, re.DOTALL)
    assert len(works) == 27
    for work in works:
        assert 'data-type="' in work
        assert re.search(r"<h4>On \w+ \d+</h4>", work)
        assert '<p class="by"><bdi' in work


def test_a_retracted_work_is_marked_among_references(site: Path) -> None:
    person = (built(site, '[cite]\nreferences = ["person"]\n') / "authors/jane-doe/index.html").read_text()
    assert '<span class="tag alarm">Retracted</span>' in person


def test_names_that_repeat_are_replaced_where_the_style_says_so_and_come_back_when_the_first_is_hidden(
    site: Path,
) -> None:
    layout = '<names variable="author"><name name-as-sort-order="all"/></names><text variable="title" prefix=". "/>'
    style = made(layout).replace(b"<bibliography>", b'<bibliography subsequent-author-substitute="---">')
    (site / "content" / "mine.csl").write_bytes(style)
    config = '[cite]\nstyles = ["mine.csl"]\nreferences = ["person", "year"]\n'
    person = (built(site, config) / "authors/jane-doe/index.html").read_text()
    first, second = person.index("On Doubt</p>"), person.index("On Fear</p>")
    between = person[min(first, second) : max(first, second)]
    assert '<span class="again">---</span><span class="names" hidden>Doe, Jane</span>. ' in between
    assert person.count('class="again"') == 1


def test_a_kind_of_page_that_is_not_there_brings_the_nearest() -> None:
    with pytest.raises(SitegenError, match=r"site\.toml: cite, references cannot be 'people'") as caught:
        read_site('[cite]\nreferences = ["people"]\n', "site.toml")
    assert "person" in caught.value.hint

"""An index of which a few works say something else: what is made of its files is what making them anew gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.reads import Read
from sitegen.search.codes import code, gaps, numbers
from sitegen.search.files import many_files
from sitegen.search.revised import revised_index
from sitegen.search.terms import search_terms
from sitegen.site import Site
from tests.search.made_library import bibtex
from tests.search.test_index_files import links_of, site_of

WORKS = bibtex(240).strip().split("\n@")


@dataclass(frozen=True)
class Edit:
    """A work that says something else."""

    at: int
    field: str
    value: str

    def of(self, works: Sequence[str]) -> list[str]:
        """The works with it: what stands first counts."""
        head, _, rest = works[self.at].partition(",")
        return [*works[: self.at], f"{head},\n  {self.field} = {{{self.value}}},{rest}", *works[self.at + 1 :]]


@pytest.fixture(autouse=True, scope="module")
def _crowded_parts() -> object:
    """Beginnings of words are crowded as they are in a library of a hundred thousand works."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("index", "revised"):
            patch.setattr(f"sitegen.search.{module}.CROWD", 150)
        for module in ("files", "sizes"):
            patch.setattr(f"sitegen.search.{module}.ONE_FILE_BELOW", 0)
        yield


def made(works: Sequence[str]) -> Site:
    return site_of("\n@".join(works))


def after(before: Site, now: Site, files: Mapping[str, str]) -> Mapping[str, str] | None:
    """The index of a site, from that of another."""
    one, other = links_of(before), links_of(now)
    told: dict[Read, object] = {
        ("search_terms", (id_,)): was
        for id_ in before.library.entries
        if (was := search_terms(before, one, id_)) != search_terms(now, other, id_)
    }
    return revised_index(now, other, files, told)


TITLES = [
    "Light",
    "Balbaler",
    "A balcorics of balcorism",
    "The balcorics, gone",
    "On graphs",
    "青蒿素 and balcor",
    "",
    "Ünseen",
]
EDITS = st.builds(
    Edit,
    at=st.integers(0, len(WORKS) - 1),
    field=st.sampled_from(["title", "title", "title", "doi", "author", "pdf"]),
    value=st.sampled_from(TITLES),
) | st.builds(
    Edit,
    at=st.integers(0, len(WORKS) - 1),
    field=st.just("author"),
    value=st.sampled_from(["Doe, Jane", "Balcor, Ada and Newton, Ida", "屠, 呦呦"]),
)


@settings(max_examples=60, deadline=None)
@given(edits=st.lists(EDITS, min_size=1, max_size=3))
def test_an_edit_gives_the_index_that_making_it_anew_gives(edits: Sequence[Edit]) -> None:
    works = list(WORKS)
    for edit in edits:
        works = edit.of(works)
    before, now = made(WORKS), made(works)
    found = after(before, now, many_files(before, links_of(before)))
    assert found is None or found == many_files(now, links_of(now))
    assert found is None or list(found) == list(many_files(now, links_of(now)))


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", "Another one of balcorism", True),
        ("author", "Newcomer, Ann", True),
        ("doi", "10.5555/another", False),
        ("year", "1850", False),
        ("keywords", "other", False),
        ("journal", "Another one", False),
    ],
)
def test_what_decides_about_other_files_is_left_to_those_who_make_them(field: str, value: str, told: bool) -> None:
    before, now = made(WORKS), made(Edit(30, field, value).of(WORKS))
    found = after(before, now, many_files(before, links_of(before)))
    assert (found is not None) == told


def test_a_beginning_that_becomes_crowded_parts_the_index_anew() -> None:
    crowd = " ".join(f"zyx{'abcdefghij'[at % 10]}{'klmnopqrst'[at // 10]}" for at in range(90))
    before, now = made(WORKS), made(Edit(30, "title", crowd).of(WORKS))
    files = many_files(before, links_of(before))
    assert '"zyx"' in many_files(now, links_of(now))[""]
    assert after(before, now, files) is None
    assert after(now, before, many_files(now, links_of(now))) is None


@given(st.lists(st.integers(0, 10**6), unique=True).map(sorted))
def test_numbers_are_read_as_they_were_written(ascending: list[int]) -> None:
    assert numbers(gaps(ascending)) == ascending
    assert [numbers(code(each)) for each in ascending] == [[each] for each in ascending]


NONSENSE = ("", "x", "[]", "{}", "7", '{"a": 7}', '"text"', "null", '{"crowded": [7]}', "[" * 2000)


@pytest.mark.parametrize("written", NONSENSE)
@pytest.mark.parametrize("kind", ["", "d", "w", "t"])
def test_an_index_that_nobody_made_is_left_to_those_who_make_it(kind: str, written: str) -> None:
    before, now = made(WORKS), made(Edit(30, "title", "Another one of balcorism").of(WORKS))
    files = {
        name: written if name.rstrip("0123456789") == kind else text
        for name, text in many_files(before, links_of(before)).items()
    }
    assert after(before, now, files) is None
    assert after(before, now, {name: text for name, text in files.items() if name.rstrip("0123456789") != kind}) is None


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_an_index_that_was_changed_never_fails(data: st.DataObject) -> None:
    before, now = made(WORKS), made(Edit(30, "title", "Another one of balcorism").of(WORKS))
    files = dict(many_files(before, links_of(before)))
    for name in data.draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=3)):
        at = data.draw(st.integers(0, max(0, len(files[name]) - 1)))
        files[name] = files[name][:at] + data.draw(st.text(max_size=2)) + files[name][at + 1 :]
    after(before, now, files)

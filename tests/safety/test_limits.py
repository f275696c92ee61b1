"""Every limit can be raised in site.toml, and where one is met one line names its key."""

import json
import re
from collections.abc import Callable

import pytest

from sitegen.config import LimitsConfig
from sitegen.problems import SitegenError
from tests.conftest import Built

MakeSite = Callable[..., Built]
PDF = b"%PDF-1.7\n"
FULL = "title = {On Light}, author = {Doe, Jane}, year = 2001"
CHAIN = "".join(f"@book{{b{n}, crossref = {{b{n + 1}}}}}\n" for n in range(4)) + f"@book{{b4, {FULL}}}\n"
MET: dict[str, tuple[int, dict[str, str | bytes], str]] = {
    "file_bytes": (200, {"a.bib": f"@misc{{a, {FULL}}}\n" + "x" * 200}, "file-too-large"),
    "attachment_bytes": (20, {"pdf/a.pdf": PDF + b" " * 20, "a.bib": f"@misc{{a, {FULL}}}"}, "file-not-published"),
    "field_characters": (20, {"a.bib": "@misc{a, title = {A title that is far too long for this}}"}, "value-too-long"),
    "page_characters": (20, {"page.md": "Words and words and words and words."}, "page-too-long"),
    "string_characters": (
        20,
        {"a.bib": f'@string{{s = "Journal"}} @misc{{a, {FULL}, note = {" # ".join(["s"] * 9)}}}'},
        "string-too-long",
    ),
    "fields": (2, {"a.bib": f"@misc{{a, {FULL}}}"}, "too-many-fields"),
    "names": (1, {"a.bib": "@misc{a, title = {On Light}, author = {Doe, Jane and Roe, Ann}}"}, "too-many-names"),
    "keywords": (2, {"a.bib": f"@misc{{a, {FULL}, keywords = {{x; y; z}}}}"}, "too-many-values"),
    "links": (1, {"a.bib": f"@misc{{a, {FULL}, url = {{https://a.example/ https://b.example/}}}}"}, "too-many-values"),
    "relations": (1, {"a.bib": f"@misc{{a, {FULL}, cites = {{b, c}}}}"}, "too-many-values"),
    "inheritance": (2, {"a.bib": CHAIN}, "inheritance-loop"),
}
"""By key: a small limit, a library that meets it, and what is then said."""
OTHER_FORMATS: tuple[tuple[str, int, str, str], ...] = (
    ("fields", 2, "a.json", json.dumps([{"id": "a", "type": "book", "title": "T", "note": "x"}])),
    ("keywords", 1, "a.ris", "TY  - BOOK\nTI  - T\nKW  - x\nKW  - y\nER  - \n"),
    ("links", 1, "a.json", json.dumps([{"id": "a", "type": "book", "URL": "https://a.example/ https://b.example/"}])),
    ("fields", 1, "a.ris", "TY  - BOOK\nTI  - T\n" + "KW  - x\n" * 20 + "ER  - \n"),
)


def site(key: str, limit: int, files: dict[str, str | bytes]) -> dict[str, str | bytes]:
    settings = f'title = "Toy"\n[limits]\n{key} = {limit}\n'
    return {"content/site.toml": settings, **{f"content/{path}": data for path, data in files.items()}}


def test_each_limit_has_a_case_here() -> None:
    assert set(MET) == set(LimitsConfig.__struct_fields__)


@pytest.mark.parametrize("key", MET)
def test_a_limit_that_is_met_is_said_in_one_line_that_names_its_key(make_site: MakeSite, key: str) -> None:
    limit, files, code = MET[key]
    (problem,) = make_site(site(key, limit, files)).problems(code)
    said = f"{problem.message} {problem.hint}"
    assert said.isprintable()
    assert f"{key} under [limits]" in said


@pytest.mark.parametrize("key", MET)
def test_a_limit_that_is_not_met_says_nothing(make_site: MakeSite, key: str) -> None:
    _limit, files, code = MET[key]
    assert make_site(site(key, getattr(LimitsConfig(), key), files)).problems(code) == []


@pytest.mark.parametrize(
    ("key", "limit", "values"),
    [
        ("keywords", 2, "keywords = {light; optics; waves}"),
        ("links", 1, "url = {https://light.example/ https://waves.example/}"),
    ],
)
def test_values_beyond_a_limit_are_left_out(make_site: MakeSite, key: str, limit: int, values: str) -> None:
    built = make_site(site(key, limit, {"a.bib": f"@misc{{a, {FULL}, {values}}}"}))
    page = built.text("articles/a/index.html")
    # The entry as it was written is shown too, and holds them all.
    shown = re.sub(r"<pre\b.*?</pre>", "", page, flags=re.DOTALL)
    assert "light" in shown
    assert "waves" not in shown


@pytest.mark.parametrize(("key", "limit", "file", "data"), OTHER_FORMATS)
def test_the_other_formats_keep_the_limits_too(make_site: MakeSite, key: str, limit: int, file: str, data: str) -> None:
    built = make_site(site(key, limit, {file: data}))
    (problem,) = [*built.problems("too-many-fields"), *built.problems("too-many-values")]
    assert f"{key} under [limits]" in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize("name", ["people.toml", "venues.toml"])
def test_a_table_of_people_or_venues_that_is_too_large_is_refused(make_site: MakeSite, name: str) -> None:
    with pytest.raises(SitegenError) as caught:
        make_site(site("file_bytes", 200, {name: "# " + "x" * 300}))
    assert "file_bytes under [limits]" in caught.value.hint


def test_steps_without_end_cannot_be_asked_for(make_site: MakeSite) -> None:
    with pytest.raises(SitegenError, match="inheritance"):
        make_site(site("inheritance", 100_000, {}))

"""All rules together: over real files and over hostile ones nothing raises, and what is said is one line."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sitegen.checks
from sitegen.assemble import assemble
from sitegen.checks import Check
from sitegen.config import LimitsConfig, SiteConfig
from sitegen.content import Content
from sitegen.formats import Source
from sitegen.formats.bibtex import FORMAT
from sitegen.problems import Problem
from sitegen.shelf import load
from sitegen.site import Site
from sitegen.words import Words

SHELF = load(sitegen.checks, Check)
WORDS = Words()
FIELDS = (
    *("author", "editor", "title", "journal", "booktitle", "year", "date", "origdate", "urldate", "volume", "number"),
    *("pages", "doi", "issn", "url", "abstract", "publisher", "edition", "related", "erratum_of", "sitegen-ignore"),
    "author+an:orcid",
)
ODD = st.text(st.sampled_from("aZé0–-?.,:;&<>/()[]{}\\\"'=~ \n\u0000\u202e\u3000λ字"), max_size=40)
RECORDS = st.lists(
    st.tuples(
        st.sampled_from(("article", "book", "misc", "online", "phdthesis", "techreport", "inproceedings")),
        st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=12),
    ),
    max_size=6,
)


def problems(data: bytes) -> list[Problem]:
    """What all rules say of a file that is the whole library."""
    assert FORMAT.read is not None
    entries = FORMAT.read([Source("content/x.bib", data)], LimitsConfig()).entries
    library, _ = assemble(Content(config=SiteConfig(), entries=entries))
    site = Site(library=library, config=SiteConfig(), words=WORDS, today="2026-01-31")
    return [problem for check in SHELF.values() for problem in check.run(site)]


def assert_sound(found: list[Problem]) -> None:
    for problem in found:
        assert problem.code in SHELF
        assert problem.level == SHELF[problem.code].level
        assert "\n" not in problem.message + problem.hint
        assert len(problem.message) < 600


def test_no_rule_raises_over_the_corpus(shared: Path) -> None:
    with (shared / "corpus/bib-manifest.tsv").open(encoding="utf-8", newline="") as rows:
        files = [row["file"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert len(files) > 800
    for file in files:
        assert_sound(problems((shared / "corpus/bib" / file).read_bytes()))


@settings(max_examples=60, deadline=None)
@given(RECORDS)
def test_no_rule_raises_over_hostile_values(records: list[tuple[str, dict[str, str]]]) -> None:
    text = "".join(
        f"@{kind}{{k{number},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}\n"
        for number, (kind, fields) in enumerate(records)
    )
    assert_sound(problems(text.encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize("title", ["?" * 5_000, "a?" * 5_000, "&" * 5_000, "<" * 5_000, "Erratum: " * 500, "A" * 5_000])
def test_long_titles_are_no_work_without_end(title: str) -> None:
    assert_sound(problems(f"@misc{{a, title = {{{title}}}, abstract = {{{title}}}}}\n".encode()))

"""What is written as CSL-JSON is read back the same, as far as CSL-JSON can hold it.

CSL-JSON cannot hold: the season of the end of a range; whether a date is about right or doubtful, and that it has no
end yet; whether a list of names ended in "and others", and roles that CSL does not know; what stands beside a name; in
titles, formulas, links, protected capitals, code, and whether italics are emphasis (they come back as `i` and `b`);
commas in keywords; literal angle brackets that look like its markup; markup in anything but a title; several abstracts,
and the words about a status; awards, licence, relations, former ids, local files, and addresses but that of the work;
identifiers but DOI, ISBN, ISSN, PMID, PMCID, and the number of a preprint.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.csl_json import FORMAT
from sitegen.formats.csl_json.markup import written
from sitegen.formats.csl_json.tables import ROLES, TYPES
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, Status, WebLink
from sitegen.model.interchange import STATUS_WORDS
from sitegen.model.links import usual_kind
from sitegen.model.name import Name
from sitegen.text.rich import Mark, Node, Paragraph, Span, Text
from tests.conftest import Built
from tests.formats.made_up import BIB, FULL, capitalized, days, institutions, names, plain


def back(*entries: Entry) -> tuple[Entry, ...]:
    assert FORMAT.read is not None
    found = FORMAT.read([Source("a.json", FORMAT.write(entries).encode())], LimitsConfig())
    assert {problem.code for problem in found.problems} <= {"garbled-text"}
    return found.entries


RICH = replace(
    FULL,
    title=Text(("On ", Span("i", ("Noctiluca ", Span("sup", ("2",)))), " & ", Span("sc", ("rna",)), " – 50 %")),
    names={
        **dict.fromkeys(ROLES.values(), FULL.names["editor"]),
        "author": (
            *FULL.names["author"],
            Name(family="Beethoven", given="Ludwig", dropping_particle="van"),
            Name(family="da Vinci"),
        ),
    },
    issued=Date(Day(2019, 5), Day(2020, 1, 2), circa=True),
    available_date=Date(Day(2019, 22)),
    event_date=Date(Day(-43)),
    original_date=Date(literal="long ago"),
    original_title=Text.of("Lumière"),
    volume_title=Text.of("A volume"),
    collection_number="7",
    chapter_number="3",
    section="News",
    identifiers={"pmid": "1234", "pmcid": "PMC12"},
    abstracts=(Abstract(Text((Paragraph(("One.",)), Paragraph(("Two <b>.",))))),),
    annote=Text.of("Fine."),
    keywords=("plankton", "light"),
    status="in-press",
    status_note=Text(),
    extra={"call-number": "QA 76 \\& more", "archive": "An archive"},
)


@pytest.mark.parametrize("csl", sorted(TYPES))
def test_an_entry_of_every_type_comes_back(csl: str) -> None:
    link = WebLink(usual_kind(csl), "https://example.org/1")
    entry = replace(RICH, type=csl, links=(link,))
    assert back(entry) == (entry,)


def test_preprints_come_back_by_the_number_in_their_archive() -> None:
    entry = Entry(id="a", type="article", genre="preprint", identifiers={"arxiv": "2101.00001"})
    assert back(entry) == (entry,)


@pytest.mark.parametrize("status", [*STATUS_WORDS])
def test_every_status_comes_back(status: Status) -> None:
    entry = Entry(id="a", status=status)
    assert back(entry) == (entry,)


marks: list[Mark] = ["i", "b", "sup", "sub", "sc"]
leaves = st.from_regex(r"[A-Za-zé&–0-9><][A-Za-zé&]{0,3}(?: [a-zé&]{1,4}){0,2}", fullmatch=True)


def joined(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Nodes with a word between any two."""
    out: list[Node] = []
    for node in nodes:
        if out and isinstance(node, str) and isinstance(out[-1], str):
            continue
        out.append(node)
    return tuple(out)


spans = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda mark, nodes: Span(mark, joined(nodes)), st.sampled_from(marks), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
titles = st.lists(spans, max_size=4).map(lambda nodes: Text(joined(nodes)))
dates = (
    st.builds(Date, days, circa=st.booleans())
    | st.builds(Date, st.builds(Day, st.integers(1, 9999), st.integers(0, 12)), st.builds(Day, st.integers(1, 9999)))
    | capitalized.map(lambda word: Date(literal=f"{word} {word}"))
)
entries = st.builds(
    Entry,
    id=st.from_regex(r"[a-z0-9-]{1,10}", fullmatch=True),
    type=st.sampled_from(sorted(TYPES)),
    title=titles,
    publisher=plain.map(Text.of),
    names=st.fixed_dictionaries(
        {},
        optional={
            role: st.lists(names | institutions, min_size=1, max_size=3).map(tuple) for role in ("author", "translator")
        },
    ),
    issued=st.none() | dates,
    original_date=st.none() | dates,
    keywords=st.lists(capitalized, max_size=3, unique_by=str.casefold).map(tuple),
)


@given(st.lists(entries, max_size=3))
def test_made_up_entries_come_back(made_up: list[Entry]) -> None:
    assert back(*made_up) == tuple(made_up)


def test_titles_are_only_compared_where_they_have_markup() -> None:
    assert written(Text((Span("i", ("x",)), " <i>"))) == "<i>x</i> <i>"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
VARIABLES = (
    "author",
    "issued",
    "title",
    "URL",
    "DOI",
    "ISSN",
    "page",
    "abstract",
    "keyword",
    "status",
    "id",
    "strange",
)


@given(st.dictionaries(st.sampled_from(VARIABLES), json_values), st.text())
def test_no_value_breaks_the_reader(item: dict[str, object], text: str) -> None:
    import json

    assert FORMAT.read is not None
    for source in (json.dumps([{"type": "book", "id": "a"} | item]), f'[{{"type": "book", "id": "a"}}, {text}]'):
        found = FORMAT.read([Source("a.json", source.encode("utf-8", "surrogatepass"))], LimitsConfig())
        assert len(json.loads(FORMAT.write(found.entries))) == len(found.entries) >= 1


def test_a_site_from_csl_json_has_the_pages_of_the_site_from_bibtex(make_site: Callable[..., Built]) -> None:
    from_bib = make_site({"content/toys.bib": BIB})
    expected = {path: from_bib.text(path) for path in from_bib.paths() if path.endswith((".html", ".ris", ".json"))}
    items = from_bib.text("library.json")
    (from_bib.folder / "content/toys.bib").unlink()
    from_json = make_site({"content/toys.json": items})
    assert not from_json.result.problems
    assert len([path for path in expected if path.startswith("articles/")]) >= 5
    for path, text in expected.items():
        assert from_json.text(path) == text, path


def test_other_json_in_the_content_is_published_as_before_and_mentioned(make_site: Callable[..., Built]) -> None:
    built = make_site({"content/toys.bib": BIB, "content/data.json": '{"a": 1}'})
    (problem,) = built.problems("not-csl-json")
    assert (problem.level, problem.place.file) == ("info", "content/data.json")
    assert not built.result.incomplete

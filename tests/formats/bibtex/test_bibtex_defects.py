"""Every class of defect that real files have: what is said of it, on which line, and what is read all the same."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from sitegen.config import LimitsConfig
from sitegen.formats import Source
from sitegen.formats.bibtex.read import read
from sitegen.model.entry import Entry
from sitegen.text.rich import Text

Facts = Mapping[str, object]


@dataclass(frozen=True)
class Case:
    """A defect. source: the file. said: code and line of every problem. entries: facts of each entry, by word."""

    title: str
    source: str | bytes
    said: tuple[tuple[str, int], ...]
    entries: tuple[Facts, ...]


CASES = (
    Case("Windows-1252", b"@misc{a,\n  title = {Caf\xe9 \x96 y}\n}\n", (("not-utf8", 2),), ({"title": "Café – y"},)),
    Case(
        "two encodings in one file",
        b"@misc{a,\n  title = {Caf\xc3\xa9}\n}\n@misc{b,\n  title = {M\xfcller}\n}\n",
        (("not-utf8", 5),),
        ({"title": "Café"}, {"title": "Müller"}),
    ),
    Case(
        "Windows-1251 with JabRef's header",
        b"% Encoding: windows-1251\n@misc{a,\n  title = {\xcf\xf0\xe8\xe2\xe5\xf2}\n}\n",
        (("not-utf8", 0),),
        ({"title": "Привет"},),
    ),
    Case(
        "a header that lies",
        b"% Encoding: utf-8\n@misc{a,\n  title = {Caf\xe9}\n}\n",
        (("not-utf8", 3),),
        ({"title": "Café"},),
    ),
    Case(
        "UTF-16 without a mark",
        "@misc{a,\n  title = {Café}\n}\n".encode("utf-16-le"),
        (("not-utf8", 0),),
        ({"title": "Café"},),
    ),
    Case(
        "byte order marks at the start and before an entry",
        "\ufeff@misc{a, title = {x}}\n\ufeff@misc{b, title = {y}}\n",
        (),
        ({"id": "a", "title": "x"}, {"id": "b", "title": "y"}),
    ),
    Case(
        "a set, and data that nobody takes over",
        "@set{s, entryset = {a}}\n@xdata{used, year = 1901}\n@xdata{idle, year = 1902}\n"
        "@misc{a, title = {x}, xdata = {used}}\n",
        (("no-page", 1), ("no-page", 3)),
        ({"id": "a", "title": "x", "year": 1901},),
    ),
    Case(
        "a macro that nothing defines",
        "@article{a,\n  title = {x},\n  journal = jxyz\n}\n",
        (("undefined-string", 3),),
        ({"container_title": "jxyz"},),
    ),
    Case(
        "a month without quotes",
        "@article{a,\n  title = {x},\n  year = 2001,\n  month = june\n}\n",
        (),
        ({"year": 2001},),
    ),
    Case(
        "a journal that styles define",
        "@article{a,\n  title = {x},\n  journal = jacm\n}\n",
        (),
        ({"container_title": "Journal of the ACM"},),
    ),
    Case(
        "a macro defined further down",
        "@article{a,\n  title = {x},\n  journal = jx\n}\n@string{jx = {Journal X}}\n",
        (),
        ({"container_title": "Journal X"},),
    ),
    Case(
        "a repeated key",
        "@misc{a, title = {x}}\n@misc{a, title = {y}}\n@misc{A, title = {z}}\n",
        (),
        ({"id": "a", "title": "x"}, {"id": "a", "title": "y"}, {"id": "A", "title": "z"}),
    ),
    Case(
        "an entry without a key",
        "@misc{,\n  title = {x}\n}\n@misc{title = {y}}\n",
        (("no-key", 1), ("no-key", 4)),
        ({"id": "", "title": "x"}, {"id": "", "title": "y"}),
    ),
    Case(
        "a blank in the key",
        "@misc{Smith 2010,\n  title = {x}\n}\n",
        (("blank-in-key", 1),),
        ({"id": "Smith 2010", "title": "x"},),
    ),
    Case("no comma behind the key", "@misc{a\n  title = {x}\n}\n", (), ({"id": "a", "title": "x"},)),
    Case(
        "a field given twice",
        "@misc{a,\n  title = {x},\n  title = {y},\n  keywords = {p},\n  keywords = {q}\n}\n",
        (("duplicate-field", 3), ("duplicate-field", 5)),
        ({"title": "x", "keywords": ("p", "q")},),
    ),
    Case(
        "a value without quotes or braces",
        "@misc{a,\n  title = {x},\n  pages = 12--13,\n  year = 2010a\n}\n",
        (("bare-value", 3), ("odd-year", 4), ("bare-value", 4)),
        ({"page": "12–13", "year": 2010},),
    ),
    Case(
        "a missing comma",
        "@misc{a,\n  title = {x}\n  year = {2001}\n}\n",
        (("missing-comma", 3),),
        ({"title": "x", "year": 2001},),
    ),
    Case(
        "a comment line inside an entry",
        "@misc{a,\n  title = {x},\n  % note = {n},\n  year = {2001}\n}\n",
        (("comment-in-entry", 3),),
        ({"title": "x", "note": "", "year": 2001},),
    ),
    Case(
        "an entry that never closes",
        "@misc{a,\n  title = {x},\n  year = {2001}\n\n@misc{b,\n  title = {y}\n}\n",
        (("unbalanced-braces", 4),),
        ({"id": "a", "title": "x", "year": 2001}, {"id": "b", "title": "y", "year": None}),
    ),
    Case(
        "a value that never closes",
        "@misc{a,\n  title = {x,\n  year = {2001}\n}\n\n@misc{b,\n  title = {y}\n}\n",
        (("unclosed-value", 2), ("unbalanced-braces", 5)),
        ({"id": "a", "title": "x", "year": 2001}, {"id": "b", "title": "y", "year": None}),
    ),
    Case(
        "a brace too many",
        "@misc{a,\n  title = {x}},\n  year = {2001}\n}\n",
        (("closed-too-early", 2),),
        ({"title": "x", "year": 2001},),
    ),
    Case(
        "a closing brace behind a backslash, which BibTeX counts",
        "@misc{a,\n  title = {set \\} x},\n  year = {2001}\n}\n@misc{b, title = {y}}\n",
        (("surplus-text", 2), ("closed-too-early", 2)),
        ({"id": "a", "year": 2001}, {"id": "b", "year": None}),
    ),
    Case(
        "an entry that closes behind its key",
        "@misc{a}\n  title = {x},\n  year = {2001}\n}\n",
        (("closed-too-early", 1),),
        ({"id": "a", "title": "x", "year": 2001},),
    ),
    Case(
        "a field whose name is not ASCII",
        "@misc{a,\n  título = {x},\n  title = {y}\n}\n",
        (),
        ({"title": "y", "extra": {"título": "x"}},),
    ),
    Case("a key that is not ASCII", "@misc{مقاله:۱,\n  title = {x}\n}\n", (), ({"id": "مقاله:۱"},)),
    Case("a key that is no file's name", "@misc{DBLP:conf/x?,\n  title = {x}\n}\n", (), ({"id": "DBLP:conf/x?"},)),
    Case("at signs in free text", "mail me@example.org {now} or @{X,}\n@misc{a, title = {x}}\n", (), ({"id": "a"},)),
    Case(
        "entries that are commented out",
        "% @misc{b, title = {y}}\n@comment{\n@misc{c, title = {z}}\n}\n@misc{a, title = {x}}\n",
        (),
        ({"id": "a"},),
    ),
    Case(
        "a comment that never closes",
        "@comment{old things\n@misc{a, title = {x}}\n@misc{b, title = {y}}\n",
        (("runaway-comment", 1),),
        ({"id": "a"}, {"id": "b"}),
    ),
    Case(
        "an entry in parentheses",
        '@misc(a,\n  title = "x (y)",\n  year = 2001\n)\n',
        (),
        ({"title": "x (y)", "year": 2001},),
    ),
    Case("a type of BibLaTeX", "@mvbook{a,\n  title = {x}\n}\n", (), ({"type": "book", "source_type": "mvbook"},)),
    Case(
        "a type that is none",
        "@judicial{a,\n  title = {x}\n}\n",
        (("unknown-type", 1),),
        ({"type": "document", "source_type": "judicial"},),
    ),
    Case(
        "a reference that leads nowhere",
        "@inproceedings{a,\n  title = {x},\n  crossref = {p}\n}\n",
        (("dangling-reference", 3),),
        ({"title": "x"},),
    ),
    Case(
        "inheritance",
        "@inproceedings{a,\n  title = {x},\n  crossref = {p}\n}\n@proceedings{p,\n  title = {P},\n  year = {2001}\n}\n",
        (),
        ({"title": "x", "container_title": "P", "year": 2001}, {"title": "P", "container_title": "", "year": 2001}),
    ),
    Case(
        "data for others",
        "@misc{a,\n  xdata = {p}\n}\n@xdata{p,\n  title = {P},\n}\n",
        (),
        ({"id": "a", "title": "P"},),
    ),
    Case(
        "inheritance in a ring",
        "@misc{a,\n  title = {x},\n  crossref = {b}\n}\n@misc{b,\n  title = {y},\n  crossref = {a}\n}\n",
        (("inheritance-loop", 7),),
        ({"title": "x"}, {"title": "y"}),
    ),
    Case(
        "an empty value",
        "@misc{a,\n  title = {x},\n  doi = {},\n  volume = { }\n}\n",
        (("empty-field", 3),),
        ({"doi": "", "volume": "", "extra": {}},),
    ),
    Case(
        "a placeholder",
        "@article{a,\n  title = {x},\n  journal = {Journal title},\n  volume = {XXX}\n}\n",
        (("placeholder", 3), ("placeholder", 4)),
        ({"container_title": "", "volume": ""},),
    ),
    Case(
        "braces without a partner in a value",
        '@misc{a,\n  title = "a {b",\n  year = {2001}\n}\n',
        (("unbalanced-value", 2), ("unclosed-value", 2), ("unbalanced-braces", 4)),
        ({"title": "a b", "year": 2001},),
    ),
    Case("control characters", "@misc{a,\n  title = {x\x07y}\n}\n", (("control-characters", 2),), ({"title": "xy"},)),
    Case("joiners that Persian needs", "@misc{a,\n  title = {می\u200cشود}\n}\n", (), ({"title": "می\u200cشود"},)),
    Case(
        "text decoded wrongly",
        "@misc{a,\n  title = {CafÃ© â€“ y}\n}\n",
        (("garbled-text", 2),),
        ({"title": "CafÃ© â€“ y"},),
    ),
    Case("a letter that was lost", "@misc{a,\n  title = {Caf�}\n}\n", (("lost-letter", 2),), ({"title": "Caf�"},)),
    Case(
        "a dotless letter under an accent",
        "@misc{a,\n  title = {x},\n  author = {Garcı́a, A.}\n}\n",
        (("dotless-letter", 3),),
        ({"author": ["García, A."]},),
    ),
    Case(
        "HTML",
        "@misc{a,\n  title = {<i>E. coli</i> &amp; H<sub>2</sub>O <script>alert(1)</script>}\n}\n",
        (),
        ({"title": "E. coli & H2O <script>alert(1)</script>"},),
    ),
    Case(
        "several addresses in one field",
        "@misc{a,\n  title = {x},\n  url = {https://a.example/x https://a.example/y; https://a.example/z}\n}\n",
        (),
        ({"links": ["https://a.example/x", "https://a.example/y", "https://a.example/z"]},),
    ),
    Case(
        "LaTeX in an address",
        "@misc{a,\n  title = {x},\n  url = {\\url{https://a.example/x\\_y\\%20z}}\n}\n",
        (),
        ({"links": ["https://a.example/x_y%20z"]},),
    ),
    Case(
        "an address that may not be followed",
        "@misc{a,\n  title = {x},\n  url = {javascript:alert(1)}\n}\n",
        (("bad-address", 3),),
        ({"links": [], "extra": {"url": "javascript:alert(1)"}},),
    ),
    Case(
        "a DOI as an address",
        "@misc{a,\n  title = {x},\n  doi = {https://doi.org/10.1000/x}\n}\n",
        (("doi-as-address", 3),),
        ({"doi": "10.1000/x"},),
    ),
    Case(
        "a DOI that is none",
        "@misc{a,\n  title = {x},\n  doi = {soon}\n}\n",
        (("bad-doi", 3),),
        ({"doi": "", "extra": {"doi": "soon"}},),
    ),
    Case(
        "a year that is no number",
        "@misc{a,\n  title = {x},\n  year = {1998a}\n}\n@misc{b,\n  title = {y},\n  year = {Spring 1998}\n}\n"
        "@misc{c,\n  title = {z},\n  year = {in press}\n}\n",
        (("odd-year", 3), ("odd-year", 7)),
        ({"year": 1998, "status": ""}, {"year": 1998, "status": ""}, {"year": None, "status": "in-press"}),
    ),
    Case(
        "an odd month",
        "@misc{a,\n  title = {x},\n  year = {1998},\n  month = {Jam}\n}\n",
        (("odd-month", 4),),
        ({"year": 1998},),
    ),
    Case(
        "a date that does not exist",
        "@misc{a,\n  title = {x},\n  date = {2001-02-30}\n}\n",
        (("impossible-date", 3),),
        ({"year": 2001},),
    ),
    Case(
        "a date that is none",
        "@misc{a,\n  title = {x},\n  date = {long ago}\n}\n",
        (("odd-date", 3),),
        ({"year": None},),
    ),
    Case("no title", "@misc{a,\n  year = {2001}\n}\n", (), ({"id": "a", "title": "", "year": 2001},)),
    Case("an entry without fields", "@misc{a}\n@misc{b, title = {y}}\n", (("broken-entry", 1),), ({"id": "b"},)),
    Case(
        "a wrong ISBN",
        "@book{a,\n  title = {x},\n  isbn = {978-3-16-148410-1}\n}\n",
        (("bad-isbn", 3),),
        ({"isbn": ()},),
    ),
    Case(
        "a file of somebody's own disk",
        "@misc{a,\n  title = {x},\n  file = {:C\\:\\\\x.pdf:PDF}\n}\n",
        (("file-outside", 3),),
        ({"attachments": ()},),
    ),
    Case(
        "a command that is not known",
        "@misc{a,\n  title = {An \\elnino{y}}\n}\n",
        (("unknown-command", 2),),
        ({"title": "An y"},),
    ),
    Case(
        "a trailing and",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane and }\n}\n",
        (("stray-and", 3),),
        ({"author": ["Doe, Jane"]},),
    ),
    Case(
        "a leading and",
        "@misc{a,\n  title = {x},\n  author = {and Doe, Jane}\n}\n",
        (("stray-and", 3),),
        ({"author": ["Doe, Jane"]},),
    ),
    Case(
        "and twice in a row",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane and and Roe, Richard}\n}\n",
        (("stray-and", 3),),
        ({"author": ["Doe, Jane", "Roe, Richard"]},),
    ),
    Case(
        "and others",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane and others}\n}\n",
        (),
        ({"author": ["Doe, Jane"], "et_al": frozenset({"author"})},),
    ),
    Case(
        "et al. inside a name",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane et al.}\n}\n",
        (),
        ({"author": ["Doe, Jane"], "et_al": frozenset({"author"})},),
    ),
    Case(
        "and three points",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane and ...}\n}\n",
        (),
        ({"author": ["Doe, Jane"], "et_al": frozenset({"author"})},),
    ),
    Case(
        "a list parted by commas",
        "@misc{a,\n  title = {x},\n  author = {Jane Doe, Richard Roe, Max Miller and Erika Poe}\n}\n",
        (("name-list", 3),),
        ({"author": ["Doe, Jane", "Roe, Richard", "Miller, Max", "Poe, Erika"]},),
    ),
    Case(
        "a list parted by semicolons",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane; Roe, Richard}\n}\n",
        (("name-list", 3),),
        ({"author": ["Doe, Jane", "Roe, Richard"]},),
    ),
    Case(
        "two commas around a given name",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane, M.}\n}\n",
        (("stray-comma", 3),),
        ({"author": ["Doe, Jane M."]},),
    ),
    Case(
        "a comma at the edge",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane, and Roe, Richard}\n}\n",
        (("stray-comma", 3),),
        ({"author": ["Doe, Jane", "Roe, Richard"]},),
    ),
    Case(
        "an ampersand",
        "@misc{a,\n  title = {x},\n  author = {Jane Doe \\& Richard Roe}\n}\n",
        (("name-list", 3),),
        ({"author": ["Doe, Jane", "Roe, Richard"]},),
    ),
    Case(
        "BibLaTeX's extended names",
        "@misc{a,\n  title = {x},\n  author = {family=Berg, given=Jan, prefix=van der}\n}\n",
        (),
        ({"author": ["van der Berg, Jan"]},),
    ),
    Case(
        "extended names that say nothing",
        "@misc{a,\n  title = {x},\n  author = {given= , family=, x, y, z}\n}\n",
        (("odd-name", 3),),
        ({"author": ["given= , family=, x, y, z"]},),
    ),
    Case(
        "a corporate name in braces",
        "@misc{a,\n  title = {x},\n  author = {{Doe and Roe Ltd} and Poe, Erika}\n}\n",
        (),
        ({"author": ["Doe and Roe Ltd", "Poe, Erika"]},),
    ),
    Case(
        "a list in braces",
        "@misc{a,\n  title = {x},\n  author = {{Doe, Jane and Roe, Richard}}\n}\n",
        (("name-list", 3),),
        ({"author": ["Doe, Jane", "Roe, Richard"]},),
    ),
    Case(
        "a particle and a suffix",
        "@misc{a,\n  title = {x},\n  author = {van der Berg, Jr., Jan}\n}\n",
        (),
        ({"author": ["van der Berg, Jr., Jan"]},),
    ),
    Case("nothing but commas and blanks", "@misc{a,\n  title = {x},\n  author = {, ~ ,}\n}\n", (), ({"author": []},)),
    Case(
        "digits and parentheses",
        "@misc{a,\n  title = {x},\n  author = {Doe, Jane (2nd author)}\n}\n",
        (),
        ({"author": ["Doe, Jane (2nd author)"]},),
    ),
    Case(
        "an address for a name",
        "@misc{a,\n  title = {x},\n  author = {https://a.example/}\n}\n",
        (),
        ({"author": ["https://a.example/"]},),
    ),
    Case(
        "commas past all reading",
        "@misc{a,\n  title = {x},\n  author = {a, b, c, d e, f}\n}\n",
        (("odd-name", 3),),
        ({"author": ["a, b, c, d e, f"]},),
    ),
    Case(
        "a family name in capitals",
        "@misc{a,\n  title = {x},\n  author = {DOE-MCKAY, Jane}\n}\n",
        (("capital-name", 3),),
        ({"author": ["DOE-MCKAY, Jane"]},),
    ),
    Case(
        "a gap where a letter was",
        "@misc{a,\n  title = {x},\n  author = {K hler, Anna}\n}\n",
        (("lost-letter", 1),),
        ({"author": ["K hler, Anna"]},),
    ),
    Case(
        "two consonants behind a gap",
        "@misc{a,\n  title = {x},\n  author = {Vilsb ll, Ada}\n}\n",
        (("lost-letter", 1),),
        ({"author": ["Vilsb ll, Ada"]},),
    ),
    Case(
        "a name the other way round",
        "@misc{a,\n  title = {x},\n  author = {Lovelace, Ada M. and A., Turing and Turing, A.}\n}\n",
        (("swapped-name", 1),),
        ({"author": ["Lovelace, Ada M.", "A., Turing", "Turing, A."]},),
    ),
    Case(
        "a gap that another entry fills",
        "@misc{a, title = {x}, author = {M ynard, Bo}}\n@misc{b, title = {y}, author = {Maynard, Bo}}\n",
        (("lost-letter", 1),),
        ({"author": ["M ynard, Bo"]}, {"author": ["Maynard, Bo"]}),
    ),
    Case(
        "names in other roles",
        "@misc{a,\n  title = {x},\n  translator = {Doe, Jane and }\n}\n",
        (("stray-and", 3),),
        ({"translator": ["Doe, Jane"]},),
    ),
)


def _fact(entry: Entry, word: str) -> object:
    """A fact of an entry, as plain as can be."""
    if word in ("author", "editor", "translator"):
        return [name.to_inverted() for name in entry.names.get(word, ())]
    if word in ("title", "container_title", "note", "abstract", "publisher"):
        text: Text = getattr(entry, word)
        return text.to_plain()
    if word == "links":
        return [link.url for link in entry.links]
    fact: object = getattr(entry, word)
    return fact


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_defect_is_said_where_it_is_and_loses_nothing(case: Case) -> None:
    data = case.source if isinstance(case.source, bytes) else case.source.encode()
    reading = read([Source("a.bib", data)], LimitsConfig())
    assert tuple((problem.code, problem.place.line) for problem in reading.problems) == case.said
    assert len(reading.entries) == len(case.entries)
    for entry, facts in zip(reading.entries, case.entries, strict=True):
        assert {word: _fact(entry, word) for word in facts} == facts

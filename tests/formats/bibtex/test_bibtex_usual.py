"""The short ways for what nearly all records are say the same as the long ways for what any can be."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.formats.bibtex.names import read_names
from sitegen.formats.bibtex.values import keywords, pages
from sitegen.formats.bibtex.wellformed import well_formed, well_formed_within
from sitegen.text.latex import read_latex

_RECORDS = (
    "key,", "title = {On {B}},", "Title={", "}", "},", "year = 2003,", "month = may", ",", "note = {a {b {c {d}}}},",
    "note = {a {b {c {d {e {f}}}}}},", "doi = ", '"10.1/x"', '"', "{", "\n  ", " # ", "% c\n", "@misc{", "volume = {3}",
    "x-y = {},", "12ab", "é",
)  # fmt: skip
_NAMES = (
    "Smith, J.", "Ana Silva", "van der Berg, Jan", "M{\\\"u}ller, K.", "{\\c{S}}ahin, P.", "{Survey Team}", "Anderson",
    "Andreas", "Fernando", "and", "Knuth, Jr., D.", "others", "et al.", "Mohamed et al.", "MCDONALD, Ann", "Li.and",
    "A; B", "R&D", "O’Hara", "O'Hara", "J. A\tB", "", " ", "III", "More", "a~b", "\\o re", "X*",
)  # fmt: skip
_WORDS = (
    "word", "Ω", "é", "e\u0301", "’", "'", "-", ",", "{DNA}", "{a b}", "{a-b}", "{1}", "{it’s}", "{it's}", "{ a}", "x.",
    "%", "\u200b", "\xa0", "^2", "{A}{B}", "ß",
)  # fmt: skip


@given(st.lists(st.sampled_from(_RECORDS), max_size=12).map("".join))
def test_a_record_read_by_searches_is_what_patterns_read(body: str) -> None:
    text = f"{{{body}}}\n\n@misc{{b, note = {{x}}}}"
    quick = well_formed(text, 0)
    assert quick is None or quick == well_formed_within(text, 0, len(text))


def test_most_records_are_read_by_searches() -> None:
    assert well_formed("{a,\n  title = {On {B}},\n  year = 2003,\n  month = may\n}", 0) is not None
    assert well_formed('{a, title = "On B"}', 0) is None


@given(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=4))
def test_names_are_the_same_in_a_list_that_ends_in_others(pieces: list[str]) -> None:
    source = " and ".join(pieces)
    if not pieces[-1].strip() or read_names(source, 100).et_al:
        return
    assert read_names(source, 100).names == read_names(f"{source} and others", 100).names


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8), st.sampled_from(("", " ")))
def test_words_are_the_same_where_a_group_that_shows_nothing_follows(words: list[str], between: str) -> None:
    source = between.join(words)
    assert read_latex(source)[0] == read_latex(f"{source}{{}}")[0]


@given(st.lists(st.sampled_from(("data", " big data", "Data", "ß", "SS", "", " ", "\xa0", "{a, b}")), max_size=6))
def test_keywords_are_the_same_whether_commas_or_semicolons_part_them(words: list[str]) -> None:
    assert keywords(",".join(words)) == keywords(";".join([*words, ""]))


@given(st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1), st.sampled_from(("-", "--", "---")))
def test_pages_are_the_same_with_the_word_before_them(first: int, last: int, dash: str) -> None:
    assert pages(f"{first}{dash}{last}") == pages(f"pp. {first}{dash}{last}") == f"{first}–{last}"

"""Records with every defect that real files have."""

import pytest

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.model.entry import Entry
from sitegen.problems import Place


def _read(*texts: str, limits: LimitsConfig | None = None) -> Reading:
    assert FORMAT.read is not None
    sources = [Source(f"content/{at}.bib", text.encode()) for at, text in enumerate(texts)]
    return FORMAT.read(sources, limits or LimitsConfig())


def _codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def _one(text: str) -> tuple[Entry, list[str]]:
    reading = _read(text)
    assert len(reading.entries) == 1
    return reading.entries[0], _codes(reading)


def test_values_stand_in_braces_quotes_or_bare() -> None:
    entry, codes = _one('@article{a, title = {One {T}wo}, journal = "Three {"} four", year = 2001, month = jan}')
    assert entry.title.to_plain() == "One Two"
    assert entry.container_title.to_plain() == 'Three " four'
    assert entry.issued is not None and entry.issued.start is not None and entry.issued.start.iso() == "2001-01"
    assert codes == []


def test_an_entry_knows_its_file_and_line() -> None:
    reading = _read("\n\n@misc{a, title = {x}}\n@misc{b,\n title = {y}}")
    assert [entry.place for entry in reading.entries] == [Place("content/0.bib", 3), Place("content/0.bib", 4)]


def test_a_problem_knows_the_line_and_column_of_its_field() -> None:
    problem = _read("@misc{a,\n  title = {x},\n  doi = {nonsense},\n}").problems[0]
    assert (problem.code, problem.place, problem.id) == ("bad-doi", Place("content/0.bib", 3, 3), "a")


def test_strings_reach_from_file_to_file_whatever_their_order() -> None:
    reading = _read("@article{a, title = {x}, journal = jx # { B}}", "@string{jx = {Journal X}}")
    assert reading.entries[0].container_title.to_plain() == "Journal X B"
    assert _codes(reading) == []


def test_a_files_own_string_goes_before_that_of_another() -> None:
    reading = _read("@string{j = {One}}", "@article{a, title = {x}, journal = j}\n@string{j = {Two}}")
    assert reading.entries[0].container_title.to_plain() == "Two"


def test_a_string_can_be_defined_anew() -> None:
    reading = _read("@string{j = {One}}\n@article{a, journal = j}\n@string{J = {Two}}\n@article{b, journal = j}")
    assert [entry.container_title.to_plain() for entry in reading.entries] == ["One", "Two"]


def test_months_and_well_known_journals_need_no_definition() -> None:
    entry, codes = _one("@article{a, title = {x}, year = 2001, month = june, journal = apj}")
    assert entry.container_title.to_plain() == "The Astrophysical Journal"
    assert codes == []


def test_an_undefined_string_shows_its_name() -> None:
    entry, codes = _one("@article{a, title = {x}, journal = jcpx}")
    assert entry.container_title.to_plain() == "jcpx"
    assert codes == ["undefined-string"]


def test_strings_that_double_stop_at_a_budget() -> None:
    doubling = "@string{s0 = {abcdefgh}}\n" + "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    reading = _read(doubling + "@misc{a, title = s59}\n@misc{b, title = {fine}}")
    assert [entry.id for entry in reading.entries] == ["a", "b"]
    assert "string-too-long" in _codes(reading)


def test_a_bare_value_is_taken_up_to_the_comma() -> None:
    entry, codes = _one("@article{a, title = {x}, pages = 12--13, journal = J. of {X}, year = 2001}")
    assert (entry.page, entry.container_title.to_plain(), entry.year) == ("12–13", "J. of X", 2001)
    assert codes == ["bare-value", "bare-value"]


def test_a_missing_comma_loses_no_field() -> None:
    entry, codes = _one("@misc{a, title = {x}\n year = {2001}\n note = {n}}")
    assert (entry.title.to_plain(), entry.year, entry.note.to_plain()) == ("x", 2001, "n")
    assert codes == ["missing-comma", "missing-comma"]


def test_a_comment_line_inside_an_entry_is_skipped_and_said() -> None:
    entry, codes = _one("@misc{a,\n title = {x},\n % note = {n},\n year = {2001}}")
    assert (entry.note.to_plain(), entry.year) == ("", 2001)
    assert codes == ["comment-in-entry"]


def test_an_entry_without_a_key_keeps_its_fields() -> None:
    for text in ("@misc{, title = {x}}", "@misc{title = {x}}", "@misc{\n  title = {x}}"):
        entry, codes = _one(text)
        assert (entry.id, entry.title.to_plain(), codes) == ("", "x", ["no-key"])


def test_a_key_may_lack_its_comma_or_hold_a_blank() -> None:
    entry, codes = _one("@misc{a\n title = {x}}")
    assert (entry.id, entry.title.to_plain(), codes) == ("a", "x", [])
    entry, codes = _one("@misc{Conference paper2022, title = {x}}")
    assert (entry.id, codes) == ("Conference paper2022", ["blank-in-key"])


def test_keys_of_any_script_are_kept() -> None:
    assert _one("@misc{مقاله:۱, title = {x}}")[0].id == "مقاله:۱"


def test_field_names_may_have_letters_of_any_script() -> None:
    assert _one("@misc{a, título = {x}, title = {y}}")[0].extra == {"título": "x"}


def test_a_surplus_brace_loses_no_field() -> None:
    entry, codes = _one("@misc{a,\n title = {x}},\n year = {2001}\n}\n")
    assert (entry.title.to_plain(), entry.year, codes) == ("x", 2001, ["closed-too-early"])


def test_an_entry_that_closes_after_its_key_is_read_on() -> None:
    entry, codes = _one("@misc{a}\n title = {x},\n year = {2001}\n}\n")
    assert (entry.id, entry.title.to_plain(), entry.year, codes) == ("a", "x", 2001, ["closed-too-early"])


def test_an_unclosed_value_ends_before_the_next_field_and_the_next_entry_is_whole() -> None:
    reading = _read("@misc{a,\n title = {x,\n year = {2001}\n}\n\n@misc{b,\n title = {y}\n}\n")
    assert [(entry.id, entry.title.to_plain(), entry.year) for entry in reading.entries] == [
        ("a", "x", 2001),
        ("b", "y", None),
    ]
    assert _codes(reading) == ["unclosed-value", "unbalanced-braces"]


def test_a_quote_that_never_closes_ends_before_the_next_field() -> None:
    entry, codes = _one('@book{key,\n\tauthor = "An Author,\n\ttitle = "The Title"\n}')
    assert entry.authors[0].to_plain() == "An Author"
    assert entry.title.to_plain() == "The Title"
    assert "unclosed-value" in codes


def test_a_field_given_twice_counts_once_and_lists_are_joined() -> None:
    entry, codes = _one("@misc{a, title = {x}, title = {y}, keywords = {p}, keywords = {q}}")
    assert (entry.title.to_plain(), entry.keywords) == ("x", ("p", "q"))
    assert codes == ["duplicate-field", "duplicate-field"]


def test_what_cannot_be_read_is_an_error_that_leaves_the_others_alone() -> None:
    reading = _read("@misc{}\n@misc{b, title = {y}}")
    assert (reading.found, [entry.id for entry in reading.entries]) == (2, ["b"])
    assert [(problem.level, problem.left_out) for problem in reading.problems if problem.code == "broken-entry"] == [
        ("error", True)
    ]


def test_repeated_and_equal_entries_are_all_returned() -> None:
    reading = _read("@misc{a, title = {x}}\n@misc{a, title = {x}}\n@misc{A, title = {y}}")
    assert [entry.id for entry in reading.entries] == ["a", "a", "A"]


def test_a_value_longer_than_the_limit_is_cut_and_said() -> None:
    reading = _read("@misc{a, title = {" + "x" * 300 + "}}", limits=LimitsConfig(field_characters=100))
    assert len(reading.entries[0].title.to_plain()) == 100
    assert _codes(reading) == ["value-too-long"]


def test_an_unknown_type_is_read_as_misc_and_never_dropped() -> None:
    entry, codes = _one("@judicial{a, title = {x}}")
    assert (entry.type, entry.source_type, codes) == ("document", "judicial", ["unknown-type"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("bookchapter", "incollection"),
        ("Conference-Paper", "inproceedings"),
        ("journal", "article"),
        ("PhD", "phdthesis"),
        ("masters", "mastersthesis"),
        ("artcle", "article"),
        ("inproceeding", "inproceedings"),
    ],
)
def test_a_word_that_plainly_means_a_type_is_read_as_it_with_a_warning(word: str, meant: str) -> None:
    entry, codes = _one(f"@{word}{{a, title = {{x}}}}")
    other, _ = _one(f"@{meant}{{a, title = {{x}}}}")
    assert entry == other
    assert codes == ["unknown-type"]
    (problem,) = _read(f"@{word}{{a, title = {{x}}}}").problems
    assert problem.message == f"@{word.lower()} is no known type; it is read as @{meant}"


def test_a_word_for_a_chapter_inherits_from_its_book_as_a_chapter_does() -> None:
    reading = _read("@bookchapter{a, title = {x}, crossref = {b}}\n@book{b, title = {y}, year = 2001}")
    assert reading.entries[0].container_title.to_plain() == "y"


def test_settings_of_ieeetran_are_no_entry() -> None:
    assert _read('@IEEEtranBSTCTL{a, CTLuse_url = "no"}\n@misc{d, title = {y}}').entries[0].id == "d"


def test_preambles_settings_and_data_for_others_are_no_entries() -> None:
    reading = _read('@preamble{"x"}\n@control{a, b = "1"}\n@xdata{c, title = {x}}\n@misc{d, title = {y}}')
    assert [entry.id for entry in reading.entries] == ["d"]


def test_problems_come_in_the_order_of_lines() -> None:
    reading = _read("@misc{a, title = {x}, doi = {bad}}\n@misc{b title = {x}}\n@misc{c, doi = {bad}, title = {y}}")
    assert [problem.place.line for problem in reading.problems] == sorted(
        problem.place.line for problem in reading.problems
    )

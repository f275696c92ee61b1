"""A file read again only where it changed: what that gives is what reading everything gives, or it is not given."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sitegen.config import LimitsConfig
from sitegen.formats import Revision, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.formats.bibtex.revise import MOST
from sitegen.model.entry import Entry

LIMITS = LimitsConfig()
PATH = "content/b.bib"
OTHER = """\
@string{acta = "Acta Mathematica"}
@inproceedings{child, title = {Of a child}, crossref = {Parent}}
"""
TEXT = """\
% Works
@string{here = "Here"}
@book{euler1748,
  title = {Introductio in analysin},
  author = {Euler, Leonhard},
  year = 1748, month = may,
}

@article{named, title = {By {N}ame}, journal = acta, note = here, year = {1900},
  sitegen-ignore = {no-issn: old}}

@proceedings{parent, title = {Of a parent}, year = 1901}
% between
@comment{set aside}
@misc{child2, crossref = {parent}, title = {Of another}}
@misc(brackets, title = {In brackets}, year = 1902)
  @misc{indented, title = "In quotes", abstract = {Long
  and längər}}
@misc{one, title = {One}} @misc{two, title = {Two on the line}}
@misc{last, title = {Last}, year = 1903}
"""


def entries_of(text: str, other: str = OTHER) -> tuple[Entry, ...]:
    assert FORMAT.read
    found = FORMAT.read([Source("content/a.bib", other.encode()), Source(PATH, text.encode())], LIMITS).entries
    return tuple(entry for entry in found if entry.place.file == PATH)


def revised(old: str, new: str, other: str = OTHER) -> Revision | None:
    assert FORMAT.revisable
    kept = FORMAT.revisable([Source("content/a.bib", other.encode()), Source(PATH, old.encode())], LIMITS)
    return kept.revised(PATH, new.encode(), entries_of(old, other))


def applied(old: tuple[Entry, ...], revision: Revision) -> list[object]:
    """Entries as a revision leaves them."""
    first, behind = revision.first, revision.first + len(revision.entries)
    moved = [(each, (each.place.file, each.place.line + revision.lines), each.ignore) for each in old[behind:]]
    begun = [(each, (each.place.file, each.place.line), each.ignore) for each in (*old[:first], *revision.entries)]
    return [*begun, *moved]


def holds(old: str, new: str, other: str = OTHER) -> bool:
    """Whether a revision is given; one that is given must be right."""
    revision = revised(old, new, other)
    if revision is None:
        return False
    assert applied(entries_of(old, other), revision) == [
        (each, (each.place.file, each.place.line), each.ignore) for each in entries_of(new, other)
    ]
    return True


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Introductio in", "Institutiones\n\n calculi"),
        ("{Euler, Leonhard}", "{Euler, Leonhard and Bernoulli, Johann}"),
        ("  year = 1748, month = may,\n", "  date = {1748-05},\n"),
        ("By {N}ame", "By \\textit{Name}"),
        ("no-issn: old", "no-issn: very old"),
        ("In quotes", "In “quotes”"),
        ("längər", "lång"),
        ("{Last}", "{The very last}, note = {New}"),
    ],
)
def test_a_record_that_stands_alone_is_read_alone(old: str, new: str) -> None:
    assert old in TEXT
    assert holds(TEXT, TEXT.replace(old, new))


def test_the_same_bytes_are_no_change() -> None:
    assert revised(TEXT, TEXT) == Revision()


def test_two_records_that_changed_are_both_read() -> None:
    new = TEXT.replace("Introductio", "Institutiones").replace("By {N}ame", "By Name")
    found = revised(TEXT, new)
    assert found is not None
    assert [entry.id for entry in found.entries] == ["euler1748", "named"]
    assert holds(TEXT, new)


def test_changes_far_from_each_other_are_read_with_everything() -> None:
    records = [f"@misc{{a{number}, title = {{Title}}}}" for number in range(MOST + 2)]
    new = [records[0].replace("Title", "First"), *records[1:-1], records[-1].replace("Title", "Last")]
    assert not holds("\n".join(records), "\n".join(new))
    assert holds("\n".join(records[2:]), "\n".join([new[0], *records[3:]]).replace("a0", "a2"))


def test_windows_line_ends_and_the_mark_of_utf_8_are_no_obstacle() -> None:
    old = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert holds(old, old.replace("Introductio", "Institutiones"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Of a parent", "Of a father"),
        ("Of another", "Of an other"),
        ("In brackets", "In round brackets"),
        ("{Two on", "{Both on"),
        ('"Here"', '"There"'),
        ("year = 1748", "note = acta, year = 1748"),
        ("euler1748,", "euler,"),
        ("analysin},", "analysin,"),
        ("@misc{last", "@xdata{last"),
        ("year = 1903}", "year = 1903}}"),
        ("year = 1903}\n", "year = 1903}\n@misc{more, title = {More}}\n"),
        ("@misc{last, title = {Last}, year = 1903}\n", ""),
        ("% between", "% now between"),
        ("Introductio", "Introductio\u0007"),
        ("year = {1900}", "year = {1900}, crossref = {last}"),
    ],
)
def test_what_reaches_further_is_left_to_reading_everything(old: str, new: str) -> None:
    assert old in TEXT
    assert not holds(TEXT, TEXT.replace(old, new))


def test_where_a_parent_is_not_certain_nothing_stands_alone() -> None:
    other = OTHER.replace("{Parent}", "acta")
    assert not holds(TEXT, TEXT.replace("Introductio", "Institutiones"), other)


def test_a_string_that_is_defined_twice_is_not_guessed() -> None:
    old = "@string{j = {1st}}\n@misc{a, title = {A}, note = j}\n@string{j = {2nd}}\n@misc{b, title = {B}, note = j}\n"
    assert not holds(old, old.replace("{A}", "{AA}"))
    assert holds(old, old.replace("{B}", "{BB}"))


PIECES = st.sampled_from([
    "x", "{", "}", '"', "@", "\n", ",", "=", "%", "#", "é", "\\", " ", "\r\n", "\ufeff", "  \n", "(", ")",
    "}\n\n@misc{new, title = {N}}", "title = {T}", "@comment{", "crossref = {last}, ", "note = here, ", "month = jan, ",
    "@string{here = {There}}",
])  # fmt: skip


@settings(max_examples=400)
@given(st.integers(0, len(TEXT)), st.integers(0, 12), st.lists(PIECES, max_size=3))
@example(0, 0, ["x"])
@example(len(TEXT), 0, ["\n"])
def test_whatever_is_typed_a_revision_is_right_or_is_not_given(at: int, gone: int, pieces: list[str]) -> None:
    new = TEXT[:at] + "".join(pieces) + TEXT[at + gone :]
    assume(new != TEXT)
    holds(TEXT, new)


@settings(max_examples=100)
@given(st.integers(0, len(TEXT)), st.lists(PIECES, max_size=3), st.integers(0, len(TEXT)), st.lists(PIECES, max_size=3))
def test_what_was_typed_before_does_not_matter(at: int, pieces: list[str], then: int, more: list[str]) -> None:
    old = TEXT[:at] + "".join(pieces) + TEXT[at:]
    holds(old, old[:then] + "".join(more) + old[then:])

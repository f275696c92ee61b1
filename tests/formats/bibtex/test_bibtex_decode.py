"""Bytes to text."""

import pytest

from sitegen.formats.bibtex.decode import decode

RECORD = "@misc{a,\n  title = {Müller},\n}\n"


def _codes(data: bytes) -> list[str]:
    return [finding.code for finding in decode(data).findings]


def test_utf8_is_read_without_a_word() -> None:
    assert decode(RECORD.encode()).text == RECORD
    assert _codes(RECORD.encode()) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_in_other_forms_is_recognised_by_its_mark_or_its_nulls(encoding: str) -> None:
    assert decode(RECORD.encode(encoding)).text == RECORD


def test_what_is_not_utf8_is_said_once() -> None:
    assert _codes(RECORD.encode("utf-16")) == ["not-utf8"]


def test_a_line_in_windows_1252_does_not_spoil_the_lines_in_utf8() -> None:
    mixed = "é\n".encode() + "ö “x”\n".encode("cp1252") + "ü".encode()
    decoded = decode(mixed)
    assert decoded.text == "é\nö “x”\nü"
    assert [finding.code for finding in decoded.findings] == ["not-utf8"]
    assert decoded.text.count("\n", 0, decoded.findings[0].offset) == 1


def test_bytes_without_a_meaning_in_windows_1252_raise_nothing() -> None:
    assert decode(b"a\x81\x8d\xff").text.startswith("a")


def test_the_header_of_jabref_is_believed_where_it_is_true() -> None:
    data = "% Encoding: windows-1251\n@misc{a, title = {Привет}}".encode("cp1251")
    assert "Привет" in decode(data).text


def test_a_header_that_names_no_encoding_is_passed_over() -> None:
    assert "ö" in decode(b"% Encoding: nonsense\n@misc{a, title = {\xf6}}").text
    assert "ö" in decode(b"% Encoding: rot13\n@misc{a, title = {\xf6}}").text


def test_line_ends_of_all_kinds_count_as_one_line() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_control_characters_and_stray_byte_order_marks_are_dropped() -> None:
    decoded = decode("a\x00b\x07c\ufeffd\u0085e".encode())
    assert decoded.text == "abcde"
    assert [finding.code for finding in decoded.findings] == ["control-characters"]


def test_joiners_that_persian_needs_are_kept() -> None:
    assert decode("می\u200cشود".encode()).text == "می\u200cشود"


def test_text_that_was_garbled_before_is_reported_with_its_place() -> None:
    text = "fine\nMÃ¼ller and caf\ufffd\n"
    findings = decode(text.encode()).findings
    assert [finding.code for finding in findings] == ["garbled-text"]
    assert text.count("\n", 0, findings[0].offset) == 1


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"%PDF-1.7", b"<!DOCTYPE html><html><body>404</body></html>"]
)
def test_files_that_are_something_else_hold_no_text(data: bytes) -> None:
    assert decode(data).text == ""
    assert _codes(data) == ["not-bibtex"]


def test_a_web_page_around_records_is_read() -> None:
    assert "@misc" in decode(b"<html><pre>\n@misc{a, title = {x}}\n</pre></html>").text


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""
    assert decode(b"\xef\xbb\xbf").text == ""

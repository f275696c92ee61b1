"""Sources as other programs read them, found again by the line the library remembers."""

import pytest

pytest.importorskip("bibtexparser")
pytest.importorskip("rispy")

from sitegen.fidelity.said import Said
from sitegen.fidelity.sources import decoded, said_by_sources
from sitegen.model.entry import Entry
from sitegen.problems import Place


def said(path: str, text: str, line: int = 1, key: str = "a") -> Said:
    entry = Entry(id="a", citation_key=key, place=Place(path, line))
    return said_by_sources({path: text.encode()}, {"a": entry})["a"]


def test_an_entry_is_found_by_its_line_although_its_key_stands_twice() -> None:
    text = "@misc{a, title = {One}}\n@misc{a, title = {Two}, title = {Three}}\n"
    assert said("x.bib", text, 1).title == said("x.bib", '@misc{b, title = "One"}').title
    second = said("x.bib", text, 2).title
    assert second is not None
    assert second.known == "two"


def test_fields_keep_their_words_and_their_addresses() -> None:
    found = said(
        "x.bib",
        "@string{pub = {Playroom } # {Press}}\n@misc{a, publisher = pub, school = nobody, url = {https://a.example/\\_b},\n"
        " note = {see https://b.example}, author = {Quill, A. and Toys and others}, year = 1999, doi = {10.1/a\\_b}}",
        2,
    )
    assert found.fields["publisher"] == ("playroom", "press")
    assert "school" not in found.fields, "what no string defines is for the reader to report"
    assert found.urls == {"url": ("https://a.example/_b",)}
    assert (found.names["author"], found.et_al) == (("Quill, A.", "Toys"), frozenset({"author"}))
    assert (found.year, found.doi) == ("1999", "10.1/a_b")


@pytest.mark.parametrize("tilde", [r"\symbol{126}", r"\char126", r"\textasciitilde{}", r"\~{}", "$\\sim$", "~"])
def test_a_tilde_in_an_address_has_many_spellings(tilde: str) -> None:
    found = said("x.bib", f"@misc{{a, note = {{{{http://a.example/{tilde}me}}}}}}")
    assert found.urls == {"note": ("http://a.example/~me",)}


def test_initials_that_biblatex_is_told_are_no_part_of_a_name() -> None:
    names = (
        "family=Boronat, given=Philippe, given-i={{Ph}} and family=Lozovik, given=Yu. E., given-i={{Yu}}E and Roe, A."
    )
    found = said("x.bib", f"@misc{{a, author = {{{names}}}, translator = {{family=Moss, given=Mia}}}}")
    assert found.fields["translator"] == ("mia", "moss")
    assert found.names["author"] == ("Boronat, Philippe,", "Lozovik, Yu. E.,", "Roe, A.")


def test_signs_that_are_wanted_are_known_even_where_a_field_is_not_understood() -> None:
    found = said("x.bib", "@misc{a, title = {one\\{\\}: \\\\{}}\n}")
    assert found.literal == {"{"}


def test_strings_that_are_commented_out_are_none() -> None:
    found = said("x.bib", "%@string{j = {Journal}}\n@misc{a, journal = j, title = {x}}", 2)
    assert "journal" not in found.fields


def test_ris_and_csl_json_are_read_by_others_too() -> None:
    ris = "TY  - JOUR\nTI  - One\nER  - \n\nTY  - JOUR\nTI  - Two\nAU  - Quill, A.\nER  - \n"
    found = said("x.ris", ris, 5)
    assert found.title is not None
    assert (found.title.known, found.names) == ("two", {"author": ("Quill, A.",)})
    item = said("x.json", '[{"id": "a", "title": "On <i>toys</i>", "DOI": "10.1/x"}]', 0)
    assert item.title is not None
    assert (item.title.known, item.doi) == ("ontoys", "10.1/x")


def test_what_cannot_be_read_says_nothing() -> None:
    for path, text in (("x.bib", "@misc{a, title = {"), ("x.ris", "TY"), ("x.json", "{"), ("x.json", "[1]")):
        entry = Entry(id="a", place=Place(path, 1))
        assert said_by_sources({path: text.encode()}, {"a": entry}) == {}


def test_each_line_has_its_own_encoding() -> None:
    assert decoded("é\n".encode() + "ü".encode("cp1252")) == "é\nü"
    assert decoded("é".encode("utf-16")) == "é"

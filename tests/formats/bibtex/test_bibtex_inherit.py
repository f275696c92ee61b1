"""xdata and crossref, over all files."""

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.model.entry import Relation
from tests.effort import in_proportion


def _read(*texts: str) -> Reading:
    assert FORMAT.read is not None
    return FORMAT.read([Source(f"{at}.bib", text.encode()) for at, text in enumerate(texts)], LimitsConfig())


def _codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_a_paper_takes_its_proceedings_title_as_book_title() -> None:
    reading = _read(
        "@inproceedings{a, title = {Paper}, crossref = {P}}",
        "@proceedings{p, title = {Proceedings}, editor = {Doe, J.},"
        " year = {2001}, publisher = {Pub}, doi = {10.1000/p}}",
    )
    entry = reading.entries[0]
    assert (entry.title.to_plain(), entry.container_title.to_plain(), entry.year) == ("Paper", "Proceedings", 2001)
    assert (entry.names["editor"][0].family, entry.publisher.to_plain(), entry.doi) == ("Doe", "Pub", "")
    assert entry.relations == (Relation("part_of", "P"),)
    assert _codes(reading) == []


def test_a_book_title_said_outright_goes_before_the_title() -> None:
    reading = _read(
        "@proceedings{p, title = {Long}, booktitle = {Short}}\n@inproceedings{a, title = {x}, crossref = {p}}"
    )
    assert reading.entries[1].container_title.to_plain() == "Short"


def test_what_the_child_says_stays() -> None:
    reading = _read(
        "@inproceedings{a, title = {x}, year = {2002}, crossref = {p}}\n@proceedings{p, title = {y}, year = {2001}}"
    )
    assert reading.entries[0].year == 2002


def test_data_containers_give_all_their_fields_and_are_no_pages() -> None:
    reading = _read(
        "@xdata{x, publisher = {Pub}, xdata = {y}}\n@xdata{y, address = {Town}}\n@book{a, title = {t}, xdata = {x}}"
    )
    assert [entry.id for entry in reading.entries] == ["a"]
    assert (reading.entries[0].publisher.to_plain(), reading.entries[0].publisher_place) == ("Pub", "Town")


def test_a_reference_to_nothing_is_said() -> None:
    assert _codes(_read("@inproceedings{a, title = {x}, crossref = {none}}")) == ["dangling-reference"]


def test_loops_are_cut_and_said() -> None:
    for text in (
        "@misc{a, title = {x}, crossref = {a}}",
        "@misc{a, title = {x}, crossref = {b}}\n@misc{b, title = {y}, crossref = {a}}",
        "@xdata{a, xdata = {b}}\n@xdata{b, xdata = {a}}\n@misc{c, title = {x}, xdata = {a}}",
    ):
        reading = _read(text)
        assert "inheritance-loop" in _codes(reading)
        assert reading.entries


def test_a_chain_of_thousands_takes_time_in_proportion() -> None:
    in_proportion(
        lambda length: _read(
            "\n".join(f"@misc{{k{n}, title = {{x}}, crossref = {{k{n + 1}}}}}" for n in range(length))
        ),
        500,
    )


def test_what_is_not_to_be_reported_is_said_of_one_record_only_and_never_exported() -> None:
    reading = _read(
        "@proceedings{p, title = {Long}, sitegen-ignore = {missing-date: none given}}\n"
        "@inproceedings{a, title = {x}, crossref = {p}}"
    )
    assert [entry.ignore for entry in reading.entries] == ["missing-date: none given", ""]
    assert "ignore" not in FORMAT.write(reading.entries)


def test_a_year_of_its_own_goes_before_the_date_of_the_parent() -> None:
    reading = _read(
        "@collection{p, title = {P}, date = {1910-05}}\n@collection{q, title = {Q}, year = 1910, month = may}\n"
        "@incollection{a, title = {x}, year = 1911, crossref = {p}}\n"
        "@incollection{b, title = {y}, date = {1911}, crossref = {q}}"
    )
    assert [entry.issued.start.iso() for entry in reading.entries if entry.issued and entry.issued.start] == [
        *("1910-05", "1910-05", "1911", "1911"),
    ]

"""COinS for lists."""

from urllib.parse import parse_qsl

from sitegen.metadata.coins import VOCABULARY, context_object
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry, WebLink
from sitegen.model.name import Name
from sitegen.text.rich import Text

ADA = Name(family="Okonkwo", given="Ada")


def test_a_journal_article_is_said_in_the_format_of_journals() -> None:
    entry = Entry(
        id="a",
        type="article-journal",
        title=Text.of("Lamps & “light”"),
        names={"author": (ADA, Name(literal="The Team"))},
        issued=Date(Day(2019, 5)),
        container_title=Text.of("Journal of Lights"),
        volume="12",
        issue="3",
        page="107–117",
        issn=("1234-5679",),
        doi="10.5555/lights.1",
    )
    assert context_object(entry) == (
        "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article"
        "&rft.atitle=Lamps+%26+%E2%80%9Clight%E2%80%9D&rft.jtitle=Journal+of+Lights&rft.volume=12&rft.issue=3"
        "&rft.spage=107&rft.epage=117&rft.au=Okonkwo%2C+Ada&rft.au=The+Team%2C&rft.date=2019-05&rft.issn=1234-5679"
        "&rft_id=info:doi/10.5555/lights.1"
    )


def fields(entry: Entry) -> list[tuple[str, str]]:
    return parse_qsl(context_object(entry))[1:]


def test_a_paper_and_a_chapter_stand_in_a_book() -> None:
    entry = Entry(
        id="a", type="paper-conference", title=Text.of("Lamp"), container_title=Text.of("Proceedings"), isbn=("1", "2")
    )
    assert fields(entry) == [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "proceeding"),
        ("rft.atitle", "Lamp"),
        ("rft.btitle", "Proceedings"),
        ("rft.isbn", "1"),
    ]
    chapter = Entry(id="a", type="chapter", page="7")
    assert fields(chapter)[1:] == [("rft.genre", "bookitem"), ("rft.spage", "7")]


def test_words_in_place_of_pages_are_no_first_page() -> None:
    assert fields(Entry(id="a", type="chapter", page="to appear"))[1:] == [("rft.genre", "bookitem")]


def test_a_book_a_thesis_and_a_report_say_who_brought_them_out() -> None:
    title, publisher = Text.of("Lamp"), Text.of("Press")
    book = Entry(id="a", type="book", title=title, publisher=publisher, edition="2", names={"editor": (ADA,)})
    assert fields(book)[1:] == [
        ("rft.genre", "book"),
        ("rft.btitle", "Lamp"),
        ("rft.pub", "Press"),
        ("rft.edition", "2"),
        ("rft.au", "Okonkwo, Ada"),
    ]
    thesis = Entry(id="a", type="thesis", title=title, publisher=publisher, genre="PhD thesis")
    assert fields(thesis) == [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dissertation"),
        ("rft.title", "Lamp"),
        ("rft.inst", "Press"),
        ("rft.degree", "PhD thesis"),
    ]


def test_what_has_no_format_of_its_own_is_said_in_dublin_core() -> None:
    entry = Entry(id="a", type="software", title=Text.of("Lamp"), links=(WebLink("code", "https://example.org/c"),))
    assert fields(entry) == [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.title", "Lamp"),
        ("rft.type", "computerProgram"),
        ("rft_id", "https://example.org/c"),
    ]


def test_long_lists_of_authors_are_cut_because_lists_hold_many_works() -> None:
    entry = Entry(id="a", names={"author": (ADA,) * 500})
    assert sum(name == "rft.au" for name, _ in fields(entry)) == 20


def test_nothing_of_it_stands_on_the_page_of_a_work() -> None:
    assert (VOCABULARY.tags, VOCABULARY.data) == (None, None)

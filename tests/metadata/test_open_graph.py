"""Open Graph and the plain tags beside it."""

from sitegen.metadata import Facts, Picture
from sitegen.metadata.open_graph import VOCABULARY, description
from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry
from sitegen.model.name import Name
from sitegen.text.rich import Paragraph, Span, Text

ENTRY = Entry(
    id="a",
    type="dataset",
    title=Text(("Light of ", Span("em", ("Noctiluca",)))),
    names={"author": (Name(family="Berg", given="Jan", non_dropping_particle="van der"), Name(literal="The Team"))},
    issued=Date(Day(2019, 5, 7)),
    abstracts=(Abstract(Text((Paragraph(("One.",)), Paragraph(("Two.",))))),),
    keywords=("plankton",),
)


def tags(entry: Entry, language: str = "pt-BR", picture: Picture | None = None) -> list[tuple[str, ...]]:
    assert VOCABULARY.tags
    page = "https://example.org/articles/a/"
    facts = Facts(entry=entry, site_title="Lights", language=language, page_url=page, picture=picture)
    return [
        (tag.element, tag.attributes[0][0], tag.attributes[0][1], tag.attributes[1][1])
        for tag in VOCABULARY.tags(facts)
    ]


def test_a_work_of_any_type_is_an_article() -> None:
    assert tags(ENTRY) == [
        ("meta", "property", "og:type", "article"),
        ("meta", "property", "og:title", "Light of Noctiluca"),
        ("meta", "property", "og:url", "https://example.org/articles/a/"),
        ("meta", "property", "og:site_name", "Lights"),
        ("meta", "property", "og:description", "One. Two."),
        ("meta", "property", "og:locale", "pt_BR"),
        ("meta", "property", "article:published_time", "2019-05-07"),
        ("meta", "property", "article:tag", "plankton"),
        ("meta", "name", "author", "Jan van der Berg, The Team"),
        ("meta", "name", "twitter:card", "summary"),
    ]


def test_what_is_not_known_has_no_tag() -> None:
    assert [tag[2] for tag in tags(Entry(id="a", issued=Date(Day(2019, 5))), "en")] == [
        "og:type",
        "og:url",
        "og:site_name",
        "twitter:card",
    ]


def test_a_description_is_cut_at_a_word() -> None:
    entry = Entry(id="a", abstracts=(Abstract(Text.of("lamp " * 100)),))
    assert description(entry) == " ".join(["lamp"] * 32) + "…"
    assert description(Entry(id="a")) == ""


def test_a_description_without_blanks_is_cut_all_the_same() -> None:
    entry = Entry(id="a", abstracts=(Abstract(Text.of("光" * 3000)),))
    assert description(entry) == "光" * 159 + "…"


def test_a_picture_is_named_with_what_it_shows_and_makes_a_large_card() -> None:
    found = {
        name: content for _, _, name, content in tags(ENTRY, picture=Picture("https://example.org/a.png", "A lamp"))
    }
    assert (found["og:image"], found["og:image:alt"]) == ("https://example.org/a.png", "A lamp")
    assert found["twitter:card"] == "summary_large_image"
    assert "og:image" not in {name for _, _, name, _ in tags(ENTRY)}

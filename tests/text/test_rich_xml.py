"""Rich text as XML."""

from xml.etree.ElementTree import tostring

from sitegen.text.elements import element
from sitegen.text.rich import Break, Items, Link, Maths, Node, Paragraph, Span, Text
from sitegen.text.rich_xml import JATS, Spelling, paragraphs, run

PLAIN = Spelling({})
EVERYTHING: tuple[Node, ...] = (
    "a ",
    Span("em", ("b",)),
    Span("nocase", ("DNA",)),
    Span("q", ("c",)),
    Break(),
    Link("https://a.example/", ("d",)),
    Maths("x^2", "x²"),
)


def inline(nodes: tuple[Node, ...], spelling: Spelling) -> str:
    return tostring(element("t", *run(Text(nodes), spelling)), encoding="unicode")


def test_a_vocabulary_with_no_marks_gets_the_words() -> None:
    assert inline(EVERYTHING, PLAIN) == "<t>a bDNA“c” dx²</t>"


def test_jats_keeps_marks_links_and_formulas() -> None:
    assert inline(EVERYTHING, JATS) == (
        '<t>a <italic>b</italic>DNA“c” <ext-link ext-link-type="uri" xlink:href="https://a.example/">d</ext-link>'
        "<inline-formula><tex-math>x^2</tex-math></inline-formula></t>"
    )


def test_text_between_blocks_makes_a_paragraph_and_a_list_stands_in_one() -> None:
    nodes: tuple[Node, ...] = ("Before ", Items(True, (("one",), ())), " ", Paragraph(("after",)))
    assert [tostring(each, encoding="unicode") for each in paragraphs(Text(nodes), JATS)] == [
        "<p>Before </p>",
        '<p><list list-type="order"><list-item><p>one</p></list-item><list-item><p /></list-item></list></p>',
        "<p>after</p>",
    ]

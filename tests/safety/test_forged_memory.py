"""What sitegen remembers of a site may have been made by a stranger, as its content may: it can say nothing more."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from sitegen.build import STATE, BuildOptions, build
from sitegen.making import BIBLIOGRAPHY
from sitegen.model.entry import Abstract, Entry, WebLink
from sitegen.text.rich import Items, Link, Maths, Node, Paragraph, Span, Text
from sitegen.traces import bibliography

BIB = """@misc{a, title={Of $x^2$}, year=2001, url={https://example.org/a}, abstract={First.

Second, with \\\\href{https://example.org/b}{a link}.}, award={One}}
@misc{b, title={Another}, year=2002}
"""
EVIL = "<img src=x onerror=alert(1)>"
ADDRESS = "javascript:alert(1)"
FORGED = Link(ADDRESS, ("here",))


def built(root: Path) -> str:
    """All pages of a site, after a build that may use what is remembered."""
    build(root, BuildOptions(base_url="https://example.org/"))
    return "\n".join(path.read_text("utf-8") for path in sorted((root / "output").rglob("*.html")))


def forge(root: Path, **said: object) -> None:
    """Let what is remembered of a work say something else, with a seal that fits."""
    known = bibliography.load(root / STATE / BIBLIOGRAPHY)
    assert known
    entries = {**known.library.entries, "a": Entry.of({**vars(known.library.entries["a"]), **said})}
    news = replace(known, library=replace(known.library, entries=entries), frames=())
    assert bibliography.save(root / STATE / BIBLIOGRAPHY, news, None)


@pytest.mark.parametrize(
    "node",
    [
        Maths("x^2", "x2", EVIL), FORGED, Span("em", (FORGED,)), Paragraph((Span("i", (FORGED,)),)),
        Items(ordered=False, items=(("one",), (FORGED,))), Paragraph(("words", Maths("x", "x", f"<math>{EVIL}"))),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["title", "abstracts", "note", "awards"])
def test_markup_and_addresses_that_no_reader_would_give_are_not_taken_from_what_is_remembered(
    tmp_path: Path, node: Node, name: str
) -> None:
    text = Text(("Words ", node))
    values = {"title": text, "note": text, "awards": (text,), "abstracts": (Abstract(text),)}
    refused(tmp_path, **{name: values[name]})


def test_a_link_that_no_reader_would_give_is_not_taken_from_what_is_remembered(tmp_path: Path) -> None:
    refused(tmp_path, links=(WebLink("website", ADDRESS),))


def test_a_text_that_is_nested_deeper_than_any_reader_lets_it_be_is_not_taken(tmp_path: Path) -> None:
    node: Node = "deep"
    for _ in range(400):
        node = Span("em", (node,))
    refused(tmp_path, title=Text((node,)))


def refused(root: Path, **said: object) -> None:
    """Whether the next build shows what the content says, whatever is remembered."""
    (root / "content").mkdir()
    (root / "content/a.bib").write_text(BIB, "utf-8")
    before = built(root)
    assert "<math>" in before
    forge(root, **said)
    (root / "content/a.bib").write_text(BIB.replace("{Another}", "{Others}"), "utf-8")
    after = built(root)
    assert ADDRESS not in after
    assert EVIL not in after
    assert after == before.replace("Another", "Others")


def test_what_is_remembered_of_honest_content_is_taken(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.bib").write_text(BIB, "utf-8")
    built(tmp_path)
    known = bibliography.load(tmp_path / STATE / BIBLIOGRAPHY)
    assert known
    assert msgspec.msgpack.encode(known.library.entries["a"].title).count(b"<math>") == 1

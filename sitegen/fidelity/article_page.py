"""An article page as a reader with a browser sees it (HTML, section 13, by Lexbor's parser)."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.fidelity.letters import FORMULA
from sitegen.fidelity.outline import Outline
from sitegen.fidelity.told import Told

_BLOCKS = frozenset({"p", "li", "ul", "ol", "div", "br"})
_BYLINES = "article .byline, section.letter"
_DETAILS = "p.source, p.award, p.eyebrow, div.status, ul.places, p.places, aside dd, aside ul.chips, section > div.text"


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of an element, its formulas marked."""

    text: str

    @property
    def formulas(self) -> int:
        """How many formulas it shows."""
        return self.text.count(FORMULA)

    @property
    def words(self) -> str:
        """The text without its formulas."""
        return self.text.replace(FORMULA, " ")


def shown(node: LexborNode | None) -> Shown:
    """What an element shows; nothing where there is none. Not recursive."""
    if node is None:
        return Shown("")
    parts: list[str] = []
    at: LexborNode | None = node
    while at is not None:
        tag = at.tag
        if tag == "-text":
            parts.append(at.text_content or "")
        elif tag == "math":
            parts.append(FORMULA)
        elif tag in _BLOCKS:
            parts.append(" ")
        at = following(at, node, into=tag != "math")
    return Shown("".join(parts))


def following(at: LexborNode, root: LexborNode, *, into: bool) -> LexborNode | None:
    """The next node in the order of the document, below `root`; None behind the last one."""
    if into and at.first_child is not None:
        return at.first_child
    while at.mem_id != root.mem_id:
        if at.next is not None:
            return at.next
        parent = at.parent
        if parent is None:
            return None
        at = parent
    return None


@dataclass(frozen=True, slots=True)
class Page:
    """What an article page says beside the facts that all files tell.

    told: those. lines: printed names, role by role. details: text of the venue line, the notes and the list of details.
    hrefs: of all links. records: what the boxes of the citation hold, by the format's name.
    """

    told: Told
    lines: tuple[tuple[str, ...], ...]
    details: str
    hrefs: frozenset[str]
    records: dict[str, str]


def read_page(tree: LexborHTMLParser, more: LexborHTMLParser | None, where: str) -> Page:
    """The page of a work. more: the page that lists all of its names, where there are too many."""
    title = shown(tree.css_first("article h1"))
    abstracts = [shown(node) for node in tree.css("section.abstract .text")]
    told = Told(
        where=where,
        title=Outline.of(title.words),
        abstracts=tuple(Outline.of(each.words) for each in abstracts),
        formulas=title.formulas + sum(each.formulas for each in abstracts),
    )
    return Page(
        told,
        tuple(_lines(more or tree)),
        " ".join(shown(node).text for node in tree.css(_DETAILS)),
        frozenset(node.attributes.get("href") or "" for node in tree.css("article a[href]")),
        {(node.id or "").removeprefix("record-"): node.text() for node in tree.css("pre[id]")},
    )


def _lines(tree: LexborHTMLParser) -> Iterator[tuple[str, ...]]:
    """Printed names, one line for each role."""
    for line in tree.css(_BYLINES):
        yield tuple(shown(name).text for name in line.css("ul li bdi") if not _is_place(name))


def _is_place(node: LexborNode) -> bool:
    """Whether a name is that of a place where authors work."""
    above = node.parent.parent if node.parent else None
    return above is not None and above.tag == "ol"

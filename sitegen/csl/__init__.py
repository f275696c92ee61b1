"""References and citations in any style of the Citation Style Language (CSL 1.0.2).

`style("apa")` is a `Style`; its `reference`, `citation`, `citations` and `bibliography` take items as CSL-JSON has them
and give `Text`; `linked` makes links of the DOIs and addresses in it. `Prepared` is an item that several styles
print. Nothing here knows the rest of sitegen.
Styles and locales are data of the CSL project (citationstyles.org, CC BY-SA 3.0), which whoever shows references made
with them names.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, TypeAlias

from sitegen.csl import data
from sitegen.csl.bibliography import entries, entry, listed, numbered
from sitegen.csl.citation import cite, read_cite
from sitegen.csl.disambiguate import details
from sitegen.csl.elements import Element
from sitegen.csl.items import Item, Prepared
from sitegen.csl.links import linked
from sitegen.csl.locale import FALLBACK
from sitegen.csl.positions import Cluster, place
from sitegen.csl.rules import Rules, read
from sitegen.text.rich import EMPTY, Node, Text

__all__ = ["CslItem", "Prepared", "Style", "has_style", "linked", "style", "styles"]

CslItem: TypeAlias = Mapping[str, Any]
"""An item as CSL-JSON has it (schema `csl-data.json`).

A text variable may also be `Text`, whose italics, small caps and formulas survive.
"""


class Style:
    """A citation style in a language. It never changes; items may be anything, and none makes it raise.

    title: what people call the style. language: BCP 47, the one its words are in. in_notes: whether its citations are
    footnotes. numeric: whether references bear numbers. rights: the licence's words in the style's file.
    """

    def __init__(self, root: Element, name: str, language: str = "") -> None:
        self._root, own_language = data.resolved(root)
        self._name, self._language = name, language or own_language
        info = root.first("info")
        self.title = _text_of(info, "title") or name
        self.rights = _text_of(info, "rights")
        self.language = self._language or self._root.get("default-locale") or FALLBACK
        self.in_notes = self._root.get("class") == "note"
        self.numeric = _format(info) == "numeric" or _format(self._root.first("info")) == "numeric"

    @cached_property
    def _rules(self) -> Rules:
        """What the style compiles to, when the first item is printed: of many styles a page may show one."""
        return self._compiled()

    def _compiled(self, *, at_once: bool = False) -> Rules:
        return Rules(self._root, self._name, data.locale, self._language, at_once=at_once)

    def proven(self) -> "Style":
        """The style itself, all of it compiled. Raises SitegenError for one that is wrong."""
        self._rules = self._compiled(at_once=True)
        return self

    def reference(self, item: CslItem, number: int | None = 1) -> Text:
        """One item as a reference list prints it; empty when the style says nothing of it.

        number: that of the reference in a numeric style; None leaves it out.
        """
        one = item.read if isinstance(item, Prepared) else Item(_mapping(item), [])
        one.values["citation-number"] = "" if number is None else str(number)
        rules = self._rules
        return rules.text(entry(rules, rules.references or rules.cites, rules.rendering(one)), one.values.opaque)

    def bibliography(self, items: Iterable[CslItem]) -> tuple[Text, ...]:
        """A reference list: sorted, numbered, works of one year told apart, repeated names replaced.

        An item of which the style says nothing is left out.
        """
        return tuple(text for _, text in self.ordered(items))

    def listed(self, items: Iterable[CslItem]) -> list[tuple[Text, Text]]:
        """References without numbers in the order of their items: each whole, and as it stands behind the last.

        The second is empty where they are the same; it may have a sign in place of names that are those of the last.
        """
        read = [item.read if isinstance(item, Prepared) else Item(_mapping(item), []) for item in items]
        for one in read:
            one.values["citation-number"] = ""
        text = self._rules.text
        found = zip(read, listed(self._rules, read), strict=True)
        return [(text(whole, one.values.opaque), text(again, one.values.opaque)) for one, (whole, again) in found]

    def ordered(self, items: Iterable[CslItem]) -> list[tuple[int, Text]]:
        """A reference list as `bibliography` gives it, each reference with the place of its item among the items."""
        opaque: list[Node] = []
        listed = entries(self._rules, [_mapping(item) for item in items], opaque)
        return [(at, self._rules.text(marked, opaque)) for at, marked in listed]

    def citation(self, cites: Sequence[CslItem], among: Sequence[CslItem] = ()) -> Text:
        """A first citation of one or more items in the running text or a note.

        cites: items, which may also carry `locator`, `label`, `prefix`, `suffix`, `suppress-author`, `author-only` and
        `position` as CSL-JSON's citation items do. among: all items that the document cites, those of `cites` among
        them by `id`; they decide about numbers and about what tells cites apart.
        """
        rules, opaque = self._rules, list[Node]()
        wanted = [_mapping(each) for each in cites]
        listed = numbered(rules, [Item(_mapping(each), opaque) for each in (among or wanted)])
        by_id = {item.id: item for item in listed}
        chosen = [(by_id.get(each.id) or each, said) for said in wanted for each in [Item(said, opaque)]]
        if not chosen:
            return EMPTY
        marked = cite(rules, [read_cite(item, said) for item, said in chosen], details(rules, listed))
        return rules.text(marked, opaque)

    def citations(
        self, clusters: Sequence[Sequence[CslItem]], among: Sequence[CslItem] = (), notes: Sequence[int] = ()
    ) -> tuple[Text, ...]:
        """All citations of a document, in its order: later ones of an item may be shorter, or "ibid.".

        clusters: what each citation cites, as `citation` takes it. among: all items that are cited; those of the
        clusters when it is empty. notes: the number of the note that each citation stands in, 0 in the running text;
        for a style whose citations are notes they count from 1 when nothing is given.
        """
        rules, opaque = self._rules, list[Node]()
        said = [[_mapping(each) for each in cluster] for cluster in clusters]
        items = {one.id: one for each in (among or chain(*said)) for one in [Item(_mapping(each), opaque)]}
        listed = numbered(rules, list(items.values()))
        numbers = notes or (range(1, len(said) + 1) if self.in_notes else [0] * len(said))
        placed = [
            Cluster([read_cite(items.get(one.id) or one, each) for each in cluster for one in [Item(each, opaque)]], at)
            for cluster, at in zip(said, numbers, strict=False)
        ]
        place(placed, rules.near_note_distance)
        more = details(rules, listed)
        return tuple(rules.text(cite(rules, cluster.cites, more), opaque) for cluster in placed)


def _mapping(item: object) -> Mapping[str, Any]:
    """An item that is one; empty for anything else."""
    return item if isinstance(item, Mapping) else {}


def _text_of(info: Element | None, tag: str) -> str:
    """The words of an element in `cs:info`."""
    found = info.first(tag) if info else None
    return " ".join(found.text.split()) if found else ""


def _format(info: Element | None) -> str:
    """The citation format that a style says it has."""
    categories = info.all("category") if info else ()
    return next((each.get("citation-format") for each in categories if each.get("citation-format")), "")


@lru_cache(maxsize=64)
def style(source: str | bytes, language: str = "", name: str = "style.csl") -> Style:
    """A style by its name, or from a `.csl` file's bytes.

    language: BCP 47 of the words in references; "" for the style's own, else US English.
    name: what the file is called in messages, when its bytes are given.
    Raises SitegenError, as one line with the element and the file's line, for a style that is not there or is wrong.

    >>> style("apa", "en-US").reference({
    ...     "type": "book", "title": "On Doubt", "publisher": "Quill",
    ...     "author": [{"family": "Doe", "given": "Jane Ann"}], "issued": {"date-parts": [[1999]]},
    ... }).to_html()
    'Doe, J. A. (1999). <i>On Doubt</i>. Quill.'
    """
    if isinstance(source, bytes):
        return Style(read(source, name), name, language).proven()
    return Style(data.load(source), source, language)


def has_style(name: str) -> bool:
    """Whether there is a style of a name."""
    return data.style_path(name) is not None


def styles() -> list[str]:
    """The names of all styles that are there, in order."""
    return data.names()

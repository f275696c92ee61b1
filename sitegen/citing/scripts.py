"""Styles for readers of another script than the Latin one: references of works in Latin letters speak English.

That is what the rules of such countries ask for (GB/T 7714 in China, GOST R 7.0.5 in Russia, the journals of Iran):
"et al." between Latin names, and the country's own words in the references of its own works.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from sitegen.csl import CslItem, Style
from sitegen.text.rich import Text
from sitegen.words.locales import language_name

_LAST_LATIN = "\u024f"
_MORE_LATIN = "\u1e00", "\u1eff"


def other_script(language: str) -> bool:
    """Whether a language, by its BCP 47 tag, is written in other letters than Latin ones.

    >>> [tag for tag in ("de", "fa", "ru", "sr-Latn", "zh-Hant", "vi") if other_script(tag)]
    ['fa', 'ru', 'zh-Hant']
    """
    return not _in_latin(language_name(language, language))


def in_latin(item: CslItem) -> bool:
    """Whether a work is in Latin letters: most of those of its title are, or of its names where it has no title."""
    title = item.get("title")
    if isinstance(title, Text):
        title = title.to_plain()
    people = chain.from_iterable(value for value in item.values() if isinstance(value, list))
    names = (str(each.get("family") or each.get("literal") or "") for each in people if isinstance(each, dict))
    return _in_latin(title if isinstance(title, str) and title else " ".join(names))


def _in_latin(text: str) -> bool:
    """Whether most letters of a text are Latin; yes where it has none."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(c <= _LAST_LATIN or _MORE_LATIN[0] <= c <= _MORE_LATIN[1] for c in letters)
    return latin * 2 >= len(letters)


class TwoScripts(Style):
    """A style in a language of another script, and in English for what is in Latin letters.

    Numbers, order, and what tells works apart are those of the whole list in the reader's language.
    """

    def __init__(self, own: Style, english: Style) -> None:
        self._own, self._english = own, english
        self.title, self.rights, self.language = own.title, own.rights, own.language
        self.in_notes, self.numeric = own.in_notes, own.numeric

    def reference(self, item: CslItem, number: int | None = 1) -> Text:
        """As `Style` has it, in the item's script."""
        return self._of([item]).reference(item, number)

    def listed(self, items: Iterable[CslItem]) -> list[tuple[Text, Text]]:
        """As `Style` has it, each in its script."""
        items = list(items)
        both = zip(items, self._own.listed(items), self._english.listed(items), strict=True)
        return [english if in_latin(item) else own for item, own, english in both]

    def ordered(self, items: Iterable[CslItem]) -> list[tuple[int, Text]]:
        """As `Style` has it, each in its script."""
        items = list(items)
        english = dict(self._english.ordered(items))
        return [(at, english.get(at, own) if in_latin(items[at]) else own) for at, own in self._own.ordered(items)]

    def citation(self, cites: Sequence[CslItem], among: Sequence[CslItem] = ()) -> Text:
        """As `Style` has it; in English when all that is cited is in Latin letters."""
        return self._of(cites).citation(cites, among)

    def citations(
        self, clusters: Sequence[Sequence[CslItem]], among: Sequence[CslItem] = (), notes: Sequence[int] = ()
    ) -> tuple[Text, ...]:
        """As `Style` has it; each in English when all that it cites is in Latin letters."""
        both = zip(
            clusters,
            self._own.citations(clusters, among, notes),
            self._english.citations(clusters, among, notes),
            strict=False,
        )
        return tuple(english if all(map(in_latin, cluster)) else own for cluster, own, english in both)

    def _of(self, items: Sequence[CslItem]) -> Style:
        """The style of some items."""
        return self._english if all(map(in_latin, items)) else self._own

"""The works of a library that a query asks for."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

from sitegen.model.entry import Entry
from sitegen.query.fields import FIELDS, HAS, IS, STATUSES, TextField, numbers, searched
from sitegen.query.folding import LINE, begins, contains, fold, hays
from sitegen.query.kinds import Kind, kinds, plain_word
from sitegen.query.nodes import All, Any, Condition, Node, Not, QueryError, Span, Words
from sitegen.query.years import years
from sitegen.site import Site
from sitegen.text.search_words import bare
from sitegen.words.locales import language_name

_ME = "me"


class Evaluator:
    """Answers queries over one site; what a field says of every entry is made once, when first asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._texts: dict[str, Mapping[str, str]] = {}

    def works(self, node: Node) -> frozenset[str]:
        """Ids of the works that a query asks for. Raises QueryError where a value is none that its field can have."""
        match node:
            case All(nodes=nodes):
                found = self._all
                for each in nodes:
                    found &= self.works(each)
                return found
            case Any(nodes=nodes):
                return frozenset().union(*(self.works(each) for each in nodes))
            case Not(node=inner):
                return self._all - self.works(inner)
            case Words():
                return self._worded(node)
            case Condition():
                return self._conditioned(node)

    @cached_property
    def _all(self) -> frozenset[str]:
        """Every work."""
        return frozenset(self._site.library.entries)

    @cached_property
    def _numbers(self) -> Mapping[str, frozenset[str]]:
        """The identifiers of each entry."""
        return {entry.id: numbers(entry) for entry in self._site.library.entries.values()}

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        """Words for types."""
        return kinds(self._site.words)

    def _worded(self, node: Words) -> frozenset[str]:
        """Works that hold bare words. Signs alone are looked for by nobody and hold everywhere."""
        words = (fold(node.text),) if node.whole else tuple(fold(node.text).split())
        sought = bare(node.text)
        numbered = frozenset(id_ for id_, known in self._numbers.items() if sought in known)
        return numbered | self._holding(self._text("", searched), tuple(filter(None, words)), node.whole)

    def _conditioned(self, node: Condition) -> frozenset[str]:
        """Works whose field says what is asked for."""
        field = FIELDS[node.field]
        if isinstance(field, TextField):
            if node.field in ("author", "name") and fold(node.value) == _ME and not node.whole:
                return self._mine(node)
            texts = self._text(node.field, field.values)
            if field.names:
                return _naming(texts, _letters(node.value))
            return self._holding(
                texts, (fold(node.value),) if node.whole else tuple(fold(node.value).split()), node.whole
            )
        return _SPECIAL[field](self, node)

    def _text(self, field: str, values: Callable[[Entry, Site], Iterable[str]]) -> Mapping[str, str]:
        """What each entry says in a field, folded."""
        if field not in self._texts:
            site = self._site
            self._texts[field] = {
                entry.id: text for entry in site.library.entries.values() if (text := hays(values(entry, site)))
            }
        return self._texts[field]

    @staticmethod
    def _holding(texts: Mapping[str, str], words: tuple[str, ...], whole: bool) -> frozenset[str]:
        """Entries whose text holds all the words."""
        found = contains if whole else begins
        return frozenset(id_ for id_, text in texts.items() if all(found(word, text) for word in words))

    def _mine(self, node: Condition) -> frozenset[str]:
        """Works of the site's owner."""
        library = self._site.library
        mine = [person.id for person in library.people.values() if person.is_me]
        if not mine:
            raise QueryError(
                "nobody here is 'me'", Span(node.value_at, len(node.value)), 'Write me = ["YOUR NAME"] into site.toml.'
            )
        return frozenset().union(*(library.by_person[person] for person in mine))

    def type(self, node: Condition) -> frozenset[str]:
        """Works of a type, or of a genre that pages show in the place of the type."""
        entries, word = self._site.library.entries, plain_word(node.value)
        kind = self._kinds.get(word)
        if kind:
            of_type = self._site.library.by_type.get(kind[0], ())
            genre = plain_word(kind[1])
            return frozenset(id_ for id_ in of_type if not genre or plain_word(entries[id_].genre) == genre)
        found = frozenset(entry.id for entry in entries.values() if entry.genre and plain_word(entry.genre) == word)
        if found:
            return found
        shown = [self._site.words.type_name(csl) for csl, _genre in self._kinds.values()]
        raise _unknown(node, "type", dict.fromkeys([*map(str.lower, shown), *self._kinds]))

    def year(self, node: Condition) -> frozenset[str]:
        """Works of a year or of years."""
        first, last = years(node)
        found: set[str] = set()
        for year, ids in self._site.library.by_year.items():
            if year is not None and first <= year <= last:
                found.update(ids)
        return frozenset(found)

    def has(self, node: Condition) -> frozenset[str]:
        """Works that have something."""
        return self._that(node, HAS, "thing that a work can have")

    def being(self, node: Condition) -> frozenset[str]:
        """Works that are something."""
        if fold(node.value).replace(" ", "-") in STATUSES:
            return self.status(node)
        return self._that(node, IS, "thing that a work can be")

    def _that(self, node: Condition, table: Mapping[str, Callable[[Entry, Site], bool]], what: str) -> frozenset[str]:
        """Works of which a function of the table holds."""
        word = fold(node.value)
        test = table.get(word) or table.get(word.removesuffix("s"))
        if not test:
            raise _unknown(node, what, [*table, *(STATUSES if table is IS else ())])
        return frozenset(entry.id for entry in self._site.library.entries.values() if test(entry, self._site))

    def status(self, node: Condition) -> frozenset[str]:
        """Works in a status."""
        status = fold(node.value).replace(" ", "-")
        if status not in STATUSES:
            raise _unknown(node, "status", STATUSES)
        return frozenset(entry.id for entry in self._site.library.entries.values() if entry.status == status)

    def language(self, node: Condition) -> frozenset[str]:
        """Works in a language, given by its tag or its name; a work that does not say its own has the site's."""
        sought, own = fold(node.value), self._site.config.language
        names: dict[str, bool] = {}
        found = []
        for entry in self._site.library.entries.values():
            tag = entry.language or own
            if tag not in names:
                primary = tag.split("-")[0].lower()
                names[tag] = sought in (
                    tag.lower().replace("-", " "),
                    primary,
                    fold(self._site.words.language_name(tag)),
                    fold(language_name(tag, "en")),
                )
            if names[tag]:
                found.append(entry.id)
        return frozenset(found)

    def key(self, node: Condition) -> frozenset[str]:
        """The work of a key, whatever the letters' case."""
        sought = node.value.casefold()
        return frozenset(
            entry.id
            for entry in self._site.library.entries.values()
            if sought in (entry.id.casefold(), entry.key.casefold())
        )

    def identifier(self, node: Condition) -> frozenset[str]:
        """The work of a number; hyphens and what goes before a number as an address do not matter."""
        sought = plain_word(bare(node.value))
        found = []
        for entry in self._site.library.entries.values():
            numbers = {"doi": (entry.doi,), "isbn": entry.isbn, "issn": entry.issn}.get(
                node.field, (entry.identifiers.get(node.field, ""),)
            )
            if any(number and plain_word(number) == sought for number in numbers):
                found.append(entry.id)
        return frozenset(found)


_SPECIAL: Mapping[str, Callable[[Evaluator, Condition], frozenset[str]]] = {
    "type": Evaluator.type,
    "year": Evaluator.year,
    "has": Evaluator.has,
    "is": Evaluator.being,
    "status": Evaluator.status,
    "language": Evaluator.language,
    "id": Evaluator.key,
    "identifier": Evaluator.identifier,
}


def _letters(value: str) -> tuple[str, ...]:
    """The words of a name without the signs at them: "Knuth, D. E." is three words."""
    return tuple(fold("".join(c if c.isalnum() or not c.isascii() else " " for c in value)).split())


def _naming(texts: Mapping[str, str], words: tuple[str, ...]) -> frozenset[str]:
    """Entries of which one name has all the words, in any order."""
    return frozenset(
        id_
        for id_, text in texts.items()
        if all(word in text for word in words)
        and any(all(begins(word, name) for word in words) for name in text.split(LINE))
    )


def _unknown(node: Condition, what: str, known: Iterable[str]) -> QueryError:
    """The error that a value is none of those that its field can have."""
    near = get_close_matches(node.value.lower(), list(known), 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Use one of: {', '.join(list(known)[:20])}."
    return QueryError(f"{node.value!r} is no {what}", Span(node.value_at, len(node.value)), hint)

"""Other names of a work's authors, so that a work that prints initials is found by the full name."""

from functools import partial

from sitegen.model.entry import Entry
from sitegen.model.person import Person
from sitegen.site import Site
from sitegen.text.search_words import in_order


def known_as(entry: Entry, site: Site, most: int) -> tuple[str, ...]:
    """Names of the first authors that say more than what the work prints, in other languages too.

    most: authors that are looked at.
    """
    found: dict[str, None] = {}
    for name in entry.authors[:most]:
        person = site.library.person(entry, name)
        if person:
            plain = name.to_plain()
            forms = site.once(("known_as", person.id), partial(_fullest, person))
            if others := [(form, words) for form, words in forms if form != plain]:
                printed = in_order(plain)
                found.update((form, None) for form, words in others if not _covered(words, printed))
    return tuple(found)


def _fullest(person: Person) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms of a person's name of which no other says as much, each with its words."""
    others = (name.to_plain() for name in person.names.values())
    forms = dict.fromkeys((person.name.to_plain(), *person.variants, *others))
    kept: list[tuple[str, tuple[str, ...]]] = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        words = in_order(form)
        if not any(_covered(words, other) for _form, other in kept):
            kept.append((form, words))
    return tuple(kept)


def _covered(words: tuple[str, ...], by: tuple[str, ...]) -> bool:
    """Whether each word begins a word of another form: A. Turing says nothing that Alan Turing does not say."""
    return all(any(other.startswith(word) for other in by) for word in words)

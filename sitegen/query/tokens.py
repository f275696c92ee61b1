"""A query as tokens, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sitegen.query.nodes import QueryError, Span

LONGEST = 5_000
"""Characters a query may have."""
_OPENING, _CLOSING = '"“„«', '"”“»'
_FIELD = re.compile(r"[A-Za-z][A-Za-z_-]{0,30}:(?!//)")
_WORD = re.compile(rf"[^\s(){_OPENING}{_CLOSING}]+")
_OPERATORS: dict[str, Literal["and", "or", "not"]] = {"and": "and", "or": "or", "not": "not"}


@dataclass(frozen=True, slots=True)
class Token:
    """A sign, or a word with its value.

    kind: an operator, a bracket, or `term`. field: as written before the colon, "" for a bare word.
    text: of a term, without its quotation marks; whole: whether it had such. value_at: where the text begins.
    """

    kind: Literal["and", "or", "not", "(", ")", "term"]
    span: Span
    field: str = ""
    text: str = ""
    value_at: int = 0
    whole: bool = False


def tokens(query: str) -> tuple[Token, ...]:
    """The tokens of a query. Raises QueryError.

    >>> [(token.kind, token.field, token.text) for token in tokens('-venue:arXiv or "graph theory"')]
    [('not', '', ''), ('term', 'venue', 'arXiv'), ('or', '', ''), ('term', '', 'graph theory')]
    """
    if len(query) > LONGEST:
        raise QueryError(
            f"the query has {len(query):,} characters, more than {LONGEST:,}", Span(LONGEST), "Shorten it."
        )
    return tuple(_tokens(query))


def _tokens(query: str) -> Iterator[Token]:
    """Token by token."""
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace():
            at += 1
        elif character in "()":
            yield Token("(" if character == "(" else ")", Span(at))
            at += 1
        elif character == "-" and _stands(query[at + 1 : at + 2]):
            yield Token("not", Span(at))
            at += 1
        else:
            token = _term(query, at)
            yield token
            at = token.span.at + token.span.length


def _stands(character: str) -> bool:
    """Whether something stands behind a hyphen that it can turn into its opposite."""
    return bool(character) and character != "-" and not character.isspace()


def _term(query: str, at: int) -> Token:
    """An operator, a bare word, or a field with its value."""
    named = _FIELD.match(query, at)
    value_at = named.end() if named else at
    field = named[0][:-1] if named else ""
    if query[value_at : value_at + 1] in tuple(_OPENING):
        end = _end_of_quotation(query, value_at)
        return Token("term", Span(at, end + 1 - at), field, query[value_at + 1 : end], value_at + 1, whole=True)
    word = _WORD.match(query, value_at)
    if not word:
        if not named:  # a closing quotation mark that nothing opened
            raise QueryError(f"nothing opens this {query[at]}", Span(at), "Put quotation marks around the words.")
        raise QueryError(f"{field!r} has no value", Span(at, value_at - at), f"Write {field}:WORD, without a blank.")
    span = Span(at, word.end() - at)
    if not named and (operator := _OPERATORS.get(word[0].lower())):
        return Token(operator, span)
    return Token("term", span, field, word[0], value_at)


def _end_of_quotation(query: str, at: int) -> int:
    """Where the quotation that begins at `at` ends."""
    for end in range(at + 1, len(query)):
        if query[end] in _CLOSING:
            return end
    raise QueryError("the quotation marks are not closed", Span(at, len(query) - at), 'Add a " behind the words.')

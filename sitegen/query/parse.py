"""A query's text becomes what it says."""

from collections.abc import Sequence

from sitegen.query.fields import field_named
from sitegen.query.folding import fold
from sitegen.query.nodes import All, Any, Condition, Node, Not, QueryError, Span, Words
from sitegen.query.tokens import Token, tokens

DEEPEST = 30
"""Brackets that may stand in each other."""
MOST_TERMS = 300
"""Each is looked for in the whole library."""


def parse(query: str) -> Node:
    """What a query says. Raises QueryError, with the place in the query and the nearest field where one is unknown.

    >>> parse("knots -year:2019").nodes[1].node.value
    '2019'
    """
    found = tokens(query)
    if sum(token.kind == "term" for token in found) > MOST_TERMS:
        raise QueryError(f"the query has more than {MOST_TERMS} words", Span(0, len(query)), "Shorten it.")
    parser = _Parser(found, len(query))
    node = parser.choice(0)
    if parser.here:
        raise QueryError("nothing opens this bracket", parser.here.span, "Delete it, or open one before it.")
    return node


class _Parser:
    """Reads tokens from left to right: `or` binds least, `not` most."""

    def __init__(self, found: Sequence[Token], length: int) -> None:
        self._tokens, self._at, self._length = found, 0, length

    @property
    def here(self) -> Token | None:
        """The token to be read next."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def choice(self, depth: int) -> Node:
        """Runs of conditions with `or` between them."""
        nodes = [self.run(depth)]
        while self.here and self.here.kind == "or":
            self._at += 1
            nodes.append(self.run(depth))
        return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))

    def run(self, depth: int) -> Node:
        """Conditions that must all hold, with or without `and` between them."""
        nodes: list[Node] = []
        awaited = self._awaited()
        while self.here and self.here.kind not in ("or", ")"):
            if self.here.kind == "and":
                if awaited or not nodes:
                    raise QueryError("a condition is missing before 'and'", self.here.span, "Delete 'and'.")
                self._at += 1
                awaited = "and"
                continue
            nodes.append(self.single(depth))
            awaited = ""
        if awaited:
            raise QueryError(f"a condition is missing behind {awaited!r}", self._end(), f"Delete {awaited!r}.")
        if self.here and self.here.kind == "or" and not nodes:
            raise QueryError("a condition is missing before 'or'", self.here.span, "Delete 'or'.")
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def _awaited(self) -> str:
        """The operator just read, which needs a condition behind it."""
        before = self._tokens[self._at - 1].kind if self._at else ""
        return before if before == "or" else ""

    def single(self, depth: int) -> Node:
        """A term, a bracket, or the opposite of either."""
        token = self.here
        negated = False
        while token and token.kind == "not":
            negated = not negated
            self._at += 1
            token = self.here
        if not token or token.kind in ("and", "or", ")"):
            raise QueryError("a condition is missing behind 'not'", self._end(), "Delete 'not', or say what is not.")
        node = self.bracket(token, depth) if token.kind == "(" else self.term(token)
        return Not(node) if negated else node

    def bracket(self, opening: Token, depth: int) -> Node:
        """What stands in brackets."""
        if depth == DEEPEST:
            raise QueryError(f"more than {DEEPEST} brackets stand in each other", opening.span, "Leave some out.")
        self._at += 1
        node = self.choice(depth + 1)
        if not self.here:
            raise QueryError("the bracket is not closed", opening.span, "Add a ) behind it.")
        if node == All(()):
            raise QueryError("nothing stands in the bracket", opening.span, "Delete it.")
        self._at += 1
        return node

    def term(self, token: Token) -> Node:
        """A word or a condition."""
        self._at += 1
        if not token.field:
            return Words(token.text, token.span, token.whole)
        field = field_named(token.field, token.span)
        if not fold(token.text):
            raise QueryError(f"{token.field!r} has nothing to look for", token.span, "Write a word behind it.")
        return Condition(field, token.text, token.span, token.value_at, token.whole)

    def _end(self) -> Span:
        """Where the next token stands, or the end of the query."""
        return self.here.span if self.here else Span(max(0, self._length - 1))

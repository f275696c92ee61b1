"""The state of one walk over a LaTeX value: where it is, which groups are open, what has been read."""

import re
from collections.abc import Callable, Sequence

from sitegen.text.formulas import brace_pairs, tidy
from sitegen.text.latex_blocks import joined
from sitegen.text.latex_signs import WORDS_IN_BRACES
from sitegen.text.maths import formula
from sitegen.text.normal import normal
from sitegen.text.rich import Break, Node

DEEPEST = 50
"""Groups that may be open at once; deeper ones show their words without their marks."""

ONE_TOKEN = "one token"  # noqa: S105 -- a token of TeX, no secret
"""What closes the argument of a command that stands without braces."""
SWITCH = "group's end"
"""What closes a font switch."""

Finish = Callable[[list[Node]], Sequence[Node]]
_BLANKS = re.compile(r" *")
_LETTER = re.compile(r" *([^ ][\u0300-\u036f]*)", re.DOTALL)


def as_it_is(nodes: list[Node]) -> Sequence[Node]:
    """The content of a group that marks nothing."""
    return nodes


class Frame:
    """An open group: what closes it, what it makes of its content, and whether it shields capitals."""

    __slots__ = ("closer", "finish", "nodes", "shields")

    def __init__(self, closer: str, finish: Finish, *, shields: bool = False) -> None:
        self.closer = closer
        self.finish = finish
        self.shields = shields
        self.nodes: list[Node] = []


class Walk:
    """One walk over a value. `at` is the index of the next character; `frames` are the open groups, outermost first."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.frames = [Frame("end", as_it_is)]
        self.unknown_commands: dict[str, None] = {}
        self.refused_maths: dict[str, None] = {}
        self.refused_links: dict[str, None] = {}
        self.unbalanced = False
        self._excess = 0
        self._pairs: dict[int, int] | None = None
        self._found: dict[str, int] = {}

    def put(self, node: Node) -> None:
        """Add what was read to the innermost group."""
        self.frames[-1].nodes.append(node)
        while self.frames[-1].closer == ONE_TOKEN:
            self.close()

    def put_all(self, nodes: Sequence[Node]) -> None:
        """Add several nodes as one thing."""
        if nodes:
            self.frames[-1].nodes.extend(nodes[:-1])
            self.put(nodes[-1])

    def words(self, end: int) -> None:
        """Add plain words up to `end`; a command that waits for one token takes but the first letter."""
        if self.frames[-1].closer != ONE_TOKEN:
            self.put(self.source[self.at : end].replace("'", "’"))
            self.at = end
            return
        match = _LETTER.match(self.source, self.at, end)
        self.at = match.end() if match else end
        if match:
            self.put(match[1].replace("'", "’"))

    def open(self, closer: str, finish: Finish, *, shields: bool = False) -> bool:
        """Open a group; False when there are too many open already."""
        if self._is_deepest:
            return False
        self.frames.append(Frame(closer, finish, shields=shields or self.frames[-1].shields))
        return True

    @property
    def _is_deepest(self) -> bool:
        """Whether no further group may be open."""
        return len(self.frames) >= DEEPEST

    def open_brace(self, finish: Finish, *, shields: bool = False) -> None:
        """Open the group whose brace stands here."""
        self.at += 1
        if self._excess or not self.open("}", finish, shields=shields):
            self._excess += 1

    def words_in_braces(self) -> str:
        """The words of the group that stands here, which is gone past; "" where it holds more than words."""
        group = WORDS_IN_BRACES.match(self.source, self.at)
        if not group or self._excess or self._is_deepest:
            return ""
        self.at = group.end()
        return normal(group[1])

    def argument(self, finish: Finish, *, shields: bool = False) -> None:
        """Open the argument that follows: a group in braces, else one token."""
        self.blanks()
        if self.source.startswith("{", self.at):
            self.open_brace(finish, shields=shields)
        elif self.at < len(self.source) and self.source[self.at] not in "}\n":
            self.open(ONE_TOKEN, finish, shields=shields)
        else:
            self.put_all(finish([]))

    def close(self) -> None:
        """Close the innermost group."""
        frame = self.frames.pop()
        self.frames[-1].nodes.extend(frame.finish(joined(frame.nodes)))

    def close_brace(self) -> None:
        """Close the group that the brace here ends, and all within it; a brace too many shows nothing."""
        self.at += 1
        if self._excess:
            self._excess -= 1
        elif not self.close_to("}"):
            self.unbalanced = True
        while self.frames[-1].closer == ONE_TOKEN and self.frames[-1].nodes:
            self.close()

    def close_to(self, closer: str, within: str = "}") -> bool:
        """Close groups up to the nearest that `closer` ends; False when a brace or `within` stands before it."""
        depth = len(self.frames) - 1
        while depth and self.frames[depth].closer not in (closer, within, "}"):
            depth -= 1
        if not depth or self.frames[depth].closer != closer:
            return False
        while len(self.frames) > depth:
            self.close()
        return True

    def close_above(self, closers: Sequence[str]) -> None:
        """Close the innermost groups as long as one of `closers` ends them."""
        while self.frames[-1].closer in closers:
            self.close()

    def close_all(self) -> list[Node]:
        """Close everything; the nodes of the whole value."""
        while len(self.frames) > 1:
            self.unbalanced = self.unbalanced or self.frames[-1].closer == "}"
            self.close()
        self.unbalanced = self.unbalanced or bool(self._excess)
        return joined(self.frames[0].nodes)

    def blanks(self) -> None:
        """Go past blanks."""
        match = _BLANKS.match(self.source, self.at)
        if match:
            self.at = match.end()

    def raw_argument(self) -> str | None:
        """The source of the braced argument that follows, which is gone past; None when there is none."""
        start = self.at
        self.blanks()
        if self._pairs is None:
            self._pairs = brace_pairs(self.source)
        end = self._pairs.get(self.at) if self.source.startswith("{", self.at) else None
        if end is None:
            self.at = start
            return None
        raw = self.source[self.at + 1 : end]
        self.at = end + 1
        return raw

    def skip_option(self) -> None:
        """Go past an argument in brackets, when one of at most 200 characters stands here."""
        if self.source.startswith("[", self.at):
            end = self.source.find("]", self.at, self.at + 200)
            self.at = end + 1 if end >= 0 else self.at

    def find(self, needle: str) -> int:
        """The index of the next `needle`, or -1; no search is made twice, so that many of them stay linear."""
        known = self._found.get(needle, 0)
        if 0 <= known < self.at or needle not in self._found:
            known = self._found[needle] = self.source.find(needle, self.at)
        return known

    def put_formula(self, tex: str, *, display: bool = False) -> None:
        """Add a formula, and remember it when it was refused."""
        tex = tidy(tex)
        if not tex.strip():
            return
        maths = formula(tex, display=display)
        if not maths.mathml:
            self.refused_maths[tex] = None
        self.put(maths)

    def put_break(self) -> None:
        """Add a line break, without the blanks before it."""
        self.put(Break())

"""A defective record read as far as it goes: pybtex's parser, with a repair where it would give up."""

import re
from collections import Counter
from dataclasses import dataclass, field

from pybtex.database.input.bibtex import LowLevelParser

from sitegen.formats.bibtex.split import Chunk
from sitegen.model.notes import Notes
from sitegen.problems import excerpt

LONGEST_KEY = 1_000
MOST_NOTES = 5

Part = tuple[str, bool]
"""A piece of a value; whether it is the name of a string."""

_NAME = r"""[^\s,={}"\#%()\\]{1,100}+"""
_FIELD = re.compile(rf"({_NAME})\s*+=")
_FIELD_LINE = re.compile(rf'\n[ \t]*+{_NAME}[ \t]*+=[ \t]*+["{{\w]')
_ENDS_IN_FIELD = re.compile(rf",?[ \t]*+\n\s*+({_NAME}\s*+=\s*+)\Z")
_BETWEEN = re.compile(r"[\s,]*+")
_COMMENT = re.compile(r"%[^\n]*+")
_TOKEN = re.compile(r"\s++|[\w.:+-]++|.", re.DOTALL)
_KEY = re.compile(r"""[^,={}\n"%]*+""")
_ANY_KEY = re.compile(r"[^\s,]++")
_MARK = re.compile(r"""[{}"]""")
_BARE = re.compile(r"""(?:[^,\#\n{}"%]++|\{[^{}\n]*+\})++""")
_STRING = re.compile(r"[^\W\d][\w.:+/'-]*+")


@dataclass(slots=True)
class Written:
    """What stands in a record: its key, and its fields as (name in lower case, parts, offset in the file)."""

    key: str
    fields: list[tuple[str, tuple[Part, ...], int]] = field(default_factory=list)


class Repairer(LowLevelParser):  # type: ignore[misc]
    """Reads one chunk. Every repair is noted; nothing is raised. most: fields that an entry may have."""

    def __init__(self, text: str, chunk: Chunk, notes: Notes, most: int) -> None:
        closed = chunk.fault != "unbalanced"
        super().__init__(text[chunk.start : chunk.end] if closed else text[chunk.start : chunk.end] + "\n}", macros={})
        self.pos = chunk.body - chunk.start
        self.last = max(self.pos, self.end_pos - 1)
        self.chunk = chunk
        self.notes = notes
        self.most = most
        self.written = Written("")
        self.next_line = self.cut_at = -1
        self.noted: Counter[str] = Counter()

    def read(self) -> Written:
        """Key and fields of an entry."""
        self.written.key = self._key()
        if self.chunk.fault == "unbalanced":
            self._note(
                "unbalanced-braces", f"the entry {self._shown()} never closes; it was read up to here", self.end_pos - 3
            )
        elif self.chunk.fault == "closed-too-early":
            at = self.chunk.fault_at - self.chunk.start
            around = excerpt(self.text[max(0, at - 30) : at + 1])
            self._note("closed-too-early", f"the entry {self._shown()} closes at {around!r}, but its fields go on", at)
        self.parse_entry_fields()
        return self.written

    def read_string(self) -> Written:
        """The definition in an @string, as a field."""
        self.parse_entry_fields()
        return self.written

    def parse_entry_fields(self) -> None:
        """Fields up to the end of the chunk, whatever stands between them."""
        while self._skip_between() < self.last:
            name = _FIELD.match(self.text, self.pos)
            if not name:
                self._skip_surplus()
                continue
            if len(self.written.fields) >= self.most:
                self._note(
                    "too-many-fields",
                    f"the entry {self._shown()} has more than {self.most:,} fields; the rest is left out",
                    self.pos,
                )
                break
            offset, self.pos = self.pos, name.end()
            self.parse_value()
            self.written.fields.append((name[1].lower(), tuple(self.current_value), self.chunk.start + offset))
            self._check_comma()

    def parse_value_part(self) -> Part:
        """One piece of a value: in braces, in quotes, a number, a string's name, or what was never put in braces."""
        self.eat_whitespace()
        opening = self.text[self.pos : self.pos + 1]
        if self.pos < self.last and opening in ("{", '"'):
            return self._enclosed(opening), False
        bare = _BARE.match(self.text, self.pos, self.last)
        if not bare:
            return "", False
        start, self.pos = self.pos, bare.end()
        value: str = bare[0].strip()
        if value.isdecimal():
            return value, False
        if _STRING.fullmatch(value):
            return value, True
        self._note("bare-value", f"{excerpt(value)!r} stands without braces or quotes", start)
        return value, False

    def _key(self) -> str:
        """The key, and to behind it; "" when there is none."""
        self.eat_whitespace()
        start = self.pos
        match = _matched(_KEY, self.text, start, self.last)
        after = self.text[match.end() : match.end() + 1]
        if after in ("{", '"', "%"):
            match = _ANY_KEY.match(self.text, start, self.last) or match
            after = ""
        key: str = match[0].strip()
        self.pos = match.end()
        if after == "=":
            words = key.rsplit(None, 1)
            key = words[0] if len(words) == 2 else ""
            self.pos = start + len(match[0].rstrip()) - len(words[-1] if words else "")
        if not key:
            self._note("no-key", f"an entry of type {self.chunk.word} has no key", 0)
        elif len(key.split()) > 1:
            self._note("blank-in-key", f"blank in key {excerpt(key)!r}", start)
        return " ".join(key[:LONGEST_KEY].split())

    def _skip_between(self) -> int:
        """To the next field; where that begins."""
        while True:
            self.pos = _matched(_BETWEEN, self.text, self.pos, self.end_pos).end()
            comment = _COMMENT.match(self.text, self.pos, self.last)
            if not comment:
                return int(self.pos)
            self._note("comment-in-entry", f"{excerpt(comment[0])!r} was skipped as a comment", self.pos)
            self.pos = comment.end()

    def _skip_surplus(self) -> None:
        """Over text that belongs to no field, up to the next comma or field."""
        start = self.pos
        while self.pos < self.last and self.text[self.pos] != ",":
            self.pos = _matched(_TOKEN, self.text, self.pos, self.last).end()
            if _FIELD.match(self.text, self.pos):
                break
        surplus = self.text[start : self.pos].strip()
        if surplus.strip("})") or not self.chunk.fault:
            self._note("surplus-text", f"{excerpt(surplus)!r} belongs to no field", start)

    def _check_comma(self) -> None:
        """Note a missing comma before the next field, but not after a value that was cut there."""
        if self.cut_at >= 0 and not self.text[self.cut_at : self.pos].strip():
            return
        self.eat_whitespace()
        name = _FIELD.match(self.text, self.pos, self.last)
        if name:
            self._note("missing-comma", f"no comma before the field {excerpt(name[1])}", self.pos)

    def _enclosed(self, opening: str) -> str:
        """What stands in braces or quotes, up to the next field where they never close."""
        start = self.pos + 1
        limit = self._next_field_line(start) if self.chunk.fault == "unbalanced" else self.last
        end = self._closing(opening, start, limit)
        if end >= 0:
            self.pos = end + 1
            value: str = self.text[start:end]
            into_next = _ENDS_IN_FIELD.search(value, max(0, len(value) - 200)) if opening == '"' else None
            if not into_next:
                return value
            end = start + into_next.start(1)
        else:
            end = limit
        self.pos = self.cut_at = end
        value = self.text[start:end].rstrip().rstrip(",").rstrip()
        if opening == '"':
            value = value.removesuffix('"')
        self._note(
            "unclosed-value", f"the value {excerpt(value)!r} never closes; it was cut before the next field", start - 1
        )
        return value

    def _closing(self, opening: str, start: int, limit: int) -> int:
        """Where a brace or quote closes before `limit`; -1 when it does not."""
        depth = 0
        for mark in _MARK.finditer(self.text, start, limit):
            sign = mark[0]
            if sign == "{":
                depth += 1
            elif sign == "}":
                if depth == 0:
                    return mark.start() if opening == "{" else -1
                depth -= 1
            elif opening == '"' and depth == 0:
                return mark.start()
        return -1

    def _next_field_line(self, start: int) -> int:
        """The next line that begins with a field; the end when there is none. Each line is looked for once."""
        if self.next_line < start:
            found = _FIELD_LINE.search(self.text, start, self.last)
            self.next_line = found.start() if found else self.last
        return self.next_line

    def _shown(self) -> str:
        """The entry as messages call it."""
        return repr(excerpt(self.written.key)) if self.written.key else f"@{excerpt(self.chunk.word, 20)}"

    def _note(self, code: str, message: str, at: int) -> None:
        """Note a repair at a position of the chunk; of one kind only some, because a broken list can give thousands."""
        self.noted[code] += 1
        if self.noted[code] > MOST_NOTES:
            return
        offset = min(self.chunk.start + max(at, 0), max(self.chunk.end - 1, self.chunk.start))
        self.notes.add(code, message, offset, self.written.key)


def _matched(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str]:
    """The match of a pattern that fits any text, or any text that is not empty."""
    match = pattern.match(text, start, end)
    assert match is not None
    return match

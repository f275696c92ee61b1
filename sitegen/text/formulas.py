"""Where a formula ends: TeX's delimiters in running text, and dollars that are only money."""

import re

LONGEST = 20_000
_DOLLAR = re.compile(r"[^$\\]*+(?:\\.[^$\\]*+)*+\$", re.DOTALL)
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_MATHS_SIGN = re.compile(r"[\\^_={}<>+*/|]")
_WORD = re.compile(r"[A-Za-z]{2}")
_NUMBER = re.compile(r"[\d.,]+[^\w\s]?")
_BARE_PERCENT = re.compile(r"\\.|%", re.DOTALL)
_TRIES = 4


def tidy(tex: str) -> str:
    """A formula on one line; a bare `%` would make TeX forget the rest, so it is escaped."""
    tex = " ".join(tex.split())
    if tex.endswith("\\") and (len(tex) - len(tex.rstrip("\\"))) % 2:
        tex += " "
    return _BARE_PERCENT.sub(lambda m: "\\%" if m[0] == "%" else m[0], tex) if "%" in tex else tex


def dollar_formula(source: str, start: int) -> int:
    r"""Where the formula ends that a dollar just before `start` opens: the index of its closing dollar, or -1.

    Dollars inside braces (`\mbox{$x$}`) do not close it. What reads like money or prose is no formula.

    >>> dollar_formula("$x^2$ is", 1)
    4
    >>> dollar_formula("$5 and $10", 1)
    -1
    """
    end, depth = start, 0
    for _ in range(_TRIES):
        match = _DOLLAR.match(source, end)
        if not match or match.end() - start > LONGEST:
            return -1
        depth = _depth(source, end, match.end() - 1, depth)
        end = match.end()
        if depth < 0:
            return -1
        if depth == 0:
            return end - 1 if _is_formula(source[start : end - 1], source[end : end + 1]) else -1
    return -1


def is_surely_formula(tex: str) -> bool:
    r"""Whether text between two dollars, with none within it, is maths whatever stands around it.

    >>> is_surely_formula("x^2"), is_surely_formula("5 and "), is_surely_formula(r"\mbox{")
    (True, False, False)
    """
    return (
        not tex.endswith("\\")
        and "\n" not in tex
        and _MATHS_SIGN.search(tex) is not None
        and _depth(tex, 0, len(tex), 0) == 0
    )


def _depth(source: str, start: int, end: int, depth: int) -> int:
    """The depth of braces at `end`; negative as soon as one closes that was not opened here."""
    for match in _BRACES.finditer(source, start, end):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth < 0:
                return -1
    return depth


def _is_formula(tex: str, following: str) -> bool:
    """Whether text between two dollars is maths and not the words between two prices."""
    if not tex.strip() or "\n" in tex:
        return False
    if _MATHS_SIGN.search(tex):
        return True
    if _NUMBER.fullmatch(tex) and following.isdigit():
        return False
    is_priced, has_edge = tex[0].isdigit(), tex[0] == " " or tex[-1] == " "
    is_prose = bool(_WORD.search(tex)) and " " in tex
    return not (is_prose and (is_priced or has_edge)) and not (is_priced and tex[-1] == " ")


def brace_pairs(source: str) -> dict[int, int]:
    """The index of the closing brace by that of the opening one, for all braces that have a partner."""
    pairs: dict[int, int] = {}
    open_ones: list[int] = []
    for match in _BRACES.finditer(source):
        if match[0] == "{":
            open_ones.append(match.start())
        elif match[0] == "}" and open_ones:
            pairs[open_ones.pop()] = match.start()
    return pairs

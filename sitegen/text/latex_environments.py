"""LaTeX environments: lists, formulas, and frames around paragraphs."""

import re
from collections.abc import Sequence
from functools import partial

from sitegen.text.latex_blocks import PARAGRAPH_BREAK, blocks, trimmed
from sitegen.text.latex_commands import FORMULAS, FRAMES, LISTS
from sitegen.text.latex_walk import SWITCH, Walk
from sitegen.text.rich import Items, Node

LIST = "list"
"""What closes a list."""
ITEM = "item"
"""What closes an item of a list."""

_ENVIRONMENT = re.compile(r"\s*\{\s*([A-Za-z]{1,30}\*?)\s*\}")


def begin(walk: Walk, _name: str) -> None:
    r"""`\begin{...}`: a list, a formula, a frame without one; any other is reported and its content shows."""
    match = _ENVIRONMENT.match(walk.source, walk.at)
    if not match:
        return
    name = match[1]
    walk.at = match.end()
    if name in LISTS:
        walk.skip_option()
        walk.open(LIST, partial(listed, LISTS[name]))
    elif name in FORMULAS:
        _formula(walk, name)
    elif name in FRAMES:
        walk.put(PARAGRAPH_BREAK)
    else:
        walk.unknown_commands[f"begin{{{name}}}"] = None


def _formula(walk: Walk, name: str) -> None:
    """A formula up to the end of its environment."""
    closing = f"\\end{{{name}}}"
    stop = walk.find(closing)
    if stop < 0:
        return
    raw = walk.source[walk.at : stop]
    walk.at = stop + len(closing)
    tex = f"\\begin{{{name}}}{raw}{closing}" if FORMULAS[name] else raw
    walk.put_formula(tex, display=name != "math")


def end(walk: Walk, _name: str) -> None:
    r"""`\end{...}` of a list or a frame."""
    match = _ENVIRONMENT.match(walk.source, walk.at)
    if not match:
        return
    walk.at = match.end()
    if match[1] in LISTS:
        walk.close_to(LIST)
    elif match[1] in FRAMES:
        walk.put(PARAGRAPH_BREAK)


def begin_item(walk: Walk, _name: str) -> None:
    r"""`\item`; outside a list a bullet on a new line."""
    walk.close_to(ITEM, within=LIST)
    walk.close_above((SWITCH,))
    if walk.frames[-1].closer != LIST or not walk.open(ITEM, item):
        walk.put_break()
        walk.put("• ")
        return
    start = walk.at
    walk.skip_option()
    label = walk.source[start + 1 : walk.at - 1].strip()
    if label:
        walk.put(f"{label} ")


def item(nodes: list[Node]) -> Sequence[Node]:
    """One item of a list, as a list of its own until `listed` puts it with its neighbours."""
    return [Items(False, (blocks(nodes),))]


def listed(ordered: bool, nodes: list[Node]) -> Sequence[Node]:
    """The items of a list; what stands before the first one is an item too."""
    items: list[tuple[Node, ...]] = []
    for node in nodes:
        if isinstance(node, Items):
            items.extend(node.items)
        elif trimmed([node]) and node != PARAGRAPH_BREAK:
            items.append((node,))
    return [Items(ordered, tuple(each for each in items if each))] if any(items) else []

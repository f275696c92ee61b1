"""HTML and JATS elements inside a field's value: a closed list is read, the rest stays text."""

import re
from functools import partial

from sitegen.text.latex_actions import marked, protected
from sitegen.text.latex_blocks import PARAGRAPH_BREAK
from sitegen.text.latex_commands import PARAGRAPH_TAGS, TAGS
from sitegen.text.latex_environments import ITEM, LIST, item, listed
from sitegen.text.latex_walk import ONE_TOKEN, SWITCH, Walk, as_it_is
from sitegen.text.rich import Mark

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]{0,40})(/?|\s[^<>]{0,300})>")
_LISTS = {"ul": False, "ol": True, "list": False}
_ITEMS = frozenset({"li", "list-item"})
_CLOSABLE = frozenset({*TAGS, *PARAGRAPH_TAGS, *_LISTS, *_ITEMS, "span", "br"})
_DROPPED_PREFIXES = ("jats:", "mml:")


def read_tag(walk: Walk) -> bool:
    """Read the element's tag that stands here; False when it is none of ours, so that it shows as it is."""
    match = _TAG.match(walk.source, walk.at)
    if not match:
        return False
    full = match[2].lower()
    name = full.removeprefix("jats:")
    if not (_close(walk, name, match) if match[1] else _open(walk, name, match)):
        if not full.startswith(_DROPPED_PREFIXES):
            return False
        walk.at = match.end()
    return True


def _open(walk: Walk, name: str, match: re.Match[str]) -> bool:
    """An opening tag."""
    if name in ("br", "break"):
        walk.at = match.end()
        walk.put_break()
        walk.blanks()
        return True
    mark = _span_mark(match[3]) if name == "span" else TAGS.get(name)
    if not (mark or name in PARAGRAPH_TAGS or name in _LISTS or name in _ITEMS):
        return False
    if mark and name not in PARAGRAPH_TAGS and not _closes(walk, match):
        return False
    walk.at = match.end()
    _open_known(walk, name, mark, match[3])
    return True


def _open_known(walk: Walk, name: str, mark: Mark | None, attributes: str) -> None:
    """Open an element of the list."""
    walk.close_above((ONE_TOKEN,))
    if name in PARAGRAPH_TAGS:
        walk.put(PARAGRAPH_BREAK)
    if mark == "nocase":
        walk.open(f"</{name}>", as_it_is if walk.frames[-1].shields else protected, shields=True)
    elif mark:
        walk.open(f"</{name}>", partial(marked, mark, ""))
    elif name in _LISTS:
        walk.open(LIST, partial(listed, _LISTS[name] or 'list-type="order"' in attributes))
    elif name in _ITEMS:
        walk.close_to(ITEM)
        if walk.frames[-1].closer == LIST:
            walk.open(ITEM, item)


def _close(walk: Walk, name: str, match: re.Match[str]) -> bool:
    """A closing tag; one without its opening shows nothing."""
    if name not in _CLOSABLE:
        return False
    walk.at = match.end()
    walk.close_above((ONE_TOKEN, SWITCH))
    if name in _LISTS:
        walk.close_to(LIST)
    elif name in _ITEMS:
        walk.close_to(ITEM)
    else:
        walk.close_to(f"</{name}>")
    if name in PARAGRAPH_TAGS:
        walk.put(PARAGRAPH_BREAK)
    return True


def _closes(walk: Walk, match: re.Match[str]) -> bool:
    """Whether the element is closed later, as an element is and a "<b" of a formula is not."""
    return not match[3].endswith("/") and walk.find(f"</{match[2]}") >= 0


def _span_mark(attributes: str) -> Mark | None:
    """What a `<span>` means, as Zotero and CSL write it."""
    if "nocase" in attributes:
        return "nocase"
    return "sc" if "small-caps" in attributes or 'class="sc"' in attributes else None

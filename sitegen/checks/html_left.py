r"""A title, name, journal or abstract shows markup of HTML: `&quot;`, `&#183;`, `</p>`.

It was exported from a web page by a program that escaped its signs for LaTeX, so that they are text now and shown as
they stand, in lists, tags and exports.

Write the letter itself (`&` as `\&`), and markup in LaTeX: `\emph{Drosophila}`.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.checks import Check, Example
from sitegen.model.entry import Entry
from sitegen.problems import Problem, excerpt
from sitegen.site import Site
from sitegen.text.rich import Items, Maths, Node

_HTML = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[aeiouyncAEIOUYNC](?:acute|grave|circ|uml|tilde|cedil|ring)|szlig|ndash|mdash|[lr][sd]quo"
    r"|#\d{2,5}|#x[0-9A-Fa-f]{2,5});|</?(?:i|b|em|strong|sub|sup|p|br|span|italic|bold|jats:[a-z]{1,12})\s?/?>",
)
_LONGEST = 20_000


def run(site: Site) -> Iterator[Problem]:
    """Values with entities or tags, each entry once a field; what an entry takes over, at the whole it is a part of."""
    for entry in site.library.entries.values():
        for field, text in _texts(entry):
            found = _HTML.search(text[:_LONGEST]) if ("&" in text and ";" in text) or "<" in text else None
            if found and not _is_of_the_whole(text, entry, site):
                yield CHECK.problem(entry, f"{field} of {entry.id!r} holds HTML: {excerpt(found[0])}", field)


def _is_of_the_whole(text: str, entry: Entry, site: Site) -> bool:
    """Whether a text stands in the entry that this one is a part of, too."""
    wholes = (site.library.entries.get(relation.id) for relation in entry.relations if relation.kind == "part_of")
    return any(text in (said for _, said in _texts(whole)) for whole in wholes if whole)


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is shown of an entry, by field, as far as it may hold HTML."""
    if _may_hold(entry.title.nodes):
        yield "title", entry.title.to_plain()
    if _may_hold(entry.container_title.nodes):
        yield "journal", entry.container_title.to_plain()
    for abstract in entry.abstracts:
        if _may_hold(abstract.text.nodes):
            yield "abstract", abstract.text.to_plain()
    for role, names in entry.names.items():
        for name in names:
            if "&" in name.family or "&" in name.given or "&" in name.literal or "<" in name.literal:
                yield role, name.to_plain()


def _may_hold(nodes: Iterable[Node]) -> bool:
    """Whether a text may hold an entity or a tag, as far as can be told without making it plain."""
    for node in nodes:
        if isinstance(node, Items):
            return True
        said = node if isinstance(node, str) else node.plain if isinstance(node, Maths) else ""
        if "<" in said or "&" in said or (not said and _may_hold(getattr(node, "children", ()))):
            return True
    return False


CHECK = Check(
    name="html-left",
    run=run,
    documentation=__doc__ or "",
    hint="Write the letter itself, and markup in LaTeX.",
    finds=Example(r"""
@misc{a,
  title = {On \&quot;light\&quot;},
}
"""),
    spares=Example(r"""
@misc{a,
  title = {Light if $x < i$, and R\\&D},
}
"""),
)

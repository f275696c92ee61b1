"""Ways to filter a list of works; without a script each value is a link to its page."""

from collections.abc import Mapping, Sequence

from sitegen.site import Here, Site
from sitegen.views.listing import Count, Facet
from sitegen.words import _

MOST_VALUES = 12


def facets(site: Site, here: Here) -> tuple[Facet, ...]:
    """Types and topics with their counts; a facet with a single value is left out."""
    library, words = site.library, site.words
    types = tuple(
        Count(words.type_name(kind), len(library.by_type[kind]), here.to("type", kind))
        for kind in _largest(library.by_type)
    )
    topics = tuple(
        Count(library.topics[topic].name, len(library.by_topic[topic]), here.to("topic", topic))
        for topic in _largest(library.by_topic)
    )
    found = (
        Facet("type", words.say(_("Type")), types, here.to("types") if types else ""),
        Facet("topic", words.say(_("Topic")), topics, here.to("topics") if topics else ""),
    )
    return tuple(facet for facet in found if len(facet.values) > 1)


def _largest(groups: Mapping[str, Sequence[str]]) -> list[str]:
    """The keys of the largest groups, largest first, equal ones in alphabetic order."""
    return sorted(groups, key=lambda key: (-len(groups[key]), key))[:MOST_VALUES]

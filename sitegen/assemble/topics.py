"""Topics: keywords that differ only in case, accents and signs are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.model.library import Topic
from sitegen.text.slugs import slug


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics by id, and entry id to topic ids in the entry's order."""

    topics: Mapping[str, Topic]
    topics_of: Mapping[str, tuple[str, ...]]


def identify_topics(entries: Sequence[Entry]) -> Topics:
    """Topics from the keywords of all entries; a topic goes by the spelling that most entries use."""
    ids: dict[str, str] = {}
    spellings: dict[str, dict[str, int]] = {}
    topics_of: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        found: dict[str, None] = {}
        for keyword in entry.keywords:
            topic = ids.get(keyword)
            if topic is None:
                topic = ids[keyword] = topic_id(keyword)
            if topic:
                found[topic] = None
                counts = spellings.setdefault(topic, {})
                counts[keyword] = counts.get(keyword, 0) + 1
        if found:
            topics_of[entry.id] = tuple(found)
    topics = {id_: named_topic(id_, counts) for id_, counts in sorted(spellings.items())}
    return Topics(topics, topics_of)


def named_topic(id_: str, counts: Mapping[str, int]) -> Topic:
    """A topic by the spelling that most entries use. counts: how many use each."""
    return Topic(id_, min(counts, key=lambda each: (-counts[each], each)))


def topic_id(keyword: str) -> str:
    """The id of the topic of a keyword; "" where it has nothing to show."""
    return slug(keyword) if _shows(keyword) else ""


def _shows(keyword: str) -> bool:
    """Whether a keyword has anything to show; marks of direction and the like have nothing."""
    return any(c.isprintable() and not c.isspace() for c in keyword)

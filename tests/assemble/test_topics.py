"""What works are about."""

from sitegen.assemble.topics import identify_topics
from sitegen.model.entry import Entry


def test_keywords_that_differ_in_case_and_accents_are_one_topic_in_the_spelling_most_works_use() -> None:
    entries = [Entry(id=str(n), keywords=(keyword,)) for n, keyword in enumerate(("Poésie", "poesie", "Poésie"))]
    topics = identify_topics(entries)
    assert [(topic.id, topic.name) for topic in topics.topics.values()] == [("poesie", "Poésie")]


def test_a_keyword_of_invisible_characters_is_no_topic() -> None:
    topics = identify_topics([Entry(id="a", keywords=("\u200f", "شعر"))])
    assert [topic.name for topic in topics.topics.values()] == ["شعر"]
    assert topics.topics_of["a"] == tuple(topics.topics)

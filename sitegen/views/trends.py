"""Topics over time: a row of bars for each of the most frequent."""

from collections import Counter
from collections.abc import Sequence

from sitegen.site import Here, Site
from sitegen.views.charts import Tick, Trend, Trends
from sitegen.views.timeline import scale, years_of

MOST_ROWS = 12
FEWEST_WORKS = 3
"""A topic with fewer works shows no course."""
COLUMN = 10
"""Width of a column in the box of a row."""


def topic_trends(site: Site, here: Here) -> Trends | None:
    """The course of the most frequent topics; None where fewer than two topics or years would be compared."""
    library = site.library
    frequent = sorted(library.topics, key=lambda topic: (-len(library.by_topic[topic]), topic))[:MOST_ROWS]
    years = {topic: years_of(library.works(library.by_topic[topic])) for topic in frequent}
    shown = {topic: counts for topic, counts in years.items() if sum(counts.values()) >= FEWEST_WORKS}
    every = Counter[int]()
    for counts in shown.values():
        every.update(counts)
    if len(shown) < 2 or len(every) < 2:
        return None
    columns = scale(every)
    numbers = {topic: columns.numbers(counts) for topic, counts in shown.items()}
    most = max(max(each) for each in numbers.values())
    ticks = columns.ticks(site)
    return Trends(
        rows=tuple(
            Trend(
                library.topics[topic].name,
                len(library.by_topic[topic]),
                here.to("topic", topic),
                "".join(_bar(place, number, most) for place, number in enumerate(each) if number),
                _described(each, ticks, site),
            )
            for topic, each in numbers.items()
        ),
        ticks=ticks,
        grid="".join(f"M{place * COLUMN} 0v100" for place, tick in enumerate(ticks) if tick.marked and not tick.early),
        width=len(ticks) * COLUMN,
    )


def _bar(place: int, number: int, most: int) -> str:
    """A column's rectangle."""
    height = max(6, round(100 * number / most))
    return f"M{place * COLUMN + 1} 100v-{height}h{COLUMN - 2}v{height}z"


def _described(numbers: Sequence[int], ticks: Sequence[Tick], site: Site) -> str:
    """The numbers of a row in words: "1950s: 2, 1960s: 5"."""
    words = site.words
    return words.comma.join(
        f"{tick.label}: {words.number(number)}" for tick, number in zip(ticks, numbers, strict=True) if number
    )

"""Why a file was made anew, or left alone, in one sentence."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sitegen.pages import Artifact
from sitegen.problems import SitegenError, excerpt
from sitegen.reads import ALL, KEYS, SIZE, Read
from sitegen.site import PATH, PLACE, SITE, TEMPLATE
from sitegen.traces.stale import Stale
from sitegen.traces.watch import MORE_THAN, PEOPLE_OF

SHOWN = 5
"""So many things that changed are named."""
_WORDS: Mapping[str, tuple[str, str]] = {
    "entries": ("the work {}", "the works of the library"),
    "people": ("the person {}", "the people there are"),
    "venues": ("the venue {}", "the venues there are"),
    "topics": ("the topic {}", "the topics there are"),
    "venue_of": ("where {} appeared", ""),
    "topics_of": ("the topics of {}", ""),
    "by_person": ("which works {} has", "how many works people have"),
    "by_venue": ("which works appeared in {}", "how many works venues have"),
    "by_topic": ("which works are about {}", "how many works topics have"),
    "by_year": ("which works are of the year {}", "how many works years have"),
    "by_type": ("which works are of the type {}", "how many works there are of each type"),
    "by_volume": ("which works stand in {}", "the volumes there are"),
    "volumes_of": ("the volumes of {}", "the volumes there are"),
    "by_issue": ("which works stand in the issue {}", "the issues there are"),
    "kin": ("how {} stands to other works", "how works stand to each other"),
    "cited_by": ("which works cite {}", "which works cite others"),
    "rank": ("the place of {} among others", ""),
    "aliases": ("the former name {}", "former names of works"),
    "prose": ("the Markdown page {}", "the Markdown pages"),
    "answers": ("the works that the query {} finds", ""),
    "pdfs": ("the PDF of {}", "the PDFs"),
    "attachments": ("the files of {}", "the files of works"),
    "first_pages": ("the first page of the PDF of {}", ""),
    "static": ("the file {}", "the files in content/static/"),
    "assets": ("the theme's file {}", "the theme's files"),
    "config": ("the setting {}", ""),
    PEOPLE_OF: ("whom the names on {} stand for", ""),
    "how_many": ("how many works {2} has", ""),
    "stretch": ("which works stand in a part of the list of {2}", ""),
    "sizes": ("how many works each has", ""),
    "newest": ("which works are the newest", ""),
    "selected": ("which works are selected", ""),
    "with_pdf": ("how many works have a PDF", ""),
    "years_between": ("the first and the last year of the works of {2}", ""),
    "topics_among": ("the most frequent topics of the works of {2}", ""),
    "around": ("which works stand beside {3}", ""),
    "related": ("which works are related to {1}", ""),
    "brief_work": ("what lists show of {1}", ""),
    "full_work": ("what lists show of {1}", ""),
    "index_file": ("the part {1} of the search index", ""),
    "index_files": ("the search index", ""),
    "search_terms": ("what the search finds {1} by", ""),
    "record_of": ("the record of {2}", ""),
    MORE_THAN: ("whether there are more than {} works", ""),
    PATH: ("the address of the page {}", ""),
    PLACE: ("the line of {} in its file", ""),
    SITE: ("what is known of {}", ""),
    TEMPLATE: ("the template {}, or one it is built on", ""),
}
"""What can be read of a site, in words: one key of a table, and the whole of it. {1}, {2}: parts of the key."""


def found(asked: str, artifacts: Iterable[Artifact], output: str) -> Artifact:
    """The file of the site that somebody means by a path or address below it.

    Raises SitegenError for one that is not there, with the nearest one.
    """
    by_path = {artifact.path: artifact for artifact in artifacts}
    path = asked.removeprefix("./").removeprefix(f"{output.strip('/')}/").strip("/")
    for each in (path, f"{path}/index.html" if path else "index.html"):
        if each in by_path:
            return by_path[each]
    near = get_close_matches(path, by_path, 1)
    raise SitegenError(
        f"the site has no file {excerpt(asked)!r}",
        f"Did you mean {near[0]!r}?" if near else "Give the path of one below output/, as articles/key/index.html.",
    )


def sentence(artifact: Artifact, since: Stale, *, left: bool, late: bool) -> str:
    """Why this file was made anew. left: whether it was left alone. late: whether it is made in every build."""
    return f"{artifact.path}: {_left() if left else _made(artifact, since, late=late)}"


def _left() -> str:
    return "left as it was, because nothing that it shows has changed"


def _made(artifact: Artifact, since: Stale, *, late: bool) -> str:
    if late:
        return "made in every build, because it tells of finished files"
    if since.last is None:
        return (
            "made anew, as all pages, because there was nothing to compare with: the first build, --clean, or another"
            " version, address or language"
        )
    reasons = since.reasons(artifact)
    if reasons:
        words = list(dict.fromkeys(map(_words, reasons)))
        more = f", and {len(words) - SHOWN} other things" if len(words) > SHOWN else ""
        return f"made anew, because this has changed: {'; '.join(words[:SHOWN])}{more}"
    if artifact.path not in since.pages:
        return "made, because the site did not have it"
    return "made anew, because the file was not as sitegen had written it"


def _words(read: Read) -> str:
    """What was read, in words."""
    name, key = read
    one, whole = _WORDS.get(name, (f"{name} {{}}", name))
    if key in {ALL, KEYS, SIZE}:
        return whole or name
    parts = key if isinstance(key, tuple) else (key,)
    said = [repr(part) if isinstance(part, str) else str(part) for part in parts]
    return one.format(" ".join(each for each in said if each != "''"), *said)

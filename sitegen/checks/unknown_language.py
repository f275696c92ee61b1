"""The site's language: a tag of the right form may still name no language ("english" for "en")."""

from collections.abc import Iterator

from sitegen.checks import Check
from sitegen.problems import Place, Problem
from sitegen.site import Site


def run(site: Site) -> Iterator[Problem]:
    """One warning where nobody knows the language by its tag."""
    tag = site.config.language
    if site.words.language_name(tag) == tag:
        yield Problem(
            CHECK.name,
            f"language {tag!r} is no known language; the site's frame is in English",
            Place("content/site.toml"),
            'Write a language tag: "en", "fa", "pt-BR".',
        )


CHECK = Check(name="unknown-language", run=run)

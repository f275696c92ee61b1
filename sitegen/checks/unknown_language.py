"""The site's language is no language that is known by its tag.

The frame of every page is then in English, and browsers and screen readers are told a language that there is not.

Write a language tag (BCP 47) into `site.toml`: `language = "en"`, `"fa"`, `"pt-BR"`, not `"english"`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
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


CHECK = Check(
    name="unknown-language",
    run=run,
    documentation=__doc__ or "",
    hint='Write a language tag: "en", "fa", "pt-BR".',
    finds=Example(
        """
@misc{a,
  title = {On Light},
}
""",
        {"site.toml": 'language = "english"\n'},
    ),
    spares=Example(
        """
@misc{a,
  title = {On Light},
}
""",
        {"site.toml": 'language = "pt-BR"\n'},
    ),
)

"""Words of the pages' frame that sitegen cannot say in the site's language.

They stand in English on every page: buttons, headings, messages of the search. Dates and numbers follow the language
all the same.

Choose a language that sitegen speaks whole, or give it yours: a catalogue is one file of gettext, and CONTRIBUTING.md
tells how to begin one. What a template of your own says in `_()` is told with its line: no catalogue has your words,
so write them in the site's language, or choose by `site.language`.
"""

from collections.abc import Iterator

from sitegen.checks import Check, Example
from sitegen.problems import Place, Problem, excerpt
from sitegen.site import Site
from sitegen.words.catalogues import is_english, languages, untranslated

SHOWN = 3


def run(site: Site) -> Iterator[Problem]:
    """One remark for a language whose catalogue is not there or not whole."""
    for tag in site.languages or (site.config.language,):
        yield from _of(tag, site)


def _of(tag: str, site: Site) -> Iterator[Problem]:
    """The remark for one language."""
    if is_english(tag) or site.words.language_name(tag) == tag:
        return
    number, missing = untranslated(tag)
    if missing:
        some = ", ".join(repr(excerpt(message, 40)) for message in missing[:SHOWN])
        yield Problem(
            CHECK.name,
            f"of {number} words and sentences of the frame {len(missing)} have no translation into"
            f" {site.words.language_name(tag)} ({tag}) and stay English: {some}" + (", …" if missing[SHOWN:] else ""),
            Place("content/site.toml"),
            f"Whole are: {', '.join(languages())}. CONTRIBUTING.md of sitegen tells how to add a language.",
            CHECK.level,
        )


CHECK = Check(
    name="missing-translation",
    run=run,
    level="info",
    documentation=__doc__ or "",
    hint="Choose a language that sitegen speaks whole, or give it a catalogue.",
    finds=Example(
        """
@misc{a,
  title = {On Light},
}
""",
        {"site.toml": 'language = "is"\n'},
    ),
    spares=Example(
        """
@misc{a,
  title = {On Light},
}
""",
        {"site.toml": 'language = "fa"\n'},
    ),
)

"""A site in several languages: the same library, once in each, with the words, pages and titles of the language."""

from collections.abc import Callable
from dataclasses import replace

import msgspec

from sitegen.citing import styles_of
from sitegen.config import Translation
from sitegen.crosslinks import page_key
from sitegen.model.prose import Prose
from sitegen.site import Site
from sitegen.words import Words


def editions(site: Site, style_file: Callable[[str], bytes | None]) -> tuple[Site, ...]:
    """The site in each of its languages, the first one first; a site of one language is itself.

    What was read is shared; what depends on the language is made anew for each.
    style_file: the bytes of a citation style of the owner's by its file name.
    """
    if not site.languages:
        return (site,)
    return tuple(_in(tag, site, style_file) for tag in site.languages)


def _in(tag: str, site: Site, style_file: Callable[[str], bytes | None]) -> Site:
    """The site in one language."""
    told = site.config.translations.get(tag, Translation())
    said = {name: value for name in told.__struct_fields__ if (value := getattr(told, name))}
    prose = _prose(tag, site)
    return replace(
        site,
        library=site.library.in_language(tag),
        config=msgspec.structs.replace(site.config, language=tag, **said),
        words=Words.of(tag, site.config.calendar),
        styles=styles_of(site.config.cite.styles, tag, style_file),
        prose=prose,
        menu=tuple((key, each.navigation) for key, each in prose.items() if each.navigation and key),
        kept={},
    )


def _prose(tag: str, site: Site) -> dict[str, Prose]:
    """The Markdown pages of a language: `about.fa.md` goes before `about.md` in the Persian site and is in no other."""
    chosen: dict[str, Prose] = {}
    for prose in site.prose.values():
        path = prose.place.file.removeprefix("content/")
        stem, _, ending = path.removesuffix(".md").rpartition(".")
        if ending not in site.languages or not stem:
            chosen.setdefault(prose.key, prose)
        elif ending == tag:
            key = page_key(f"{stem}.md")
            chosen[key] = replace(prose, key=key, navigation=prose.navigation if key else "")
    return chosen

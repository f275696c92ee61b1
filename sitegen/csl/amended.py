"""Corrections that the CSL project made to styles after the release that packages carry."""

from collections.abc import Mapping

_AMENDMENTS: Mapping[str, tuple[bytes, bytes]] = {
    "nature": (
        b"2025-09-10T18:26:21+00:00",
        b"""<locale xml:lang="en"><style-options punctuation-in-quote="false"/><terms>
<term name="editor" form="short"><single>ed.</single><multiple>eds</multiple></term></terms></locale>""",
    ),
}
"""By style, the date of the release that wants the correction, and the locale that a later one has (CSL 1.0.2)."""


def amended(name: str, source: bytes) -> bytes:
    """A style with what its next release corrects; any other release, and any other style, as it is."""
    release, terms = _AMENDMENTS.get(name, (b"", b""))
    return source.replace(b"<macro ", terms + b"<macro ", 1) if release and release in source else source

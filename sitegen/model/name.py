"""A printed name, in CSL's parts. Whom it stands for is the library's affair."""

import re
from functools import cache, lru_cache
from itertools import pairwise

import msgspec
from msgspec.structs import replace

_ARTICLE = re.compile(r"(?:(?:al|el|ad|an|ar|as|at|az|ash)-|[dl]['’]|['’]t )(?=\w)")
"""Articles that are written with a family name and not filed (ALA-LC romanization tables, "Arabic", rule 13)."""
NO_BREAK = "\u00a0"
_FIRST_EAST_ASIAN = "\u3005"
"""The first of the characters of `_east_asian`."""


class Name(msgspec.Struct, frozen=True, cache_hash=True):
    """A name as printed on one work (CSL 1.0.2, "Names"); comparable, so it can be a dictionary key.

    family, given, dropping_particle, non_dropping_particle, suffix: as CSL has them, plain Unicode.
    literal: the whole name of an institution, or one that could not be taken apart; then the other parts are empty.
    family_first: whether the family stands first in reading order too; in Chinese, Japanese and Korean script it does
        without being told.
    marks: what a note beside the name says, `equal` (equal contribution) or `corresponding`, or the author's own words.
    orcid, affiliation: as given with this name in the source, "" when not.
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    family_first: bool = False
    marks: tuple[str, ...] = ()
    orcid: str = ""
    affiliation: str = ""

    @property
    def is_institution(self) -> bool:
        """Whether the name is one piece: an institution, a group, or a name nobody could take apart."""
        return bool(self.literal)

    def printed(self) -> "Name":
        """The name alone, without what stands beside it: equal for equal print."""
        return (
            replace(self, marks=(), orcid="", affiliation="") if self.marks or self.orcid or self.affiliation else self
        )

    def to_plain(self) -> str:
        """In reading order.

        >>> Name(family="Beethoven", given="Ludwig", dropping_particle="van").to_plain()
        'Ludwig van Beethoven'
        >>> Name(family="屠", given="呦呦").to_plain()
        '屠呦呦'
        """
        if self.literal:
            return self.literal
        if self.given and self.family and (self.family_first or self.in_one):
            return self.family + ("" if self.in_one else " ") + self.given
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family)
        whole = _joined(parts)
        return f"{whole}{_comma(self.suffix)}{self.suffix}" if self.suffix else whole

    @property
    def in_one(self) -> bool:
        """Whether family and given name are written in one, as in Chinese, Japanese and Korean script."""
        return (
            self.family >= _FIRST_EAST_ASIAN
            and bool(_east_asian().fullmatch(self.family))
            and bool(_east_asian().fullmatch(self.given))
        )

    def to_display(self) -> str:
        """In reading order, with no-break spaces after initials: `D.\u00a0E.\u00a0Knuth`."""
        return _displayed(self)

    def to_inverted(self) -> str:
        """Family first, as indexes, BibTeX and metadata tags want it; particles stand with the family.

        >>> Name(family="Berg", given="Jan", non_dropping_particle="van der").to_inverted()
        'van der Berg, Jan'
        """
        if self.literal:
            return self.literal
        family = self.family_with_particles()
        rest = [part for part in (self.suffix, self.given) if part]
        return ", ".join([family, *rest]) if family else self.given

    def to_filed(self) -> str:
        """As an index files it: by the family name, small particles and articles behind it.

        >>> Name(family="Berg", given="Jan", non_dropping_particle="van der").to_filed()
        'Berg, Jan van der'
        >>> Name(family="d’Alembert", given="Jean").to_filed()
        'Alembert, Jean d’'
        >>> Name(family="Dyke", non_dropping_particle="Van").to_filed()
        'Van Dyke'
        """
        if self.literal:
            return self.literal
        particles, family = _joined((self.dropping_particle, self.non_dropping_particle)), self.family
        if particles[:1].isupper():
            particles, family = "", self.family_with_particles()
        elif not particles and (article := _ARTICLE.match(family)):
            particles, family = article[0], family[article.end() :]
        given = " ".join(filter(None, (self.given, particles.strip())))
        return ", ".join(filter(None, (family, self.suffix, given)))

    def family_with_particles(self) -> str:
        """The family name with its particles before it; the whole name where there is no family."""
        if self.literal:
            return self.literal
        return _joined((self.dropping_particle, self.non_dropping_particle, self.family)) or self.given

    def to_short(self) -> str:
        """Initials and family, with no-break spaces after the initials.

        >>> Name(family="Mirzakhani", given="Maryam").to_short().replace(NO_BREAK, "_")
        'M._Mirzakhani'
        """
        if self.literal or not self.given or self.family_first or self.in_one:
            return self.to_plain()
        return f"{self.initials()} {self.family_with_particles()}".replace(". ", f".{NO_BREAK}")

    def initials(self) -> str:
        """Initials of the given names, hyphens kept.

        >>> Name(family="Sartre", given="Jean-Paul").initials()
        'J.-P.'
        >>> Name(family="Knuth", given="D.E.").initials()
        'D. E.'
        """
        words = self.given.replace(NO_BREAK, " ").replace(".", ". ").split()
        return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part.strip(".")) for word in words)


@cache
def _east_asian() -> re.Pattern[str]:
    """Han, kana and Hangul, in which a name is written in one, the family first."""
    return re.compile("[\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+")


@lru_cache(maxsize=1 << 14)
def _displayed(name: Name) -> str:
    """A name as pages show it, which many of them do."""
    words = name.to_plain().split(" ")
    out = words[0]
    for before, word in pairwise(words):
        out += (NO_BREAK if before.endswith(".") and len(before) <= 3 else " ") + word
    return out


def _joined(parts: tuple[str, ...]) -> str:
    """Parts with blanks between, none after an apostrophe (d'Alembert)."""
    out = ""
    for part in parts:
        if part:
            out += part if not out or out.endswith(("'", "’")) else f" {part}"
    return out


def _comma(suffix: str) -> str:
    """What stands before a suffix: a comma before Jr. and Sr., a blank before III."""
    return ", " if suffix.lower().rstrip(".") in {"jr", "sr"} else " "

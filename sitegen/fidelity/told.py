"""What one file of the site says about a work, as an independent reader found it there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.fidelity.outline import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account of a work; None where this kind of file does not say such a thing.

    where: the file or the part of it, for messages. title, abstracts, container: their letters.
    title_with_tags: the title where what looks like its markup is text that the source wants shown.
    names: printed names by CSL role, for the roles that this kind of file knows. et_al: whether the authors are said to
    be more. formulas: of the title and the abstracts together, where they can be counted. container: what the work
    appeared in, where the file names it. year: "1998", "" for none. pages: all, or the first and the last with a blank.
    """

    where: str
    title: Outline | None = None
    title_with_tags: Outline | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    et_al: bool | None = None
    abstracts: tuple[Outline, ...] | None = None
    formulas: int | None = None
    year: str | None = None
    doi: str | None = None
    container: Outline | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    keywords: tuple[str, ...] | None = None

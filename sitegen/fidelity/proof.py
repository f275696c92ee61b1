"""What a proof of fidelity counts and finds."""

from dataclasses import dataclass

from sitegen.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A proof of fidelity.

    articles: compared. raw: how many of them with the source's own letters, read by another program than sitegen.
    pages, exports: read back. formulas: found set. links: followed within the site, or found where the source has them.
    problems: the differences.
    """

    articles: int
    raw: int
    pages: int
    exports: int
    formulas: int
    links: int
    problems: tuple[Problem, ...] = ()

    def as_numbers(self) -> dict[str, int]:
        """The figures by their names, the number of differences among them."""
        return {
            "articles": self.articles,
            "compared_with_source": self.raw,
            "pages": self.pages,
            "exports": self.exports,
            "formulas": self.formulas,
            "links": self.links,
            "differences": len(self.problems),
        }

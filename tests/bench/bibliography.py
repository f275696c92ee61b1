"""Made-up bibliographies of any size, for benchmarks: `python -m tests.bench.bibliography N > all.bib`.

The shares are those of real collections: a work has three authors, of whom a few write much and most write once or
twice; abstracts of some 900 characters with formulas and emphasis in a part of them; five keywords; one venue in
twenty works. The same number and seed give the same bytes.
"""

import random
import sys
from collections.abc import Iterator

ONSETS = ("b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w")
VOWELS = ("a", "e", "i", "o", "u", "ei", "au", "ö", "á", "è")
ENDINGS = ("n", "r", "s", "t", "l", "m", "nd", "rt", "ński", "sen", "ez", "")
GIVEN = (
    "Ada", "Amir", "Björn", "Chen", "Dana", "Emmy", "Farid", "Grace", "Hana", "Ivan", "João", "Kim", "Leila", "Marie",
    "Nils", "Omar", "Petra", "Quentin", "Rosa", "Søren", "Tomoko", "Ursula", "Victor", "Wei", "Xenia", "Yusuf", "Zoë",
)  # fmt: skip
FORMULAS = (r"$x \in \mathbb{R}^n$", r"$p < 0.05$", r"$O(n \log n)$", r"\(L^2(\Omega)\)", r"$\alpha_{ij}$")
MARKS = (r"\emph{%s}", r"\textbf{%s}", "``%s''", r"\texttt{%s}")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Maker:
    """Makes entries one after the other. number: how many there are to be."""

    def __init__(self, number: int, seed: int = 1) -> None:
        self._number, self._chance = number, random.Random(seed)
        self._words = [self._word() for _ in range(2_000)]
        self._people = [self._person() for _ in range(max(3, number * 7 // 10))]
        self._topics = [" ".join(self._some(2)) for _ in range(max(5, number * 2 // 5))]
        self._venues = [f"Journal of {' '.join(self._some(2)).title()}" for _ in range(max(2, number // 20))]

    def entries(self) -> Iterator[str]:
        """The entries as BibTeX."""
        for at in range(self._number):
            yield self._entry(at)

    def _entry(self, at: int) -> str:
        chance = self._chance
        year = 2025 - min(60, int(chance.expovariate(1 / 12)))
        article = chance.random() < 0.7
        people = [self._often(self._people) for _ in range(min(12, 1 + int(chance.expovariate(1 / 2))))]
        keywords = ", ".join(dict.fromkeys(self._often(self._topics) for _ in range(5)))
        lines = [
            f"  title = {{{self._title()}}}",
            f"  author = {{{' and '.join(dict.fromkeys(people))}}}",
            f"  {'journal' if article else 'booktitle'} = {{{self._often(self._venues)}}}",
            f"  year = {{{year}}}",
            f"  month = {chance.choice(MONTHS)}",
            f"  pages = {{{chance.randrange(1, 800)}--{chance.randrange(801, 1000)}}}",
            f"  doi = {{10.5555/{at:x}.{year}}}",
            f"  keywords = {{{keywords}}}",
            f"  abstract = {{{self._abstract()}}}",
        ]
        if article:
            lines.insert(4, f"  volume = {{{year - 1960}}},\n  number = {{{chance.randrange(1, 5)}}}")
        if chance.random() < 0.6:
            lines.append(f"  pdf = {{https://papers.example.org/{at}.pdf}}")
        kind = "article" if article else "inproceedings"
        return f"@{kind}{{work{at}y{year},\n" + ",\n".join(lines) + "\n}\n"

    def _title(self) -> str:
        words = self._some(self._chance.randrange(5, 13))
        return " ".join([words[0].title(), *words[1:]])

    def _abstract(self) -> str:
        return " ".join(self._sentence() for _ in range(self._chance.randrange(5, 10)))

    def _sentence(self) -> str:
        words = self._some(self._chance.randrange(10, 22))
        if self._chance.random() < 0.2:
            words[3] = self._chance.choice(FORMULAS)
        if self._chance.random() < 0.1:
            words[5] = self._chance.choice(MARKS) % words[5]
        return " ".join([words[0].title(), *words[1:]]) + "."

    def _some(self, number: int) -> list[str]:
        return self._chance.choices(self._words, k=number)

    def _often(self, things: list[str]) -> str:
        """One of them; the first ones more often."""
        return things[int(len(things) * self._chance.random() ** 2.5)]

    def _word(self) -> str:
        chance = self._chance
        return "".join(chance.choice(ONSETS) + chance.choice(VOWELS[:5]) for _ in range(chance.randrange(1, 5))) + (
            chance.choice(ENDINGS[:8])
        )

    def _person(self) -> str:
        chance = self._chance
        family = (chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(ONSETS)).title() + chance.choice(VOWELS)
        initial = f" {chance.choice('ABCDEFGHJKLMRST')}." if chance.random() < 0.4 else ""
        return f"{family}{chance.choice(ENDINGS)}, {chance.choice(GIVEN)}{initial}"


def bibliography(number: int, seed: int = 1) -> str:
    """So many entries in one text."""
    return "\n".join(Maker(number, seed).entries())


if __name__ == "__main__":
    sys.stdout.write(bibliography(int(sys.argv[1]), *map(int, sys.argv[2:3])))

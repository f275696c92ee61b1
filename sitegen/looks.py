"""The looks of the packaged theme: their surfaces, and a style sheet for an accent of the owner's."""

from dataclasses import dataclass
from functools import partial

from sitegen.text.contrast import BLACK, WHITE, least_contrast, nearest

LEAST = 4.5
"""The contrast that text must have with its ground (WCAG 2.2, 1.4.3, level AA)."""
GOOD = 7.0
"""The contrast that the theme's own text has (1.4.6, level AAA), and that an accent is lightened to for dark pages."""
USUAL = "rubric"
"""The look of a site that names none; it is the theme's style sheet without another one."""


@dataclass(frozen=True, slots=True)
class Surfaces:
    """What text stands on, as `#rrggbb`.

    page: of every page. raised: of boxes. alarm: the colour of what warns of a work, which no accent changes.
    text, muted, edge, accent: what stands on them, for pictures.
    """

    page: str
    raised: str
    alarm: str
    text: str = "#1f1d1a"
    muted: str = "#544f47"
    edge: str = "#857d70"
    accent: str = "#8a1c1c"

    @property
    def grounds(self) -> tuple[str, str]:
        """Both grounds of text."""
        return self.page, self.raised


@dataclass(frozen=True, slots=True)
class Look:
    """A look by light and in the dark, as its style sheet has it."""

    light: Surfaces
    dark: Surfaces


LOOKS = {
    USUAL: Look(Surfaces("#fcfbf8", "#f3f0e9", "#8a1c1c"), Surfaces("#151619", "#1e2024", "#f0a8a0")),
    "plain": Look(
        Surfaces("#ffffff", "#f4f4f4", "#8a1c1c", "#1a1a1a", "#4a4a4a", "#757575", "#333333"),
        Surfaces("#131313", "#1f1f1f", "#f0a8a0"),
    ),
    "journal": Look(
        Surfaces("#ffffff", "#f0f4f5", "#8a1c1c", "#17212b", "#414e5a", "#6d7a84", "#0b5351"),
        Surfaces("#11161a", "#1a2126", "#f0a8a0"),
    ),
}
"""The looks that `theme` may name."""


def too_pale(accent: str, theme: str) -> tuple[float, str] | None:
    """The contrast of an accent that cannot be read on the theme's light pages, and the nearest one that can.

    None for one that can be read.
    """
    grounds = LOOKS[theme].light.grounds
    found = least_contrast(accent, grounds)
    return None if found >= LEAST else (found, nearest(accent, grounds, LEAST, BLACK))


def accents(accent: str, theme: str) -> tuple[str, str]:
    """An accent as it stands on light pages, and its lighter twin for dark ones."""
    look = LOOKS[theme]
    return accent.lower(), nearest(accent, look.dark.grounds, GOOD, WHITE)


def accent_sheet(accent: str, theme: str) -> str:
    """The style sheet that gives links, buttons, years and charts an accent, in the dark a lighter one of its hue.

    Print stays black, and what warns of a work keeps its red.
    """
    look = LOOKS[theme]
    by_light, in_the_dark = accents(accent, theme)
    light, dark = partial(_rules, by_light, look.light.alarm), partial(_rules, in_the_dark, look.dark.alarm)
    following, chosen = dark(':root:not([data-theme="light"])'), dark(':root[data-theme="dark"]')
    return f"@media screen{{{light(':root')}@media (prefers-color-scheme:dark){{{following}}}{chosen}}}"


def _rules(accent: str, alarm: str, root: str) -> str:
    """The rules of one scheme of colours."""
    return f"{root}{{--link:{accent};--rubric:{accent}}}{root} :is(.status,.alarm){{--rubric:{alarm}}}"

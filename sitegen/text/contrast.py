"""Contrast of colours as readers' eyes have it (WCAG 2.2, "relative luminance" and "contrast ratio")."""

from collections.abc import Iterable

BLACK, WHITE = "#000000", "#ffffff"


def luminance(color: str) -> float:
    """Relative luminance of a colour of sRGB, `#rrggbb`: 0 for black, 1 for white.

    >>> luminance("#ffffff")
    1.0
    """
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 (the same) to 21 (black on white).

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def least_contrast(color: str, grounds: Iterable[str]) -> float:
    """The contrast of a colour with that one of several grounds which it is nearest to."""
    return min(contrast(color, ground) for ground in grounds)


def nearest(color: str, grounds: Iterable[str], least: float, toward: str) -> str:
    """A colour with as little of another one mixed in as gives a contrast of `least` with every ground.

    toward: BLACK or WHITE, which leave the hue as it is; returned itself where nothing before it is enough.

    >>> nearest("#1d4a7a", ["#ffffff"], 4.5, BLACK)
    '#1d4a7a'
    """
    grounds = tuple(grounds)
    steps = (_mixed(color.lower(), toward, step / 256) for step in range(257))
    return next((mixed for mixed in steps if least_contrast(mixed, grounds) >= least), toward)


def _mixed(color: str, other: str, share: float) -> str:
    """A colour with a share of another one, channel by channel."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _linear(channel: float) -> float:
    """A channel of sRGB as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

"""The worker that draws cards and icons, a program of its own: a picture's description a line comes in.

It has no part in the site and loads nothing of it, so that a build loads Pillow only where something is to be drawn.
A text that the font cannot draw leaves an empty file.
"""

import json
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

import font_source_serif_pro
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 84
TITLE_SIZES = (68, 58, 50, 43)
"""The largest in which a title has room is taken."""
TITLE_ROOM = 320
"""Pixels from the top of a title to the bottom of its last line."""
SMALL = 32
COLORS = 64
ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": ""})
"""Marks that the font has under another number."""
FOLDER = Path(font_source_serif_pro.__file__).parent / "files"


def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The font in a weight and a size in pixels. The basic layout is the same on every machine."""
    return ImageFont.truetype(str(FOLDER / f"SourceSerifPro-{weight}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> bool:
    """Whether the font has a shape of its own for every letter."""
    face = font("Regular", SMALL)
    lack = _shape(face, "\uffff")
    return all(each.isspace() or _shape(face, each) != lack for each in set(text))


def _shape(face: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    """The size and the pixels of a letter."""
    mask = face.getmask(letter)
    return mask.size, bytes(mask)


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Lines that are no longer than a width in pixels, broken between words; a word that is longer stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """A text, or as much of it as has room before an ellipsis."""
    if face.getlength(text) <= width:
        return text
    while text and face.getlength(f"{text}…") > width:
        text = text[:-1].rstrip(" ,;:")
    return f"{text}…"


def titled(text: str, width: int) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    """The lines of a title, their font and the height of a line; a title too long for the smallest size is cut."""
    for size in TITLE_SIZES:
        face, step = font("Semibold", size), round(size * 1.22)
        lines = wrapped(text, face, width)
        if len(lines) * step <= TITLE_ROOM and all(face.getlength(line) <= width for line in lines):
            return lines, face, step
    most = TITLE_ROOM // step
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return [shortened(line, face, width) for line in kept], face, step


def card(said: dict[str, Any]) -> Image.Image | None:
    """A card of 1200 by 630 pixels; None where the font cannot draw its title, its names or the site's."""
    texts = {
        name: unicodedata.normalize("NFC", said[name]).translate(ALIKE)
        for name in ("eyebrow", "title", "names", "site")
    }
    if not all(map(drawable, texts.values())):
        return None
    image = Image.new("RGB", (WIDTH, HEIGHT), said["page"])
    draw = ImageDraw.Draw(image)
    width = WIDTH - 2 * MARGIN
    small, strong = font("Regular", SMALL), font("Semibold", SMALL)
    draw.rectangle((0, 0, WIDTH, 14), fill=said["accent"])
    draw.text((MARGIN, 72), shortened(texts["eyebrow"], small, width), said["accent"], small)
    lines, face, step = titled(texts["title"], width)
    for number, line in enumerate(lines):
        draw.text((MARGIN, 126 + number * step), line, said["text"], face)
    draw.text((MARGIN, 126 + len(lines) * step + 22), shortened(texts["names"], small, width), said["muted"], small)
    draw.line((MARGIN, 536, WIDTH - MARGIN, 536), fill=said["edge"], width=1)
    draw.text((MARGIN, 554), shortened(texts["site"], strong, width), said["text"], strong)
    return image.quantize(COLORS, method=Image.Quantize.FASTOCTREE)


PAPER = ((6, 3), (21, 3), (26, 8), (26, 29), (6, 29))
LINES = ((10, 12, 22, 14.4), (10, 17.4, 22, 19.8), (10, 22.8, 17, 25.2))
"""The theme's icon, of 32 units: a sheet, and three lines on it."""


def icon(said: dict[str, Any]) -> Image.Image:
    """The theme's icon in a size in pixels, drawn four times as large; `page` fills its ground, "" leaves it open."""
    size = int(said["icon"])
    scale = size * 4 / 32
    image = Image.new("RGBA", (size * 4, size * 4), said["page"] or "#ffffff00")
    draw = ImageDraw.Draw(image)
    draw.polygon([(x * scale, y * scale) for x, y in PAPER], fill=said["accent"])
    for left, top, right, bottom in LINES:
        box = (left * scale, top * scale, right * scale - 1, bottom * scale - 1)
        draw.rectangle(box, fill=said["page"] or "#ffffff00")
    return image.resize((size, size), Image.Resampling.LANCZOS)


def write(said: dict[str, Any]) -> None:
    """Write one picture beside its place and move it there."""
    to = Path(said["to"])
    part = to.with_name(f"{to.stem}.part{to.suffix}")
    image = icon(said) if "icon" in said else card(said)
    if image is None:
        part.write_bytes(b"")
    elif to.suffix == ".ico":
        image.save(part, "ICO", sizes=[image.size])
    else:
        image.save(part, "PNG")
    os.replace(part, to)  # noqa: PTH105 -- as everywhere in what writes


if __name__ == "__main__":
    for line in sys.stdin:
        write(json.loads(line))

"""Writes the PDFs of the example library: one small page each, the same bytes every time.

Run it from the root of the repository: `python tests/example_pdfs.py`.
"""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "content" / "pdf"
TITLES = {
    "codd1970relational": "A Relational Model of Data for Large Shared Data Banks",
    "knuth1984literate": "Literate Programming",
    "noether1918invariante": "Invariante Variationsprobleme",
    "ranganathan1931five": "The Five Laws of Library Science",
    "watson1953molecular": "Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid",
    "wilkinson2016fair": "The FAIR Guiding Principles for Scientific Data Management and Stewardship",
}
"""Title by citation key; ASCII, because the standard fonts have no more without an encoding of their own."""
NOTICE = "This one-page file stands where the full text of the work would stand in your own library."
WIDTH, HEIGHT, MARGIN = 420, 595, 48
"""A5 upright in points (ISO 216), and the left margin."""
_FONTS = "<< /Font << /Roman 4 0 R /Bold 5 0 R >> >>"


def page(key: str, title: str) -> bytes:
    """A PDF 1.4 file of one page that shows the title, the notice and the key (ISO 32000-1, 7.5).

    >>> page("a", "A Title").startswith(b"%PDF-1.4")
    True
    """
    content = _content(key, title)
    objects = (
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 6 0 R /Resources {_FONTS} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        f"<< /Title ({_escaped(title)}) /Subject ({_escaped(key)}) >>",
    )
    return _file(objects)


def write(folder: Path) -> None:
    """All PDFs of the example library, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, title in TITLES.items():
        (folder / f"{key}.pdf").write_bytes(page(key, title))


def _file(objects: tuple[str, ...]) -> bytes:
    """Numbered objects with their cross-reference table; the first is the catalog, the last the information."""
    body = "%PDF-1.4\n"
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}").encode("ascii")


def _content(key: str, title: str) -> str:
    """The operators that draw the page: title, notice, key."""
    lines = [("Bold", 17, 23, line) for line in _wrapped(title, 34)]
    lines += [("Roman", 12, 34 if first else 17, line) for first, line in _marked(_wrapped(NOTICE, 56))]
    lines.append(("Roman", 10, 34, f"Citation key: {key}"))
    drawn = "\n".join(f"/{font} {size} Tf 0 -{step} Td ({_escaped(line)}) Tj" for font, size, step, line in lines)
    return f"BT\n1 0 0 1 {MARGIN} {HEIGHT - 120} Tm\n{drawn}\nET"


def _marked(lines: list[str]) -> list[tuple[bool, str]]:
    """Each line, and whether it is the first."""
    return [(number == 0, line) for number, line in enumerate(lines)]


def _wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` characters, broken between words."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _escaped(text: str) -> str:
    r"""Text for a literal string: backslash and parentheses escaped (ISO 32000-1, 7.3.4.2).

    >>> _escaped("f(x)")
    'f\\(x\\)'
    """
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


if __name__ == "__main__":
    write(FOLDER)

"""What the first bytes of a file say: whether it is of the kind that its ending promises, and no page in disguise.

Hosts tell the kind of a file by its ending, but where they say nothing browsers look at the bytes (WHATWG, "MIME
Sniffing", section 7.1), and a page that they find there would run on the site's own origin.
"""

import re
from collections.abc import Mapping

LENGTH = 4096
"""Bytes that are looked at."""
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)")
_HDF = re.compile(rb"\x89HDF\r\n\x1a\n|(?s:.{512}|.{1024}|.{2048})\x89HDF\r\n\x1a\n")
_JPEG = re.compile(rb"\xff\xd8\xff")
_BMFF = re.compile(rb"(?s:.{4})ftyp")
_SIGNATURES: Mapping[str, tuple[str, re.Pattern[bytes]]] = {
    ".pdf": ("PDF", re.compile(rb"(?s:.{0,1019}?)%PDF-")),
    ".epub": ("EPUB", _ZIP),
    ".docx": ("Word document", _ZIP),
    ".pptx": ("PowerPoint document", _ZIP),
    ".xlsx": ("Excel document", _ZIP),
    ".odt": ("OpenDocument text", _ZIP),
    ".odp": ("OpenDocument presentation", _ZIP),
    ".ods": ("OpenDocument spreadsheet", _ZIP),
    ".zip": ("ZIP archive", _ZIP),
    ".gz": ("gzip file", re.compile(rb"\x1f\x8b")),
    ".xz": ("xz file", re.compile(rb"\xfd7zXZ\x00")),
    ".7z": ("7z archive", re.compile(rb"7z\xbc\xaf\x27\x1c")),
    ".tar": ("tar archive", re.compile(rb"(?s:.{257})ustar|\x00{512}")),
    ".png": ("PNG picture", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ".jpg": ("JPEG picture", _JPEG),
    ".jpeg": ("JPEG picture", _JPEG),
    ".gif": ("GIF picture", re.compile(rb"GIF8[79]a")),
    ".webp": ("WebP picture", re.compile(rb"RIFF(?s:.{4})WEBP")),
    ".avif": ("AVIF picture", _BMFF),
    ".ico": ("icon", re.compile(rb"\x00\x00\x01\x00")),
    ".mp3": ("MP3 file", re.compile(rb"ID3|\xff[\xe0-\xff]")),
    ".ogg": ("Ogg file", re.compile(rb"OggS")),
    ".mp4": ("MP4 film", _BMFF),
    ".webm": ("WebM film", re.compile(rb"\x1aE\xdf\xa3")),
    ".nc": ("NetCDF file", re.compile(rb"CDF[\x01\x02\x05]|" + _HDF.pattern)),
    ".h5": ("HDF5 file", _HDF),
    ".parquet": ("Parquet file", re.compile(rb"PAR[1E]")),
    ".woff2": ("WOFF2 font", re.compile(rb"wOF2")),
}
"""By ending: the kind's name, and how its files begin. A PDF may begin later (ISO 32000-1, annex H.3)."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)?[\x00\t\n\x0c\r ]{0,2000}"
    rb"(<(?:!--|\?xml|[!?/]?(?:doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|math"
    rb"|img|meta|link|base|form|object|embed)(?=[\s>/:])))",
    re.IGNORECASE,
)
"""What browsers take for a page, and some more that could become one; letters of UTF-16 have a zero between them."""


def misfit(suffix: str, head: bytes) -> str:
    """Why a file with this ending may not begin so; "" when it may.

    suffix: the ending in lower case, with its dot. head: the first `LENGTH` bytes, or all where there are fewer.

    >>> misfit(".png", b"GIF89a"), misfit(".csv", b"<!doctype html><title>Log in</title>")
    ('it is no PNG picture: other bytes stand at its beginning', 'it is a web page: it begins with <!doctype')
    >>> misfit(".csv", b"year,works")
    ''
    """
    page = _PAGE.match(head) or _PAGE.match(head.replace(b"\x00", b""))
    if page:
        return f"it is a web page: it begins with {page[1].decode('ascii')}"
    if suffix == ".pdf" and not _SIGNATURES[suffix][1].match(head):
        return "it is no PDF: it does not begin with %PDF-"
    kind, signature = _SIGNATURES.get(suffix, ("", None))
    if signature and not signature.match(head):
        return f"it is no {kind}: other bytes stand at its beginning"
    return ""

"""Media types of files by the ending of their addresses (IANA, "Media Types", and what is usual)."""

from urllib.parse import urlsplit

MEDIA_TYPES = {
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".geojson": "application/geo+json",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".nc": "application/netcdf",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".parquet": "application/vnd.apache.parquet",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".ris": "application/x-research-info-systems",
    ".tar": "application/x-tar",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


def media_type(address: str) -> str:
    """The media type of what an address or a path leads to, "" where its ending does not tell.

    >>> media_type("https://example.org/data.CSV?v=2"), media_type("https://example.org/viewer?file=a.pdf")
    ('text/csv', '')
    """
    name = urlsplit(address).path.rpartition("/")[2]
    return MEDIA_TYPES.get(f".{name.rpartition('.')[2].lower()}", "") if "." in name else ""

"""First bytes of files, against programs that write such files."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from sitegen.publishing import PUBLISHED
from sitegen.text.first_bytes import LENGTH, misfit

TEXTS = frozenset(
    ".txt .tex .csv .tsv .json .dat .xyz .cif .bib .ris .r .py .ipynb .nb .m".split()  # noqa: SIM905 -- a table of words
)
"""Kinds without a sign of their own."""
PAGES = (
    b"<!doctype html><script>1</script>",
    b"  \r\n\t<HTML>",
    b"<script>1</script>",
    b"<script src=x>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
    b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
    b"<!-- x --><script>1</script>",
    b"\xef\xbb\xbf<html>",
    "\ufeff<html>".encode("utf-16-le"),
    "\ufeff<html>".encode("utf-16-be"),
    b"<!-- x -->%PDF-1.7",
    b"</title><script>",
    b"<iframe/src=x>",
    b"<body onload=x>",
)


def written(suffix: str) -> bytes:
    """A file of the kind, as the standard library or Pillow writes it, or its well-known beginning."""
    stream = io.BytesIO()
    if suffix in (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico"):
        image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
        image.new("RGB", (16, 16)).save(stream, {".jpg": "jpeg", ".ico": "ico"}.get(suffix, suffix[1:]))
    elif suffix in (".zip", ".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods", ".epub"):
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("mimetype", "x")
    elif suffix == ".tar":
        with tarfile.open(fileobj=stream, mode="w") as archive:
            archive.addfile(tarfile.TarInfo("x"))
    elif suffix == ".gz":
        return gzip.compress(b"x")
    elif suffix == ".xz":
        return lzma.compress(b"x")
    else:
        return {
            ".pdf": b"%PDF-1.7\n",
            ".7z": b"7z\xbc\xaf\x27\x1c\x00\x04",
            ".mp3": b"ID3\x04",
            ".ogg": b"OggS\x00",
            ".mp4": b"\x00\x00\x00\x18ftypisom",
            ".webm": b"\x1aE\xdf\xa3\x01",
            ".nc": b"CDF\x02",
            ".h5": b"\x00" * 512 + b"\x89HDF\r\n\x1a\n",
            ".parquet": b"PAR1\x15",
            ".woff2": b"wOF2\x00",
        }.get(suffix, b"x,y\n1,2\n")
    return stream.getvalue()


@pytest.mark.parametrize("suffix", sorted(PUBLISHED))
def test_a_file_of_its_kind_fits(suffix: str) -> None:
    assert misfit(suffix, written(suffix)[:LENGTH]) == ""


@pytest.mark.parametrize("suffix", sorted(PUBLISHED - TEXTS))
@pytest.mark.parametrize("head", [b"", b"x,y\n1,2\n", bz2.compress(b"x")])
def test_a_file_of_another_kind_is_refused_in_one_line(suffix: str, head: bytes) -> None:
    why = misfit(suffix, head)
    assert why.startswith("it is no ")
    assert why.isprintable()


@pytest.mark.parametrize("suffix", sorted(PUBLISHED))
@pytest.mark.parametrize("head", PAGES)
def test_no_page_passes_for_anything_else(suffix: str, head: bytes) -> None:
    assert misfit(suffix, head).startswith("it is a web page")


def test_a_pdf_may_begin_behind_what_a_mailer_left_but_not_behind_a_kilobyte() -> None:
    assert misfit(".pdf", b"\r\nX-Mailer: y\r\n%PDF-1.4") == ""
    assert misfit(".pdf", b"x" * 1020 + b"%PDF-1.4")


@pytest.mark.parametrize(
    "text", [b"<1 keV, x", b"<- read.csv('x')", b"<-- arrow", b"< div", b"a <html>", b"\\title{<a>}"]
)
def test_words_that_only_look_like_markup_are_words(text: bytes) -> None:
    assert misfit(".txt", text) == ""

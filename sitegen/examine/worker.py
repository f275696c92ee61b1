"""The worker that opens PDFs, a program of its own: a pair of paths a line comes in, an answer a line goes out.

It has no part in the site: it loads nothing of it, and a PDF that makes it fail or swell costs no more than itself.
"""

import contextlib
import json
import sys

WIDTH = 280
"""Pixels of a picture; 140 on the page, so that it is sharp on screens of twice the resolution."""
MOST_HEIGHT = 560
QUALITY, METHOD = 50, 4
MEMORY = 2 << 30
"""Bytes of addresses that the worker may use."""
PICTURE = 1 << 20
"""Bytes of the longest file that it may write."""


def look(pdf: str, picture: str) -> dict[str, object]:
    """Open a PDF: how many pages it has. Write a picture of the first as WebP, unless it is too long for one."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = len(document)
        if not pages:
            return {"error": "it has no page"}
        page = document[0]
        width, height = page.get_size()
        if not (width > 0 and height > 0 and 0.2 <= height / width * WIDTH / MOST_HEIGHT * 2 <= 2):
            return {"pages": pages}
        image = page.render(scale=WIDTH / width).to_pil().convert("RGB")
        image.save(picture, "WEBP", quality=QUALITY, method=METHOD)
        return {"pages": pages, "width": image.width, "height": image.height}
    finally:
        document.close()


def answer(line: bytes) -> dict[str, object]:
    """The answer to one line."""
    try:
        pdf, picture = json.loads(line)
        return look(pdf, picture)
    except Exception as error:  # noqa: BLE001 -- whatever a library says of a broken file, it is an answer
        return {"error": " ".join(str(error).split())[:120] or type(error).__name__}


def main() -> None:
    """Answer line by line until there are no more."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (PICTURE, PICTURE))
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(line)).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

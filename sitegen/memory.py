"""Memory that is given back to the system, so that a build of a large site leaves room for others."""

_MMAP_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of mallopt(3)."""
_LARGE = 1 << 17
"""Bytes of a block that is large: the GNU C library's own first choice, which it gives up when the first is freed."""


def give_back_large_blocks() -> None:
    """Let each large block go back to the system as soon as nobody needs it; nothing where the system has no such way.

    Pages of long lists and whole exports come and go between what stays: else they leave holes that nothing fits.
    """
    # A build of a few pages has none.
    import ctypes

    try:
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
    except (AttributeError, OSError, TypeError):
        return

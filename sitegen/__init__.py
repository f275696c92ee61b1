"""sitegen: from a folder of bibliography files to a finished scholarly website."""

__version__ = "0.1.0"

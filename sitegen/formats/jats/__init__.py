"""JATS: the front matter of articles as publishers and archives exchange it (ANSI/NISO Z39.96-2021), written only."""

from sitegen.formats import on_request
from sitegen.formats.jats.write import deposit

__all__ = ["FORMAT"]

FORMAT = on_request("jats", "JATS XML", ".jats.xml", "application/xml", deposit)

"""Crossref: what the DOIs of a publisher are registered with (deposit schema 5.4.0), written only."""

from sitegen.formats import on_request
from sitegen.formats.crossref.deposit import deposit

__all__ = ["FORMAT"]

FORMAT = on_request("crossref", "Crossref XML", ".crossref.xml", "application/vnd.crossref.deposit+xml", deposit)

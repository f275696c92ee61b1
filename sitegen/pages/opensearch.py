"""The description by which browsers offer the site's search (OpenSearch 1.1)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from sitegen.pages import PageKind
from sitegen.site import Here, Site
from sitegen.words import _


def keys(site: Site) -> Iterable[str]:
    """One file, where the site knows its address."""
    return ("",) if site.base_url else ()


def content(key: str, site: Site, here: Here) -> str:  # noqa: ARG001 -- the shape of `content`
    """The description; its short name may have 16 characters at most."""
    tree = Element("OpenSearchDescription", xmlns="http://a9.com/-/spec/opensearch/1.1/")
    SubElement(tree, "ShortName").text = site.config.title[:16].strip()
    SubElement(tree, "LongName").text = site.config.title[:48].strip()
    SubElement(tree, "Description").text = site.words.say(_("Search %(title)s")) % {"title": site.config.title}
    SubElement(tree, "InputEncoding").text = "UTF-8"
    SubElement(tree, "Url", type="text/html", template=here.links.absolute("search") + "?q={searchTerms}")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(tree, encoding="unicode") + "\n"


PAGE = PageKind(name="opensearch", path="opensearch.xml", keys=keys, content=content)

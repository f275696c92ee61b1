"""DataCite JSON: what a DOI of DataCite is registered with (DataCite Metadata Schema 4.5), written only."""

from sitegen.formats import on_request
from sitegen.formats.datacite.write import deposit

__all__ = ["FORMAT"]

FORMAT = on_request("datacite", "DataCite JSON", ".datacite.json", "application/vnd.datacite.datacite+json", deposit)

"""CSL-JSON: the input data of citation processors (CSL 1.0.2, schema `csl-data.json`), both directions."""

from sitegen.formats import Format
from sitegen.formats.csl_json.codes import CODES
from sitegen.formats.csl_json.read import read
from sitegen.formats.csl_json.write import item, record, rich_item

__all__ = ["FORMAT", "item", "rich_item"]

FORMAT = Format(
    name="csl-json",
    title="CSL-JSON",
    suffix=".json",
    media_type="application/vnd.citationstyles.csl+json",
    record=record,
    opening="[\n",
    between=",\n",
    closing="\n]\n",
    empty="[]\n",
    read=read,
    suffixes=(".json",),
    begins="  {",
    unlisted=frozenset({"software"}),
    codes=CODES,
)
"""A file whose JSON is no list of CSL items is left alone."""

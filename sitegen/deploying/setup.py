"""Written set-ups for hosts that build a site themselves."""

from pathlib import Path

SETUPS = {"gitlab": "gitlab.yml", "netlify": "netlify.toml", "cloudflare": "cloudflare.txt"}
"""By host: the file of the package."""


def setup_of(host: str) -> str:
    """What to save or to type for a host of `SETUPS`."""
    return (Path(__file__).parent / "setups" / SETUPS[host]).read_text("utf-8")

"""Where the packaged theme lies."""

from pathlib import Path

from sitegen.problems import SitegenError


def default_folder() -> Path:
    """Where the packaged theme lies: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "base.html").is_file():
            return folder
    raise SitegenError("the default theme is not installed", "Install sitegen again.")

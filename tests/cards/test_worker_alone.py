"""The suite where the packages that draw are not installed: as `pip install '.[test]'` leaves it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHOUT = (
    "import sys; sys.modules['font_source_serif_pro'] = None; import pytest;"
    " sys.exit(pytest.main(['-p', 'no:cacheprovider', '-n0', 'sitegen/cards']))"
)


def test_the_examples_of_what_draws_are_skipped_where_it_is_not_installed() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "1 skipped" in done.stdout, done.stdout
    assert "error" not in done.stdout

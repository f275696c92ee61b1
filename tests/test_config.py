"""Configuration: every mistake is one line that names the file, the key, what was expected and the way out."""

import pytest

from sitegen.config import PersonRecord, VenueRecord
from sitegen.configured import read_records, read_site
from sitegen.problems import SitegenError


def mistake(text: str) -> tuple[str, str]:
    with pytest.raises(SitegenError) as raised:
        read_site(text, "content/site.toml")
    return str(raised.value).removeprefix("content/site.toml: "), raised.value.hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("title = 3", "title is a whole number, but must be text", 'Write title = "...".'),
        ('title = ""', "title must be text that is not empty", 'Write title = "...".'),
        ('me = "Ada"', "me is text, but must be a list", 'Write me = ["...", "..."].'),
        ("me = [3]", "me, item 1 is a whole number, but must be text", ""),
        ('home_limit = "3"', "home_limit is text, but must be a whole number", "Write home_limit = 300."),
        ("home_limit = -1", "home_limit must be a whole number of 0 or more", "Write home_limit = 300."),
        ('abstracts_in_search = "yes"', "abstracts_in_search is text, but must be true or false", None),
        ('[check]\nignore = "x"', "check.ignore is text, but must be a list", 'Write ignore = ["...", "..."].'),
        ('check = "x"', "check is text, but must be a table", None),
        ('navigation = [{label = "A"}]', "navigation, item 1, has no 'to'", 'Add to = "...".'),
        ('navigation = [{label = "", to = "x"}]', "navigation, item 1, label must be text that is not empty", None),
        ('titel = "x"', "unknown key 'titel'", "Did you mean 'title'?"),
        ("[check]\nignor = []", "unknown key 'check.ignor'", "Did you mean 'ignore'?"),
        ('navigation = [{label = "A", to = "x", too = 1}]', None, None),
        ('url = "example.org"', "url 'example.org' is not a web address", 'Write url = "https://example.org/papers/".'),
        ('repository = "me/papers"', "repository 'me/papers' is not a web address", None),
        ('language = "English!"', "language 'English!' is not a language tag", 'Write language = "en".'),
        ('updated = "yesterday"', "updated 'yesterday' is not a date", 'Write updated = "2024-12-31".'),
    ],
)
def test_a_wrong_value_is_told_in_the_words_of_the_file(text: str, message: str | None, hint: str | None) -> None:
    said, way_out = mistake(text)
    assert "`" not in said and "$" not in said
    assert message is None or said == message
    assert hint is None or way_out == hint


def test_what_is_no_toml_is_told_with_its_line() -> None:
    said, hint = mistake('title = "A"\ntagline = x')
    assert "line 2" in said
    assert hint == 'Mend the TOML: key = "value".'


def test_a_date_of_toml_is_a_date() -> None:
    assert read_site("updated = 2024-02-29", "site.toml").updated == "2024-02-29"


def test_an_address_ends_in_a_slash() -> None:
    assert read_site('url = "https://a.example/b"', "site.toml").url == "https://a.example/b/"


def test_endings_may_be_written_without_their_dot() -> None:
    assert read_site('publish = ["html", ".SVG"]', "site.toml").publish == (".html", ".svg")


@pytest.mark.parametrize("shape", [PersonRecord, VenueRecord])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[ada]\n", "[ada]: it has no 'name'"),
        ('[ada]\nname = ""', "[ada]: name must be text that is not empty"),
        ('[ada]\nname = "A"\nvariants = "x"', "[ada]: variants is text, but must be a list"),
        ('name = "A"', "'name' stands outside a table"),
    ],
)
def test_a_wrong_table_is_named(shape: type[PersonRecord] | type[VenueRecord], text: str, message: str) -> None:
    with pytest.raises(SitegenError, match=r"^people\.toml: ") as raised:
        read_records(text, "people.toml", shape)
    assert str(raised.value) == f"people.toml: {message}"
    assert raised.value.hint

"""Every page of the reference, by its file, with what makes it."""

from collections.abc import Callable, Mapping

from tests.manual import commands, entries, kinds, queries, settings, templates

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands.commands_page,
    "configuration.md": settings.settings_page,
    "fields.md": entries.fields_page,
    "formats.md": kinds.formats_page,
    "pages.md": kinds.pages_page,
    "queries.md": queries.queries_page,
    "templates.md": templates.templates_page,
}

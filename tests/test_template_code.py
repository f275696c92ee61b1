"""Templates that are compiled the short way mean what Jinja says they mean."""

import gc
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from sitegen.template_code import ShortCode, ShortContext, folded
from sitegen.templating import SiteEnvironment


@dataclass(frozen=True, slots=True)
class Work:
    """A value with slots, as pages have them."""

    title: str
    names: tuple[str, ...] = ("Doe & Sons", 'A "B" C')

    def short(self, most: int = 3) -> str:
        """The beginning of the title."""
        return self.title[:most]


TEMPLATES = (
    "{{ work.title }} {{ work.names[0] }} {{ work.names|join(', ') }}",
    "{{ table.key }} {{ table['items'] }} {{ table.items()|list }} {{ table.get('none', 'nothing') }}",
    "{{ work.none is defined }} {{ work.none|default('—') }} {{ table.none is defined }} {{ table.none|default(1) }}",
    "{{ deep.er.still }} {{ deep.er.none is defined }} {{ (deep.er or work).still|length }}",
    "{{ safe }} {{ deep.safe }} {{ number }} {{ none }} {{ 1 < 2 }} {{ '<' }} {{ '<'|safe }} {{ deep.er.still ~ '<' }}",
    "{% autoescape false %}{{ deep.er.still }}{% endautoescape %}{{ deep.er.still }}",
    """{% macro m(a, b='<') %}{{ a }}{{ b }}{{ varargs|join }}{{ kwargs.x|default('-') }}{% endmacro %}
    {{ m(work.title) }}{{ m(1, 2, 3, 4, x='&') }}{{ m(a=safe, x=work.title) }}""",
    "{% macro m() %}[{{ caller(work) }}]{% endmacro %}{% call(each) m() %}{{ each.title }}{% endcall %}",
    "{{ work.short() }} {{ work.short(1) }} {{ work.short(most=2) }} {{ kind(work) }} {{ kind }}",
    "{% for each in work.names if each != 'x' %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ each }}{% endfor %}",
    "{% for each in work.names %}{% set it = each %}{% include 'part' %}{% endfor %}",
    "{% set space = namespace(n=0) %}{% for each in 'abc' %}{% set space.n = space.n + 1 %}{% endfor %}{{ space.n }}",
    "{% block a %}{% for each in 'ab' %}{{ say(each) }}{% endfor %}{% endblock %}{{ self.a() }}",
    "{% import 'macros' as m with context %}{{ m.shown(work) }}{% from 'macros' import shown %}{{ shown(work) }}",
)
PARTS = {"part": "({{ it }})", "macros": "{% macro shown(work) %}<b>{{ work.title }}</b>{% endmacro %}"}
VALUES = {
    "work": Work("Bread & <Roses>"),
    "table": {"key": "a < b", "items": "of the table"},
    "deep": SimpleNamespace(er=SimpleNamespace(still="<&>"), safe=Markup("<i>")),
    "safe": Markup("<b>&amp;</b>"),
    "number": 1.5,
    "none": None,
    "kind": type,
    "say": lambda each: f"{each}!",
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_gives_what_jinja_itself_makes_of_it(template: str) -> None:
    class Short(Environment):
        code_generator_class = ShortCode
        context_class = ShortContext

    plain, short = (
        kind(loader=DictLoader(PARTS), autoescape=True, undefined=StrictUndefined) for kind in (Environment, Short)
    )
    assert short.from_string(template).render(VALUES) == plain.from_string(template).render(VALUES)


@pytest.mark.parametrize(
    "template", ["{{ work.none }}", "{{ none.title }}", "{{ nothing.title }}", "{{ work.none.x }}"]
)
def test_a_name_that_is_not_there_is_an_error_as_it_always_is(template: str) -> None:
    class Short(Environment):
        code_generator_class = ShortCode

    with pytest.raises(UndefinedError):
        Short(autoescape=True, undefined=StrictUndefined).from_string(template).render(VALUES)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ _('Search') }}", "Suche"),
        ("{{ _('PDF: %(title)s', title=work.title) }}", "Bread &amp; &lt;Roses&gt; als PDF"),
        ("{% set said = _('PDF: %(title)s', title=work.title) %}{{ said }}", "Bread &amp; &lt;Roses&gt; als PDF"),
        ("{{ _('100 %% of %(n)s', n=3) }}", "100 % von 3"),
        ("{{ _(word) }}", "Suche"),
        ("{{ _('Search')|upper }}", "SUCHE"),
        (
            "{% macro m(label) %}<{{ label }}>{% endmacro %}{{ m(_('Search')) }}{{ m(label=_('And')) }}",
            "<Suche><u. &amp; a.>",
        ),
        ("{% set all = none or _('Search') %}{{ all ~ ', ' ~ _('100 %% of %(n)s', n=3) }}", "Suche, 100 % von 3"),
    ],
)
def test_a_message_is_translated_before_pages_are_made_and_its_values_are_escaped(template: str, page: str) -> None:
    words = {
        "Search": "Suche",
        "PDF: %(title)s": "%(title)s als PDF",
        "100 %% of %(n)s": "100 %% von %(n)s",
        "And": "u. &amp; a.",
    }
    made = SiteEnvironment(autoescape=True, extensions=["jinja2.ext.i18n"])
    made.install_gettext_callables(words.get, lambda one, many, _: many, newstyle=True)  # type: ignore[attr-defined]
    made.globals["gettext_now"] = words.get
    assert made.from_string(template).render(VALUES, word="Search") == page


def test_a_translation_that_lacks_a_value_stays_for_jinja_to_say_so() -> None:
    call = Environment(extensions=["jinja2.ext.i18n"]).parse("{{ _('a %(x)s', x=1) }}").body[0].nodes[0]  # type: ignore[attr-defined]
    assert list(folded(call, lambda _: "b")) == [call]


def test_a_rendered_template_leaves_nothing_that_only_the_collector_finds() -> None:
    found = {"m": "{% macro outer(a) %}<{{ a }}>{% endmacro %}", "base": "{% block main %}{% endblock %}"}
    page = """{% extends "base" %}{% import "m" as m %}{% macro inner(a) %}[{{ a }}]{% endmacro %}
    {% block main %}{% macro within(b) %}({{ b }}){% endmacro %}{{ m.outer(x) }}{{ within(x) }}{% endblock %}"""
    made = SiteEnvironment(loader=DictLoader({**found, "page": page}), undefined=StrictUndefined)
    template = made.get_template("page")
    assert template.render(x=1).strip() == "<1>(1)"
    gc.collect()
    gc.disable()
    try:
        for each in range(3):
            template.render(x=each)
        left = [each for each in gc.get_objects() if isinstance(each, ShortContext)]
    finally:
        gc.enable()
    assert len(left) <= 1  # that of the macros which were imported

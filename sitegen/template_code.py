"""How templates become Python: with what Jinja does for every name, call and value done the short way where it can be.

The result of a template is what Jinja's own code gives; only the common cases take fewer steps.
"""

import re
from collections.abc import Callable, Iterator
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from sitegen.text import html

_PLACES = re.compile(r"%\((\w+)\)s")
_FUNCTIONS = (FunctionType, MethodType, BuiltinMethodType)


class ShortCode(CodeGenerator):
    """Python code that reads attributes directly, and asks the environment only for those that are not there."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- Jinja's name
        """The module."""
        super().visit_Template(node, frame)
        self.writeline(f"from {html.__name__} import written")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """`a.b`; what is no attribute may be an item, or undefined."""
        self.write("(found if (found := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")


class ShortContext(Context):
    """A context that calls what takes no context the short way."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063 -- Jinja's signature
        """What a call gives."""
        if isinstance(__obj, Macro):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return _expanded(__obj, __self.eval_ctx, args, kwargs)
        if type(__obj) not in _FUNCTIONS or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class ShortTemplate(Template):
    """A template that lets go of its context once it is rendered.

    A macro of it knows the context that knows the macro, which only the collector would find out, and it is off while a
    site is made: such a ring for each page would weigh as much as all else that a build knows.
    """

    def render(self, *args: Any, **kwargs: Any) -> str:
        """What the template says of these values."""
        context = self.new_context(dict(*args, **kwargs))
        try:
            return self.environment.concat(self.root_render_func(context))
        except Exception:  # noqa: BLE001 -- Jinja puts the place in the template into the traceback of any
            self.environment.handle_exception()
        finally:
            context.vars.clear()


def _expanded(macro: Macro, context: EvalContext, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """What a macro gives, without a detour where it takes plain arguments alone, by place or by name."""
    if macro.caller or macro.catch_kwargs or macro.catch_varargs or len(args) > len(macro.arguments):
        return macro(context, *args, **kwargs)
    if len(args) < len(macro.arguments):
        args = (*args, *[kwargs.pop(name, missing) for name in macro.arguments[len(args) :]])
    if kwargs or not context.autoescape:
        return macro(context, *args, **kwargs)
    return html.safe(macro._func(*args))


def folded(node: nodes.Expr, translate: Callable[[str], str]) -> Iterator[nodes.Expr]:
    """`{{ _('Search') }}` as its translation, and `{{ _('PDF: %(title)s', title=x) }}` as the pieces of it around `x`.

    One catalogue serves a build, so that no page need ask it. What is none of these stays.
    """
    if isinstance(node, nodes.Call) and (message := _message(node)):
        pieces = _PLACES.split(translate(message))
        values = {each.key: each.value for each in node.kwargs}
        if not any("%" in text for text in pieces[::2]) and values.keys() == set(pieces[1::2]):
            for at, piece in enumerate(pieces):
                yield values[piece] if at % 2 else nodes.TemplateData(piece, lineno=node.lineno)
            return
    yield node


class Translated(NodeTransformer):
    """`_('Search')` as its translation wherever it stands, as an argument of a macro too."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 -- Jinja's name
        """A call; one that asks for words in which a value stands, or whose plural there is, stays."""
        said = self._translate(message) if not node.kwargs and (message := _message(node)) else "%"
        return self.generic_visit(node) if "%" in said else nodes.Const(html.safe(said), lineno=node.lineno)


def _message(node: nodes.Call) -> str:
    """The message that a call asks the catalogue for; "" for any other call."""
    if (
        isinstance(node.node, nodes.Name)
        and node.node.name in {"_", "gettext"}
        and len(node.args) == 1
        and isinstance(node.args[0], nodes.Const)
        and isinstance(node.args[0].value, str)
        and not (node.dyn_args or node.dyn_kwargs)
    ):
        return node.args[0].value
    return ""

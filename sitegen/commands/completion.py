"""`sitegen completion`: what a shell needs to complete commands and options."""

import click
from click.shell_completion import get_completion_class

from sitegen.options import examples

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    short_help="Print what a shell needs to complete commands.",
    epilog=examples(
        ('eval "$(sitegen completion bash)"', "in ~/.bashrc"),
        ('eval "$(sitegen completion zsh)"', "in ~/.zshrc"),
        ("sitegen completion fish > ~/.config/fish/completions/sitegen.fish", "once"),
    ),
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands and options with the Tab key."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click knows no completion for {shell}.")
    made = kind(ctx.find_root().command, {}, "sitegen", "_SITEGEN_COMPLETE")
    # `source` would first run a bash to ask for its version, which is not the business of a printed text.
    click.echo(made.source_template % made.source_vars())

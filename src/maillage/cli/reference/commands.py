"""`docs/reference/commands.md`: click's command tree comes in, markdown goes out: no option is told twice."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from maillage.things.table import Column, Table

_HEAD = """\
# Les commandes

<!-- Produit par `python -m maillage.cli.reference` : ne pas modifier à la main. -->

Chaque commande, ses options et ce qu'elles font, dans les mots de `maillage COMMANDE --help` (en anglais). Les réponses
sont en français, en anglais avec `--lang en`. La sortie standard porte les données, la sortie d'erreur les mots.
Code de retour : 0 tout va bien, 1 des fautes ont été trouvées, 2 la commande est mal employée ou a échoué,
141 ce qui lisait la sortie s'est arrêté (`| head`).
"""


def commands_reference() -> str:
    """The page of the commands, as markdown."""
    from maillage.cli.commands import app

    pages = [(context, command) for context, command in _walk(app, "maillage", None) if command is not app]
    rows = [
        (f"[`{context.command_path}`](#{context.command_path.replace(' ', '-')})", command.get_short_help_str(200))
        for context, command in pages
        if not isinstance(command, click.Group)
    ]
    index = Table([Column("command", "commande"), Column("help", "ce qu'elle fait")], rows).to_markdown()
    return "\n".join([_HEAD, index, *(_page(context, command) for context, command in pages)])


def _walk(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[click.Context, click.Command]]:
    context = click.Context(command, info_name=name, parent=parent)
    yield context, command
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None and not found.hidden:
                yield from _walk(found, inner, context)


def _page(context: click.Context, command: click.Command) -> str:
    pieces = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    parts = [f"## {context.command_path}\n", f"```\n{pieces}\n```\n", f"{inspect.cleandoc(command.help or '')}\n"]
    rows = [
        (f"`{record[0]}`", " ".join(record[1].split()))
        for param in command.params
        if isinstance(param, click.Option) and (record := param.get_help_record(context)) is not None
    ]
    if rows:
        parts.append(Table([Column("option"), Column("help", "ce qu'elle fait")], rows).to_markdown())
    return "\n".join(parts)

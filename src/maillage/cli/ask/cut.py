"""What part of which network is asked for: the options that commands on networks share come in; its values go out."""

from __future__ import annotations

from typing import Any

import click

from maillage.cli.options import once, pairs

NAME = click.argument("name", default="coordination")
KIND = click.option("--type", "kind", help="Kind of arrangement: a class, by CURIE or label.")
ACTOR = click.option("--actor", help="Keep this actor, its partners and the ties among them.")
AT = click.option("--at", help="What runs on a day, month or year: 2018, 2018-03, 2018-03-15.")
SINCE = click.option("--from", "since", help="What has not ended before this date.")
BEFORE = click.option("--until", "before", help="What has begun by this date.")
UNKNOWN = click.option(
    "--unknown",
    type=click.Choice(["include", "exclude"]),
    default="include",
    show_default=True,
    help="What becomes of ties whose dates do not tell whether they run then.",
)
#: How `maillage.dates.read_period` names these options in its complaints.
NAMED = ("--at", "--from", "--until")


def asked_of(params: tuple[str, ...], kind: str | None, **more: Any) -> dict[str, Any]:
    """The values of -p and of the options, as `maillage.library.Graph.network` takes them; of each -p one."""
    return {**once(pairs(params)), **({} if kind is None else {"type": kind}), **more}

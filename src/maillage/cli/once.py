"""Commands that take each option once: the words of a command come in; an option given again is refused in words."""

from __future__ import annotations

from collections import Counter

import click


class Command(click.Command):
    """A command that refuses an option given again, where only one value could count."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a command.

        Raises
        ------
        UsageError
            For an option of one value that is given again with another.
        """
        met = Counter(parameter for parameter in self.make_parser(ctx).parse_args(list(args))[2])
        for parameter, count in met.items():
            if count > 1 and isinstance(parameter, click.Option) and not (parameter.multiple or parameter.is_flag):
                raise click.UsageError(f"{parameter.opts[-1]} is given {count} times. Give it once.", ctx)
        return super().parse_args(ctx, args)


class Group(click.Group):
    """A group of such commands."""

    command_class = Command
    group_class = type

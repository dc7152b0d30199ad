"""The command line: words come in, one function of the library is called, data goes to stdout and words to stderr.

This is the one place where errors become exit codes: 0 well, 1 faults found, 2 wrong use or failure; 141 when whoever
reads stdout stopped reading (`maillage query ... | head`), as a shell says of a program ended by SIGPIPE.
"""

from __future__ import annotations

import os
import sys
import warnings
from typing import TextIO

import click

from maillage.errors import MaillageError, MaillageWarning

FAULTS, FAILURE, CLOSED = 1, 2, 141


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def _closed() -> int:
    """Nobody reads stdout any more: nothing is left to be flushed there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    return CLOSED


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    with warnings.catch_warnings():
        warnings.simplefilter("default", MaillageWarning)
        warnings.showwarning = _say_warning
        return _run(arguments)


def _say_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """A warning of ours as a plain sentence; any other with where it comes from."""
    where = "maillage" if issubclass(category, MaillageWarning) else f"{filename}:{lineno}: {category.__name__}"
    click.echo(f"{where}: {message}", err=True)


def _run(arguments: list[str] | None) -> int:
    from maillage.cli.commands import app

    try:
        code = app.main(arguments, prog_name="maillage", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except MaillageError as error:
        click.echo(f"maillage: {error}", err=True)
        return FAILURE
    except click.UsageError as error:
        error.show()
        return FAILURE
    except click.Abort:
        click.echo("maillage: stopped.", err=True)
        return FAILURE
    except click.ClickException as error:
        error.show()
        return FAILURE
    except (BrokenPipeError, SystemExit):
        # click (in this mode) and rich leave with 1 when a pipe is closed, and at no other time; here 1 means faults.
        return _closed()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"maillage: {where}{(error.strerror or str(error)).lower()}.", err=True)
        return FAILURE

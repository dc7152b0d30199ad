"""The command line: words come in, one function of the library is called, data goes to stdout and words to stderr.

This is the one place where errors become exit codes: 0 well, 1 faults found, 2 wrong use or failure (foreseen or not);
141 when whoever reads stdout stopped reading (`maillage query ... | head`), as a shell says of a program ended by
SIGPIPE.
"""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import click

from maillage.cli import streams
from maillage.errors import MaillageError, MaillageWarning
from maillage.things.text import printable

FAULTS, FAILURE, CLOSED = 1, 2, 141


#: With this variable set, an unforeseen error is told whole.
TRACE = "MAILLAGE_TRACEBACK"


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    streams.prepare()
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
        code = _run(arguments)
        if (words := streams.remark()) is not None:
            _say(f"maillage: {words}")
        return code


def _say(words: str) -> None:
    """Words to stderr; where they cannot be said (a full disk), the exit code still says what happened."""
    with suppress(OSError):
        click.echo(printable(words), err=True)


def _show(error: click.ClickException) -> None:
    with suppress(OSError):
        error.show()


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
    click.echo(printable(f"{where}: {message}"), err=True)


def _run(arguments: list[str] | None) -> int:
    try:
        from maillage.cli.commands import app

        code = app.main(arguments, prog_name="maillage", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except MaillageError as error:
        _say(f"maillage: {error}")
        return FAILURE
    except click.UsageError as error:
        _show(error)
        return FAILURE
    except (click.Abort, KeyboardInterrupt):
        _say("maillage: stopped.")
        return FAILURE
    except click.ClickException as error:
        _show(error)
        return FAILURE
    except (BrokenPipeError, SystemExit):
        # click (in this mode) and rich leave with 1 when a pipe is closed, and at no other time; here 1 means faults.
        return _closed()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _say(f"maillage: {where}{(error.strerror or str(error)).lower()}.")
        return FAILURE
    except Exception as error:
        _say(f"maillage: {_unforeseen(error)}")
        return FAILURE


def _unforeseen(error: Exception) -> str:
    """What to say of an error that no part of the program expects: what it is, where, how to see all of it."""
    if os.environ.get(TRACE):
        return "".join(traceback.format_exception(error)).rstrip()
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    said = str(error).splitlines()
    return (
        f"unforeseen: {type(error).__name__}{where}{': ' + said[0] if said else ''}. This is a fault of the program: "
        f"please report it, with what {TRACE}=1 shows."
    )

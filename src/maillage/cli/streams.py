"""The streams of the terminal: whatever they are (closed, of another encoding, a window), what is printed fits them.

Text comes in; what a stream has no character for goes out escaped, and what would drive a terminal is made visible.
"""

from __future__ import annotations

import codecs
import os
import signal
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from maillage.errors import MaillageError

_HANDLER = "maillage"
#: The characters the streams had no place for.
_escaped: list[str] = []


def prepare() -> None:
    """Make the three streams usable: a closed one leads nowhere, and no character stops the writing."""
    for _ in range(3):
        # What is opened next would else get the number of a closed stream, and what is printed would go into it.
        number = os.open(os.devnull, os.O_RDWR)
        if number > 2:
            os.close(number)
            break
    codecs.register_error(_HANDLER, _escape)
    _escaped.clear()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open till the end)
        elif hasattr(stream, "reconfigure"):
            with suppress(ValueError, OSError):
                stream.reconfigure(errors=_HANDLER)


def _escape(error: UnicodeError) -> tuple[str | bytes, int]:
    """What stands for characters an encoding does not have: a plain blank, the byte of a file's name, else \\uXXXX."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    if all("\udc80" <= char <= "\udcff" for char in lacking):
        return bytes(ord(char) - 0xDC00 for char in lacking), error.end
    _escaped.append(lacking)
    return "".join(" " if unicodedata.category(char) == "Zs" else as_ascii(char) for char in lacking), error.end


def as_ascii(char: str) -> str:
    r"""A character as JSON escapes it: \u00e9, of one beyond U+FFFF in two parts.

    >>> as_ascii("é")
    '\\u00e9'
    """
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def remark() -> str | None:
    """What to say when a stream had no place for some characters; None when all went through."""
    if not _escaped:
        return None
    return (
        f"{sum(map(len, _escaped))} character(s) that {sys.stdout.encoding} does not have are written as blanks or "
        "\\uXXXX. "
        "Set PYTHONIOENCODING=utf-8 to have them as they are."
    )


def is_window(name: str = "stdout") -> bool:
    """Whether a stream is a terminal's window."""
    stream = getattr(sys, name)
    with suppress(ValueError):
        return stream is not None and bool(stream.isatty())
    return False


def speaks_utf8() -> bool:
    """Whether stdout has a place for every character."""
    return str(getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")


def stdin_text() -> str:
    """What stands on standard input: UTF-8, a byte-order mark left aside.

    Raises
    ------
    MaillageError
        For what is not UTF-8.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        return sys.stdin.read() if sys.stdin is not None else ""
    try:
        return str(stream.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MaillageError(f"standard input is not UTF-8 (byte {error.start}).", fix="Save it as UTF-8.") from None


@contextmanager
def stoppable() -> Iterator[None]:
    """Within, Ctrl-C ends the program at once: the store does not hear Python's own way of being stopped.

    Nothing is being written meanwhile.
    """
    usual = threading.current_thread() is threading.main_thread()
    if not usual or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)

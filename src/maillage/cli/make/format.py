"""`maillage fmt`: files come in; those not in the canonical layout are rewritten, or named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from maillage.cli.show import say
from maillage.errors import MaillageError
from maillage.places import Places, iri_part, pasted, shown, turtle_files
from maillage.terms import PREFIXES
from maillage.things.files import write_atomically
from maillage.things.quotations import format_with_texts
from maillage.things.text import printable, read_texts
from maillage.things.turtle import read_turtle, read_utf8
from maillage.things.turtle_writer import format_file


def run_fmt(places: Places, files: Sequence[Path], texts: Path | None, only_check: bool) -> int:
    """Format `files` (by default the graph's and the ontology's examples); returns how many are not, or were not, so.

    Nothing is written unless every file can be.
    """
    given = None if texts is None else read_texts(texts)
    own = places.graph.parent == places.ontology.parent and given is None
    examples = turtle_files(places.ontology / "examples")[0] if own else []
    paths = _members(files) if files else [*places.files(), *examples]
    changed: list[tuple[Path, str, int]] = []
    refused: list[str] = []
    for path in paths:
        try:
            parsed = read_turtle(path, lend=_lent(path))
            new = format_file(parsed) if given is None else format_with_texts(parsed, given, read_utf8(path))
        except MaillageError as error:
            refused.append(str(error))
            continue
        if new.encode() != path.read_bytes():
            changed.append((path, new, parsed.comments_inside))
    if refused:
        raise MaillageError("\n".join(refused))
    for path, new, comments in changed:
        if only_check:
            click.echo(printable(f"{shown(path)}: not in the canonical layout. Run: maillage fmt {pasted(path)}"))
        else:
            write_atomically(path, new)
            lost = f" ({comments} comment(s) inside dropped: say them with skos:editorialNote)" if comments else ""
            say(f"{shown(path)}: formatted{lost}")
    click.echo(f"{len(paths)} file(s), {len(changed)} {'to format' if only_check else 'formatted'}.", err=True)
    return len(changed)


def _lent(path: Path) -> dict[str, str]:
    """The prefixes a file may use without declaring them: the project's, and those of its own claims and quotations."""
    own = {short: f"{PREFIXES[kind]}{iri_part(path.stem)}/" for short, kind in (("c", "claim"), ("q", "quotation"))}
    return {**PREFIXES, **own}


def _members(files: Sequence[Path]) -> list[Path]:
    out: list[Path] = []
    for path in files:
        if not path.exists():
            raise MaillageError("there is no such file.", file=path, fix="Check the path.")
        out += turtle_files(path)[0] if path.is_dir() else [path]
    return out

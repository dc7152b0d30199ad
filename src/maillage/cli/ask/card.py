"""`maillage show`: a card comes in; text for the terminal, markdown, one HTML page or JSON goes out, or into a file."""

from __future__ import annotations

import io
import json
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from maillage.cli.show import console
from maillage.errors import MaillageError
from maillage.things.files import write_atomically
from maillage.views.card_html import to_html
from maillage.views.card_model import Card, Quote
from maillage.views.card_text import (
    Segments,
    detail_segments,
    flat,
    heading,
    line_segments,
    quoted,
    shown,
    to_dict,
    to_markdown,
    where_segments,
)
from maillage.views.words import words

_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json", ".txt": "text"}
_STYLES = {"mark": "bold", "lead": "bold", "label": "dim", "kind": "dim", "when": "", "place": "dim", "name": ""}


def form_of(form: str | None, output: Path | None) -> str:
    """The format asked for, else the one the file's ending says, else text.

    Raises
    ------
    MaillageError
        When neither says.
    """
    if form is not None:
        return form
    if output is None:
        return "text"
    found = _ENDINGS.get(output.suffix.lower())
    if found is None:
        known = ", ".join(_ENDINGS)
        raise MaillageError("this ending names no format.", file=output, fix=f"Use {known}, or say -f.")
    return found


def print_card(card: Card, form: str, output: Path | None, version: str) -> None:
    """Print the card to stdout, or write it to a file, whole or not at all."""
    if form == "text" and output is None:
        _print(card, console())
        return
    if form == "text":
        page = io.StringIO()
        _print(card, Console(file=page, width=100, highlight=False, color_system=None))
        text = page.getvalue()
    elif form == "markdown":
        text = to_markdown(card)
    elif form == "html":
        text = to_html(card, version)
    else:
        text = json.dumps(to_dict(card), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
    else:
        write_atomically(output, text)


def _print(card: Card, out: Console) -> None:
    say = words(card.lang)
    _hang(out, Text(flat(card.title), style="bold"), "", 0)
    out.print(Text(" · ".join([*(kind.text for kind in card.kinds), card.curie]), style="dim"))
    if card.facts or card.quotes:
        out.print()
    for detail in card.facts:
        _item(out, detail_segments(detail, card.lang), "")
    for quote in card.quotes:
        _quote(out, quote, card.lang)
    if not (card.facts or card.quotes or card.sections):
        out.print(Text(say["nothing"]))
    for section in card.sections:
        out.print()
        out.print(Text(f"{section.title} ({section.count})", style="bold underline"))
        if section.note:
            out.print(Text(section.note, style="dim italic"))
        groups, left = shown(section)
        for group in groups:
            if group.title:
                _hang(out, Text(heading(group), style="bold"), "", 0)
            for block in group.blocks:
                for line in block.lines:
                    _item(out, line_segments(line, group, card.lang), "- ")
                for quote in block.quotes:
                    _quote(out, quote, card.lang)
        if left:
            out.print(Text(say["more"].format(n=left), style="dim"))


def _item(out: Console, segments: Segments, lead: str) -> None:
    text = Text.assemble(*((part, _STYLES.get(style, "")) for style, part in segments))
    _hang(out, text, "  " + lead if lead else "", 4 if lead else 2)


def _quote(out: Console, quote: Quote, lang: str) -> None:
    where = Text.assemble(*((part, "dim") for _, part in where_segments(quote, lang)))
    said = Text.assemble((quoted(quote.text, lang), "italic"), " ") if quote.text else Text()
    _hang(out, Text.assemble(said, where), "      ", 6)


def _hang(out: Console, text: Text, first: str, indent: int) -> None:
    """Wrapped to the window with a hanging indent, and no blanks at the ends of lines."""
    for number, line in enumerate(text.wrap(out, max(out.width - max(indent, len(first)), 20))):
        line.rstrip()
        out.print(Text.assemble(" " * indent if number else first, line), soft_wrap=True)

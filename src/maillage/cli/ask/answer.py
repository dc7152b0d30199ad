"""`maillage query`: an answer comes in; it is printed, or written into a file in the form asked for."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from maillage.cli.show import FORMATS, first_rows, in_words, print_answer, say, say_about
from maillage.errors import MaillageError
from maillage.things.files import write_atomically
from maillage.things.table import Table

WORKBOOK = "xlsx"
_ENDINGS = {".csv": "csv", ".json": "json", ".md": "markdown", ".xlsx": WORKBOOK}
FORMAT = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice([*FORMATS, WORKBOOK]),
    default="table",
    show_default=True,
    help="Form of the answer; with -o what the file's ending says.",
)
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write instead of the terminal (csv, json, md, xlsx).",
)
EXCEL = click.option(
    "--excel",
    is_flag=True,
    help="CSV for a French Excel: byte-order mark, semicolons, decimal commas, codes kept as text.",
)


def form_of(form: str, output: Path | None, excel: bool) -> str:
    """The form asked for, else the one that --excel or the file's ending says.

    Raises
    ------
    MaillageError
        When they do not go together, or a file is missing or cannot lie there.
    """
    said = click.get_current_context().get_parameter_source("form") == ParameterSource.COMMANDLINE
    if not said and excel:
        form = "csv"
    elif not said and output is not None:
        form = _ENDINGS.get(output.suffix.lower(), "")
        if not form:
            raise MaillageError("this ending names no form.", file=output, fix=f"Use {', '.join(_ENDINGS)}, or say -f.")
    if excel and form != "csv":
        raise MaillageError(f"--excel is a kind of csv, not of {form}.", fix="Leave one of the two out.")
    if form == WORKBOOK and output is None:
        raise MaillageError("a workbook is not for the terminal.", fix="Name a file: -o answer.xlsx")
    if form == "table" and output is not None:
        raise MaillageError("a table is for the terminal.", file=output, fix="Say -f markdown, csv, json or xlsx.")
    if output is not None and output.is_dir():
        raise MaillageError("this is a folder, an answer needs a file.", file=output, fix="Add a name: answer.csv.")
    if output is not None and not output.parent.is_dir():
        raise MaillageError(
            "the folder for this file does not exist.", file=output, fix="Create it or choose another place."
        )
    return form


def put_answer(table: Table, form: str, lang: str, output: Path | None, excel: bool, limit: int | None) -> None:
    """Print an answer, or write it whole; beside it say how many rows it has and what to know of them."""
    if output is None and not excel:
        print_answer(table, form, lang, limit)
        return
    shown = first_rows(table, limit)
    content = _content(shown, form, excel)
    if output is None:
        print(content, end="")
    else:
        write_atomically(output, content)
        say(f"{output}")
    say_about(table, lang, len(shown))


def _content(table: Table, form: str, excel: bool) -> str | bytes:
    from maillage.things.spreadsheet import to_excel_csv, to_xlsx

    if form == WORKBOOK:
        return to_xlsx(table)
    if form == "csv":
        return to_excel_csv(table) if excel else table.to_csv()
    return table.to_json() if form == "json" else in_words(table).to_markdown()

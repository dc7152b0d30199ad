"""Tables as Parquet: the facts come in; the rows of the CSV with typed columns go out, the same bytes each time.

Days are dates, numbers are numbers, the rest is text; an empty cell is null. A type is that of the column, whatever a
graph holds: what does not fit it is refused, never rounded. pyarrow (extra ``parquet``) is needed for this only.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from maillage.errors import MaillageError
from maillage.export.portal.facts import Facts
from maillage.export.portal.tables import JOIN, TABLES, Col, rows

if TYPE_CHECKING:
    import pyarrow

#: Digits of a decimal: in all, and after the point.
DIGITS, SCALE = 38, 10
_INSTALL = "pip install 'maillage[parquet]'"


def checked_engine() -> None:
    """Nothing where pyarrow is there.

    Raises
    ------
    MaillageError
        Where it is not.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise MaillageError("--parquet needs pyarrow, which is not installed.", fix=f"Install it: {_INSTALL}") from None


def to_parquet(facts: Facts, name: str, licence: str) -> bytes:
    """A table of `TABLES`, with what each column means as metadata.

    Raises
    ------
    MaillageError
        For a cell that is not of the type of its column.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns, fr, en = TABLES[name]
    cells = rows(facts, name)
    fields = [pa.field(column.name, _type(pa, column), metadata=_said(column)) for column in columns]
    about = {"title": fr, "title_en": en, "license": licence, "separator": JOIN}
    schema = pa.schema(fields, metadata=about)
    arrays = [
        pa.array([_value(column, row[at], row[0], name) for row in cells], type=field.type)
        for at, (column, field) in enumerate(zip(columns, fields, strict=True))
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _type(pa: Any, column: Col) -> pyarrow.DataType:
    kinds = {"date": pa.date32(), "integer": pa.int64(), "boolean": pa.bool_(), "decimal": pa.decimal128(DIGITS, SCALE)}
    return kinds.get(column.datatype, pa.string())


def _said(column: Col) -> dict[str, str]:
    """What a column is: its headings, and the property it says."""
    return {"title": column.fr, "title_en": column.en, **({"property": column.property} if column.property else {})}


def _value(column: Col, text: str, line: str, table: str) -> object:
    """The value of a cell; None of an empty one."""
    if not text:
        return None
    try:
        return _READ.get(column.datatype, str)(text)
    except (ValueError, InvalidOperation):
        what = f"'{text}' is no {column.datatype}: it stands in column {column.name} of {table}, line {line}."
        raise MaillageError(what, fix="Mend the graph, or leave out --parquet.") from None


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _decimal(text: str) -> Decimal:
    """A decimal, not rounded."""
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > SCALE or value.adjusted() >= DIGITS - SCALE:
        raise ValueError(text)
    return value


_READ: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "integer": int,
    "boolean": _boolean,
    "decimal": _decimal,
}

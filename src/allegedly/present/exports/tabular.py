"""The flat tables as JSON lines, CSV, Parquet and Arrow."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from allegedly.errors import ExtraError

from ..safe import writable
from .coverage import Coverage, File
from .tables import BY_NAME, TABLES, Cell, Row, Table

#: A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BETWEEN = " | "


def jsonl(coverage: Coverage) -> Iterator[File]:
    """One file a table, one row a line."""
    for table in TABLES:
        lines = (json.dumps(_named(table, row), ensure_ascii=False) for row in table.rows(coverage))
        yield File(f"{table.name}.jsonl", "".join(writable(line) + "\n" for line in lines).encode())


def comma_separated(coverage: Coverage) -> Iterator[File]:
    """One file a table (RFC 4180, UTF-8 with a byte order mark, which spreadsheets want)."""
    for table in TABLES:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for row in table.rows(coverage):
            writer.writerow([_cell(cell) for cell in row])
        yield File(f"{table.name}.csv", ("\ufeff" + writable(out.getvalue())).encode())


def parquet(coverage: Coverage) -> Iterator[File]:
    """One file a table.

    Raises:
        ExtraError: pyarrow is not installed.
    """
    arrow(coverage, TABLES[0].name)  # which says what to install before a file is made
    writer: Any = import_module("pyarrow.parquet")
    for table in TABLES:
        out = io.BytesIO()
        writer.write_table(arrow(coverage, table.name), out)
        yield File(f"{table.name}.parquet", out.getvalue())


def arrow(coverage: Coverage, name: str) -> Any:
    """The table of that name as a ``pyarrow.Table``; pandas and Polars both take it.

    Raises:
        ExtraError: pyarrow is not installed.
        KeyError: there is no table of that name.
    """
    table = BY_NAME[name]
    try:
        pa: Any = import_module("pyarrow")
    except ImportError as error:
        raise ExtraError("tables need pyarrow: pip install 'allegedly[frames]'") from error
    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "real": pa.float64(),
        "flag": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }
    schema = pa.schema(
        [pa.field(one.name, kinds[one.kind], metadata={"doc": one.doc}) for one in table.columns]
    )
    rows = [_named(table, row) for row in table.rows(coverage)]
    return pa.Table.from_pylist([_clean(row) for row in rows], schema=schema)


def _named(table: Table, row: Row) -> dict[str, Any]:
    names = (column.name for column in table.columns)
    return {
        name: list(cell) if isinstance(cell, tuple) else cell
        for name, cell in zip(names, row, strict=True)
    }


def _clean(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what UTF-8 cannot carry."""
    return {
        name: writable(cell)
        if isinstance(cell, str)
        else [writable(one) for one in cell]
        if isinstance(cell, list)
        else cell
        for name, cell in row.items()
    }


def _cell(cell: Cell) -> str:
    """A cell no spreadsheet runs; an unknown value is an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return _safe(_BETWEEN.join(cell))
    return _safe(cell) if isinstance(cell, str) else str(cell)


def _safe(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text

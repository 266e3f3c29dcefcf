"""The flat tables as JSON lines, CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from allegedly.ledger.flat import TABLES, Cell, Coverage, arrow, named

from ..safe import writable
from .file import File

#: A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BETWEEN = " | "


def jsonl(coverage: Coverage) -> Iterator[File]:
    """One file a table, one row a line."""
    for table in TABLES:
        lines = (json.dumps(named(table, row), ensure_ascii=False) for row in table.rows(coverage))
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


def _cell(cell: Cell) -> str:
    """A cell no spreadsheet runs; an unknown value is an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return _safe(_BETWEEN.join(cell))
    return _safe(cell) if isinstance(cell, str) else str(cell)


def _safe(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text

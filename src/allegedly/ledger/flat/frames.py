"""A table as a ``pyarrow.Table``, which pandas, Polars and DuckDB take as it is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from allegedly.errors import ExtraError, InputError

from ..cells import shown
from .coverage import Coverage
from .tables import BY_NAME, Row, Table


def arrow(coverage: Coverage, name: str) -> Any:
    """The table of that name, a ``pyarrow.Table``; every column says in its metadata what it is.

    Raises:
        ExtraError: pyarrow is not installed.
        InputError: there is no table of that name.
    """
    if name not in BY_NAME:
        raise InputError(name, "there is no such table", f"one of {', '.join(BY_NAME)}")
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
    rows = [_clean(named(table, row)) for row in table.rows(coverage)]
    return pa.Table.from_pylist(rows, schema=schema)


def named(table: Table, row: Row) -> dict[str, Any]:
    """A row by its columns' names; several texts become a list."""
    names = (column.name for column in table.columns)
    return {
        name: list(cell) if isinstance(cell, tuple) else cell
        for name, cell in zip(names, row, strict=True)
    }


def _clean(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what UTF-8 cannot carry."""
    return {
        name: shown(cell)
        if isinstance(cell, str)
        else [shown(one) for one in cell]
        if isinstance(cell, list)
        else cell
        for name, cell in row.items()
    }

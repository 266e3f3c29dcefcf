"""The schema of a ledger: one declaration, and what is made from it.

The tables are declared in ``tables``, the views in ``views``; this module turns
them into SQL, a table for the docs, JSON Schema and Datasette metadata.
"""

from __future__ import annotations

from typing import Any

from .shape import Column, Kind, Table
from .tables import TABLES
from .views import VIEWS

_JSON_TYPES: dict[Kind, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "real": {"type": "number"},
    "flag": {"type": "integer", "enum": [0, 1]},
    "day": {"type": "string", "format": "date"},
    "instant": {"type": "string", "format": "date-time"},
    "bytes": {"type": "string", "contentEncoding": "base64"},
}


def ddl() -> tuple[str, ...]:
    """The statements that make an empty ledger, tables before the views that use them."""
    tables = [statement for table in TABLES for statement in table.ddl]
    return (*tables, *(view.ddl for view in VIEWS))


def schema_markdown() -> str:
    """The schema as Markdown tables, for the docs."""
    parts = [_table_markdown(table) for table in TABLES]
    for view in VIEWS:
        rows = "\n".join(f"| {name} | {doc} |" for name, doc in view.columns)
        parts.append(
            f"### {view.name} (view)\n\n{view.doc}\n\n| column | |\n| --- | --- |\n{rows}\n"
        )
    return "\n".join(parts)


def json_schema() -> dict[str, Any]:
    """JSON Schema of a ledger's rows: one array of objects per table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "allegedly ledger",
        "type": "object",
        "properties": {table.name: _table_json(table) for table in TABLES},
        "additionalProperties": False,
    }


def datasette_metadata(database: str) -> dict[str, Any]:
    """Datasette's metadata for a ledger served under the name ``database``."""
    tables: dict[str, Any] = {
        table.name: {
            "description": table.doc,
            "columns": {column.name: column.doc for column in table.columns},
        }
        for table in TABLES
    }
    for view in VIEWS:
        tables[view.name] = {"description": view.doc, "columns": dict(view.columns)}
    return {"databases": {database: {"tables": tables}}}


def _table_markdown(table: Table) -> str:
    rows = "\n".join(_column_markdown(table, column) for column in table.columns)
    head = "| column | type | null | references | |\n| --- | --- | --- | --- | --- |"
    key = ", ".join(table.key)
    return f"### {table.name}\n\n{table.doc} Key: {key}.\n\n{head}\n{rows}\n"


def _column_markdown(table: Table, column: Column) -> str:
    null = "yes" if column.nullable else "no"
    # Of a reference over several columns, the last is the one that points.
    to = [f"{r.table}.{r.target[-1]}" for r in table.references if r.columns[-1] == column.name]
    doc = column.doc + (f": {', '.join(column.choices)}" if column.choices else "")
    return f"| {column.name} | {column.kind} | {null} | {', '.join(to)} | {doc} |"


def _table_json(table: Table) -> dict[str, Any]:
    row = {
        "type": "object",
        "properties": {column.name: _column_json(column) for column in table.columns},
        "required": [column.name for column in table.columns],
        "additionalProperties": False,
    }
    return {"type": "array", "description": table.doc, "items": row}


def _column_json(column: Column) -> dict[str, Any]:
    schema: dict[str, Any] = dict(_JSON_TYPES[column.kind]) | {"description": column.doc}
    if column.choices:
        schema["enum"] = list(column.choices)
    if column.nullable:
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    return schema

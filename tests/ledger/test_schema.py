from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from allegedly import ledger as room
from allegedly.ledger import Ledger, datasette_metadata, json_schema, schema_markdown
from allegedly.ledger.rows import article_row, found_rows, reading_row
from allegedly.ledger.shape import SQL_TYPES
from allegedly.ledger.tables import ARTICLE, READING, READING_TABLES, TABLES, UNREAD
from allegedly.ledger.views import VIEWS
from tests.ledger.samples import query, sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    with Ledger(path) as ledger:
        ledger.add(sample(1))
    return path


def test_the_public_names() -> None:
    assert room.__all__ == [
        "Counts",
        "Ledger",
        "Quote",
        "datasette_metadata",
        "json_schema",
        "schema_markdown",
    ]


def test_the_file_is_what_is_declared(path: Path) -> None:
    for table in TABLES:
        info = query(path, f"PRAGMA table_info('{table.name}')")
        assert [(name, kind, bool(need)) for _, name, kind, need, *_ in info] == [
            (column.name, SQL_TYPES[column.kind], not column.nullable) for column in table.columns
        ]
    for kind, declared in (("table", TABLES), ("view", VIEWS)):
        names = query(path, f"SELECT name FROM sqlite_master WHERE type = '{kind}' ORDER BY name")
        assert names == sorted((each.name,) for each in declared)


def test_every_table_view_and_column_is_documented() -> None:
    page = schema_markdown()
    for table in TABLES:
        assert f"### {table.name}\n" in page
        assert table.doc.endswith(".")
        for column in table.columns:
            assert column.doc
            assert f"| {column.name} | {column.kind} |" in page
    for view in VIEWS:
        assert f"### {view.name} (view)\n" in page
        assert view.doc.endswith(".")
        assert all(doc and f"| {name} | {doc} |" in page for name, doc in view.columns)


def test_names_are_not_shared_and_docs_fit_a_line() -> None:
    names = [each.name for each in (*TABLES, *VIEWS)]
    assert len(names) == len(set(names))
    docs = [column.doc for table in TABLES for column in table.columns]
    assert not [doc for doc in docs if "\n" in doc or "|" in doc]


def test_references_point_to_keys() -> None:
    unique = {table.name: {table.key} for table in TABLES}
    for table in TABLES:
        unique[table.name] |= {index.columns for index in table.indexes if index.unique}
        for reference in table.references:
            assert reference.target in unique[reference.table]
            assert set(reference.columns) <= {column.name for column in table.columns}


def test_rows_have_the_columns_in_declared_order(path: Path) -> None:
    rows = {ARTICLE: [article_row(sample(1).article)], READING: [reading_row(sample(1), "now")]}
    rows |= {table: list(found) for table, found in found_rows(sample(1), 1) if found}
    assert set(rows) == set(READING_TABLES) - {UNREAD}
    for table, found in rows.items():
        for column, value in zip(table.columns, found[0], strict=True):
            if value is not None:
                kinds: dict[str, Any] = {"INTEGER": int, "REAL": float, "TEXT": str, "BLOB": bytes}
                assert isinstance(value, kinds[SQL_TYPES[column.kind]]), (table.name, column.name)
            if column.choices:
                assert value in column.choices


def test_json_schema_covers_every_column(path: Path) -> None:
    schema = json_schema()
    json.dumps(schema)
    assert set(schema["properties"]) == {table.name for table in TABLES}
    for table in TABLES:
        row = schema["properties"][table.name]["items"]
        assert list(row["properties"]) == [column.name for column in table.columns]
        for column in table.columns:
            declared = row["properties"][column.name]
            assert declared["description"] == column.doc
            assert ("null" in declared["type"]) == column.nullable


def test_datasette_metadata_describes_tables_and_views(path: Path) -> None:
    found = datasette_metadata("story")["databases"]["story"]["tables"]
    json.dumps(found)
    names = query(path, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    assert {name for (name,) in names} == set(found)
    for name, described in found.items():
        columns = [row[1] for row in query(path, f"PRAGMA table_info('{name}')")]
        assert columns == list(described["columns"])


def test_queries_use_indexes(path: Path) -> None:
    for where in ("superseded_at IS NULL AND article_id = 'x'", "article_id = 'x'"):
        plan = query(path, f"EXPLAIN QUERY PLAN SELECT * FROM reading WHERE {where}")
        assert all("SEARCH" in str(step[-1]) for step in plan)
    plan = query(path, "EXPLAIN QUERY PLAN SELECT * FROM quotes WHERE reading_id = 1")
    assert not [step for step in plan if "SCAN" in str(step[-1]) and "(sub" not in str(step[-1])]

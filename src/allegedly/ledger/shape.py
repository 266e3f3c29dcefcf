"""The parts a schema is declared with, and the SQL they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "real", "flag", "day", "instant", "bytes"]

SQL_TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "real": "REAL",
    "flag": "INTEGER",
    "day": "TEXT",
    "instant": "TEXT",
    "bytes": "BLOB",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``day`` is ``YYYY-MM-DD``, ``instant`` a UTC ISO time, ``flag`` 0 or 1.

    ``choices`` are the words the column holds; they are documented, exported and
    checked before a reading is stored, but not by SQLite, so that a new word needs
    no rebuilt table.
    """

    name: str
    kind: Kind
    doc: str
    nullable: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """``columns`` of this table name a row of ``table`` by its ``target`` columns."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An index; a unique one may hold for the rows that meet ``where`` alone."""

    name: str
    columns: tuple[str, ...]
    unique: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its columns, key, references, indexes and checks."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    indexes: tuple[Index, ...] = ()
    checks: tuple[str, ...] = ()

    @property
    def ddl(self) -> tuple[str, ...]:
        """The statements that make the table and its indexes."""
        return (self._create(), *(_index(self.name, index) for index in self.indexes))

    @property
    def insert(self) -> str:
        """The statement that adds one row, all columns in declared order."""
        names = ", ".join(quoted(column.name) for column in self.columns)
        marks = ", ".join("?" for _ in self.columns)
        return f"INSERT INTO {quoted(self.name)} ({names}) VALUES ({marks})"

    def choices(self, name: str) -> tuple[str, ...]:
        """The words that column ``name`` may hold."""
        (column,) = (column for column in self.columns if column.name == name)
        return column.choices

    def _create(self) -> str:
        # A lone integer key is SQLite's rowid and numbers itself; every other
        # key clusters the table, so that one reading's rows lie together.
        kinds = {column.name: column.kind for column in self.columns}
        numbered = len(self.key) == 1 and kinds[self.key[0]] == "integer"
        rules = [f"PRIMARY KEY ({_names(self.key)})"]
        rules += [f"CHECK ({check})" for check in self.checks]
        rules += [_foreign(reference) for reference in self.references]
        lines = [f"    -- {self.doc}"]
        for column in self.columns:
            lines.append(f"    {_column(column)}, -- {column.doc}")
        body = "\n".join(lines) + "\n    " + ",\n    ".join(rules)
        tail = ")" if numbered else ") WITHOUT ROWID"
        return f"CREATE TABLE {quoted(self.name)} (\n{body}\n{tail}"


@dataclass(frozen=True, slots=True)
class View:
    """A named query for people who browse; ``columns`` are pairs of name and doc."""

    name: str
    doc: str
    columns: tuple[tuple[str, str], ...]
    select: str

    @property
    def ddl(self) -> str:
        """The statement that makes the view."""
        return f"CREATE VIEW {quoted(self.name)} AS\n{self.select.strip()}"


def quoted(name: str) -> str:
    """An identifier as SQL wants it (``end`` and ``time`` are words of SQL too)."""
    return '"' + name.replace('"', '""') + '"'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(quoted(column) for column in columns)


def _column(column: Column) -> str:
    null = "" if column.nullable else " NOT NULL"
    return f"{quoted(column.name)} {SQL_TYPES[column.kind]}{null}"


def _foreign(reference: Reference) -> str:
    # Deferred: a quote may lie within one that is listed after it.
    return (
        f"FOREIGN KEY ({_names(reference.columns)}) REFERENCES {quoted(reference.table)} "
        f"({_names(reference.target)}) DEFERRABLE INITIALLY DEFERRED"
    )


def _index(table: str, index: Index) -> str:
    unique = "UNIQUE " if index.unique else ""
    where = f" WHERE {index.where}" if index.where else ""
    return (
        f"CREATE {unique}INDEX {quoted(index.name)} ON {quoted(table)} "
        f"({_names(index.columns)}){where}"
    )

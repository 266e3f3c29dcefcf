"""The steps from one version of the schema to the next, as they shipped: never edit one.

A step spells out its SQL, because what ``tables`` declares goes on changing.
"""

from __future__ import annotations

from dataclasses import dataclass

from .step_3 import TO_3


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements from one version to the next; views are made anew after each."""

    doc: str
    statements: tuple[str, ...]


def _remade(table: str, columns: str, rows: str) -> tuple[str, ...]:
    """``table`` with other columns, filled by the query ``rows``.

    SQLite adds columns only at the end and only with a default; made anew, an
    older ledger has the same tables as a new one.
    """
    return (
        f'CREATE TABLE "remade" ({columns}) WITHOUT ROWID',
        f'INSERT INTO "remade" {rows}',
        f'DROP TABLE "{table}"',
        f'ALTER TABLE "remade" RENAME TO "{table}"',
    )


_LAYER = '"reading_id" INTEGER NOT NULL, "field" TEXT NOT NULL'
_SPAN = '"number" INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL'
_KEY = 'PRIMARY KEY ("reading_id", "field", "number")'
_SPAN_CHECK = 'CHECK (0 <= "start" AND "start" < "end")'
_DEFERRED = "DEFERRABLE INITIALLY DEFERRED"
_READING = f'FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") {_DEFERRED}'


def _entity(column: str) -> str:
    return (
        f'FOREIGN KEY ("reading_id", "{column}") REFERENCES "entity" ("reading_id", "number") '
        f"{_DEFERRED}"
    )


def _layer(table: str, column: str) -> str:
    return (
        f'FOREIGN KEY ("reading_id", "field", "{column}") REFERENCES "{table}" '
        f'("reading_id", "field", "number") {_DEFERRED}'
    )


_HEDGE = f"""CREATE TABLE "hedge" (
    {_LAYER}, {_SPAN}, "certainty" TEXT NOT NULL, "sentence" INTEGER NOT NULL,
    "scope_start" INTEGER NOT NULL, "scope_end" INTEGER NOT NULL,
    {_KEY}, {_SPAN_CHECK}, CHECK (0 <= "scope_start" AND "scope_start" < "scope_end"), {_READING}
) WITHOUT ROWID"""

_ATTRIBUTION_HEDGE = f"""CREATE TABLE "attribution_hedge" (
    {_LAYER}, "attribution" INTEGER NOT NULL, "part" INTEGER NOT NULL, "hedge" INTEGER NOT NULL,
    PRIMARY KEY ("reading_id", "field", "attribution", "part"),
    {_layer("attribution", "attribution")}, {_layer("hedge", "hedge")}
) WITHOUT ROWID"""

# The reader of version 1 knew names and descriptions, but no noun phrases around
# them: what it stored is the head of itself. It looked for no hedges, and so left no
# attribution less than certain; events it did not find at all, whatever their type.
_TO_2 = Migration(
    "heads of mentions, types of events, hedges",
    (
        *_remade(
            "mention",
            f"""{_LAYER}, {_SPAN}, "head_start" INTEGER NOT NULL, "head_end" INTEGER NOT NULL,
    "kind" TEXT NOT NULL, "named" INTEGER NOT NULL, "entity" INTEGER NOT NULL, {_KEY},
    {_SPAN_CHECK},
    CHECK ("start" <= "head_start" AND "head_start" < "head_end" AND "head_end" <= "end"),
    {_READING}, {_entity("entity")}""",
            'SELECT reading_id, field, number, start, "end", start, "end", kind, named, entity '
            "FROM mention",
        ),
        *_remade(
            "attribution",
            f"""{_LAYER}, "number" INTEGER NOT NULL, "mode" TEXT NOT NULL,
    "sourcing" TEXT NOT NULL, "speaker" INTEGER, "within" INTEGER, "confidence" REAL NOT NULL,
    "certainty" TEXT NOT NULL, {_KEY}, {_READING}, {_entity("speaker")},
    {_layer("attribution", "within")}""",
            "SELECT reading_id, field, number, mode, sourcing, speaker, within, confidence, "
            "'certain' FROM attribution",
        ),
        *_remade(
            "event",
            f"""{_LAYER}, {_SPAN}, "sentence" INTEGER NOT NULL, "type" TEXT NOT NULL,
    "status" TEXT NOT NULL, "when_value" TEXT, "time" INTEGER, {_KEY}, {_SPAN_CHECK},
    {_READING}, {_layer("time", "time")}""",
            'SELECT reading_id, field, number, start, "end", sentence, '
            "'occurrence', status, when_value, time FROM event",
        ),
        _HEDGE,
        _ATTRIBUTION_HEDGE,
    ),
)

# A ledger of version 2 was never linked: the new tables are empty, nothing else changes.
_TO_3 = Migration("what linking finds, and what people decide", TO_3)

MIGRATIONS = (_TO_2, _TO_3)
"""``MIGRATIONS[0]`` leads from version 1 to version 2, and so on."""

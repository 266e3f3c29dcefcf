"""What people decided, as rows and back: rows are added and withdrawn, never changed or deleted."""

from __future__ import annotations

from typing import Any, cast

from allegedly.records import (
    CastDecision,
    Decisions,
    Field,
    Place,
    Resolution,
    Ruling,
    Span,
    Tracked,
)

from . import cells
from .cells import Cell, optional_text, text
from .database import Database
from .decision_tables import DECISION
from .loading import undamaged

Decision = CastDecision | Tracked | Ruling
_NO_PLACE: tuple[Cell, ...] = (None, None, None, None)


Made = tuple[int, Decision]
"""A decision that holds, after its number in the ledger."""


def load_made(db: Database) -> list[Made]:
    """The decisions that hold now, in the order they were made."""
    columns = ", ".join(column.name for column in DECISION.columns)
    sql = f"SELECT {columns} FROM decision WHERE withdrawn_at IS NULL ORDER BY number"
    with undamaged(db, "a decision"):
        return [(row[0], _decision(row)) for row in db.rows(sql)]


def as_decisions(made: list[Made]) -> Decisions:
    """The same by kind, as linking takes them."""
    found = [one for _, one in made]
    return Decisions(
        cast=tuple(one for one in found if isinstance(one, CastDecision)),
        tracked=tuple(one for one in found if isinstance(one, Tracked)),
        rulings=tuple(one for one in found if isinstance(one, Ruling)),
    )


def store_decision(db: Database, decision: Decision, made_at: str) -> None:
    """Adds a decision."""
    db.insert(DECISION.insert, (None, *_cells(decision, made_at)))


def withdraw(db: Database, number: int, at: str) -> None:
    """Takes the decision of that number back."""
    sql = "UPDATE decision SET withdrawn_at = ? WHERE number = ? AND withdrawn_at IS NULL"
    db.change(sql, (at, number))


def changes(db: Database) -> int:
    """How often something was decided or taken back; it only grows."""
    ((count,),) = db.rows("SELECT count(*) + count(withdrawn_at) FROM decision")
    return int(count)


def _cells(decision: Decision, made_at: str) -> tuple[Cell, ...]:
    if isinstance(decision, CastDecision):
        places = (*_place_cells(decision.first), *_place_cells(decision.second))
        return (decision.kind, made_at, None, None, None, *places, None, None, None, None)
    if isinstance(decision, Tracked):
        rest: tuple[Cell, ...] = (*_NO_PLACE, *_NO_PLACE, None, None, None, None)
        return ("track", made_at, None, decision.statement, decision.story, *rest)
    ruled = decision.resolution
    place = _place_cells(decision.place) if decision.place else _NO_PLACE
    ruling = (ruled.state, cells.day(ruled.on), ruled.proof, ruled.note)
    return ("resolve", ruled.made_at, None, decision.statement, None, *place, *_NO_PLACE, *ruling)


def _place_cells(place: Place) -> tuple[Cell, ...]:
    return (place.article, place.field, place.span.start, place.span.end)


def _decision(row: tuple[Any, ...]) -> Decision:
    _, kind, made_at, _, statement, story, *rest = row
    first, second, ruling = rest[:4], rest[4:8], rest[8:]
    if kind in ("merge", "split"):
        return CastDecision(kind, _place(first), _place(second))
    if kind == "track":
        return Tracked(text(statement), optional_text(story))
    if kind != "resolve":
        raise ValueError(f"a decision of the kind {kind!r}")
    state, on, proof, note = ruling
    day = cells.optional_day(on)
    if day is None:
        raise ValueError("a resolution without a day")
    resolution = Resolution(state, day, text(proof), optional_text(note), text(made_at))
    return Ruling(text(statement), _place(first) if first[0] is not None else None, resolution)


def _place(values: list[Any]) -> Place:
    article, field, start, end = values
    return Place(text(article), Span(start, end), cast(Field, field))

"""What people decided: kept with the ledger, applied at every linking, reversible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .anchor import Place
from .rumors import Resolution


@dataclass(frozen=True, slots=True)
class CastDecision:
    """The two mentions at these places are ``same`` (merge), or not (split)."""

    kind: Literal["merge", "split"]
    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class Tracked:
    """A statement somebody wants followed; ``story`` None means wherever it is told."""

    statement: str
    story: str | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A resolution and what it is of: the statement, and a place that carried the claim."""

    statement: str
    place: Place | None
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that hold now, in the order they were made."""

    cast: tuple[CastDecision, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    rulings: tuple[Ruling, ...] = ()

"""What an expression says, before it is known when it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["ago", "earlier", "later", "from now"]


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; ``number`` is None where the text leaves it open."""

    number: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points from one date to another: "last" of "last week" or "last May".

    ``unit`` is the unit it counts in, "" where it goes with a name (a month, a weekday).
    """

    word: Literal["last", "next", "this", "that", "the", "previous", "following", "latest"]
    unit: str
    the: bool = False


@dataclass(slots=True)
class Frame:
    """The parts of one time expression; None, "" or empty where it does not say."""

    # Calendar parts. ``year`` is negative before Christ, ``short_year`` has two digits.
    century: int | None = None
    decade: int | None = None
    short_decade: int | None = None
    year: int | None = None
    short_year: int | None = None
    last_year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    holiday: str = ""
    count: tuple[int, str] | None = None
    bare: int | None = None
    # Within the day.
    part: str = ""
    clock: str = ""
    named_day: int | None = None
    # From here to there.
    pointers: list[Pointer] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    direction: Direction | None = None
    from_event: bool = False
    # Again and again.
    every: bool = False
    period: str = ""
    plural: bool = False
    # Around it.
    mod: str | None = None
    reference: str | None = None
    of_period: bool = False
    ends: tuple[int | None, int, int] | None = None
    words: int = 0

    @property
    def calendar(self) -> bool:
        """Whether any part of the calendar is named."""
        named = (
            self.century, self.decade, self.short_decade, self.year, self.short_year, self.half,
            self.quarter, self.season, self.month, self.day, self.weekday, self.named_day,
            self.count,
        )  # fmt: skip
        return any(part is not None for part in named) or bool(self.holiday)

    @property
    def timed(self) -> bool:
        """Whether a part of the day or the clock is named."""
        return bool(self.part or self.clock)

"""What cannot both hold, and what has been overtaken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .anchor import Anchor

ContradictionKind = Literal["value", "date", "polarity", "status", "identity"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two anchored appearances that cannot both hold as of the same time.

    ``about`` is what they disagree on, in the coverage's words; ``note`` says why they
    cannot both hold. ``settled`` is the place where an outlet takes one of them back.
    ``confidence`` is a probability.
    """

    id: str
    story: str
    kind: ContradictionKind
    about: str
    first: Anchor
    second: Anchor
    note: str
    settled: Anchor | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Something that later coverage replaces: both held, each at its time.

    ``on`` is the day from which ``after`` holds, None where only the order is known.
    """

    id: str
    story: str
    about: str
    before: Anchor
    after: Anchor
    on: date | None
    note: str

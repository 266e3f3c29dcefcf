"""What people ruled on a rumor: which rulings are of it, which of them holds, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...records import Appearance, Claim, Decisions, Place, Resolution, Ruling, Rumor
from ..words import term, words


def same_words(statement: str) -> tuple[str, ...]:
    """A statement as it is compared with others: its words, case and marks aside."""
    return tuple(term(word.form) for word in words(statement))


@dataclass(frozen=True, slots=True)
class Carrier:
    """Whom rulings are matched with: the wordings of a rumor, and the places of its claim."""

    wordings: frozenset[tuple[str, ...]]
    places: tuple[Place, ...]

    @classmethod
    def of(cls, claim: Claim | None, *statements: str) -> Carrier:
        """The carrier of a claim that is also known by these statements."""
        told = (*statements, *((claim.statement,) if claim else ()))
        seen: Iterable[Appearance] = claim.appearances if claim else ()
        return cls(
            frozenset(same_words(one) for one in told), tuple(one.anchor.place for one in seen)
        )

    def carries(self, ruling: Ruling) -> bool:
        """Whether a ruling is of this: by a place where the claim stands, or by its words."""
        return same_words(ruling.statement) in self.wordings or (
            ruling.place is not None and any(_meet(ruling.place, one) for one in self.places)
        )


def _meet(one: Place, other: Place) -> bool:
    same = one.article == other.article and one.field == other.field
    return same and one.span.overlaps(other.span)


def rulings_of(carrier: Carrier, decisions: Decisions) -> tuple[Resolution, ...]:
    """The resolutions of one rumor, in the order they were made: the last one holds."""
    return tuple(one.resolution for one in decisions.rulings if carrier.carries(one))


def resolutions(rumor: Rumor, decisions: Decisions) -> tuple[Resolution, ...]:
    """All that people ruled on a rumor of an account, the earliest first."""
    wordings = frozenset((same_words(rumor.statement),))
    carrier = Carrier(wordings, tuple(one.place for one in rumor.anchors))
    return rulings_of(carrier, decisions)


def in_words(found: Sequence[Resolution]) -> str:
    """ "resolved false on 2024-03-19 (before: true on 2024-03-01)"; empty where nobody ruled."""
    if not found:
        return ""
    *earlier, last = found
    said = f"resolved {last.state} on {last.on.isoformat()}"
    if not earlier:
        return said
    before = ", ".join(f"{one.state} on {one.on.isoformat()}" for one in reversed(earlier))
    return f"{said} (before: {before})"

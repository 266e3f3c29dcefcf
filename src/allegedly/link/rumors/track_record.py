"""Who committed when, to what, on whose word, and whether it was borne out: outlets only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...records import Resolution, Stance, Track, When
from ..material import Material


def track_record(
    material: Material, stances: Iterable[Stance], resolution: Resolution | None
) -> tuple[Track, ...]:
    """The commitments of outlets toward a statement, by date: the first, and each change.

    ``stances`` come by date. What an outlet wrote on the day of the resolution or later
    is no commitment. An article without an outlet commits nobody, and one without a
    date is neither before nor after: whether it was borne out stays unknown.
    """
    committed: dict[str, str] = {}
    found = []
    for one in stances:
        outlet = _outlet(material, one.article)
        if outlet is None or one.stance not in ("for", "against"):
            continue
        before = None if resolution is None else _before(one.published, resolution.on)
        if before is False or committed.get(outlet) == one.stance:
            continue
        committed[outlet] = one.stance
        borne_out = None
        if resolution is not None and before:
            borne_out = (one.stance == "for") == (resolution.state == "true")
        sourcing = one.chain.sourcing if one.chain else "self"
        found.append(Track(outlet, one.article, one.stance, one.published, sourcing, borne_out))
    return tuple(found)


def _outlet(material: Material, article: str) -> str | None:
    teller = material.teller(article)
    return None if teller == article else teller


def _before(published: When | None, day: date) -> bool | None:
    """Whether an article was written before a day; None where its date does not tell."""
    if published is None:
        return None
    if published.latest is not None and published.latest < day:
        return True
    if published.earliest is not None and published.earliest >= day:
        return False
    return None

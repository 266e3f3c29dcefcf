"""What a ruling changes in a rumor that is stored; the same as linking anew would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allegedly.records import Article, Decisions, Layers, Reading, Ruling, Rumor


def is_of(ruling: Ruling, rumor: Rumor) -> bool:
    """Whether a ruling is of this rumor."""
    from allegedly.link.rumors.rulings import resolutions

    return bool(resolutions(rumor, Decisions(rulings=(ruling,))))


def ruled(rumor: Rumor, decisions: Decisions, articles: Iterable[Article]) -> Rumor:
    """The rumor as the rulings on it have it; ``articles`` are those with a stance on it."""
    from allegedly.link.material import Material
    from allegedly.link.rumors.rulings import resolutions
    from allegedly.link.rumors.track_record import track_record

    found = resolutions(rumor, decisions)
    resolution = found[-1] if found else None
    told = [Reading(one, (), (), Layers(), None, "") for one in articles]
    return replace(
        rumor,
        state=resolution.state if resolution else "unverified",
        resolution=resolution,
        track=track_record(Material(rumor.story, told), rumor.stances, resolution),
    )

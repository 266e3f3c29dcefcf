"""Who changed stance toward a rumor, and what a later version of a page no longer says of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ...records import Anchor, Rumor, Stance, Version
from ..material import Material


@dataclass(frozen=True, slots=True)
class Change:
    """An outlet's stance before and after, in two articles or two versions of one.

    ``dropped`` are places of the earlier version that tell the rumor and that the later
    version has no longer; they may be there although the stance is the same.
    """

    outlet: str
    before: Stance
    after: Stance
    dropped: tuple[Anchor, ...]


def changes(rumor: Rumor, material: Material) -> tuple[Change, ...]:
    """The changes of stance toward a rumor, outlet by outlet, each by date.

    An article that is unrelated to the rumor says nothing of what its outlet holds.
    """
    by_outlet: dict[str, list[Stance]] = {}
    for one in rumor.stances:
        if one.article in material and one.stance != "unrelated":
            by_outlet.setdefault(material.teller(one.article), []).append(one)
    versions = {(one.earlier, one.later): one for one in material.copies.versions}
    found = []
    for outlet, stances in by_outlet.items():
        for before, after in pairwise(stances):
            version = versions.get((before.article, after.article))
            dropped = _dropped(rumor, material, version) if version else ()
            if dropped or before.stance != after.stance:
                found.append(Change(outlet, before, after, dropped))
    return tuple(found)


def _dropped(rumor: Rumor, material: Material, version: Version) -> tuple[Anchor, ...]:
    """Passages of the earlier version that tell the rumor, or its evidence, and are gone."""
    told = {one for one in rumor.anchors if one.article == version.earlier}
    for stance in rumor.stances:
        told.update(one for one in stance.anchors if one.article == version.earlier)
    here = [one.span for one in told if one.field == "text"]
    return tuple(
        material.anchor(version.earlier, "text", gone)
        for gone in version.dropped
        if any(gone.overlaps(span) for span in here)
    )

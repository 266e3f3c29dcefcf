"""From many readings to one account: every step of linking, in order.

    readings → copies, stories → per story: datings → cast → chains → claims
             → rumors with stances → timeline → contradictions, overtaken → Account

A pure function: the same readings, decisions and earlier ids give the same account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ..records import (
    Account,
    Copies,
    Decisions,
    EntityRef,
    Place,
    Reading,
    Story,
)
from .cast.finding import find_cast
from .claims.finding import find_claims
from .claims.propositions import Propositions
from .contradictions.finding import find_contradictions
from .contradictions.overtaken import find_overtaken
from .copies.groups import find_copies
from .dating.finding import find_datings
from .headlines import headline_of
from .judging import Judge
from .material import Material
from .rumors.finding import find_rumors, settle_tracked
from .sourcing.chains import find_chains, find_edges
from .stories.clusters import find_stories
from .timeline.finding import find_timeline

#: The version of the linking; `Account.stage` adds the judge's.
STAGE = "link-1"


@dataclass(frozen=True, slots=True)
class _Before:
    """The ids of an earlier account, by what they stood for."""

    cast: dict[EntityRef, str] = field(default_factory=dict)
    claims: dict[Place, str] = field(default_factory=dict)
    rumors: dict[Place, str] = field(default_factory=dict)
    events: dict[Place, str] = field(default_factory=dict)


def link(
    readings: Iterable[Reading],
    judge: Judge | None = None,
    decisions: Decisions | None = None,
    before: Account | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> Account:
    """The account of these readings.

    ``judge`` is the packaged one unless given, ``decisions`` what people decided; items
    that ``before`` had keep their ids. ``progress`` is told of each step as it begins.

    Raises:
        WeightsError: where the packaged model is missing or damaged.
    """
    if judge is None:
        from .judge import PairJudge  # slow to load: only when something is linked

        judge = PairJudge()
    decided = decisions or Decisions()
    known = _known(before) if before else _Before()
    every = {one.article.id: one for one in readings}
    progress("copies")
    copies = find_copies([one.article for one in every.values()])
    progress("stories")
    accounts = [
        _story(material, judge, decided, known, progress) for material in _materials(every, copies)
    ]
    return _joined(f"{STAGE} {judge.stage}", copies, accounts)


def _materials(every: dict[str, Reading], copies: Copies) -> list[Material]:
    """The readings of each story, the story with most articles first."""
    told: dict[str, list[Reading]] = {}
    for article, story in find_stories([one.article for one in every.values()]).items():
        told.setdefault(story, []).append(every[article])
    groups = sorted(told.items(), key=lambda item: -len(item[1]))
    return [Material(story, found, _within(copies, found)) for story, found in groups]


def _within(copies: Copies, readings: Sequence[Reading]) -> Copies:
    """The copies among these articles."""
    ours = {one.article.id for one in readings}
    return Copies(
        groups=tuple(one for one in copies.groups if one.origin in ours),
        versions=tuple(one for one in copies.versions if one.earlier in ours),
        shared=tuple(one for one in copies.shared if one.first.article in ours),
    )


def _story(
    material: Material,
    judge: Judge,
    decisions: Decisions,
    before: _Before,
    progress: Callable[[str], None],
) -> Account:
    """The account of one story."""
    progress("dates")
    datings = find_datings(material)
    material = material.dated(datings)
    progress("cast")
    cast = find_cast(material, decisions.cast, before.cast)
    progress("sourcing")
    chains = find_chains(material, cast)
    progress("claims")
    propositions = Propositions(material, cast)
    claims = find_claims(material, cast, chains, judge, before.claims, propositions)
    progress("rumors")
    rumors = find_rumors(
        material, cast, chains, claims, judge, decisions, before.rumors, propositions
    )
    progress("timeline")
    timeline = find_timeline(material, cast, before.events)
    progress("contradictions")
    return Account(
        stage="",
        stories=(
            Story(
                material.story,
                headline_of(material),
                tuple(one.article.id for one in material.readings),
            ),
        ),
        datings=tuple(datings),
        cast=cast.members,
        claims=claims,
        rumors=rumors,
        sourcing=find_edges(material, claims),
        timeline=timeline,
        contradictions=find_contradictions(material, cast, claims, judge, timeline, chains),
        overtaken=find_overtaken(material, cast, claims, timeline, judge, chains),
    )


def _joined(stage: str, copies: Copies, accounts: Sequence[Account]) -> Account:
    return Account(
        stage=stage,
        copies=copies,
        stories=tuple(chain.from_iterable(one.stories for one in accounts)),
        datings=tuple(chain.from_iterable(one.datings for one in accounts)),
        cast=tuple(chain.from_iterable(one.cast for one in accounts)),
        claims=tuple(chain.from_iterable(one.claims for one in accounts)),
        rumors=settle_tracked(chain.from_iterable(one.rumors for one in accounts)),
        sourcing=tuple(chain.from_iterable(one.sourcing for one in accounts)),
        timeline=tuple(chain.from_iterable(one.timeline for one in accounts)),
        contradictions=tuple(chain.from_iterable(one.contradictions for one in accounts)),
        overtaken=tuple(chain.from_iterable(one.overtaken for one in accounts)),
    )


def _known(account: Account) -> _Before:
    """The ids of an account, by entity and by place."""
    places = {claim.id: [one.anchor.place for one in claim.appearances] for claim in account.claims}
    return _Before(
        cast={ref: one.id for one in account.cast for ref in one.entities},
        claims={place: key for key, found in places.items() for place in found},
        rumors={
            place: one.id
            for one in account.rumors
            if one.claim is not None
            for place in places.get(one.claim, ())
        },
        events={anchor.place: one.id for one in account.timeline for anchor in one.anchors},
    )

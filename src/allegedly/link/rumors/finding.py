"""Rumors: what the coverage treats as unsettled, and what each article says of it."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...records import (
    Anchor,
    Claim,
    Decisions,
    Place,
    Rumor,
    Stance,
)
from ..cast.finding import Cast
from ..claims.propositions import Propositions
from ..identity import keep_ids
from ..judging import Judge
from ..material import Material
from ..sourcing.chains import Chains, account_of, independent
from .alike import NEAR, Neighbours, unlike
from .evidence import Unsettled, find_unsettled, reasons_of
from .rulings import Carrier, in_words, rulings_of, same_words
from .sayings import Sayings
from .stances import Asked, find_stances, outlets
from .statements import as_statement, is_question, plain
from .track_record import track_record
from .twins import Twins
from .wording import worded
from .words import ALONE, MOST, SHARE

#: So many outlets for, and so many against, make a rumor controversial.
CONTROVERSIAL = 2
#: What the places of a claim that is not the rumor's own, but the same in all but words, count.
BESIDE = 0.9
NOBODY = "No article in this ledger mentions it."


@dataclass(frozen=True, slots=True)
class _Draft:
    """A rumor before its articles are judged: as it is shown, and as they are asked."""

    shown: str
    judged: str
    anchor: Anchor | None
    claim: Claim | None
    tracked: bool
    reasons: tuple[str, ...]
    good: bool = True
    alone: bool = False


def find_rumors(
    material: Material,
    cast: Cast,
    chains: Chains,
    claims: Sequence[Claim],
    judge: Judge,
    decisions: Decisions,
    before: Mapping[Place, str],
    propositions: Propositions | None = None,
) -> tuple[Rumor, ...]:
    """The rumors of a story: tracked ones first, then the most unsettled first.

    ``before`` has the ids of rumors by the places that carried their claims. A rumor is
    resolved only by a ruling among ``decisions``. ``propositions`` are those of the articles,
    where they are known.
    """
    neighbours = Neighbours(judge, claims)
    drafts = _drafts(material, Twins(material), cast, claims, neighbours, judge, decisions)
    asked = [_question(one, neighbours) for one in drafts]
    sayings = Sayings(material, cast, chains, propositions)
    stances = find_stances(material, chains, judge, asked, sayings)
    keys = [_keys(one) for one in drafts]
    ids = keep_ids("r", keys, typing.cast("Mapping[Place | str, str]", before))
    return tuple(
        _rumor(material, name, draft, found, decisions)
        for name, draft, found in zip(ids, drafts, stances, strict=True)
    )


def settle_tracked(rumors: Iterable[Rumor]) -> tuple[Rumor, ...]:
    """The rumors of several stories without those that track a statement where nobody tells it.

    A statement that is tracked wherever it is told is looked for in every story; where no
    article of any story tells it, it stays once.
    """
    every = list(rumors)
    told = {one.statement for one in every if one.tracked and one.origins}
    kept, seen = [], set[str]()
    for one in every:
        silent = one.tracked and not one.origins
        if silent and (one.statement in told or one.statement in seen):
            continue
        if silent:
            seen.add(one.statement)
        kept.append(one)
    return tuple(kept)


def _drafts(
    material: Material,
    twins: Twins,
    cast: Cast,
    claims: Sequence[Claim],
    neighbours: Neighbours,
    judge: Judge,
    decisions: Decisions,
) -> list[_Draft]:
    drafts = _tracked(material, twins, neighbours, decisions)
    taken = {one.claim.id for one in drafts if one.claim}
    open_ = [one for one in claims if one.id not in taken]
    ruled = _ruled(open_, decisions)
    found = find_unsettled(material, twins, open_, _presence(material, cast))
    known = {one.claim.id for one in found}
    found.extend(Unsettled(one, 0.0, ()) for one in open_ if one.id in ruled - known)
    top = found[0].score if found else 0.0
    candidates = [
        (_draft(material, twins, cast, one), one.claim.id in ruled)
        for one in found
        if one.claim.id in ruled or one.score >= SHARE * top
    ]
    candidates = _few_alone([one for one in candidates if one[1] or one[0].good])
    kept = unlike(judge, [one.judged for one in drafts], candidates, _judged, MOST)
    drafts.extend(kept)
    drafts.extend(_unclaimed(material, drafts, decisions))
    return drafts


def _few_alone(candidates: list[tuple[_Draft, bool]]) -> list[tuple[_Draft, bool]]:
    """The candidates without all but a few of those that one article alone tells."""
    alone = [one for one in candidates if one[0].alone and not one[1]]
    return [one for one in candidates if one not in alone[ALONE:]]


def _judged(draft: _Draft) -> str:
    return draft.judged


def _presence(material: Material, cast: Cast) -> dict[str, float]:
    """The share of the articles (copies count once) that each member of the cast is in."""
    total = len(material.originals) or 1
    return {
        one.id: min(1.0, len({material.original(ref.article) for ref in one.entities}) / total)
        for one in cast.members
    }


def _question(draft: _Draft, neighbours: Neighbours) -> Asked:
    """What the articles are asked, with the other claims that speak of it."""
    own = draft.claim.id if draft.claim else None
    near = tuple(
        (one.claim, BESIDE * (one.closeness - NEAR) / (1 - NEAR))
        for one in neighbours.of(draft.judged)
        if one.claim.id != own
    )
    return Asked(draft.judged, draft.claim, near)


def _tracked(
    material: Material, twins: Twins, neighbours: Neighbours, decisions: Decisions
) -> list[_Draft]:
    wanted = [one for one in decisions.tracked if one.story in (None, material.story)]
    drafts = []
    for statement in dict.fromkeys(one.statement for one in wanted):
        same = [one.claim for one in neighbours.of(_asked(statement)) if one.same]
        claim = same[0] if same else None
        reasons = reasons_of(material, twins, claim) if claim else ()
        anchor = claim.anchor if claim else None
        drafts.append(_Draft(statement, _asked(statement), anchor, claim, True, reasons))
    return drafts


def _ruled(claims: Sequence[Claim], decisions: Decisions) -> set[str]:
    """The claims that somebody ruled on."""
    if not decisions.rulings:
        return set()
    return {one.id for one in claims if rulings_of(Carrier.of(one), decisions)}


def _unclaimed(material: Material, drafts: Sequence[_Draft], decisions: Decisions) -> list[_Draft]:
    """What somebody ruled on at a place of this story where no claim is found any more."""
    found: dict[tuple[str, ...], _Draft] = {}
    carriers = [Carrier.of(one.claim, one.shown) for one in drafts]
    for ruling in decisions.rulings:
        ours = ruling.place is not None and ruling.place.article in material
        if ours and not any(one.carries(ruling) for one in carriers):
            draft = _Draft(ruling.statement, _asked(ruling.statement), None, None, False, ())
            found.setdefault(same_words(ruling.statement), draft)
    return list(found.values())


def _draft(material: Material, twins: Twins, cast: Cast, one: Unsettled) -> _Draft:
    found = worded(material, twins, cast, one.claim)
    return _Draft(
        found.shown,
        found.judged,
        found.anchor,
        one.claim,
        False,
        one.reasons,
        found.good,
        one.alone,
    )


def _asked(statement: str) -> str:
    """A statement as the articles are judged by it."""
    if not is_question(statement):
        return plain(statement)
    form = as_statement(statement)
    return form.judged if form else statement


def _keys(draft: _Draft) -> list[Place | str]:
    """What a rumor's id hangs on: where its claim stands; a tracked one's words as well."""
    places: list[Place | str] = (
        [one.anchor.place for one in draft.claim.appearances] if draft.claim else []
    )
    own = draft.tracked or not places
    return [" ".join(same_words(draft.shown)), *places] if own else places


def _rumor(
    material: Material,
    name: str,
    draft: _Draft,
    stances: tuple[Stance, ...],
    decisions: Decisions,
) -> Rumor:
    claim = draft.claim
    made = rulings_of(Carrier.of(claim, draft.shown), decisions)
    resolution = made[-1] if made else None
    reasons = draft.reasons
    if len({one.state for one in made}) > 1:
        reasons = (*reasons, in_words(made))
    places = [one for one in claim.appearances if one.stance != "against"] if claim else []
    # Who only asks is nobody's origin, where anybody tells.
    told = [one.chain for one in places if one.voice != "question"]
    told = told or [one.chain for one in places]
    told = told or [one.chain for one in stances if one.chain and one.stance != "against"]
    told = told or [one.chain for one in stances if one.chain]
    sides = [outlets(material, stances, value) for value in ("for", "against")]
    return Rumor(
        id=name,
        story=material.story,
        statement=draft.shown,
        claim=claim.id if claim else None,
        tracked=draft.tracked,
        state=resolution.state if resolution else "unverified",
        reasons=reasons,
        stances=stances,
        controversial=all(len(one) >= CONTROVERSIAL for one in sides),
        origins=independent(told),
        account=account_of(told) if told else NOBODY,
        resolution=resolution,
        track=track_record(material, stances, resolution),
        anchors=_anchors(draft, stances),
    )


def _anchors(draft: _Draft, stances: Iterable[Stance]) -> tuple[Anchor, ...]:
    """Where the claim stands, its best place first; else the evidence of the stances."""
    if draft.claim is None or draft.anchor is None:
        return tuple(dict.fromkeys(stance.anchors[0] for stance in stances if stance.anchors))
    places = (one.anchor for one in draft.claim.appearances)
    return tuple(dict.fromkeys((draft.anchor, *places)))

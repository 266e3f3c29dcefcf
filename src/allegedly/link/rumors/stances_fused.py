"""The model's judgement of an article, weighed against what was read where it tells a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log
from typing import Literal, get_args

from ...records import Appearance, StanceValue

VALUES: tuple[StanceValue, ...] = get_args(StanceValue)

#: What one place does for its article: tells the claim as so, in its title or first lines or
#: further down; has somebody with a name say it there, or anybody further down; passes on what
#: another outlet, a document or somebody without a name has; denies it on somebody's word or
#: in its own voice; asks it or leaves it open.
Way = Literal[
    "told", "told later", "said", "quoted", "relayed", "denied", "denied first", "refuted", "open"
]

#: Log-odds that a place that is sure to be of the claim adds to the stances of its article: a
#: regularised logistic regression over 228 articles of 34 training claims of Emergent, rounded
#: (see docs/layers/rumors.md). What is told further down,
#: or said first by somebody with a name, says nothing either way.
ODDS: dict[Way, dict[StanceValue, float]] = {
    "told": {"for": 0.6, "against": -0.6},
    "told later": {},
    "said": {},
    "quoted": {"for": -0.4, "against": 0.4},
    "relayed": {"observing": 0.3, "against": -0.3},
    "denied": {"for": -0.7, "against": 0.6},
    # By the meaning of the words, not fitted: who says in its own voice that it is not so is
    # against it, and so is who makes a denial its headline or first lines.
    "denied first": {"for": -1.3, "against": 1.3},
    "refuted": {"for": -1.5, "against": 1.5},
    "open": {"for": -0.6, "observing": 0.4},
}
#: How long the first lines of a text are, in code points.
FIRST_LINES = 400
#: The least a score counts, so that its logarithm is finite.
_LEAST = 1e-4
#: However sure a place is of the claim, so much doubt stays.
_DOUBT = 0.05
#: How much observing is likelier where only places speak: above what a quoted place adds to
#: against, below what one that tells or denies it adds to for or against.
_ALONE = 0.45


def way_of(seen: Appearance) -> Way:
    """What one place does."""
    if seen.stance == "against":
        own = seen.voice == "asserted" and not seen.chain.via and seen.chain.origin is None
        if own and seen.certainty == "certain":
            return "refuted"
        return "denied first" if _is_first(seen) else "denied"
    if seen.chain.via:
        return "relayed"
    open_ = seen.certainty in ("possible", "unknown") or seen.voice == "question"
    if open_ or seen.stance == "observing":
        return "open"
    first = _is_first(seen)
    if seen.voice == "attributed" and not first:
        return "quoted"
    if seen.voice == "attributed":
        return "said" if seen.chain.sourcing in ("named", "self") else "relayed"
    return "told" if first else "told later"


def _is_first(seen: Appearance) -> bool:
    return seen.anchor.field == "title" or seen.anchor.span.start < FIRST_LINES


def lean(appearances: Iterable[Appearance]) -> dict[Way, float]:
    """What the places of an article (or of its title) do, each way with how sure the surest is
    of the claim."""
    ways: dict[Way, float] = {}
    for seen in appearances:
        way = way_of(seen)
        ways[way] = max(ways.get(way, 0.0), seen.confidence)
    return ways


def best(scores: Mapping[StanceValue, float]) -> StanceValue:
    """The stance with the highest score."""
    return max(scores, key=lambda value: scores[value])


def fused(
    scores: Mapping[StanceValue, float] | None,
    ways: Mapping[Way, float],
    *,
    carries: bool = False,
) -> dict[StanceValue, float]:
    """Probabilities of the stances: the model's, with the odds that the places add.

    An article that ``carries`` the very claim is not unrelated. Without the model's the places
    alone speak; an article that does nothing but carry the claim is then observing.
    """
    if carries and scores and best(scores) == "unrelated":
        scores = None  # the model missed what the article carries: what it says else is no guide
    odds = {value: log(max(scores.get(value, 0.0), _LEAST)) if scores else 0.0 for value in VALUES}
    if scores is None:
        odds["unrelated"], odds["observing"] = log(_LEAST), _ALONE
    # What carries the claim is about it, as surely as the place is of the claim.
    odds["unrelated"] += log(max(1.0 - max(ways.values(), default=0.0), _DOUBT))
    if carries:
        odds["unrelated"] = min(odds.values()) + log(_LEAST)
    for way, sure in ways.items():
        for value, weight in ODDS[way].items():
            odds[value] += sure * weight
    top = max(odds.values())
    raised = {value: exp(found - top) for value, found in odds.items()}
    total = sum(raised.values())
    return {value: found / total for value, found in raised.items()}

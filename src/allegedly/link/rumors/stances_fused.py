"""The model's judgement of an article, weighed against what was read where it tells a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log
from typing import Literal, get_args

from ...records import Appearance, Sourcing, StanceValue

VALUES: tuple[StanceValue, ...] = get_args(StanceValue)

#: What one place does for its article: tells the claim as so in the teller's own voice, in its
#: title or first lines or further down, or tells it with a hedge ("reportedly", "is likely to");
#: has somebody with a name say it there; has it there, itself, from a document or somebody
#: without a name; has anybody say it further down; passes on what another outlet has; denies it
#: on somebody's word, further down, in the first lines or in the title; denies it in its own
#: voice; asks it or leaves it open.
Way = Literal[
    "told",
    "told later",
    "hedged",
    "said",
    "sourced",
    "quoted",
    "relayed",
    "denied",
    "denied first",
    "denied title",
    "refuted",
    "refuted later",
    "open",
]

#: Log-odds that a place that is sure to be of the claim adds to the stances of its article. The
#: signs are those of a regularised logistic regression over the model's scores and the places
#: of 283 articles on 33 claims of Emergent; the sizes are rounded, and small where it found
#: nothing (see docs/layers/rumors.md).
ODDS: dict[Way, dict[StanceValue, float]] = {
    "told": {"for": 0.6, "against": -0.6},
    "told later": {},
    "hedged": {},
    "said": {},
    # By definition, not fitted: who has it first, on whosever word, tells it as so.
    "sourced": {"for": 0.6, "against": -0.3},
    "quoted": {"for": -0.3, "against": 0.2},
    "relayed": {"for": -0.3, "observing": 0.4, "against": -0.2},
    "denied": {"for": -0.7, "against": 0.3, "observing": 0.2},
    # By counts over 598 articles of Emergent: of 23 that open with a "no" of their own 18 are
    # against the claim, of 16 with a denial in the title 14, of 14 with one in the first lines 7.
    "denied first": {"for": -1.0, "against": 0.9},
    "denied title": {"for": -1.3, "against": 1.8},
    "refuted": {"for": -1.5, "against": 2.0},
    "refuted later": {"for": -0.7, "against": 0.7},
    "open": {"for": -0.6, "observing": 0.4},
}
#: Ways of carrying the claim that are enough for an article to be for it. One that speaks of the
#: claim in other ways only loses `UNTOLD`: of five such bodies that the model took to be for
#: their claim one was.
TELLING: frozenset[Way] = frozenset(("told", "told later", "said", "sourced"))
#: What such an article loses already by denying it.
DENYING: frozenset[Way] = frozenset(("denied first", "denied title", "refuted"))
UNTOLD = -1.0
#: So sure of the claim a place must be to be what the article says of it.
SURE = 0.5
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
        return _denial(seen)
    if seen.chain.via:
        return "relayed"
    open_ = seen.certainty in ("possible", "unknown") or seen.voice == "question"
    if open_ or seen.stance == "observing":
        return "open"
    first = is_first(seen)
    if seen.voice == "attributed" and not first:
        return "quoted"
    if seen.voice == "attributed":
        return _SAID.get(seen.chain.sourcing, "relayed")
    if seen.certainty == "probable":
        return "hedged"
    return "told" if first else "told later"


#: What a place in the first lines does that has it from such a source.
_SAID: dict[Sourcing, Way] = {
    "named": "said",
    "self": "said",
    "unnamed": "sourced",
    "document": "sourced",
}


def _denial(seen: Appearance) -> Way:
    own = seen.voice == "asserted" and not seen.chain.via and seen.chain.origin is None
    first = is_first(seen)
    if own and seen.certainty == "certain":
        return "refuted" if first else "refuted later"
    # Words that nobody is named for (a banner, a slogan) make no denial of an article's.
    nobody = seen.voice == "attributed" and seen.attribution is None and not seen.chain.via
    if not first or nobody:
        return "denied"
    return "denied title" if seen.anchor.field == "title" else "denied first"


def is_first(seen: Appearance) -> bool:
    """Whether a place stands in the title or the first lines."""
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
    if any(sure >= SURE for sure in ways.values()) and DENYING.isdisjoint(ways):
        told = max((sure for way, sure in ways.items() if way in TELLING), default=0.0)
        odds["for"] += UNTOLD if told < SURE else 0.0
    top = max(odds.values())
    raised = {value: exp(found - top) for value, found in odds.items()}
    total = sum(raised.values())
    return {value: found / total for value, found in raised.items()}

"""Rumors: claims that the coverage treats as unsettled, and what people decide of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .anchor import Anchor
from .claims import Chain, StanceValue
from .reading import Sourcing
from .when import When

RumorState = Literal["unverified", "true", "false"]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one article says of a statement: its body, and its headline where it has one.

    ``confidence`` is the probability of the body's stance. ``anchors`` are the evidence:
    the sentences that weigh most, at most three, the heaviest first; none where the
    article is unrelated. ``chain`` is whose word the article relies on for it.
    """

    article: str
    stance: StanceValue
    headline: StanceValue | None
    confidence: float
    published: When | None
    anchors: tuple[Anchor, ...]
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A person's ruling on a rumor, with a proof; never the software's.

    ``on`` is the day from which it is known to be so. ``made_at`` is a UTC ISO instant.
    """

    state: Literal["true", "false"]
    on: date
    proof: str
    note: str | None
    made_at: str


@dataclass(frozen=True, slots=True)
class Track:
    """One line of the record: an outlet committed itself to a rumor before it was resolved.

    ``borne_out`` says whether the person's ruling agrees with what the outlet committed to;
    None while nobody has ruled.
    """

    outlet: str
    article: str
    stance: Literal["for", "against"]
    published: When | None
    sourcing: Sourcing
    borne_out: bool | None


@dataclass(frozen=True, slots=True)
class Rumor:
    """A claim that the coverage treats as unsettled (or a statement that a person tracks).

    ``claim`` is the id of the claim, None for a tracked statement that no article carries.
    ``reasons`` say in words why it counts as unsettled. ``origins`` is the number of
    independent origins, ``account`` the plain sentence about them ("Everything rests on
    one unnamed source."). ``controversial``: at least two outlets for and two against.
    """

    id: str
    story: str
    statement: str
    claim: str | None
    tracked: bool
    state: RumorState
    reasons: tuple[str, ...]
    stances: tuple[Stance, ...]
    controversial: bool
    origins: int
    account: str
    resolution: Resolution | None
    track: tuple[Track, ...]
    anchors: tuple[Anchor, ...]

"""Claims, where they appear, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .anchor import Anchor
from .reading import Certainty, Sourcing
from .when import When

#: What an article, or one appearance in it, says of a claim (Ferreira and Vlachos 2016; FNC-1).
StanceValue = Literal["for", "against", "observing", "unrelated"]
#: ``attributed`` to a source, ``asserted`` in the teller's own voice, asked as a ``question``.
Voice = Literal["attributed", "asserted", "question"]


@dataclass(frozen=True, slots=True)
class Chain:
    """On whose word something is told: teller ← via ← origin.

    ``teller`` is the outlet of the article (its domain, else the article's id, where no
    outlet is known), ``via`` the outlets that passed it on, the nearest to the teller
    first. ``origin`` says in words who it comes from, None where nobody is named or
    described; ``speaker`` is that origin's id in the cast. ``root`` is the same for all
    chains that end at one origin: copies and relays collapse, one unnamed person cited by
    several outlets stays one. ``sourcing`` is what the origin is as the teller has it:
    ``outlet`` where another outlet stands between.
    """

    teller: str
    via: tuple[str, ...]
    origin: str | None
    speaker: str | None
    sourcing: Sourcing
    root: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a claim is carried.

    ``stance`` is this place's own: ``against`` where it denies the claim, ``observing``
    where it only asks or leaves open. ``attribution`` is the number of the attribution in
    its field's layer, None where the teller says it in its own voice. ``confidence`` is
    the probability that this place is about the claim. ``published`` is the article's
    date, its inferred one where it has none.
    """

    anchor: Anchor
    voice: Voice
    stance: StanceValue
    certainty: Certainty
    chain: Chain
    attribution: int | None
    published: When | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition that one or more articles carry.

    ``statement`` is a readable sentence of the coverage's own words, ``anchor`` where it
    stands (its text may hold the statement with quotation marks or a question around it);
    both are of one of the ``appearances``, which are ordered by date. ``about`` are ids of
    the cast. ``origins`` is the number of independent origins.
    """

    id: str
    story: str
    statement: str
    anchor: Anchor
    appearances: tuple[Appearance, ...]
    about: tuple[str, ...]
    origins: int

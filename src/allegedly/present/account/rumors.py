"""Rumors as a report shows them: who is for, against or observing, when, and on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from allegedly.records import Rumor, Sourcing, Stance, StanceValue, Track, When

from ..dates import in_words
from ..rows import SOURCING
from ..safe import one_line
from .scale import Scale, Stretch, Tick
from .targets import ArticleLabel, Quote, Targets, Word

STANCES: dict[StanceValue, str] = {
    "for": "for",
    "against": "against",
    "observing": "observing",
    "unrelated": "not mentioned",
}
_COMMITTED: dict[Sourcing, str] = {
    "named": "on the word of somebody named",
    "unnamed": "on the word of somebody unnamed",
    "outlet": "on the word of another outlet",
    "document": "on a document",
    "self": "in its own voice",
    "none": "without saying from whom",
}
#: Below this the confidence in a stance is shown.
_UNSURE = 0.7
#: A rumor that fewer outlets speak of needs no picture.
_PICTURE_NEEDS = 2
#: Marks are this far apart, in percent of the width, or they go on a line of their own.
_MARK_NEEDS = 2.0
#: So many outlets have their line in the picture before the others are folded.
_LINES = 14
STATES = {"unverified": "Unverified", "true": "Resolved: true", "false": "Resolved: false"}


@dataclass(frozen=True, slots=True)
class StanceView:
    """One article's stance, with its evidence, and on whose word it relies.

    ``headline`` and ``confidence`` are None where they say nothing beyond the stance.
    """

    article: ArticleLabel
    stance: StanceValue
    headline: StanceValue | None
    confidence: str | None
    sourcing: Sourcing
    word: Word | None
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A stance on the line of its outlet; ``said`` is what it stands for, in words."""

    stance: StanceValue
    sourcing: Sourcing
    place: Stretch
    href: str
    said: str


@dataclass(frozen=True, slots=True)
class OutletLine:
    """The stances of one outlet over time; those of unknown date stand apart."""

    outlet: str
    marks: tuple[MarkView, ...]
    undated: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True)
class TrackView:
    """Who committed to what, when, with which sourcing, and whether it was borne out."""

    outlet: str
    article: ArticleLabel
    stance: str
    when: str
    sourcing: str
    outcome: str


@dataclass(frozen=True, slots=True)
class RumorView:
    """A rumor with everything the coverage says of it."""

    id: str
    claim: str | None
    statement: str
    tracked: bool
    state: str
    label: str
    ruling: str | None
    proof: str | None
    account: str
    reasons: tuple[str, ...]
    controversial: bool
    counts: tuple[tuple[StanceValue, str, int], ...]
    ticks: tuple[Tick, ...]
    lines: tuple[OutletLine, ...]
    more: tuple[OutletLine, ...]
    shapes: tuple[Sourcing, ...]
    stances: tuple[StanceView, ...]
    silent: tuple[ArticleLabel, ...]
    track: tuple[TrackView, ...]
    anchors: tuple[Quote, ...]

    @property
    def undated(self) -> bool:
        """Whether any stance has no place on the line."""
        return any(line.undated for line in (*self.lines, *self.more))


def rumor_view(rumor: Rumor, targets: Targets) -> RumorView:
    """The view of one rumor."""
    told = [one for one in rumor.stances if one.stance != "unrelated"]
    counts = Counter(one.stance for one in rumor.stances)
    scale = _scale(told)
    lines = _lines(told, scale, targets)
    lines = lines if sum(bool(one.outlet) for one in lines) >= _PICTURE_NEEDS else ()
    shapes = {mark.sourcing for line in lines for mark in (*line.marks, *line.undated)}
    ruling = rumor.resolution
    return RumorView(
        id=rumor.id,
        claim=rumor.claim,
        statement=rumor.statement,
        tracked=rumor.tracked,
        state=rumor.state,
        label=STATES[rumor.state],
        ruling=_ruling(rumor),
        proof=ruling.proof if ruling else None,
        account=rumor.account,
        reasons=rumor.reasons,
        controversial=rumor.controversial,
        counts=tuple(
            (value, STANCES[value], counts[value])
            for value in get_args(StanceValue)
            if counts[value]
        ),
        ticks=scale.ticks if scale else (),
        lines=lines[:_LINES],
        more=lines[_LINES:],
        shapes=tuple(one for one in SOURCING if one in shapes),
        stances=tuple(_stance(one, targets) for one in told),
        silent=tuple(
            targets.article(one.article) for one in rumor.stances if one.stance == "unrelated"
        ),
        track=tuple(_track(one, targets) for one in rumor.track),
        anchors=targets.quotes(rumor.anchors),
    )


def _scale(stances: Sequence[Stance]) -> Scale | None:
    """The line of the days that articles have of themselves; inferred ones may reach beyond it."""
    whens = [one.published for one in stances if one.published]
    own = [one for one in whens if one.basis != "shared"]
    days = {day for one in own for day in (one.earliest, one.latest)}
    if len(days) <= 1:
        own = whens
    return Scale.over(day for one in own for day in (one.earliest, one.latest))


def _ruling(rumor: Rumor) -> str | None:
    one = rumor.resolution
    if one is None:
        return None
    day = in_words(When.from_iso(one.on.isoformat(), "given"))
    note = f" ({one_line(one.note)})" if one.note else ""
    return f"Resolved as {one.state} as of {day} by a person{note}"


def _lines(
    stances: Sequence[Stance], scale: Scale | None, targets: Targets
) -> tuple[OutletLine, ...]:
    outlets: dict[str, list[Stance]] = {}
    for one in stances:
        outlets.setdefault(targets.article(one.article).short, []).append(one)
    lines = (_line(name, found, scale, targets) for name, found in outlets.items())
    return tuple(part for line in lines for part in _apart(line))


def _apart(line: OutletLine) -> Iterator[OutletLine]:
    """The line, or several below each other where its marks would lie on one another."""
    tracks: list[list[MarkView]] = []
    for mark in sorted(line.marks, key=lambda one: one.place.at):
        free = (one for one in tracks if mark.place.at - one[-1].place.at >= _MARK_NEEDS)
        track = next(free, None)
        if track is None:
            tracks.append([mark])
        else:
            track.append(mark)
    for number, track in enumerate(tracks or [[]]):
        first = number == 0
        yield OutletLine(line.outlet if first else "", tuple(track), line.undated if first else ())


def _line(
    outlet: str, stances: Sequence[Stance], scale: Scale | None, targets: Targets
) -> OutletLine:
    marks: list[MarkView] = []
    undated: list[MarkView] = []
    for one in stances:
        when = one.published
        known = scale is not None and when is not None and (when.earliest or when.latest)
        first = when.earliest if when else None
        last = when.latest if when else None
        place = (
            scale.stretch(first, last)
            if scale and known
            else Stretch("50%", "50%", "50%", True, 50.0)
        )
        (marks if known else undated).append(_mark(one, place, targets))
    return OutletLine(outlet, tuple(marks), tuple(undated))


def _mark(one: Stance, place: Stretch, targets: Targets) -> MarkView:
    label = targets.article(one.article)
    sourcing = one.chain.sourcing if one.chain else "none"
    said = f"{label.short}, {label.when}: {STANCES[one.stance]}, {SOURCING[sourcing].lower()}"
    href = targets.quote(one.anchors[0]).href if one.anchors else label.href
    return MarkView(one.stance, sourcing, place, href, said)


def _stance(one: Stance, targets: Targets) -> StanceView:
    return StanceView(
        article=targets.article(one.article),
        stance=one.stance,
        headline=None if one.headline in (one.stance, "unrelated") else one.headline,
        confidence=f"{one.confidence:.2f}" if one.confidence < _UNSURE else None,
        sourcing=one.chain.sourcing if one.chain else "none",
        word=targets.word(one.chain) if one.chain else None,
        evidence=targets.quotes(one.anchors),
    )


def _track(one: Track, targets: Targets) -> TrackView:
    outcome = {True: "borne out", False: "not borne out", None: "open"}[one.borne_out]
    return TrackView(
        outlet=targets.teller(one.outlet),
        article=targets.article(one.article),
        stance=STANCES[one.stance],
        when=in_words(one.published),
        sourcing=_COMMITTED[one.sourcing],
        outcome=outcome,
    )

"""What cannot both hold: pairs of anchored places that contradict each other.

Each kind has a module that proposes its pairs (figures, days, stands, stages, names); here
they become records, with a note in plain words and the place where an outlet took one of
them back. What a later place replaces is no contradiction (see `overtaken`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...records import Anchor, Claim, Contradiction, ContradictionKind, TimelineItem
from ..cast.finding import Cast
from ..identity import make_id
from ..judging import Judge
from ..material import Material
from ..sourcing.chains import Chains, find_chains
from .corrections import Correction, find_corrections, settling, settling_value
from .dates import PlanPair, conflicts, dated_words, dates_of
from .figures import Figure, find_figures
from .identity import HolderPair, differing_holders, find_holders, names
from .places import Days, Sentence, Sentences
from .polarity import StandPair, opposed
from .stands import Stand, find_stands, home
from .status import StagePair, differing_stages, find_stages
from .values import ValuePair, differing

#: Who said it, behind what was said: ", two people told the Gull".
_TELLING = re.compile(r",\s[^,]{1,80}\s(?:said|says|told|reported|according)\b[^,]*\Z")
_QUOTES = frozenset('“”"')
#: Contradictions less sure than this are left out.
LEAST = 0.5


def find_contradictions(
    material: Material,
    cast: Cast,
    claims: Sequence[Claim],
    judge: Judge,
    timeline: Sequence[TimelineItem] = (),
    chains: Chains | None = None,
) -> tuple[Contradiction, ...]:
    """The contradictions of a story, the surest first; no place twice for one kind."""
    sentences = Sentences(material, cast)
    writer = _Writer(sentences, find_corrections(sentences), material.story)
    found = [
        *map(writer.value, differing(find_figures(sentences))),
        *map(writer.plan, dates_of(sentences)),
        *writer.events(timeline),
        *map(writer.holder, differing_holders(find_holders(sentences))),
    ]
    stages = [
        pair for pair in differing_stages(find_stages(sentences), judge) if pair.sure >= LEAST
    ]
    used = {_key(side.anchor) for pair in stages for side in (pair.advanced, pair.early)}
    stands = [
        s
        for s in find_stands(sentences, claims, chains or find_chains(material, cast))
        if not _within(s.anchor, used)
    ]
    found += map(writer.stage, stages)
    found += map(writer.stand, opposed(stands, judge))
    sure = [one for one in found if one.confidence >= LEAST]
    return tuple(sorted(sure, key=lambda one: (-one.confidence, one.id)))


_Key = tuple[str, str, int, int]


def _key(anchor: Anchor) -> _Key:
    return anchor.article, anchor.field, anchor.span.start, anchor.span.end


def _within(anchor: Anchor, used: set[_Key]) -> bool:
    """Whether a place overlaps one of those used."""
    article, field, start, end = _key(anchor)
    return any((article, field) == one[:2] and start < one[3] and one[2] < end for one in used)


@dataclass(frozen=True)
class _Writer:
    """Writes the records of pairs."""

    sentences: Sentences
    corrections: tuple[Correction, ...]
    story: str

    def value(self, pair: ValuePair) -> Contradiction:
        """Two figures."""
        first, second = pair.first, pair.second
        texts = [_said(one.quantity.span.of(one.sentence.layer.text)) for one in (first, second)]
        settled = settling_value(
            self.corrections,
            self.sentences,
            [(one.sentence, one.quantity) for one in (second, first)],
        )
        note = f"“{texts[0]}” against “{texts[1]}” for the same thing"
        return self._record(
            "value",
            _about(first, second),
            self.sentences.anchor(first.sentence, first.span),
            self.sentences.anchor(second.sentence, second.span),
            f"{note}{self._after(settled)}.",
            settled[0] if settled else None,
            pair.confidence,
        )

    def plan(self, pair: PlanPair) -> Contradiction:
        """Two days for one plan."""
        first, second = (
            self.sentences.anchor(p.sentence, p.span) for p in (pair.first, pair.second)
        )
        days = [_day(p.days) for p in (pair.first, pair.second)]
        later = pair.second
        return self._record(
            "date",
            _without(second.text, later.time.span.of(later.sentence.layer.text)),
            first,
            second,
            f"{days[0]} against {days[1]} for the same event; nothing says that it was moved.",
            settling(self.corrections, self.sentences, [pair.first.sentence, later.sentence]),
            pair.sure,
        )

    def events(self, timeline: Sequence[TimelineItem]) -> Iterator[Contradiction]:
        """Events that are dated twice."""
        for item, first, second in conflicts(timeline):
            if first.article != second.article and self._one_event(first, second):
                yield self._record(
                    "date", item.summary, first, second, _ended(item.conflict or ""), None, 0.6
                )

    def _one_event(self, first: Anchor, second: Anchor) -> bool:
        """Whether the words nearest to two dates tell of one event."""
        one, two = home(self.sentences, first), home(self.sentences, second)
        if one is None or two is None or not one.owners & two.owners:
            return False
        return bool(dated_words(one, first.span) & dated_words(two, second.span))

    def holder(self, pair: HolderPair) -> Contradiction:
        """One role, two names."""
        first, second = (
            self.sentences.anchor(one.sentence, one.span) for one in (pair.first, pair.second)
        )
        one, two = names(self.sentences, pair)
        return self._record(
            "identity",
            pair.first.role,
            first,
            second,
            f"{one} in one place, {two} in the other.",
            settling(self.corrections, self.sentences, [pair.first.sentence, pair.second.sentence]),
            pair.sure,
        )

    def stage(self, pair: StagePair) -> Contradiction:
        """Nearly done against no more than looked at."""
        sides = sorted(
            (pair.advanced, pair.early),
            key=lambda one: (one.sentence.day or (10**7, 10**7), one.anchor.span.start),
        )
        return self._record(
            "status",
            _TELLING.sub("", pair.advanced.anchor.text),
            sides[0].anchor,
            sides[1].anchor,
            "One place has it well under way, the other says that no more was done than a "
            "first step.",
            settling(self.corrections, self.sentences, [one.sentence for one in sides]),
            pair.sure,
        )

    def stand(self, pair: StandPair) -> Contradiction:
        """Yes against no."""
        first, second = sorted(
            (pair.first, pair.second),
            key=lambda one: (one.day or (10**7, 10**7), one.anchor.span.start),
        )
        yes, no = (_who(one) for one in (pair.first, pair.second))
        unnamed = pair.first.unnamed and pair.second.unnamed
        told = "two camps of unnamed sources" if unnamed else f"{yes} says so, {no} says not"
        return self._record(
            "polarity",
            pair.first.said,
            first.anchor,
            second.anchor,
            f"Yes against no: {told}.",
            settling(self.corrections, self.sentences, [first.sentence, second.sentence]),
            pair.sure,
        )

    def _after(self, settled: tuple[Anchor, Correction] | None) -> str:
        if settled is None:
            return ""
        day = settled[1].admitted.day
        when = f" on {_day(day)}" if day and day[0] == day[1] else ""
        return f"; taken back by {settled[1].teller}{when}"

    def _record(
        self,
        kind: ContradictionKind,
        about: str,
        first: Anchor,
        second: Anchor,
        note: str,
        settled: Anchor | None,
        confidence: float,
    ) -> Contradiction:
        return Contradiction(
            id=make_id("x", kind, _key(first), _key(second)),
            story=self.story,
            kind=kind,
            about=_tidy(about),
            first=first,
            second=second,
            note=note[:1].upper() + note[1:],
            settled=settled,
            confidence=round(confidence, 2),
        )


def _who(stand: Stand) -> str:
    """Who takes a side, in plain words."""
    if stand.unnamed:
        return "somebody unnamed"
    if stand.sourcing == "named" and stand.chain.origin:
        return "somebody by name"
    return {"document": "a document", "outlet": "another outlet"}.get(stand.sourcing, "an outlet")


def _about(first: Figure, second: Figure) -> str:
    """What is measured, in the words of the side that says it best."""
    bare = [one.about.split()[:1] in (["It"], ["They"], ["He"], ["She"]) for one in (first, second)]
    if second.definite > first.definite or (first.definite == second.definite and bare[0]):
        return second.about
    return first.about


def _said(text: str) -> str:
    return " ".join(text.split())


def _day(days: Days) -> str:
    """A day, or a stretch of days, in ISO dates."""
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"


def _without(text: str, time: str) -> str:
    """A clause without its time and the words that lead to it."""
    before, _, after = text.partition(time)
    for word in (" on", " by", " in", " at", " for", " as", " until"):
        before = before.rstrip().removesuffix(word)
    return f"{before.rstrip()} {after.strip()}".strip()


def _tidy(text: str) -> str:
    """On one line, without marks at its ends or quotation marks around it."""
    found = " ".join(text.split()).strip(" ,;:.").removeprefix("that ")
    if found[:1] in _QUOTES and found[-1:] in _QUOTES and not _QUOTES & set(found[1:-1]):
        found = found[1:-1]
    return found.strip(" ,;:.")


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def same_place(one: Sentence, anchor: Anchor) -> bool:
    """Whether an anchor stands in a sentence."""
    return (one.article, one.field) == (anchor.article, anchor.field) and one.span.overlaps(
        anchor.span
    )

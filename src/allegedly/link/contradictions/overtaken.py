"""What later coverage replaces: both held, each at its time.

A plan that was moved, a sum under discussion and then the offer, a speaker who withdraws or
restates: later words that say so are asked for, the order of dates alone is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ...records import Anchor, Claim, Overtaken, TimelineItem
from ..cast.finding import Cast
from ..identity import make_id
from ..judging import Judge
from ..material import Material
from ..sourcing.chains import Chains, find_chains
from . import words
from .corrections import find_corrections, settling_value
from .dates import Plan, find_plans, topic_words
from .figures import Figure, find_figures
from .overtaken_speakers import Restated, restated
from .overtaken_tolls import outgrown
from .places import Days, Sentence, Sentences, order
from .polarity import opposed
from .stands import find_stands

#: Days between a plan and the one it is moved to.
FARTHEST = 100
#: Planned days and sums of a story that are compared; places of each.
_DAYS, _SUMS, _PLACES = 60, 60, 12
#: What is later said of a sum under discussion.
_REPLACED_BY = {"price": ("offer", "price"), "offer": ("offer", "price"), "value": ("offer",)}


def find_overtaken(
    material: Material,
    cast: Cast,
    claims: Sequence[Claim],
    timeline: Sequence[TimelineItem],
    judge: Judge,
    chains: Chains | None = None,
) -> tuple[Overtaken, ...]:
    """What is overtaken in a story, by date."""
    sentences = Sentences(material, cast)
    figures = find_figures(sentences)
    found = [
        *_moved(sentences, material.story),
        *_sums(sentences, figures, material.story),
        *_tolls(sentences, figures, material.story),
        *(_restated(sentences, material.story, one) for one in restated(sentences)),
        *_confirmed(sentences, claims, chains or find_chains(material, cast), judge),
    ]
    first: dict[tuple[str, str], Overtaken] = {}
    for one in found:
        first.setdefault((one.before.text, one.after.text), one)
    return tuple(sorted(first.values(), key=lambda one: (one.on or date.max, one.id)))


def _confirmed(
    sentences: Sentences, claims: Sequence[Claim], chains: Chains, judge: Judge
) -> Iterator[Overtaken]:
    """What was denied first, and confirmed later."""
    stands = find_stands(sentences, claims, chains)
    for pair in opposed(stands, judge, given_way=True):
        told = pair.first.day
        yield _record(
            sentences.material.story,
            pair.first.said.strip(' ,;:.“”"'),
            pair.second.anchor,
            pair.first.anchor,
            date.fromordinal(told[0]) if told and told[0] == told[1] else None,
            "Denied at first, confirmed later.",
        )


def _moved(sentences: Sentences, story: str) -> Iterator[Overtaken]:
    """Plans for one day that are said to be moved to another."""
    plans = _first(sorted(find_plans(sentences), key=lambda one: order(one.sentence)))
    for after in plans:
        if not after.moved or after.sentence.day is None:
            continue
        topic = after.what | topic_words(
            (*sentences.of(after.sentence.article)[:1], after.sentence)
        )
        earlier = [
            one
            for one in plans
            if not one.moved
            and one.sentence.day is not None
            and one.sentence.day[1] < after.sentence.day[1]
            and after.sentence.day[0] <= one.days[1]
            and one.days[1] < after.days[0] <= one.days[1] + FARTHEST
            and one.what & topic
        ]
        before = _most_alike(after, topic, earlier)
        if before is not None:
            told = after.sentence.day
            yield _record(
                story,
                _event(before),
                sentences.anchor(before.sentence, before.span),
                sentences.anchor(after.sentence, after.span),
                date.fromordinal(told[0]) if told[0] == told[1] else None,
                f"Moved: {_days(before.days)} gives way to {_days(after.days)}.",
            )


def _first(plans: Sequence[Plan]) -> list[Plan]:
    """The first plans for each day, moved and not: so that no story takes for ever."""
    kept: dict[tuple[Days, bool], list[Plan]] = defaultdict(list)
    for one in plans:
        kept[one.days, one.moved].append(one)
    return [one for found in [*kept.values()][:_DAYS] for one in found[:_PLACES]]


def _few(figures: Sequence[Figure]) -> list[Figure]:
    """The first places of each sum, put forward and not."""
    kept: dict[tuple[str, str, float, bool], list[Figure]] = defaultdict(list)
    for one in sorted(figures, key=lambda one: order(one.sentence)):
        key = (one.measure, one.quantity.unit, one.quantity.low, _settled_on(one))
        kept[key].append(one)
    return [one for found in [*kept.values()][:_SUMS] for one in found[:_PLACES]]


def _most_alike(after: Plan, topic: frozenset[str], earlier: Sequence[Plan]) -> Plan | None:
    """The plan on the day most of them name that shares most with the one it is moved to."""
    counts: dict[Days, int] = defaultdict(int)
    for one in earlier:
        counts[one.days] += 1
    return max(
        earlier,
        key=lambda one: (
            counts[one.days], len(one.who & after.who), len(one.what & topic), -one.span.start
        ),
        default=None,
    )  # fmt: skip


def _event(plan: Plan) -> str:
    text = plan.span.of(plan.sentence.layer.text)
    time = plan.time.span.of(plan.sentence.layer.text)
    return " ".join(text.replace(time, "").split()).removesuffix(" on").removesuffix(" for")


def _sums(sentences: Sentences, every: Sequence[Figure], story: str) -> Iterator[Overtaken]:
    """Sums under discussion, and what was offered or paid later."""
    figures = _few([one for one in every if one.quantity.money])
    corrections = find_corrections(sentences)
    taken: set[str] = set()
    for after in sorted(figures, key=lambda one: order(one.sentence)):
        if after.measure not in ("offer", "price") or not _settled_on(after):
            continue
        earlier = [
            one
            for one in figures
            if after.measure in _REPLACED_BY.get(one.measure, ())
            and _earlier(one.sentence, after.sentence)
            and not _settled_on(one)
            and one.quantity.unit == after.quantity.unit
            and one.quantity.low != after.quantity.low
            and (one.quantity.low == one.quantity.high)
            and not settling_value(corrections, sentences, [(one.sentence, one.quantity)])
            and _of_one(one, after)
        ]
        before = _commonest(earlier)
        if before is not None and after.measure not in taken:
            taken.add(after.measure)
            yield _record(
                story,
                before.about,
                sentences.anchor(before.sentence, before.span),
                sentences.anchor(after.sentence, after.span),
                _on(after),
                "A sum under discussion, then the one that was put forward.",
            )


def _tolls(sentences: Sentences, figures: Sequence[Figure], story: str) -> Iterator[Overtaken]:
    """Counts that grow from day to day: each with the next one."""
    for before, after in outgrown(figures):
        yield _record(
            story,
            before.about,
            sentences.anchor(before.sentence, before.span),
            sentences.anchor(after.sentence, after.span),
            date.fromordinal(after.as_of[0])
            if after.as_of and after.as_of[0] == after.as_of[1]
            else None,
            "A count that changed as the story went on.",
        )


def _settled_on(figure: Figure) -> bool:
    """Whether a sum was put forward, not only talked of."""
    forms = set(figure.sentence.forms)
    if figure.measure == "offer":
        return bool(forms & {"offered", "bid", "tabled", "tendered", "submitted"})
    return bool(forms & {"paid", "sold", "bought", "acquired", "agreed"}) and not (
        forms & words.OPEN
    )


def _earlier(one: Sentence, other: Sentence) -> bool:
    return one.day is not None and other.day is not None and one.day[1] < other.day[0]


def _of_one(one: Figure, other: Figure) -> bool:
    """Whether both are of one deal: somebody in common, or the topic where nobody is named."""
    mine, theirs = one.owners or one.sentence.topic, other.owners or other.sentence.topic
    return bool(mine & theirs)


def _commonest(figures: Sequence[Figure]) -> Figure | None:
    """The first place of the value that most articles tell, *the* price before others."""
    counts: dict[float, set[str]] = defaultdict(set)
    for one in figures:
        counts[one.quantity.low].add(one.sentence.article)
    ranked = sorted(
        figures,
        key=lambda one: (
            -len(counts[one.quantity.low]), one.sentence.field == "title", order(one.sentence)
        ),
    )  # fmt: skip
    return ranked[0] if ranked else None


def _on(figure: Figure) -> date | None:
    """The day that the sentence gives, else the day it is told."""
    for time in figure.sentence.times:
        if time.type == "DATE" and time.earliest and time.earliest == time.latest:
            return time.earliest
    day = figure.sentence.day
    return date.fromordinal(day[0]) if day and day[0] == day[1] else None


def _restated(sentences: Sentences, story: str, pair: Restated) -> Overtaken:
    speaker = sentences.cast.get(pair.after.member).name
    day = pair.after.sentence.day
    return _record(
        story,
        f"{speaker}: {pair.before.text.strip(' ,.“”')}",
        sentences.anchor(pair.before.sentence, pair.before.span),
        sentences.anchor(pair.after.sentence, pair.after.span),
        date.fromordinal(day[0]) if day and day[0] == day[1] else None,
        f"{pair.how[:1].upper()}{pair.how[1:]}.",
    )


def _record(
    story: str, about: str, before: Anchor, after: Anchor, on: date | None, note: str
) -> Overtaken:
    places = [(a.article, a.field, a.span.start, a.span.end) for a in (before, after)]
    return Overtaken(
        id=make_id("v", *places),
        story=story,
        about=" ".join(about.split()),
        before=before,
        after=after,
        on=on,
        note=note,
    )


def _days(days: Days) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"

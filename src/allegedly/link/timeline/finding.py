"""What happened (or was planned, denied …) in a story, the same event told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ...records import Anchor, Place, Status, TimelineItem
from ..cast.finding import Cast
from ..events.tellings import Told, tellings
from ..identity import keep_ids
from ..material import Material
from .choice import Choice
from .dates import dates_of
from .merging import clusters
from .outcomes import Outcomes

_LATE = date.max
#: What is told with more than one status: the first of these that anybody tells.
_ORDER: tuple[Status, ...] = (
    "happened",
    "ongoing",
    "denied",
    "planned",
    "possible",
    "hypothetical",
)
#: A summary of so many words reads well.
_SHORT, _LONG = 6, 32
#: No item names more participants than these.
_MOST = 6


def find_timeline(
    material: Material, cast: Cast, before: Mapping[Place, str] | None = None
) -> tuple[TimelineItem, ...]:
    """The events of the story by date, those without one last.

    ``before`` are the ids that tellings (by the place of their clause) had in an earlier
    account. Time grows with the tellings, not with their pairs.
    """
    told = tellings(material, cast.of)
    choice = Choice(material, cast, told)
    groups = [group for group in clusters(told) if choice.keeps(group)]
    groups = _one_per_sentence(groups, material)
    groups.sort(key=lambda group: -len(_articles(group)))
    outcomes = Outcomes(material, told)
    ids = keep_ids("t", [_places(group, material) for group in groups], before or {})
    items = [
        _item(name, group, material, outcomes) for name, group in zip(ids, groups, strict=True)
    ]
    return tuple(sorted(items, key=lambda one: _order(one, material)))


def _one_per_sentence(groups: Sequence[list[Told]], material: Material) -> list[list[Told]]:
    """Of events that would have the same line, the one told most often.

    A line with two dates tells of two events ("... sued on 3 May, after he had left in
    April"); the one that more articles tell keeps it, and another needs a line of its own.
    """
    lines: dict[str, dict[str | None, list[Told]]] = {}
    for group in sorted(groups, key=lambda group: -len(_articles(group))):
        one = _summary(group, material)
        same = lines.setdefault(one.sentence.of(one.layer.text), {})
        alone = len(_articles(group)) == 1
        taken = any(
            len(_articles(other)) > 1 and _summary(other, material).clause == one.clause
            for other in same.values()
        )
        if not (alone and taken):
            same.setdefault(dates_of(group, material).when, group)
    return [group for same in lines.values() for group in same.values()]


def _places(group: Sequence[Told], material: Material) -> list[Place]:
    return list(dict.fromkeys(_anchor(one, material).place for one in group))


def _anchor(one: Told, material: Material) -> Anchor:
    return material.anchor(one.article, one.layer.field, one.clause)


def _articles(group: Sequence[Told]) -> list[str]:
    return list(dict.fromkeys(one.article for one in group))


def _item(name: str, group: list[Told], material: Material, outcomes: Outcomes) -> TimelineItem:
    best = _summary(group, material)
    rest = sorted(group, key=lambda one: (material.order(one.article), one.head.start))
    anchors = list(dict.fromkeys(_anchor(one, material) for one in [best, *rest]))
    dates = dates_of(rest, material)
    status = status_of(group)
    articles = _articles(rest)
    return TimelineItem(
        id=name,
        story=material.story,
        when=dates.when,
        earliest=dates.earliest,
        latest=dates.latest,
        status=status,
        summary=anchors[0].text,
        participants=_participants(best, rest),
        sources=tuple(dict.fromkeys(material.teller(one) for one in articles)),
        articles=tuple(articles),
        dates=dates.rests,
        conflict=dates.conflict,
        outcome=outcomes.of(rest, status, dates),
        anchors=tuple(anchors),
    )


def _participants(best: Told, group: Sequence[Told]) -> tuple[str, ...]:
    counts = Counter(name for one in group for name in one.who) or Counter(best.about)
    return tuple(name for name, _ in counts.most_common(_MOST))


def status_of(group: Sequence[Told]) -> Status:
    """What became of an event, of all that is told of it: what happened beats what was
    planned; what only unnamed sources tell is possible."""
    firm = [one.status for one in group if not one.unnamed]
    for status in _ORDER:
        if status in firm:
            return status
    loose = {one.status for one in group}
    if loose & {"happened", "ongoing"}:
        return "possible"
    return next(status for status in _ORDER if status in loose)


def _summary(group: Sequence[Told], material: Material) -> Told:
    """The telling that reads best."""
    status = status_of(group)
    texts = {(one.telling.text, name) for one in group for name in _words(one)}
    common = Counter(name for _, name in texts)
    most = max(common.values(), default=1)
    # The first report of what happened, the last of what is to happen.
    turn = -1 if status != "planned" else 1

    def worth(one: Told) -> tuple[float, int]:
        shared = max((common[name] for name in _words(one)), default=0) / most
        shared += 0.5 * (one.layer.reading.article.published is not None)
        return _worth(one, status) + shared, turn * material.order(one.article)

    return max(group, key=worth)


def _words(one: Told) -> frozenset[str]:
    return one.telling.stems | one.telling.senses


def _worth(one: Told, status: Status) -> float:
    words = one.clause.of(one.layer.text).split()
    first = words[0].strip("“\"‘'(")
    worth = 2.0 * (one.status == status) + 1.0 * one.own + 0.5 * (not one.quoted)
    worth += 1.0 * (not one.noun) + 1.0 * (one.layer.field == "text") - 1.0 * one.vague
    worth += 0.5 * min(2, len(one.who or one.about)) + 1.5 * one.dated
    worth += 1.0 * (first[:1].isupper() or first[:1].isdigit())
    worth -= 1.0 * (first.lower() in _DANGLING) + 1.0 * (one.clause.start > one.sentence.start + 1)
    if one.time is not None and one.time.earliest is not None:
        worth += 1.0 * (one.time.earliest == one.time.latest)
        worth += 0.5 * one.clause.covers(one.time.span)
    return worth - 0.1 * max(0, _SHORT - len(words)) - 0.1 * max(0, len(words) - _LONG)


#: A line that begins with one of these does not stand by itself.
_DANGLING = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
    ]
)


def _order(item: TimelineItem, material: Material) -> tuple[date, date, int, int]:
    first = item.anchors[0]
    place = (material.order(first.article), first.span.start)
    return item.earliest or item.latest or _LATE, item.latest or _LATE, *place

"""Events, their status, time and participants: `python -m evaluation.events`.

*Words*: a predicted event is right where it overlaps an annotated one, one to one.
Events of saying are attributions, so "news" leaves the annotated ones out and does
not mind where one is predicted. Status, class, times and participants are scored on
the events that were found. MEANTIME counts up to ``annotated_to``; its auxiliaries
(GRAMMATICAL) and events of saying are left out the same way.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from allegedly import Reader
from allegedly.records import Event, Reading, Span

from . import timeml
from .attribution import Counts
from .data import folder, records

Record = dict[str, Any]
#: A record to its reading; the tests give their own.
Read = Callable[[Record], Reading]
#: Annotated, predicted.
Pairs = list[tuple[str, str]]


@dataclass(slots=True)
class EventScores:
    """Counts over one corpus; ``pairs`` are (annotated, predicted) of the events found."""

    words: Counts = field(default_factory=Counts)
    news: Counts = field(default_factory=Counts)
    status: Pairs = field(default_factory=list)
    classes: Pairs = field(default_factory=list)
    times: Counts = field(default_factory=Counts)
    nearest: Counts = field(default_factory=Counts)
    participants: Counts = field(default_factory=Counts)
    facts: dict[str, Pairs] = field(default_factory=dict)


def matched(gold: Sequence[Record], found: Sequence[Event]) -> list[tuple[Record, Event]]:
    """Events that overlap, one to one, in reading order."""
    pairs, k = [], 0
    ordered = sorted(gold, key=lambda e: (e["start"], e["end"]))
    for event in sorted(found, key=lambda e: e.span):
        while k < len(ordered) and ordered[k]["end"] <= event.span.start:
            k += 1
        if k < len(ordered) and ordered[k]["start"] < event.span.end:
            pairs.append((ordered[k], event))
            k += 1
    return pairs


def per_class(pairs: Pairs) -> dict[str, float]:
    """F1 of every class that is annotated."""
    gold, predicted = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return {name: 2 * right[name] / (gold[name] + predicted[name]) for name in sorted(gold)}


def macro(pairs: Pairs) -> float:
    """The mean F1 of the classes that are annotated; 0 where nothing is."""
    found = per_class(pairs)
    return sum(found.values()) / len(found) if found else 0.0


def accuracy(pairs: Pairs) -> float:
    """The share that agrees."""
    return sum(g == p for g, p in pairs) / len(pairs) if pairs else 0.0


def majority(pairs: Pairs) -> Pairs:
    """What always saying the commonest class would give."""
    common = Counter(g for g, _ in pairs).most_common(1)
    return [(g, common[0][0]) for g, _ in pairs] if common else []


def score_timebank(items: Iterable[Record], read: Read) -> EventScores:
    """Score on TimeBank and AQUAINT records."""
    scores = EventScores()
    for record in items:
        reading = read(record)
        layers = reading.body
        pairs = matched(record["events"], layers.events)
        saying = [e for e in record["events"] if e["class"] == "REPORTING"]
        _words(scores, record["events"], saying, layers.events, pairs)
        statuses = timeml.statuses(record)
        for gold, event in pairs:
            scores.classes.append((timeml.class_of(gold), event.type))
            status = statuses[gold["eid"]]
            if status:
                scores.status.append((status, event.status))
        _times(scores, record, reading, pairs)
    return scores


def score_meantime(items: Iterable[Record], read: Read) -> EventScores:
    """Score on MEANTIME records, as far as they are annotated."""
    scores = EventScores(facts={"certainty": [], "future": [], "polarity": []})
    for record in items:
        end = record["annotated_to"]
        reading = read(record)
        layers = reading.body
        found = [e for e in layers.events if e.span.end <= end]
        every = [e for e in record["events"] if e["end"] <= end]
        saying = [e for e in every if e["class"] in ("GRAMMATICAL", "SPEECH_COGNITIVE")]
        pairs = matched(every, found)
        _words(scores, every, saying, found, pairs)
        for gold, event in pairs:
            _facts(scores, gold, event)
        _times(scores, record, reading, pairs)
        _participants(scores, record, reading, pairs)
    return scores


def _words(
    scores: EventScores,
    gold: Sequence[Record],
    saying: Sequence[Record],
    found: Sequence[Event],
    pairs: Sequence[tuple[Record, Event]],
) -> None:
    scores.words.add(len(pairs), len(found), len(gold))
    aside = {e["eid"] for e in saying}
    spoken = sum(g["eid"] in aside for g, _ in pairs)
    scores.news.add(len(pairs) - spoken, len(found) - spoken, len(gold) - len(aside))


def _facts(scores: EventScores, gold: Record, event: Event) -> None:
    """MEANTIME's certainty, time and polarity beside what the status says of them."""
    if gold.get("certainty") in ("CERTAIN", "POSSIBLE", "PROBABLE"):
        sure = "certain" if gold["certainty"] == "CERTAIN" else "uncertain"
        status = "uncertain" if event.status in ("possible", "hypothetical") else "certain"
        scores.facts["certainty"].append((sure, status))
    if gold.get("time") in ("FUTURE", "NON_FUTURE"):
        ahead = "future" if event.status == "planned" else "not future"
        scores.facts["future"].append(
            ("future" if gold["time"] == "FUTURE" else "not future", ahead)
        )
    if gold.get("polarity"):
        denied = "negative" if event.status == "denied" else "positive"
        scores.facts["polarity"].append(
            ("negative" if gold["polarity"] == "NEG" else "positive", denied)
        )


def _times(
    scores: EventScores, record: Record, reading: Reading, pairs: Sequence[tuple[Record, Event]]
) -> None:
    """Time expressions given to events, beside the nearest one of the sentence.

    Only events that were found count; those linked to no time of the text count
    as linked to none.
    """
    spans = {t["tid"]: Span(t["start"], t["end"]) for t in record["timexes"]}
    spans.pop(record["dct_tid"], None)
    linked = timeml.relations(record)
    for gold, event in pairs:
        at = [
            spans[tid]
            for relation, tid in linked.get(gold["eid"], [])
            if relation in timeml.AT and tid in spans
        ]
        given = reading.body.times[event.time].span if event.time is not None else None
        near = _nearest(event, reading)
        for counts, span in ((scores.times, given), (scores.nearest, near)):
            right = span is not None and any(span.overlaps(a) for a in at)
            counts.add(int(right), int(span is not None), int(bool(at)))


def _nearest(event: Event, reading: Reading) -> Span | None:
    """The time expression nearest to an event in its sentence."""
    sentence = reading.sentences[event.sentence]
    near = [t.span for t in reading.body.times if sentence.covers(t.span)]
    return min(near, key=lambda s: abs(s.start - event.span.start), default=None)


def _participants(
    scores: EventScores, record: Record, reading: Reading, pairs: Sequence[tuple[Record, Event]]
) -> None:
    """Participants by annotated entity: what the reader found of them, and what it added.

    An entity of the reader stands for the annotated entity that most of its mentions
    overlap; participants that no mention of the reader overlaps cannot be found and do not count,
    nor do events without any annotated participant.
    """
    chain = {m["mid"]: m["entity"] for m in record["mentions"]}
    votes: dict[int, Counter[str]] = {}
    for mention in reading.body.mentions:
        for m in record["mentions"]:
            if m["start"] < mention.head.end and mention.head.start < m["end"]:
                # Of nested mentions the shortest is the one that is named.
                size = m["end"] - m["start"]
                votes.setdefault(mention.entity, Counter())[m["entity"]] += 1 + (size < 40)
    known = {number: found.most_common(1)[0][0] for number, found in votes.items()}
    reachable = set(known.values())
    gold: dict[str, set[str]] = {}
    for p in record["participants"]:
        if p["to"] in chain:
            gold.setdefault(p["from"], set()).add(chain[p["to"]])
    for marked, event in pairs:
        if marked["eid"] not in gold:
            continue
        wanted = gold[marked["eid"]] & reachable
        given = {known[n] for n in event.participants if n in known}
        scores.participants.add(len(wanted & given), len(given), len(wanted))


def figures(reader: Reader) -> dict[str, float]:
    """The gated figures."""
    one, other = _scores(reader)
    values = {
        "events.tbaq.words": one.words.f1,
        "events.tbaq.news": one.news.f1,
        "events.tbaq.status": macro(one.status),
        "events.tbaq.class": accuracy(one.classes),
        "events.tbaq.times": one.times.f1,
        "events.meantime.news": other.news.f1,
        "events.meantime.times": other.times.f1,
        "events.meantime.participants": other.participants.f1,
    }
    values |= {f"events.meantime.{k}": macro(pairs) for k, pairs in other.facts.items()}
    return {name: round(value, 4) for name, value in values.items()}


def _scores(reader: Reader) -> tuple[EventScores, EventScores]:
    def read(record: Record) -> Reading:
        published = (record["dct"] or "")[:10] or None
        return reader.read(record["text"], published=published)

    data = folder() / "times"
    return (
        score_timebank(records(data / "tbaq_dev.jsonl"), read),
        score_meantime(records(data / "meantime_dev.jsonl"), read),
    )


def tables(scores: dict[str, EventScores]) -> str:
    """All figures as text, beside a guess without skill where there is one."""
    lines = []
    for name, s in scores.items():
        lines.append(name)
        counted = [
            ("words, all", s.words),
            ("words, news", s.news),
            ("times", s.times),
            ("  nearest time", s.nearest),
            ("participants", s.participants),
        ]
        for label, counts in counted:
            if not counts.gold:
                continue
            lines.append(
                f"  {label:18} P {counts.precision:.3f}  R {counts.recall:.3f}  "
                f"F1 {counts.f1:.3f}  ({counts.gold} annotated)"
            )
        compared = [("status", s.status), ("class", s.classes), *s.facts.items()]
        for label, pairs in compared:
            if pairs:
                guess = majority(pairs)
                lines.append(
                    f"  {label:18} macro F1 {macro(pairs):.3f} (majority {macro(guess):.3f})  "
                    f"accuracy {accuracy(pairs):.3f} (majority {accuracy(guess):.3f})"
                )
                counted_gold = Counter(g for g, _ in pairs)
                each = per_class(pairs).items()
                lines.append(
                    "    " + ", ".join(f"{k} {v:.2f} of {counted_gold[k]}" for k, v in each)
                )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the figures of both corpora."""
    one, other = _scores(Reader())
    sys.stdout.write(tables({"TimeBank and AQUAINT dev": one, "MEANTIME dev": other}))


if __name__ == "__main__":
    main()

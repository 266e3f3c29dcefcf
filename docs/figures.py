"""The tables of measured figures, from evaluation/floors.json."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

#: How well two annotators of PolNeAR agree, by the same scorer.
_HUMAN = {
    "attribution.source": 0.810,
    "attribution.cue": 0.686,
    "attribution.content": 0.911,
    "attribution.relation": 0.747,
}
Rows = Sequence[tuple[str, str]]
_README: Rows = (
    ("attribution.source", "attribution, source, token F1"),
    ("attribution.cue", "attribution, cue, token F1"),
    ("attribution.content", "attribution, content, token F1"),
    ("attribution.relation", "attribution, relation F1"),
    ("mentions.head.news", "people, organizations, places mentioned, F1 by head, news"),
    ("people.b3.news", "who is who among people, B-cubed F1, news"),
    ("pronouns.news", "he/she given to the right name, news"),
    ("pronouns.all", "he/she given to the right name, all genres"),
    ("times.tbaq.relaxed", "time expressions, TimeBank and AQUAINT, relaxed F1"),
    ("times.tbaq.value", "the same, with the right value"),
    ("times.meantime.value", "time expressions, MEANTIME, value F1"),
    ("times.wikiwars.value", "time expressions, WikiWars, value F1"),
    ("events.tbaq.news", "events, TimeBank and AQUAINT, F1"),
    ("events.tbaq.status", "status of the events found, macro-F1"),
    ("sentences.news", "sentence ends, news, F1"),
    ("stories.news_cluster", "stories, news clusters, B-cubed F1"),
    ("stories.framing", "stories, three views of an event, B-cubed F1"),
    ("example.direct_found", "bundled example, direct quotes found"),
    ("example.direct_speaker", "bundled example, direct quotes, right speaker"),
    ("example.speaker", "bundled example, all attributions found, right speaker"),
    ("example.sourcing", "bundled example, all attributions found, right sourcing"),
)
_MENTIONS: Rows = (
    ("mentions.head.news", "mentions, F1 by head, news"),
    ("mentions.exact.news", "mentions, F1 of exact spans, news"),
    ("people.b3.news", "people, B-cubed F1, news"),
    ("mentions.head.all", "mentions, F1 by head, all genres"),
    ("mentions.exact.all", "mentions, F1 of exact spans, all genres"),
    ("people.b3.all", "people, B-cubed F1, all genres"),
    ("pronouns.news", "he/she given to the right name, news"),
    ("pronouns.all", "he/she given to the right name, all genres"),
)
_EVENTS: Rows = (
    ("events.tbaq.news", "event words, TimeBank and AQUAINT, without reporting, F1"),
    ("events.meantime.news", "event words, MEANTIME, without reporting, F1"),
    ("events.tbaq.status", "status of the events found, macro-F1"),
    ("events.tbaq.class", "class of the events found, accuracy"),
    ("events.tbaq.times", "the event's time, TimeBank and AQUAINT, F1"),
    ("events.meantime.times", "the event's time, MEANTIME, F1"),
    ("events.meantime.participants", "participants, MEANTIME, F1"),
    ("events.meantime.certainty", "certain or not, MEANTIME, macro-F1"),
    ("events.meantime.future", "future or not, MEANTIME, macro-F1"),
    ("events.meantime.polarity", "denied or not, MEANTIME, macro-F1"),
)
_CORPORA = (
    ("tbaq", "TimeBank and AQUAINT dev"),
    ("meantime", "MEANTIME dev"),
    ("wikiwars", "WikiWars, odd documents"),
)


def _plain(values: dict[str, float], rows: Rows) -> str:
    lines = ["| what | measured |", "| --- | --- |"]
    return "\n".join(lines + [f"| {label} | {values[key]:.3f} |" for key, label in rows])


def _beside_people(values: dict[str, float]) -> str:
    lines = ["| what | measured | human |", "| --- | --- | --- |"]
    for key, label in _README:
        human = f" {_HUMAN[key]:.3f} " if key in _HUMAN else " "
        lines.append(f"| {label} | {values[key]:.3f} |{human}|")
    return "\n".join(lines)


def _times(values: dict[str, float]) -> str:
    lines = [
        "| corpus | relaxed F1 | strict F1 | value F1 | type |",
        "| --- | --- | --- | --- | --- |",
    ]
    for key, label in _CORPORA:
        cells = [values[f"times.{key}.{name}"] for name in ("relaxed", "strict", "value", "type")]
        lines.append(f"| {label} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |")
    return "\n".join(lines)


def pages(pinned: dict[str, Any]) -> dict[str, str]:
    """Page to its table."""
    values: dict[str, float] = pinned["measured"] | pinned["example"]
    return {
        "README.md": _beside_people(values),
        "docs/layers/mentions.md": _plain(values, _MENTIONS),
        "docs/layers/times.md": _times(values),
        "docs/layers/events.md": _plain(values, _EVENTS),
    }

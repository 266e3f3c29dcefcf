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
    ("stance.emergent", "stance of an article, Emergent, three classes, macro-F1"),
    ("stance.fnc", "stance, FNC-1, four classes, macro-F1"),
    ("stance.fnc.official", "stance, FNC-1, its own score"),
    ("events.ecb", "the same event in two articles, ECB+ dev, CoNLL F1"),
    ("timelines.semeval", "timelines of SemEval-2015 from raw text, F1"),
    ("stories.news_cluster", "stories, news clusters, B-cubed F1"),
    ("stories.framing", "stories, three views of an event, B-cubed F1"),
    ("stance.emergent", "stance of an article toward a claim, Emergent, macro-F1"),
    ("stance.fnc", "stance of an article toward a headline, FNC-1, macro-F1"),
    ("pairs.sick.contradict", "contradiction of two sentences, SICK, F1"),
    ("example.direct_found", "bundled example, direct quotes found"),
    ("example.direct_speaker", "bundled example, direct quotes, right speaker"),
    ("example.speaker", "bundled example, all attributions found, right speaker"),
    ("example.sourcing", "bundled example, all attributions found, right sourcing"),
    ("rumors.found", "bundled example, rumors found"),
    ("rumors.stance", "bundled example, stances right"),
    ("sourcing.right", "bundled example, sourcing chains right"),
    ("timeline.found", "bundled example, events found and merged"),
    ("contradictions.found", "bundled example, contradictions found"),
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
_STANCE: Rows = (
    ("stance.emergent", "body toward a claim, Emergent, for / against / observing, macro-F1"),
    ("stance.emergent.accuracy", "the same, accuracy"),
    ("stance.emergent.calibrated", "the same, 1 - expected calibration error"),
    ("stance.headlines", "headline toward a claim, Emergent, macro-F1"),
    ("stance.fnc", "body toward a headline, FNC-1, four classes, macro-F1"),
    ("stance.fnc.official", "the same, FNC-1's own score as a share of the maximum"),
    ("pairs.sick.accuracy", "sentence toward sentence, SICK, accuracy"),
    ("pairs.sick.contradict", "the same, contradictions, F1"),
    ("pairs.vitaminc.accuracy", "sentence toward claim, VitaminC, pages not trained on, accuracy"),
    ("pairs.vitaminc.contradict", "the same, contradictions, F1"),
    ("pairs.rte.accuracy", "sentence toward sentence, RTE, accuracy"),
    ("pairs.sick.similarity", "similarity of sentences, SICK, rank correlation"),
)
_LIMITS: Rows = (
    ("attribution.relation", "who says what, linked, F1"),
    ("people.b3.news", "who is who among people, one article, B-cubed F1"),
    ("stance.emergent", "stance of an article, three classes, macro-F1"),
    ("stance.headlines", "stance of a headline, three classes, macro-F1"),
    ("events.tbaq.times", "the event's own time, F1"),
    ("events.ecb", "the same event in two articles, ECB+, CoNLL F1"),
    ("timelines.semeval", "timelines of SemEval-2015 from raw text, F1"),
)
#: The account of the bundled example.
_ACCOUNT: Rows = (
    ("rumors.found", "rumors of the gold file found"),
    ("rumors.stance", "stance of the articles toward the main rumor, right"),
    ("sourcing.right", "sourcing chains, right"),
    ("timeline.found", "events found"),
    ("timeline.right_date", "of the events, right date"),
    ("contradictions.found", "contradictions found"),
    ("contradictions.clean", "contradictions listed that are in the gold file"),
    ("overtaken.found", "what was overtaken, found"),
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
        "docs/layers/stance.md": _plain(values, _STANCE),
        "docs/limits.md": _plain(values, _LIMITS + _ACCOUNT),
    }

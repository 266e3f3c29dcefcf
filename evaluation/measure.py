"""Figures through the public API, at int8, as they ship."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from allegedly import Reader
from allegedly.link.judge import PairJudge
from allegedly.records import Reading

from . import ecb, entities, events, pairs, stance, stories, timelines, times
from .attribution import ROLES, Ranges, Scores, score_document
from .data import folder, records
from .speakers import pronouns


def as_ranges(reading: Reading) -> list[Ranges]:
    """The attributions of a reading's text as the scorer takes them."""
    return [
        {role: [[s.start, s.end] for s in getattr(a, role)] for role in ROLES}
        for a in reading.body.attributions
    ]


def attribution(path: Path, reader: Reader | None = None) -> Scores:
    """Score the reader on a file of PolNeAR records."""
    reader = reader or Reader()
    scores = Scores()
    for record in records(path):
        reading = reader.read(record["text"])
        score_document(scores, record["text"], record["attributions"], as_ranges(reading))
    return scores


def sentence_ends(reader: Reader, items: Iterable[dict[str, Any]]) -> dict[str, float]:
    """F1 of sentence ends per genre of GUM."""
    counts: dict[str, list[int]] = {}
    for record in items:
        gold = {end for _, end in record["sentences"]}
        found = {s.end for s in reader.read(record["text"]).sentences}
        tally = counts.setdefault(record["genre"], [0, 0])
        tally[0] += 2 * len(gold & found)
        tally[1] += len(gold) + len(found)
    return {genre: round(a / b, 4) for genre, (a, b) in counts.items()}


class Remembering(Reader):
    """A reader that reads each text once, however many figures need it."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[tuple[str, str | None], Reading] = {}

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
    ) -> Reading:
        """As `Reader.read`."""
        if title or outlet:
            return super().read(text, title=title, published=published, outlet=outlet)
        key = text, published
        if key not in self._known:
            self._known[key] = super().read(text, published=published)
        return self._known[key]


def figures() -> dict[str, float]:
    """Every gated figure by its name."""
    reader = Remembering()
    data = folder()
    scores = attribution(data / "attribution" / "dev.jsonl.gz", reader).figures()
    found = {f"attribution.{name}": value for name, value in scores.items()}
    gum = records(data / "entities" / "gum_dev.jsonl.gz")
    news = [r for r in gum if r["genre"] == "news"]
    found["sentences.news"] = sentence_ends(reader, news)["news"]
    counted = pronouns(reader, gum)
    right = sum(c.right for c in counted.values())
    found["pronouns.all"] = round(right / sum(c.gold for c in counted.values()), 4)
    found["pronouns.news"] = round(counted["news"].recall, 4)
    found |= entities.figures(reader, gum)
    found |= times.figures(
        lambda text, published: reader.read(text, published=published).body.times
    )
    found |= events.figures(reader)
    found |= stories.figures()
    found["events.ecb"] = round(ecb.conll(ecb.score(ecb.topics("dev"))), 4)
    found["timelines.semeval"] = round(timelines.score(timelines.read_stories()).f1, 4)
    judge = PairJudge()
    return found | stance.figures(judge) | pairs.figures(judge)

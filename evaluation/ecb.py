"""The same event in several articles: `python -m evaluation.ecb [train]`.

On ECB+ (Cybulska and Vossen 2014).
Topics are given, event mentions are the annotated ones inside the checked sentences;
singletons count. CoNLL F1 is the mean of MUC, B-cubed and CEAF-e over all topics of a
part. Each topic of ECB+ holds two like happenings, and nobody says which article is of
which: the articles' likeness has to tell.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Any

from allegedly.link.events.lemmas import senses, stems
from allegedly.link.events.merging import candidates, merge
from allegedly.link.events.pairs import Telling, cosine, odds
from allegedly.link.events.weights import Weights
from allegedly.link.events.words import EMPTY
from allegedly.link.frequencies import rarity
from allegedly.link.timeline.merging import THRESHOLD
from allegedly.link.words import term

from .clusters import Clusters, Ratio, b_cubed, ceaf_e, muc
from .data import folder, records

PARTS = {"train": "crossdoc/ecb_train.jsonl.gz", "dev": "crossdoc/ecb_dev.jsonl.gz"}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 5


@dataclass
class Topic:
    """The event mentions of a topic, their annotated chains, and how alike its articles are."""

    name: int
    tellings: list[Telling]
    chains: list[str | None]
    alike: dict[tuple[str, str], float]

    @property
    def gold(self) -> Clusters:
        """The annotated clusters; a mention in no chain is one by itself."""
        return _grouped(chain or f"-{n}" for n, chain in enumerate(self.chains))

    def likeness(self, one: int, other: int) -> float:
        """The cosine of the articles of two mentions."""
        return self.alike[self.tellings[one].text, self.tellings[other].text]


def topics(part: str) -> list[Topic]:
    """The topics of ``train`` or ``dev``."""
    by_topic: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in records(folder() / PARTS[part]):
        by_topic[row["topic"]].append(row)
    return [_topic(name, rows) for name, rows in sorted(by_topic.items())]


def _topic(name: int, rows: Sequence[dict[str, Any]]) -> Topic:
    weights = Weights(row["text"] for row in rows)
    vectors = {row["id"]: _vector(row["text"], weights) for row in rows}
    alike = {
        (a, b): cosine(one, other) for a, one in vectors.items() for b, other in vectors.items()
    }
    found = [item for row in rows for item in _mentions(row, weights)]
    return Topic(name, [one for one, _ in found], [chain for _, chain in found], alike)


def _vector(text: str, weights: Weights) -> dict[str, float]:
    counts = Counter(term(word) for word in _low(text) if word not in EMPTY)
    values = {name: (1 + log(count)) * weights[name] for name, count in counts.items()}
    length = sqrt(sum(value * value for value in values.values()))
    return {name: value / length for name, value in values.items()} if length else {}


def _low(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _mentions(row: dict[str, Any], weights: Weights) -> Iterable[tuple[Telling, str | None]]:
    checked = set(row["checked_sentences"])
    for event in row["events"]:
        for number, (start, end) in enumerate(row["sentences"]):
            if number in checked and start <= event["start"] < end:
                words = list(_WORD.finditer(row["text"], start, end))
                telling = _telling(row["id"], number, words, event, weights)
                if telling is not None:
                    yield telling, event["chain"]


def _telling(
    text: str, number: int, words: list[re.Match[str]], event: dict[str, Any], weights: Weights
) -> Telling | None:
    low = [word.group().lower() for word in words]
    heads = [
        k
        for k, word in enumerate(words)
        if word.start() < event["end"] and event["start"] < word.end()
    ]
    if not heads:
        return None
    full = [k for k in heads if low[k] not in EMPTY] or heads
    head = max(full, key=lambda k: rarity(term(low[k])))
    rest = [(k, word) for k, word in enumerate(low) if k not in heads]
    return Telling(
        text=text,
        sentence=number,
        stems=frozenset().union(*(stems(low[k]) for k in full)),
        senses=frozenset().union(*(senses(low[k], low[k + 1 : k + 6]) for k in full)),
        near=weights.vector(word for k, word in rest if abs(k - head) <= _NEAR),
        around=weights.vector(word for _, word in rest),
        who=frozenset(
            low[k] for k, _ in rest if k and words[k].group()[0].isupper() and low[k] not in EMPTY
        ),
        rarity=rarity(term(low[head])),
    )


def clustered(topic: Topic, threshold: float = THRESHOLD) -> Clusters:
    """What the package makes of a topic."""

    def score(one: int, other: int) -> float:
        first, second = topic.tellings[one], topic.tellings[other]
        return odds(first, second, topic.likeness(one, other))

    groups = merge(len(topic.tellings), candidates(topic.tellings), score, threshold)
    return [frozenset(group) for group in groups]


def by_lemma(topic: Topic) -> Clusters:
    """The baseline: one stem, one event of the topic."""
    return _grouped(min(one.stems) for one in topic.tellings)


def _grouped(labels: Iterable[str]) -> Clusters:
    members: dict[str, list[int]] = defaultdict(list)
    for number, label in enumerate(labels):
        members[label].append(number)
    return [frozenset(found) for found in members.values()]


def score(
    found: Sequence[Topic], method: Callable[[Topic], Clusters] = clustered
) -> dict[str, Ratio]:
    """The three measures summed over topics."""
    sums = {"MUC": Ratio(), "B-cubed": Ratio(), "CEAF-e": Ratio()}
    for topic in found:
        gold, predicted = topic.gold, method(topic)
        for name, measure in zip(sums, (muc, b_cubed, ceaf_e), strict=True):
            sums[name].add(measure(gold, predicted))
    return sums


def conll(sums: dict[str, Ratio]) -> float:
    """The mean of the three F1."""
    return sum(one.f1 for one in sums.values()) / len(sums)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="dev", choices=sorted(PARTS))
    chosen = parser.parse_args(arguments)
    found = topics(chosen.part)
    for name, method in (("one stem, one event", by_lemma), ("allegedly", clustered)):
        sums = score(found, method)
        parts = "  ".join(
            f"{label} {one.precision:.3f}/{one.recall:.3f}/{one.f1:.3f}"
            for label, one in sums.items()
        )
        sys.stdout.write(f"{name:20} {parts}  CoNLL {conll(sums):.4f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How well articles are put into stories: `python -m evaluation.stories [--cross] [--baseline]`.

B-cubed (Bagga and Baldwin 1998): per article, the share of its story that is of
its event (precision) and the share of its event that is in its story (recall),
both averaged over the articles; F1 of the two averages.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from allegedly.collect import article_from_text
from allegedly.link import Stories
from allegedly.link.stories.affinity import Affinity
from allegedly.link.words import words
from allegedly.records import Article

from .clusters import Clusters, Ratio, b_cubed
from .data import folder, records

CORPORA = {
    "news_cluster": "stories/news_cluster_dev.jsonl",
    "framing": "stories/framing_dev.jsonl.gz",
    "basil": "stories/basil_dev.jsonl.gz",
}
#: What a corpus is measured with when the regression was fitted on the others.
OTHERS = {
    "news_cluster": ("framing", "basil"),
    "framing": ("news_cluster", "basil"),
    "basil": ("news_cluster", "framing"),
}


class Corpus(NamedTuple):
    """Articles and the event of each."""

    articles: list[Article]
    events: list[str]


def by_label(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Ratio:
    """B-cubed of a clustering; ``gold[i]`` and ``found[i]`` name the clusters of article i."""
    return b_cubed(_clusters(gold), _clusters(found))


def _clusters(labels: Sequence[Hashable]) -> Clusters:
    members: dict[Hashable, list[int]] = {}
    for number, label in enumerate(labels):
        members.setdefault(label, []).append(number)
    return [frozenset(found) for found in members.values()]


def load(name: str) -> Corpus:
    """The articles of a corpus as `allegedly stories` takes them in."""
    rows = records(folder() / CORPORA[name])
    return Corpus([as_article(row) for row in rows], [row["event"] for row in rows])


def as_article(row: dict[str, Any]) -> Article:
    """A record of the corpus as an article; the event is not among what is read."""
    return article_from_text(
        row["text"],
        title=row["title"],
        published=row["published"],
        outlet=row["outlet"],
        given_id=row["id"],
    )


def score(
    corpus: Corpus, *, affinity: Affinity | None = None, batches: Iterable[list[int]] | None = None
) -> Ratio:
    """Score the clustering of a corpus, handed over at once or in batches of article numbers."""
    stories = Stories(affinity)
    for batch in batches or [list(range(len(corpus.articles)))]:
        stories.add(corpus.articles[number] for number in batch)
    return by_label(corpus.events, [stories.of(article.id) for article in corpus.articles])


def one_by_one(corpus: Corpus, seed: int) -> Ratio:
    """The same, every article a batch of its own, in a shuffled order."""
    order = list(range(len(corpus.articles)))
    random.Random(seed).shuffle(order)
    return score(corpus, batches=[[number] for number in order])


def baseline(corpus: Corpus) -> tuple[Ratio, float]:
    """TF-IDF with average link, at the cosine threshold that suits the corpus best.

    Sublinear counts, smoothed idf of this corpus alone (scikit-learn's formulas), title
    and text as one. The best threshold makes it a ceiling of the method, not a prediction.
    """
    texts = [f"{article.title or ''}\n{article.text}" for article in corpus.articles]
    counts = [Counter(word.form for word in words(text)) for text in texts]
    seen = Counter(name for one in counts for name in one)
    place = {name: number for number, name in enumerate(seen)}
    matrix = np.zeros((len(counts), len(place)), np.float32)
    for row, one in zip(matrix, counts, strict=True):
        for name, n in one.items():
            row[place[name]] = (1 + log(n)) * (log((1 + len(counts)) / (1 + seen[name])) + 1)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    merges = average_link((matrix @ matrix.T).astype(np.float64))
    tried = [(by_label(corpus.events, cut(merges, t)), t) for t in np.arange(0.1, 0.6, 0.02)]
    return max(tried, key=lambda item: item[0].f1)


def average_link(alike: NDArray[np.float64]) -> list[tuple[float, int, int]]:
    """All merges of average-link clustering: (similarity, kept, absorbed), closest first."""
    alike = alike.copy()
    np.fill_diagonal(alike, -np.inf)
    sizes = np.ones(len(alike))
    merges = []
    for _ in range(len(alike) - 1):
        one, other = divmod(int(alike.argmax()), len(alike))
        merges.append((float(alike[one, other]), one, other))
        total = sizes[one] + sizes[other]
        row = (alike[one] * sizes[one] + alike[other] * sizes[other]) / total
        row[one] = -np.inf
        alike[one] = alike[:, one] = row
        alike[other] = alike[:, other] = -np.inf
        sizes[one] = total
    return merges


def cut(merges: Sequence[tuple[float, int, int]], threshold: float) -> list[int]:
    """Cluster numbers when only merges of at least this similarity are made."""
    found = list(range(len(merges) + 1))
    for similarity, kept, absorbed in merges:
        if similarity < threshold:
            break
        found = [kept if number == absorbed else number for number in found]
    return found


def figures() -> dict[str, float]:
    """B3 per corpus as shipped, for the quality gate."""
    return {f"stories.{name}": round(score(load(name)).f1, 4) for name in CORPORA}


def _cross(corpora: dict[str, Corpus]) -> dict[str, Ratio]:
    """Each corpus with the regression fitted on the other two only."""
    from training.stories import THRESHOLD, fit, pairs

    prepared = {name: pairs(*corpus) for name, corpus in corpora.items()}
    return {
        name: score(
            corpora[name], affinity=fit([prepared[other] for other in others], threshold=THRESHOLD)
        )
        for name, others in OTHERS.items()
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="refit without each corpus in turn")
    parser.add_argument("--baseline", action="store_true", help="TF-IDF, average link")
    parser.add_argument("--orders", type=int, default=0, help="shuffled orders, one by one")
    options = parser.parse_args()
    corpora = {name: load(name) for name in CORPORA}
    crossed = _cross(corpora) if options.cross else {}
    for name, corpus in corpora.items():
        _say(name, "as shipped", score(corpus))
        if options.cross:
            _say(name, "fitted on the others", crossed[name])
        if options.baseline:
            found, threshold = baseline(corpus)
            _say(name, f"TF-IDF at its best threshold, {threshold:.2f}", found)
        for seed in range(options.orders):
            _say(name, f"one by one, order {seed}", one_by_one(corpus, seed))


def _say(corpus: str, what: str, found: Ratio) -> None:
    values = f"P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.4f}"
    sys.stdout.write(f"{corpus:13} {values}  {what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Which articles belong together: a story is a cluster of articles.

Average-link clustering (as in the offline stage of news-clustering pipelines;
online with sparse sums as in Miranda et al. 2018): two stories join where the
mean cosine over their pairs of articles is high for the days between them and
for their length. The mean over pairs is the product of two sums of vectors, so
no matrix of all pairs is needed; an inverted index proposes what to compare.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np

from ...records import Article, Assignment
from ..days import Days, days_of, gap, joined
from ..frequencies import Lexicon
from .affinity import Affinity, fitted
from .candidates import Index
from .vectors import Terms, Vector

#: The least part of the needed cosine that an article's weightiest terms must show.
_SHARE = 0.25
#: All is put together anew when there are so many times as many articles.
_GROWTH = 1.5


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Articles joined so far: the sums of their vectors and lengths, the days they span.

    ``first`` is the number of the article that names the story.
    """

    first: int
    members: tuple[int, ...]
    total: Vector
    days: Days | None
    lengths: float

    def __add__(self, other: _Cluster) -> _Cluster:
        return _Cluster(
            first=min(self.first, other.first),
            members=self.members + other.members,
            total=self.total + other.total,
            days=joined(self.days, other.days),
            lengths=self.lengths + other.lengths,
        )


class Stories:
    """Stories that grow as articles arrive.

    A story's name is the id of its first article: the first handed in, or of one
    batch the earliest. The result for one batch does not depend on the order within
    it. In between, articles join stories and stories join each other; whenever
    their number has grown by half, all are put together anew, with what is known by
    then about common words. An article given again changes nothing.
    """

    def __init__(self, affinity: Affinity | None = None) -> None:
        self._affinity = affinity or fitted()
        self._lexicon = Lexicon()
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._terms: list[Terms] = []
        self._days: list[Days | None] = []
        self._renew_at = 0
        self._clear()

    def _clear(self) -> None:
        self._index = Index()
        #: Clusters by number, each with the clusters near enough to be compared with it.
        self._clusters: dict[int, _Cluster] = {}
        self._near: dict[int, set[int]] = {}
        self._cluster_of: list[int] = []
        self._made = 0

    def add(self, articles: Iterable[Article]) -> list[Assignment]:
        """Place a batch of articles.

        Returns what is new and what has changed: the assignments of these articles,
        and those of earlier ones that now belong to another story.
        """
        placed = len(self._ids)
        given = {a.id: a for a in articles if a.id not in self._numbers}
        for article in sorted(given.values(), key=_order):
            self._note(article)
        if len(self._ids) >= self._renew_at:
            before = [self._story(number) for number in range(placed)]
            self._clear()
            self._join([self._open(number) for number in range(len(self._ids))])
            self._renew_at = ceil(len(self._ids) * _GROWTH)
            changed = {n for n, story in enumerate(before) if self._story(n) != story}
        else:
            changed = self._join([self._open(n) for n in range(placed, len(self._ids))])
        changed.update(range(placed, len(self._ids)))
        return [Assignment(self._ids[number], self._story(number)) for number in sorted(changed)]

    def of(self, article_id: str) -> str | None:
        """The story of an article; None for an article never added."""
        number = self._numbers.get(article_id)
        return None if number is None else self._story(number)

    def assignments(self) -> list[Assignment]:
        """Every article with its story, in the order in which they were placed."""
        return [Assignment(name, self._story(number)) for number, name in enumerate(self._ids)]

    def _story(self, number: int) -> str:
        return self._ids[self._clusters[self._cluster_of[number]].first]

    def _note(self, article: Article) -> None:
        terms = Terms.of(article, self._lexicon)
        self._lexicon.add(terms.numbers)
        self._numbers[article.id] = len(self._ids)
        self._ids.append(article.id)
        self._terms.append(terms)
        self._days.append(days_of(article))

    def _open(self, number: int) -> tuple[int, list[int]]:
        """A cluster of its own for the article; the clusters to compare it with."""
        terms = self._terms[number]
        vector = Vector.of(terms, self._lexicon)
        mine = self._put(_Cluster(number, (number,), vector, self._days[number], terms.length))
        self._cluster_of.append(mine)
        least = self._affinity.least_cosine(terms.length) * _SHARE
        near = {self._cluster_of[n] for n, shared in self._index.add(vector) if shared >= least}
        self._meet(mine, near)
        return mine, sorted(near)

    def _put(self, cluster: _Cluster) -> int:
        self._made += 1
        self._clusters[self._made] = cluster
        self._near[self._made] = set()
        return self._made

    def _meet(self, one: int, others: Iterable[int]) -> None:
        for other in others:
            self._near[one].add(other)
            self._near[other].add(one)

    def _join(self, opened: Iterable[tuple[int, list[int]]]) -> set[int]:
        """Join the closest two clusters as long as any belong together.

        Returns the numbers of the articles whose story has another name by that.
        """
        queue: list[tuple[float, int, int]] = []
        renamed: set[int] = set()
        for one, others in opened:
            self._queue(queue, one, others)
        while queue:
            _, one, other = heapq.heappop(queue)
            if one in self._clusters and other in self._clusters:
                old, young = sorted((one, other), key=lambda n: self._clusters[n].first)
                renamed.update(self._clusters[young].members)
                joined = self._merge(old, young)
                self._queue(queue, joined, sorted(self._near[joined]))
        return renamed

    def _merge(self, old: int, young: int) -> int:
        joined = self._put(self._clusters.pop(old) + self._clusters.pop(young))
        for number in self._clusters[joined].members:
            self._cluster_of[number] = joined
        near = (self._near.pop(old) | self._near.pop(young)) - {old, young}
        for other in near:
            self._near[other] -= {old, young}
        self._meet(joined, near)
        return joined

    def _queue(self, queue: list[tuple[float, int, int]], one: int, others: Sequence[int]) -> None:
        """Note which of the others the cluster belongs with."""
        if not others:
            return
        scratch = np.zeros(len(self._lexicon), np.float32)
        mine = self._clusters[one]
        scratch[mine.total.numbers] = mine.total.weights
        for other in others:
            theirs = self._clusters[other]
            product = float(scratch[theirs.total.numbers] @ theirs.total.weights)
            strength = self._affinity(
                product / (len(mine.members) * len(theirs.members)),
                gap(mine.days, theirs.days),
                min(mine.lengths / len(mine.members), theirs.lengths / len(theirs.members)),
            )
            if strength > 0:
                heapq.heappush(queue, (-strength, one, other))


def find_stories(articles: Iterable[Article]) -> dict[str, str]:
    """Article id to story, for all articles at once."""
    stories = Stories()
    stories.add(articles)
    return {found.article: found.story for found in stories.assignments()}


def _order(article: Article) -> tuple[int, str]:
    """By the last day it may be of, the undated last; then by id, not by the input order."""
    days = days_of(article)
    return (days[1] if days else date.max.toordinal(), article.id)

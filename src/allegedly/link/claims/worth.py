"""Which propositions are worth following, and which of an article's are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from ..cast.finding import Cast
from .propositions import Proposition

#: Propositions kept of one article; of a story.
PER_ARTICLE, PER_STORY = 16, 4000
#: Kept of each article whatever the size of the story.
FEWEST = 4
#: What one page alone says in its own voice is worth so much less.
OWN = 1.2
#: What one page alone reports without any relation of the table is worth at least this.
WORDY = 1.2
#: Claims of one page alone that are kept of it.
ALONE = 5
#: A proposition worth less than this is no claim.
LEAST = 1.0


def worth(one: Proposition, central: Mapping[str, float], told: int) -> float:
    """How much a proposition is about the story; ``told`` other articles share its words.

    A statement about nobody of the story, a condition, small talk are worth little.
    """
    if "condition" in one.aspects or (one.vague and not one.headline):
        return 0.0
    who = max((central.get(member, 0.0) for member in one.cast), default=0.0)
    total = 1.2 * who + 0.35 * log(1 + told)
    if one.relations or "talk" in one.aspects:
        total += 0.8
    elif one.direct or len(one.terms) + len(one.cast) < 2:
        total -= 0.8
    if one.voice == "attributed" and not one.direct:
        total += 0.3
    if one.relations and (one.voice == "question" or one.certainty in ("possible", "unknown")):
        total += 0.8
    if one.sourcing in ("unnamed", "none", "outlet"):
        total += 0.3
    if "topic" in one.aspects:
        total -= 0.5
    if one.headline:
        total += 1.0
    return total


def central_cast(cast: Cast) -> dict[str, float]:
    """How central each member is, from 0 to 1: the share of articles that it stands in."""
    counts = {m.id: len({ref.article for ref in m.entities}) for m in cast.members}
    most = max(counts.values(), default=1)
    return {key: log(1 + n) / log(1 + most) for key, n in counts.items()}


def chosen(propositions: Sequence[Proposition], central: Mapping[str, float]) -> list[int]:
    """Numbers of the propositions to follow, in order: the best of each article."""
    told = _told(propositions)
    by_article: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, one in enumerate(propositions):
        value = worth(one, central, told[number])
        if value >= LEAST:
            by_article[one.anchor.article].append((-value, number))
    share = max(FEWEST, min(PER_ARTICLE, PER_STORY // max(1, len(by_article))))
    return sorted(n for found in by_article.values() for _, n in sorted(found)[:share])


def _told(propositions: Sequence[Proposition]) -> list[int]:
    """How many other articles have a proposition with the same relation, or two shared words."""
    articles: dict[str, set[str]] = defaultdict(set)
    for one in propositions:
        for key in one.terms | {f"r {name}" for name in one.relations | one.aspects}:
            articles[key].add(one.anchor.article)
    found = []
    for one in propositions:
        related = max((len(articles[f"r {r}"]) for r in one.relations or one.aspects), default=1)
        words = sorted((len(articles[term]) for term in one.terms), reverse=True)
        found.append(max(related, words[1] if len(words) > 1 else 1) - 1)
    return found


def followed(
    groups: Sequence[Sequence[int]],
    propositions: Sequence[Proposition],
    central: Mapping[str, float],
    page: Mapping[str, str],
) -> list[list[int]]:
    """The groups that make a claim.

    What two pages tell; else what somebody is said to have said, what a headline says,
    what is asked or left open, and what is said of the story's people; the best few of
    each article. ``page`` is the first article with the same text or address.
    """
    found: list[list[int]] = []
    single: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        pages = {page[propositions[n].anchor.article] for n in group}
        value = max(_alone(propositions[n], central) for n in group)
        if len(pages) > 1:
            found.append(list(group))
        elif value > 0:
            single[next(iter(pages))].append((-value, number))
    for ranked in single.values():
        found += [list(groups[number]) for _, number in sorted(ranked)[:ALONE]]
    return sorted(found)


def _alone(one: Proposition, central: Mapping[str, float]) -> float:
    """How much a proposition is worth that one page alone tells; 0 where it is no claim."""
    told = worth(one, central, 0)
    if one.headline:
        return told if one.relations or one.cast else 0.0
    if one.voice == "question":
        return told if one.relations and one.cast else 0.0
    if one.voice == "attributed":
        whom = one.cast or len(one.terms) + len(one.times) > 1 or one.sourcing == "unnamed"
        return told if (one.relations and whom) or (one.cast and told >= WORDY) else 0.0
    return told - OWN if one.relations and one.cast and not one.direct else 0.0

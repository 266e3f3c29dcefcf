"""Claims: the same proposition wherever the coverage of a story carries it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...records import Appearance, Claim, Place, StanceValue
from ..cast.finding import Cast
from ..identity import keep_ids
from ..judging import Floats, Judge
from ..material import Material
from ..sourcing.chains import Chains, independent
from .asking import asked, unsure
from .groups import adopt, average_link
from .propositions import Proposition, Propositions
from .same import Likeness, pairs_of
from .wording import best_statement, statement_of
from .worth import central_cast, chosen, followed

#: Of a large group so many are compared with each member.
_SAMPLE = 24
#: How central a lead of the story is at least.
LEAD = 0.75
#: The least average likeness of the propositions of a claim.
SAME = 0.55
#: What is enough for one of the story's own relation that was left alone.
ADOPTED = 0.5


def find_claims(
    material: Material,
    cast: Cast,
    chains: Chains,
    judge: Judge,
    before: Mapping[Place, str] | None = None,
    propositions: Propositions | None = None,
) -> tuple[Claim, ...]:
    """The claims of a story, those with most independent origins first.

    A claim that held most of the places of an earlier one (``before``) keeps its id.
    ``propositions`` are those of this material and cast, where somebody else wants them too.
    """
    told = propositions or Propositions(material, cast)
    every = [one for reading in material.readings for one in told.of(reading.article.id)]
    central = central_cast(cast)
    kept = [every[n] for n in chosen(every, central)]
    if not kept:
        return ()
    persons = frozenset(one.id for one in cast.members if one.kind == "person")
    leads = frozenset(key for key, share in central.items() if share >= LEAD)
    twins = _twins(kept)
    firsts = [kept[group[0]] for group in twins]
    likeness = Likeness(firsts, _meanings(firsts, judge), persons, leads)
    alike = _groups(likeness, judge)
    near = _near(likeness, alike, twins)
    groups = [sorted(n for first in group for n in twins[first]) for group in alike]
    groups = followed(groups, kept, central, _pages(material))
    ids = keep_ids("k", [[kept[n].anchor.place for n in group] for group in groups], before or {})
    found = [
        _claim(key, material, chains, [kept[n] for n in group], [near[n] for n in group])
        for key, group in zip(ids, groups, strict=True)
    ]
    return tuple(sorted(found, key=_rank))


def _groups(likeness: Likeness, judge: Judge) -> list[list[int]]:
    """The numbers of the propositions that say the same."""
    near = [(int(a), int(b)) for a, b in pairs_of(likeness.nearest())]
    doubtful = unsure(
        ((a, b, likeness.score(a, b)) for a, b in near if not likeness.one_matter(a, b)), SAME
    )
    likeness.learn(asked(likeness.propositions, doubtful, judge))
    pairs = [(a, b, likeness.score(a, b)) for a, b in near]
    groups = average_link(len(likeness.propositions), pairs, likeness.score, SAME)
    return adopt(groups, pairs, likeness.score, ADOPTED, likeness.central)


def _meanings(propositions: Sequence[Proposition], judge: Judge) -> Floats:
    """A vector for each proposition; equal texts are judged once."""
    texts = list(dict.fromkeys(one.text for one in propositions))
    rows = {text: n for n, text in enumerate(texts)}
    return judge.embed(texts)[[rows[one.text] for one in propositions]]


def _pages(material: Material) -> dict[str, str]:
    """For each article the first of its copies and versions: they count once."""
    found: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for reading in material.readings:
        name = reading.article.id
        first = material.original(name)
        url = reading.article.url
        found[name] = addresses.setdefault(url, first) if url else first
    return found


def _twins(propositions: Sequence[Proposition]) -> list[list[int]]:
    """The numbers of propositions in the same words of the same cast: one is compared for all."""
    found: dict[tuple[object, ...], list[int]] = {}
    for number, one in enumerate(propositions):
        same = (one.text, one.negated, one.cast, one.relations, one.aspects, one.times)
        found.setdefault(same, []).append(number)
    return list(found.values())


def _near(
    likeness: Likeness, groups: Sequence[Sequence[int]], twins: Sequence[Sequence[int]]
) -> dict[int, float]:
    """How near each proposition is to the others of its group, on average."""
    found: dict[int, float] = {}
    for group in groups:
        for first in group:
            others = [likeness.score(first, n) for n in group[:_SAMPLE] if n != first]
            near = sum(others) / len(others) if others else 1.0
            found.update(dict.fromkeys(twins[first], near))
    return found


def _claim(
    key: str,
    material: Material,
    chains: Chains,
    members: Sequence[Proposition],
    nearness: Sequence[float],
) -> Claim:
    """The claim that these propositions carry."""
    best = best_statement(members, nearness)
    stated = members[best]
    order = sorted(
        range(len(members)),
        key=lambda n: (material.order(members[n].anchor.article), not members[n].headline, n),
    )
    appearances = tuple(
        _appearance(material, chains, members[n], stated, nearness[n] if n != best else 1.0)
        for n in order
    )
    about: dict[str, int] = defaultdict(int)
    for one in members:
        for member in one.cast:
            about[member] += 1
    return Claim(
        id=key,
        story=material.story,
        statement=statement_of(stated),
        anchor=stated.anchor,
        appearances=appearances,
        about=tuple(sorted(about, key=lambda m: (-about[m], m))),
        origins=independent(one.chain for one in appearances),
    )


def _appearance(
    material: Material,
    chains: Chains,
    one: Proposition,
    stated: Proposition,
    near: float,
) -> Appearance:
    article, field = one.anchor.article, one.anchor.field
    return Appearance(
        anchor=one.anchor,
        voice=one.voice,
        stance=_stance(one, stated),
        certainty=one.certainty,
        chain=(
            chains.at(article, field, one.anchor.span)
            if one.attribution is None
            else chains.of(article, field, one.attribution)
        ),
        attribution=one.attribution,
        published=material.published(article),
        confidence=round(min(0.99, max(0.0, 0.3 + 0.7 * near)), 2),
    )


def _stance(one: Proposition, stated: Proposition) -> StanceValue:
    """What one place says of the claim as it is stated."""
    if one.voice == "question" or one.certainty in ("possible", "unknown"):
        return "observing"
    return "for" if one.negated == stated.wording else "against"


def _rank(claim: Claim) -> tuple[int, int, int, str]:
    articles = len({one.anchor.article for one in claim.appearances})
    return (-claim.origins, -articles, -len(claim.appearances), claim.id)

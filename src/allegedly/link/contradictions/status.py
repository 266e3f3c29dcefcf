"""How far a thing has gone: nearly done in one place, no more than looked at in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ...records import Anchor, Span
from ..claims.polarity import DENIALS
from ..claims.relations import relations, stem, words_of
from ..judging import Judge
from . import stand_words as words
from .places import Sentence, Sentences, apart

#: Days between two tellings that are still of one time.
TOGETHER = 45
#: How many words behind "only" the small thing that was done may stand.
_REACH = 10
#: Places of each side that are paired; pairs that the judge reads.
_SIDE, _JUDGED = 40, 60
_HINT = words.any_of(words.ADVANCED | words.ONLY | words.EARLY_ALONE)
_NO = frozenset(("not", "no", "never", "nobody", "nothing"))


@dataclass(frozen=True)
class Stage:
    """A place that says how far a thing has gone; ``relation`` is the thing, where known."""

    anchor: Anchor
    sentence: Sentence
    stage: Literal["advanced", "early"]
    relation: str | None
    source: str | None


@dataclass(frozen=True)
class StagePair:
    """Two places that put one thing at stages that exclude each other."""

    advanced: Stage
    early: Stage
    sure: float


def find_stages(sentences: Sentences) -> tuple[Stage, ...]:
    """The places of a story that say how far something has gone."""
    return tuple(stage for one in sentences for stage in _stages(sentences, one))


def _stages(sentences: Sentences, sentence: Sentence) -> Iterator[Stage]:
    if _HINT.search(sentence.text) is None:
        return
    if sentence.corrected or sentence.text.rstrip(' ”"\n').endswith("?"):
        return
    for span, source in _pieces(sentence):
        text = span.of(sentence.layer.text)
        found = words_of(text)
        forms = [word.form for word in found]
        if any(form in words.CONDITION for form in forms[:2]):
            continue
        hits = relations(found)
        stage: Literal["advanced", "early"] | None = None
        if _early(forms):
            stage = "early"
        elif _has(forms, words.ADVANCED if hits else words.AGREED) and not _negative(forms):
            stage = "advanced"
        if stage is not None:
            yield Stage(
                sentences.anchor(sentence, span),
                sentence,
                stage,
                hits[0].relation if hits else None,
                source,
            )


def _pieces(sentence: Sentence) -> list[tuple[Span, str | None]]:
    """What is said in the sentence, with its source; the sentence itself where nobody says it."""
    found = []
    for _, one in sentence.told:
        source = " ".join(s.of(sentence.layer.text) for s in one.source).lower() or None
        for piece in one.content:
            if piece.overlaps(sentence.span):
                start = max(piece.start, sentence.span.start)
                found.append((Span(start, min(piece.end, sentence.span.end)), source))
    if found and max(span.end - span.start for span, _ in found) * 3 > len(sentence.text):
        return found
    return [(sentence.span, None)]


def _has(forms: Sequence[str], phrases: frozenset[str]) -> bool:
    padded = f" {' '.join(forms)} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _negative(forms: Sequence[str]) -> bool:
    return any(f in _NO or f.endswith("n't") or stem(f) in DENIALS for f in forms)


def _early(forms: Sequence[str]) -> bool:
    """Whether "only" and something small behind it: "the only instruction was to find out …"."""
    if _has(forms, words.EARLY_ALONE):
        return True
    for n, form in enumerate(forms):
        if form not in words.ONLY:
            continue
        if form == "nothing" and forms[n + 1 : n + 3] not in (["more", "than"], ["but", "a"]):
            continue
        if form in ("only", "just") and forms[n - 1 : n] == ["not"]:
            continue
        if _has(forms[n + 1 : n + 1 + _REACH], words.EARLY):
            return True
    return False


def differing_stages(stages: Iterable[Stage], judge: Judge) -> list[StagePair]:
    """Pairs of places that cannot both hold, one for each early place, the surest first."""
    sides = [*stages]
    advanced, early = (_few(one for one in sides if one.stage == s) for s in ("advanced", "early"))
    pairs = sorted(
        ((one, two) for two in early for one in advanced if _comparable(one, two)),
        key=lambda pair: -_score(*pair),
    )[:_JUDGED]
    if not pairs:
        return []
    judged = judge.entail([(a.anchor.text, b.anchor.text) for a, b in pairs])[:, 1]
    scored = sorted(
        (
            StagePair(one, two, round(_score(one, two) + 0.2 * float(judged[n]), 4))
            for n, (one, two) in enumerate(pairs)
        ),
        key=lambda pair: -pair.sure,
    )
    taken: set[str] = set()
    kept = []
    for pair in scored:
        texts = {pair.advanced.anchor.text, pair.early.anchor.text}
        if not texts & taken:
            taken |= texts
            kept.append(pair)
    return kept


def _few(stages: Iterable[Stage]) -> list[Stage]:
    """The first with each wording."""
    first: dict[str, Stage] = {}
    for one in stages:
        first.setdefault(one.anchor.text, one)
    return [*first.values()][:_SIDE]


def _comparable(one: Stage, two: Stage) -> bool:
    if apart(one.sentence.day, two.sentence.day) > TOGETHER:
        return False
    if one.source is not None and one.source == two.source:
        return False
    if one.relation and two.relation and one.relation == two.relation:
        return True
    mine = one.sentence.owners or one.sentence.topic
    return bool(mine & (two.sentence.owners or two.sentence.topic))


def _score(one: Stage, two: Stage) -> float:
    score = 0.45
    score += 0.2 * (one.sentence.article == two.sentence.article)
    score += 0.1 * bool(one.sentence.owners & two.sentence.owners)
    score += 0.1 * (one.relation is not None and one.relation == two.relation)
    score += 0.05 * (two.source is not None) + 0.05 * (one.sentence.field == "text")
    return score

"""What one speaker said and later took back, restated or turned round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...records import Span
from ..claims.relations import negators, stem, words_of
from . import overtaken_words as words
from . import words as cwords
from .places import Sentence, Sentences

#: Utterances of one speaker that are kept, the latest; earlier ones looked at for one.
_KEPT = 200
#: Sentences before a withdrawal in which it is said what is withdrawn.
_CONTEXT = 2
#: The share of its words that must be told again of what is withdrawn.
_HALF = 0.5


@dataclass(frozen=True)
class Utterance:
    """What a member of the cast is said to have said in one sentence.

    ``number`` is the attribution's; ``stems`` are those of its weighty words.
    """

    member: str
    sentence: Sentence = field(repr=False)
    span: Span
    number: int
    text: str
    stems: frozenset[str]
    negated: bool

    @property
    def day(self) -> int | None:
        """The last day (ordinal) it may have been told."""
        return self.sentence.day[1] if self.sentence.day else None


@dataclass(frozen=True)
class Restated:
    """What a speaker said and what the same speaker said later."""

    before: Utterance
    after: Utterance
    how: str


def find_utterances(sentences: Sentences) -> dict[str, list[Utterance]]:
    """What each member of the cast said, by date."""
    found: dict[str, list[Utterance]] = defaultdict(list)
    for sentence in sentences:
        for number, one in sentence.told:
            member = (
                sentences.cast.of(sentence.article, one.speaker)
                if one.speaker is not None
                else None
            )
            if member is None or one.sourcing == "outlet":
                continue
            for piece in one.content:
                if piece.overlaps(sentence.span):
                    span = Span(
                        max(piece.start, sentence.span.start), min(piece.end, sentence.span.end)
                    )
                    found[member].append(_utterance(member, sentence, span, number))
    for said in found.values():
        said.sort(key=lambda one: one.day if one.day is not None else 10**7)
        del said[:-_KEPT]
    return found


def _utterance(member: str, sentence: Sentence, span: Span, number: int) -> Utterance:
    text = span.of(sentence.layer.text)
    found = words_of(text)
    return Utterance(
        member, sentence, span, number, text, stems_of(text), len(negators(found)) % 2 == 1
    )


def stems_of(text: str) -> frozenset[str]:
    """Stems of the words of a text that tell something."""
    return frozenset(stem(word.form) for word in words_of(text) if word.form not in cwords.EMPTY)


def restated(sentences: Sentences) -> Iterator[Restated]:
    """Withdrawals, corrections and reversals, each with what it replaces."""
    for said in find_utterances(sentences).values():
        taken: set[Span] = set()
        for after in said:
            earlier = [one for one in said if _before(one.sentence, after.sentence)]
            if not earlier or after.sentence.field == "title":
                continue
            found = _replaced(sentences, after, earlier, said)
            if found is not None and found.before.span not in taken:
                taken.add(found.before.span)
                yield found


def _before(one: Sentence, other: Sentence) -> bool:
    """Whether the dates alone say that one was told before the other."""
    return one.day is not None and other.day is not None and one.day[1] < other.day[0]


def _replaced(
    sentences: Sentences, after: Utterance, earlier: Sequence[Utterance], said: Sequence[Utterance]
) -> Restated | None:
    """What an utterance replaces, by the words that say that it does."""
    together = [
        one
        for one in said
        if one.sentence.article == after.sentence.article and one.number == after.number
    ]
    if _says(after.text, words.WITHDRAWING):
        if any(_says(one.text, words.WITHDRAWING) for one in earlier):
            return None
        told = [one for one in earlier if one.sentence.field == "text"]
        before = _nearest(_context(sentences, after, said), told, least=_HALF)
        return Restated(before, after, "withdrawn by the speaker") if before else None
    if after.sentence.corrected:
        before = _nearest(stems_of(after.sentence.text), earlier, whole=True)
        how = "restated by the speaker in a correction"
        return Restated(before, after, how) if before else None
    recalls = any(_says(one.text, words.RECALLING) for one in together)
    if recalls or after.sentence.says(words.RECALLING):
        turned = [one for one in earlier if one.negated != after.negated]
        if _says(after.text, words.RECALLING) and after.negated == _any_negated(together):
            return None
        before = _nearest(after.stems, turned)
        how = "the same speaker later says otherwise"
        return Restated(before, after, how) if before else None
    return None


def _any_negated(together: Sequence[Utterance]) -> bool:
    return any(one.negated for one in together)


def _says(text: str, phrases: frozenset[str]) -> bool:
    padded = f" {' '.join(word.form for word in words_of(text))} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _context(sentences: Sentences, after: Utterance, said: Sequence[Utterance]) -> frozenset[str]:
    """The stems by which an article tells what is withdrawn."""
    body = sentences.of(after.sentence.article)
    near = [
        one
        for one in body
        if one.field == after.sentence.field
        and after.sentence.number - _CONTEXT <= one.number <= after.sentence.number
    ]
    own = [one.stems for one in said if one.sentence.article == after.sentence.article]
    return frozenset[str]().union(*(stems_of(one.text) for one in near), *own)


def _nearest(
    stems: frozenset[str],
    earlier: Sequence[Utterance],
    whole: bool = False,
    least: float = 0.0,
) -> Utterance | None:
    """The earlier utterance that has most of its words among these stems; the latest of equals."""
    found = []
    for number, one in enumerate(earlier):
        own = stems_of(one.sentence.text) if whole else one.stems
        common = len(own & stems)
        share = common / (len(own) ** 0.5) if own else 0.0
        if common and common >= least * len(own):
            found.append((share, one.day or 0, -number, one))
    return max(found, key=lambda item: item[:3])[3] if found else None

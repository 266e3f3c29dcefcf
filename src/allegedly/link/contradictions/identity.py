"""Who it is: one role of which there is one at a time, given to two people or bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ...reader.lexicon import word_set
from ...records import Mention, Span
from ..claims.relations import stem, words_of
from .places import Sentence, Sentences, apart, order
from .stand_words import OFFICES, UNIQUE

#: Days between two tellings that are still of one time.
TOGETHER = 60
#: Places of one role that are compared.
_PLACES = 40
_ROLE = (
    r"(?:the|her|his|its|their|[^\W\d_]+['’]s)\s+"
    rf"(?P<kind>(?:[a-z-]+\s+){{0,2}}?)(?P<role>{'|'.join(sorted(UNIQUE | OFFICES))})\b"
)
_IS = (
    r"(?:is|was|has\s+been\s+(?:named|identified)(?:\s+as)?|(?:is|was)\s+(?:named|identified)"
    r"(?:\s+as)?|is\s+(?:said|believed|understood|reported|thought)\s+to\s+be|turned\s+out\s+to\s+be)"
)
#: "The buyer of the mill is …" before a name, "… is the buyer" behind one.
_BEFORE = re.compile(rf"\b{_ROLE}(?P<of>\s+of\s+[^,.;:]{{1,60}}?)?\s+{_IS}\s+(?:the\s+)?\Z", re.I)
_BEHIND = re.compile(rf"\s+{_IS}\s+{_ROLE}(?P<of>\s+of\s+[^,.;:]{{1,60}})?", re.I)
#: How far before a name its role is looked for.
_REACH = 160
_ELSE = word_set("former ex late acting deputy assistant vice second another other")


@dataclass(frozen=True)
class Holder:
    """A place that says who has a role: ``member`` of the cast is ``role`` (of ``of``)."""

    sentence: Sentence = field(repr=False)
    span: Span
    role: str
    of: frozenset[str]
    member: str


@dataclass(frozen=True)
class HolderPair:
    """Two places that give one role to two; ``sure`` is a probability."""

    first: Holder
    second: Holder
    sure: float


def find_holders(sentences: Sentences) -> tuple[Holder, ...]:
    """Who is said to have a role in a story."""
    return tuple(
        holder
        for sentence in sentences
        if not sentence.corrected and not sentence.text.rstrip(' ”"\n').endswith("?")
        for holder in _holders(sentences, sentence)
    )


def _holders(sentences: Sentences, sentence: Sentence) -> Iterator[Holder]:
    for mention in sentence.mentions:
        if not mention.named:
            continue
        member = sentences.cast.of(sentence.article, mention.entity)
        found = _role(sentence, mention) if member is not None else None
        if member is None or found is None:
            continue
        match, span = found
        kind = [stem(word) for word in match["kind"].lower().split()]
        if not _ELSE.isdisjoint(kind):
            continue
        of = frozenset(w.stem for w in words_of(match["of"] or "") if len(w.form) > 3)
        yield Holder(sentence, span, " ".join([*kind, match["role"].lower()]), of, member)


def _role(sentence: Sentence, mention: Mention) -> tuple[re.Match[str], Span] | None:
    """The role beside a name, and the stretch from the one to the other."""
    text = sentence.layer.text
    start = max(sentence.span.start, mention.span.start - _REACH)
    for opening in re.finditer(
        r"\b(?:the|her|his|its|their|[^\W\d_]+['’]s)\s", text[start : mention.span.start], re.I
    ):
        before = _BEFORE.match(text[start + opening.start() : mention.span.start])
        if before:
            return before, Span(start + opening.start(), mention.span.end)
    behind = _BEHIND.match(text, mention.span.end, sentence.span.end)
    return (behind, Span(mention.span.start, behind.end())) if behind else None


def differing_holders(holders: Iterable[Holder]) -> list[HolderPair]:
    """Pairs of places that give one role to two: one pair for each two members."""
    groups: dict[str, dict[str, Holder]] = defaultdict(dict)
    for holder in sorted(holders, key=lambda one: order(one.sentence)):
        groups[holder.role].setdefault(holder.member, holder)
    return [
        HolderPair(one, two, 0.8 if one.of & two.of else 0.7)
        for members in groups.values()
        for one, two in combinations([*members.values()][:_PLACES], 2)
        if _one_role(one, two)
    ]


def _one_role(one: Holder, two: Holder) -> bool:
    """Whether both speak of one role at one time, in two articles."""
    if one.sentence.article == two.sentence.article:
        return False
    if apart(one.sentence.day, two.sentence.day) > TOGETHER:
        return False
    if one.of and two.of and not one.of & two.of:
        return False
    both = {one.member, two.member}
    mine, theirs = one.sentence.owners - both, two.sentence.owners - both
    if mine & theirs or one.of & two.of:
        return True
    if one.role.split()[-1] in OFFICES:
        return False
    return bool((mine or one.sentence.topic - both) & (theirs or two.sentence.topic - both))


def names(sentences: Sentences, pair: HolderPair) -> Sequence[str]:
    """The two names, as the cast has them."""
    return [sentences.cast.get(one.member).name for one in (pair.first, pair.second)]

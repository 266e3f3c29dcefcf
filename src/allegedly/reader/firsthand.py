"""Who "I" and "we" are in what somebody says: the speaker, once speakers are known.

A person's "we" is that person and others, nobody says who: a group of its own, the same
throughout what the person says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from ..records import Attribution, Entity, Span
from .candidate import Candidate
from .reference_words import FIRST, WE

#: How many stretches of content that begin before a pronoun are looked into.
_NEAR = 12


def resolve_first_person(
    text: str,
    found: Sequence[Candidate],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    with_others: Callable[[int], int],
) -> None:
    """Give "I" in quotation marks its speaker; give "we" one that is several.

    To be called once the speakers of ``attributions`` are known; changes the
    candidates in place. ``with_others`` gives the number of a person's "we".
    """
    contents = sorted(
        (span.start, span.end, k) for k, a in enumerate(attributions) for span in a.content
    )
    starts = [start for start, _, _ in contents]
    sources: dict[Span, int] = {
        c.span: c.entity for c in found if c.entity >= 0 and c.form != "name"
    }
    for c in found:
        word = c.span.of(text).lower() if c.form == "pronoun" and c.entity < 0 else ""
        if not c.quoted or (word not in FIRST and word not in WE):
            continue
        inner = _innermost(c.span, contents, bisect_right(starts, c.span.start))
        speaker = _speaker(attributions[inner], sources) if inner is not None else None
        if speaker is None:
            continue
        kind = entities[speaker].kind
        if (kind == "person") == (word in FIRST):
            c.entity, c.kind = speaker, kind
        elif kind == "person":
            c.entity, c.kind = with_others(speaker), "group"


def _innermost(span: Span, contents: Sequence[tuple[int, int, int]], before: int) -> int | None:
    """The attribution with the shortest stretch of content that holds ``span``."""
    best, size = None, 0
    for start, end, number in contents[max(0, before - _NEAR) : before]:
        if span.end <= end and (best is None or end - start < size):
            best, size = number, end - start
    return best


def _speaker(said: Attribution, described: dict[Span, int]) -> int | None:
    """The speaker, also where it is somebody only described: "a deckhand said"."""
    if said.speaker is not None:
        return said.speaker
    return next((described[s] for s in said.source if s in described), None)

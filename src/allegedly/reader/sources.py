"""Sources put right by what stands around them: a few rules, each for one slip of the tagger."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import DETERMINERS, PLURAL_VERBS
from .linking import Linked, Range
from .mentions import Candidate
from .tokens import Tokens


def mend_sources(tokens: Tokens, linked: list[Linked], mentioned: Sequence[Candidate]) -> None:
    """Apply the rules to every attribution, in place."""
    ranges = [tokens.range(c.span) for c in mentioned]
    people = {
        place
        for place, c in zip(ranges, mentioned, strict=True)
        if c.form == "name" and c.kind == "person"
    }
    # Mentions nest; the longest comes first.
    ends = {last: (first, last) for first, last in reversed(ranges)}
    begins = dict(reversed(ranges))
    for item in linked:
        if item.cue and _is_plural(tokens, item):
            # "Attempts to win back Ada Finch have shown": not she, the verb is plural.
            item.source = [source for source in item.source if source not in people]
        elif item.cue:
            _take_subject(item, ends)
        item.source = [_before_cue(tokens, source, item.cue) for source in item.source]
        item.source = [_whole(tokens, source, begins) for source in item.source]


def _is_plural(tokens: Tokens, item: Linked) -> bool:
    return tokens.at(*item.cue[0]).lower().split()[0] in PLURAL_VERBS


def _take_subject(item: Linked, ends: dict[int, Range]) -> None:
    """Give a cue without a source the mention that ends right before it."""
    subject = ends.get(item.cue[0][0] - 1)
    if subject and not item.source:
        inside = any(first <= subject[0] <= last for first, last in item.content)
        item.source = [] if inside else [subject]


def _before_cue(tokens: Tokens, source: Range, cue: list[Range]) -> Range:
    """A source without the cue it runs into, and without marks that open what follows."""
    first, last = source
    if cue and first < cue[0][0] <= last:
        last = cue[0][0] - 1
    while last > first and tokens.at(last, last) in '“"‘':
        last -= 1
    return first, last


def _whole(tokens: Tokens, source: Range, begins: dict[int, int]) -> Range:
    """A lone "the" grown to the mention it begins."""
    first, last = source
    if tokens.at(first, last).lower() in DETERMINERS:
        last = max(last, begins.get(first, last))
    return first, last

"""Which way the words around an expression look: to the past or to the future."""

from __future__ import annotations

import re
from typing import Literal

from ...records import Span
from ..lexicon import word_set

Tense = Literal["past", "future"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[.;!?]")
#: How many words on either side count, and how much text that is at most.
_REACH = 14
_WINDOW = 160
#: A word after the expression counts as if it stood this much farther away.
_AFTER = 2
#: Words between a verb and an expression that the verb surely speaks of.
_RIGHT_BEFORE = 1

#: Words right before an expression that look ahead, whatever the verb.
_TOWARDS = re.compile(r"\b(?:by|until|till|through|as (?:soon|early|late) as)\s+(?:the\s+)?$")
#: Words that tie an expression to the verb before them: "sank in", not "extended to".
_WITHIN = re.compile(r"\b(?:in|on)\s+$")
_FUTURE = word_set(
    "will would shall won't wouldn't expected expects expect scheduled due slated intends "
    "aims upcoming begins expires expire coming tomorrow projected forecast deadline "
    "payable effective opens closes starts ends resumes reconvenes"
)
_PAST = word_set(
    "was were had did said told took came went met made began found left held led saw got gave "
    "fell rose lost won sent kept brought became ran wrote spoke stood struck shot broke since "
    "after ago been has have having ended following announced reported last earlier previously "
    "sank drove flew grew threw drew knew blew swam sang rang sold bought caught taught thought "
    "fought sought built meant paid heard stole chose froze woke rode shook slept swept fled fed "
    "dug hung stuck spun ate felt wore tore swore hid lit slid sprang shrank bled bore dealt"
)
#: Words that a "to" after them makes a plan: "is set to resume".
_BEFORE_TO = word_set(
    "set plans hopes hope planned plan planning going supposed about is are be ready agreed"
)
#: Words in -ed that tell no tense by themselves.
_NO_TENSE = word_set("united need indeed speed feed seed embed exceed proceed succeed hundred red")


def tense_at(text: str, span: Span, sentence: Span) -> tuple[Tense | None, bool]:
    """The tense of the verb nearest to ``span`` in its sentence; None where none is near.

    The second is whether that verb stands right before it: "sank in February".
    """
    lead = text[max(sentence.start, span.start - _WINDOW) : span.start].lower()
    tail = text[span.end : min(sentence.end, span.end + _WINDOW)].lower()
    before = _nearest(lead, from_end=True)
    if _TOWARDS.search(lead):
        return "future", False
    after = _nearest(tail, from_end=False)
    if before and (after is None or before[0] <= after[0] + _AFTER):
        return before[1], before[0] <= _RIGHT_BEFORE and bool(_WITHIN.search(lead))
    return (after[1] if after else None), False


def _nearest(text: str, *, from_end: bool) -> tuple[int, Tense] | None:
    """How many words away the nearest verb is, and its tense."""
    words = [m.group() for m in _WORD.finditer(text)]
    tenses = [_tense(word, words[k - 1] if k else "") for k, word in enumerate(words)]
    if from_end:
        tenses.reverse()
    for distance, tense in enumerate(tenses[:_REACH]):
        if tense:
            return distance, tense
    return None


def _tense(word: str, before: str) -> Tense | None:
    if word in _FUTURE or word.endswith(("'ll", "’ll")):
        # "had been due to expire Friday": that is over.
        return "past" if before == "been" else "future"
    if before == "be":
        return None
    if word == "to" and before in _BEFORE_TO:
        return "future"
    if word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_TENSE):
        return "past"
    return None

"""How a relation stands in a statement: as what it says, as its setting, wanted, or if."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .relation_words import LIGHT, SCENE
from .relations import Hit, Word, aspects, relations, stems
from .words import ASKING, FINITE

_LIGHT, _ASKING = stems(LIGHT), stems(ASKING)
_CLOSING = re.compile(r"’(?!\w)")
#: How many words before a noun its preposition is looked for, and behind it its verb.
_BEFORE, _BEHIND = 6, 8
#: So near behind the relation "efforts" still says how it stands.
_NEAR = 2


def standing(text: str, words: Sequence[Word]) -> tuple[list[Hit], frozenset[str]]:
    """The relations that a statement says something of, and how they stand.

    Left out are those that only set the scene ("after their separation"), stand in single
    quotation marks or under an "if". ``topic`` among the aspects says that the relation is
    a noun of which something else is said, ``condition`` that nothing but an "if" is left.
    """
    said = [
        hit
        for hit in relations(words)
        if not _scene(words, hit) and not _nested(text, words[hit.first].start)
    ]
    hits = _unconditional(text, words, said)
    key = hits[0] if hits else None
    found = {
        hit.relation
        for hit in aspects(words)
        if key is None or hit.first <= key.last + _NEAR or hit.relation == "talk"
    }
    if key is None and "talk" in found:
        found &= {"talk"}  # of talks nothing else is said here than that there are some
    if key is None and said:
        found.add("condition")
    if key is not None and _topic(words, key):
        found.add("topic")
    return hits, frozenset(found)


def _scene(words: Sequence[Word], hit: Hit) -> bool:
    """Whether a relation is a noun after "after", "during" …."""
    if hit.first != hit.last or words[hit.first].form.endswith("ing"):
        return False
    before = [word.form for word in words[max(0, hit.first - _BEFORE) : hit.first]]
    at = next((n for n, form in enumerate(before) if form in SCENE), None)
    return at is not None and not any(form in FINITE for form in before[at:])


def _nested(text: str, at: int) -> bool:
    """Whether a word stands in single quotation marks: somebody else's, or not meant so."""
    return text.count("‘", 0, at) > len(_CLOSING.findall(text, 0, at))


def _unconditional(text: str, words: Sequence[Word], hits: Sequence[Hit]) -> list[Hit]:
    """The relations that do not stand under an "if"."""
    at = next((n for n, word in enumerate(words) if word.form in ("if", "unless")), None)
    if at is None or (at and words[at - 1].stem in _ASKING):
        return list(hits)
    comma = text.find(",", words[at].end)
    end = comma if at <= 1 and comma >= 0 else len(text)
    return [hit for hit in hits if hit.first < at or words[hit.first].start > end]


def _topic(words: Sequence[Word], key: Hit) -> bool:
    """Whether something else is said of the relation: "the sale would bring …"."""
    if any(word.form in FINITE for word in words[: key.first]):
        return False
    after = words[key.last + 1 : key.last + 1 + _BEHIND]
    verb = next((n for n, word in enumerate(after) if word.form in FINITE), None)
    return verb is not None and not any(word.stem in _LIGHT for word in after[verb:])

"""The status of an event: what the words around it say, else what the encoder scores.

A negation, a modal verb or a condition says more surely than a score what an
event's status is, wherever it stands in the event's own verb group; the tables
are `event_words`. All else is left to the encoder.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Hedge, Status
from . import event_words as words
from .clauses import Clauses
from .hedge_words import ABOUT, MODALS, NOUNS
from .mentions import in_capitals

#: How many words before an event its verb group may take.
_GROUP = 8
#: The longest phrase that a rumor is "of" or "about", in words.
_PHRASE = 9
#: How many words before a noun the verb that supports it may stand.
_OBJECT = 5
#: How many words around an event a condition is looked for.
_NEAR = 60
#: Marks that no headline ends with.
_ENDS = frozenset('.”"’')
#: Hedges that leave open what they speak of.
_OPEN = frozenset(("possible", "unknown"))


class Statuses:
    """Says the status of the events of one text."""

    def __init__(self, clauses: Clauses, hedges: Sequence[Hedge], headline: bool) -> None:
        self._clauses = clauses
        #: The sentences that are headlines: all of them, or those set like one.
        self._headlines = frozenset(clauses.sentence) if headline else _headlines(clauses)
        self._opened = _opened(clauses, hedges)
        self._denied = _denied(clauses)
        #: The statuses said so far, by word.
        self._said: dict[int, Status] = {}

    def of(self, k: int, trained: Status) -> Status:
        """The status of the event at word ``k``, whose best-scored status is ``trained``.

        Ask in reading order: a noun has the status of the verb that supports it.
        """
        self._said[k] = self._status(k, self._supported(k) or trained)
        return self._said[k]

    def _supported(self, k: int) -> Status | None:
        """The status of "made" for the flight of "made its first flight"."""
        verb = supporting(self._clauses, k)
        return self._said.get(verb) if verb is not None else None

    def _status(self, k: int, trained: Status) -> Status:
        told = self._by_group(k)
        if told is None:
            told = self._by_governor(k, trained)
        status = told or trained
        if self._in_condition(k) and status != "denied":
            return "hypothetical"
        if status in ("happened", "ongoing", "planned"):
            if k in self._denied:
                return "denied"
            if k in self._opened or self._is_unsaid(k) or self._is_asked(k):
                return "possible"
        if self._clauses.sentence[k] in self._headlines:
            return self._as_headline(k, status)
        return status

    def _by_group(self, k: int) -> Status | None:
        """What the words of the verb group (or, of a noun, a "no" before it) say."""
        group = verb_group(self._clauses, k)
        low = frozenset(group)
        negated = any(
            _is_negator(word) and not (i and group[i - 1] in words.NOT_DENIED)
            for i, word in enumerate(group)
        )
        if not low.isdisjoint(words.DUTY):
            return "possible"
        if negated or self._has_no_subject(k, group):
            return "denied"
        if not low.isdisjoint(words.WOULD):
            if not low.isdisjoint(words.CAME_TO_PASS) and not self._clauses.quoted[k]:
                return "happened"
            unreal = "have" in low or self._conditioned(k)
            return "hypothetical" if unreal else "planned"
        if not low.isdisjoint(words.MODAL):
            return "possible"
        if not low.isdisjoint(words.WILL):
            return "planned"
        return _by_tense(self._clauses.low[k], low)

    def _has_no_subject(self, k: int, group: Sequence[str]) -> bool:
        """Whether the clause of a finite verb begins with "nobody", "neither", "no boat"."""
        clauses = self._clauses
        first = clauses.clauses[clauses.clause[k]].first
        if clauses.word(first) in ("“", '"', "but", "and", "so", ","):
            first += 1
        negative = clauses.word(first) in words.NO_SUBJECT and first < k
        finite = clauses.word(k - 1 - len(group)) != "to" and not clauses.low[k].endswith("ing")
        return negative and finite and clauses.word(first + 1) not in words.NO_MATTER

    def _by_governor(self, k: int, trained: Status) -> Status | None:
        """What the verb before "to" says: "agreed to sell", "failed to sell"."""
        clauses = self._clauses
        at = k - 1 - len(verb_group(clauses, k))
        if clauses.word(at) != "to" or at == 0:
            return None
        governor = at - 1
        if clauses.word(governor) in words.NO_EVENT:
            governor -= 1  # "went on to sell"
        word = clauses.word(governor)
        if word in words.MISSED:
            return "denied"
        if word in words.BE or word in words.PAST_BE:
            return "denied" if _is_negator(word) else "planned"  # "is to be sold"
        if word in words.PLANNING:
            return "denied" if self._by_group(governor) == "denied" else "planned"
        if word in words.REACHED:
            return self._by_group(governor) or words.REACHED[word] or None  # type: ignore[return-value]
        return None

    def _in_condition(self, k: int) -> bool:
        """Whether word ``k`` stands in a clause that begins with "if" or "unless"."""
        clauses = self._clauses
        clause = clauses.clauses[clauses.clause[k]]
        first = clause.first
        return clause.kind == "adverbial" and clauses.low[first] in words.CONDITIONAL

    def _is_asked(self, k: int) -> bool:
        """Whether word ``k`` stands in a clause that begins with "whether"."""
        clause = self._clauses.clauses[self._clauses.clause[k]]
        return self._clauses.low[clause.first] == "whether"

    def _is_unsaid(self, k: int) -> bool:
        """Whether nobody says it: "Nothing in the memo says that the boats were sold"."""
        clauses = self._clauses
        clause = clauses.clauses[clauses.clause[k]]
        if clause.kind != "complement" or clause.parent < 0:
            return False
        if clauses.low[clause.first] in words.PRESUPPOSED:
            return False  # "they do not know how it was sold": it was
        outer = clauses.clauses[clause.parent].first
        return any(
            clauses.clause[j] == clause.parent
            and clauses.low[j] != "no"
            and _is_negator(clauses.low[j])
            for j in range(max(outer, clause.first - _NEAR), clause.first)
        )

    def _conditioned(self, k: int) -> bool:
        """Whether the sentence of word ``k`` has a condition."""
        clauses, mine = self._clauses, self._clauses.sentence[k]
        return any(
            clauses.low[j] in words.CONDITIONAL
            and clauses.sentence[j] == mine
            and clauses.begins(j)
            and clauses.clauses[clauses.clause[j]].kind == "adverbial"
            for j in range(max(k - _NEAR, 0), min(k + _NEAR, len(clauses.low)))
        )

    def _as_headline(self, k: int, status: Status) -> Status:
        """Headlines tell what happened in the present tense, and plans with "to"."""
        if self._clauses.word(k - 1) == "to" and status == "possible":
            return "planned"
        if status == "ongoing" and not self._clauses.low[k].endswith("ing"):
            return "happened"
        return status


def _headlines(clauses: Clauses) -> frozenset[int]:
    """The sentences set like headlines within the text."""
    ends = {sentence: k for k, sentence in enumerate(clauses.sentence)}
    found, first = set(), 0
    for sentence, last in ends.items():
        if clauses.low[last] not in _ENDS:
            line = clauses.text[clauses.starts[first] : clauses.ends[last]]
            if in_capitals(line):
                found.add(sentence)
        first = last + 1
    return frozenset(found)


def _by_tense(word: str, group: frozenset[str]) -> Status | None:
    """What a compound tense says: "has sold", "was selling", "is selling"."""
    progressive = word.endswith("ing")
    if not group.isdisjoint(words.HAVE):
        if progressive:
            return "ongoing" if "been" in group else None
        return "happened" if word.endswith("ed") or word in words.IRREGULAR else None
    if progressive and not group.isdisjoint(words.PAST_BE):
        return "happened"
    return None


def supporting(clauses: Clauses, k: int) -> int | None:
    """The verb that says of the noun ``k`` that it takes place: "made" of "made its first bid"."""
    for j in range(k - 1, max(k - 1 - _OBJECT, -1), -1):
        word = clauses.low[j]
        if word in words.SUPPORT:
            return j
        if not word.isalpha() or word in words.BREAKS:
            return None
    return None


def verb_group(clauses: Clauses, k: int) -> list[str]:
    """The auxiliaries, negations and fillers right before word ``k``, nearest first."""
    found: list[str] = []
    mine = clauses.sentence[k]
    for j in range(k - 1, max(k - 1 - _GROUP, -1), -1):
        word = clauses.low[j]
        if clauses.sentence[j] != mine or not _in_group(word):
            break
        found.append(word)
    return found


def _is_negator(word: str) -> bool:
    return word in words.NEGATORS or word.endswith("n't")


def _in_group(word: str) -> bool:
    return word in words.GROUP or word.endswith(("n't", "ly", "'ll", "'d", "'ve"))


def _opened(clauses: Clauses, hedges: Sequence[Hedge]) -> frozenset[int]:
    """The words whose events hedges leave open: in questions, and what a rumor or fear is about.

    Modal verbs are not among them: they speak of their own verb alone.
    """
    found: set[int] = set()
    for hedge in hedges:
        if hedge.certainty not in _OPEN:
            continue
        mark, where = clauses.range(hedge.span), clauses.range(hedge.scope)
        word = clauses.word(mark.start)
        if word in MODALS:
            continue
        start, stop = where.start, where.stop
        if word in NOUNS:
            about = (j for j in where if j > mark.start and clauses.low[j] in ABOUT)
            start = next(about, stop)
            if clauses.word(start) != "that":
                stop = _phrase_end(clauses, start, stop)
        found.update(j for j in range(start, stop) if j not in mark)
    return frozenset(found)


def _phrase_end(clauses: Clauses, start: int, stop: int) -> int:
    """Where the noun phrase after "of" or "about" ends at the latest."""
    stop = min(stop, start + _PHRASE)
    verbs = (j for j in range(start, stop) if clauses.low[j] in words.FINITE)
    return next(verbs, stop)


def _denied(clauses: Clauses) -> frozenset[int]:
    """The words that "denied", "dismissed" and the like take in after them."""
    found: set[int] = set()
    for k, word in enumerate(clauses.low):
        if word in words.DENYING and k not in found:
            found.update(range(k + 1, clauses.reach(k) + 1))
    return frozenset(found)

"""Who takes part in an event: subject before it, objects after it, in its own clause.

A verb takes the mention right before its verb group and those after it up to the next event; one
that comes after "and" or a comma shares the subject of the verb before it. A noun takes who
stands in its own phrase: "Finch's sale of the line to Strandholm". Places that only say
where, possessors and mentions inside longer mentions take no part.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from itertools import pairwise

from ..records import Mention
from . import event_words as words
from .clause_words import TEMPORAL
from .clauses import Clauses
from .event_status import supporting, verb_group

#: How many words a noun's possessor or first word may be away.
_NEAR = 3
#: How far from an event, in words, its participants may be; how many may be joined.
_REACH, _MANY = 60, 8
_POSSESSIVE = frozenset(("his", "their", "its", "our", "my", "your"))
_BOTH = (["and"], ["or"], ["&"])
_GLUE = frozenset((",", "and", "or", "but", "then", "&"))


class _Actor:
    """A mention that may take part: its words, and how it is tied to what is around it."""

    __slots__ = ("clause", "entity", "first", "last", "owns", "place", "tie")

    def __init__(self, clauses: Clauses, mention: Mention) -> None:
        head = clauses.range(mention.head)
        whole = clauses.range(mention.span)
        self.entity = mention.entity
        self.first = min(whole.start, head.start)
        self.last = head.stop - 1
        self.clause = clauses.clause[head.start]
        self.place = mention.kind == "place"
        self.owns = _owns(clauses, head.start, self.last)
        #: The preposition before it, "" where there is none.
        before = clauses.word(self.first - 1)
        while before in _ARTICLES and self.first > 0:
            self.first -= 1
            before = clauses.word(self.first - 1)
        opens = before in TEMPORAL and clauses.begins(self.first - 1)
        tied = (before in _PREPOSITIONS and not opens) or before.endswith(("'s", "s'"))
        self.tie = before if tied else ""


_ARTICLES = frozenset(("the", "a", "an"))
_PREPOSITIONS = (
    words.WHERE | words.OF_NOUN | {"than", "like", "as", "after", "before", "about", "over"}
)
_PREPOSITIONS = _PREPOSITIONS - {"and"}


def _owns(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a mention is a possessor: "Finch's", "his"; "her" before a noun."""
    word = clauses.low[last]
    if word in words.BE:
        return False  # "she's": she is
    if (
        word.endswith(("'s", "s'"))
        or clauses.text[clauses.ends[last] : clauses.ends[last] + 2] in _GENITIVES
    ):
        return True
    if first != last:
        return False
    after = clauses.word(last + 1)
    return word in _POSSESSIVE or (
        word == "her" and after[:1].isalpha() and after not in words.AFTER_HER
    )


_GENITIVES = frozenset(("’s", "'s"))


class Participants:
    """Finds the entities that take part in the events of one text.

    ``events`` are their words, in reading order.
    """

    def __init__(
        self, clauses: Clauses, mentions: Sequence[Mention], events: Sequence[int]
    ) -> None:
        self._clauses = clauses
        self._events = list(events)
        marked = frozenset(events)
        kept = [m for m in _outermost(clauses, mentions) if clauses.range(m.head)]
        actors = [_Actor(clauses, m) for m in kept if not _modifies(clauses, m, marked)]
        self._actors = sorted(actors, key=lambda a: (a.last, a.first))
        self._lasts = [a.last for a in self._actors]
        for actor, earlier in pairwise(reversed(self._actors)):
            # "Finch and Breck's boat": the boat is of both.
            if actor.owns and clauses.low[earlier.last + 1 : actor.first] in _BOTH:
                earlier.owns = True
        for earlier, actor in pairwise(self._actors):
            between = clauses.low[earlier.last + 1 : actor.first]
            listed = between == [","] and earlier.place and actor.place
            if not actor.tie and (listed or (between and "and" in between and len(between) < 3)):
                actor.tie = earlier.tie
        self._subjects: dict[int, list[_Actor]] = {}

    def of(self, k: int) -> tuple[int, ...]:
        """Numbers of the entities that take part in the event at word ``k``, in reading order."""
        if is_noun(self._clauses, k):
            found = [*self._owners(k), *self._supporters(k), *self._after(k, words.OF_NOUN)]
        else:
            found = [*self._subject(k), *self._after(k, None)]
        return tuple(dict.fromkeys(a.entity for a in found))

    def _subject(self, k: int) -> list[_Actor]:
        """The subject of the verb at word ``k``; kept, for verbs that share it."""
        found = self._find_subject(k)
        self._subjects[k] = found
        return found

    def _find_subject(self, k: int) -> list[_Actor]:
        clauses = self._clauses
        before = k - len(verb_group(clauses, k)) - 1
        if clauses.word(before) in _GLUE:
            shared = self._verb_before(k)
            if shared is not None:
                return self._subjects.get(shared, [])
        mine = clauses.clause[k]
        found = self._before(k, mine) or self._antecedent(mine)
        clause = clauses.clauses[mine]
        if not found and clause.kind in ("temporal", "adverbial") and clause.parent >= 0:
            # "Finch left after selling the boats": who left sold them.
            gerund = clauses.low[k].endswith("ing")
            return self._before(clause.first, clause.parent) if gerund else []
        return found

    def _before(self, k: int, clause: int) -> list[_Actor]:
        """The last mention before word ``k`` in a clause, with those joined to it."""
        first = max(self._clauses.clauses[clause].first, k - _REACH)
        for at in range(bisect_left(self._lasts, k) - 1, -1, -1):
            actor = self._actors[at]
            if actor.last < first:
                break
            if actor.clause == clause and not actor.owns and not actor.tie:
                return self._with_others(at)
        return []

    def _verb_before(self, k: int) -> int | None:
        """The event right before ``k`` in its clause, if its subject is known."""
        clause = self._clauses.clause
        for at in range(bisect_left(self._events, k) - 1, -1, -1):
            event = self._events[at]
            if event < k - _REACH:
                break
            if clause[event] == clause[k] and event in self._subjects:
                return event
        return None

    def _with_others(self, at: int) -> list[_Actor]:
        """An actor with those it is joined to: "Finch, Breck and Pellowe"."""
        found = [self._actors[at]]
        for earlier in reversed(self._actors[max(at - _MANY, 0) : at]):
            between = self._clauses.low[earlier.last + 1 : found[0].first]
            if not between or len(between) > 2 or not _GLUE.issuperset(between):
                break
            if earlier.owns or earlier.tie:
                break
            found.insert(0, earlier)
        return found

    def _antecedent(self, clause: int) -> list[_Actor]:
        """Whom "who" or "which" stands for, where the clause begins with it."""
        found = self._clauses.clauses[clause]
        if found.kind != "relative" or self._clauses.low[found.first] not in ("who", "which"):
            return []
        at = bisect_left(self._lasts, found.first) - 1
        if at < 0 or self._actors[at].owns or found.first - self._actors[at].last > _NEAR:
            return []
        return [self._actors[at]]

    def _after(self, k: int, ties: frozenset[str] | None) -> list[_Actor]:
        """Those after the event at word ``k``, before the next event of its clause.

        ``ties`` are the prepositions that may tie them to it, None for any.
        """
        clauses = self._clauses
        found: list[_Actor] = []
        mine = clauses.clause[k]
        stop = self._next_event(k)
        for at in range(bisect_right(self._lasts, k), len(self._actors)):
            actor = self._actors[at]
            if actor.first >= stop or clauses.sentence[actor.last] != clauses.sentence[k]:
                break
            if actor.clause != mine or actor.owns or actor.first <= k:
                continue
            if actor.place and actor.tie in words.WHERE:
                continue
            if ties is None and actor.tie and actor.tie not in words.OF_VERB:
                continue
            if ties is not None and not self._tied(k, actor, found, ties):
                break
            found.append(actor)
        return found

    def _tied(self, k: int, actor: _Actor, found: Sequence[_Actor], ties: frozenset[str]) -> bool:
        """Whether an actor belongs to the phrase of a noun, or is joined to one that does."""
        start = found[-1].last if found else k
        between = self._clauses.low[start + 1 : actor.first]
        marks = any(not w[:1].isalnum() and w != "," for w in between)
        joined = bool(found) and _GLUE.issuperset(between)
        return not marks and len(between) <= 4 and (actor.tie in ties or joined)

    def _next_event(self, k: int) -> int:
        """The next event of the clause of word ``k``, or where to stop looking."""
        clause = self._clauses.clause
        for at in range(bisect_right(self._events, k), len(self._events)):
            event = self._events[at]
            if event > k + _REACH or clause[event] == clause[k]:
                return min(event, k + _REACH)
        return k + _REACH

    def _supporters(self, k: int) -> list[_Actor]:
        """The subject of "made" for the bid of "made its first bid"."""
        verb = supporting(self._clauses, k)
        return self._subjects.get(verb, []) if verb is not None else []

    def _owners(self, k: int) -> list[_Actor]:
        """Who stands before a noun: "Finch's late departure", "the Strandholm bid"."""
        clauses = self._clauses
        at = bisect_left(self._lasts, k) - 1
        if at < 0:
            return []
        actor = self._actors[at]
        between = clauses.low[actor.last + 1 : k]
        plain = len(between) <= _NEAR and all(
            (w[:1].isalnum() and w not in words.GROUP) or w == "s" for w in between
        )
        near = actor.owns and plain
        adjacent = (
            not between and not clauses.text[clauses.ends[actor.last] : clauses.starts[k]].strip()
        )
        return [actor] if near or adjacent else []


def _modifies(clauses: Clauses, mention: Mention, events: Container[int]) -> bool:
    """Whether a name only stands before a noun: "the Strandholm boats sank"."""
    after = clauses.range(mention.head).stop
    word = clauses.word(after)
    if not mention.named or after in events or not word.isalpha() or clauses.capital(after):
        return False
    if _owns(clauses, clauses.range(mention.head).start, after - 1):
        return False
    verb = word.endswith(("ed", "ly", "ing")) or word in words.IRREGULAR or word in words.GROUP
    return not verb and word not in words.SMALL


def _outermost(clauses: Clauses, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions outside longer ones: not the council of "the leader of the council"."""
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    found: list[Mention] = []
    end: list[Mention] = []
    for mention in ordered:
        while end and end[-1].span.end <= mention.head.start:
            end.pop()
        inside = any(_holds(clauses, m, mention) for m in end)
        if not inside:
            found.append(mention)
        end.append(mention)
        end.sort(key=lambda m: -m.span.end)
    return found


def _holds(clauses: Clauses, outer: Mention, mention: Mention) -> bool:
    """Whether a mention is part of another rather than joined to it: not "Finch and Breck"."""
    after, before = clauses.range(outer.head).stop, clauses.range(mention.head).start
    if (
        outer.head.end > mention.head.start
        or clauses.sentence[after - 1] != clauses.sentence[before]
    ):
        return False
    return not _GLUE.issuperset(clauses.low[after:before])


def is_noun(clauses: Clauses, k: int) -> bool:
    """Whether the event word ``k`` is a noun, by its form and the words before it."""
    word, before = clauses.low[k], clauses.word(k - 1)
    if before == "to" or before in words.GROUP:
        return False
    if word.endswith("ed") or (word in words.IRREGULAR and before not in words.DETERMINING):
        return False
    if before in words.BEFORE_NOUN or before.endswith(("'s", "s'")):
        return not (word.endswith("ing") and before not in words.DETERMINING)
    if word.endswith(words.NOUN_ENDINGS):
        return True
    return clauses.word(k + 1) == "of" and not word.endswith("ing")

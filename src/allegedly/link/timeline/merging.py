"""Tellings of a story that are one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from math import log

from ..events.merging import candidates, merge
from ..events.pairs import Telling, cosine, odds
from ..events.tellings import Told

#: The mean log-odds above which mentions of ECB+ are one event; a timeline has dates and
#: people to go by, and asks for more.
THRESHOLD = -1.0
ASKED = -0.5
#: What a shared date adds: the same day, the same longer stretch, one inside the other.
_SAME_DAY, _SAME, _INSIDE = 2.5, 1.5, 0.5
#: What it adds most that few events of the story have that date, and what the words near add.
_RARE, _DATED_WORDS = 2.0, 5.0
#: Who takes part: somebody is shared, nobody is.
_SHARED, _OTHERS = 1.5, -2.5
#: Who takes part in one telling of 30 tells all that a name can tell.
_WORTH = log(30)
#: Unless both are dated: what that takes, and what the words around give back.
_UNDATED, _WORDS, _ENOUGH = -3.6, 10.0, 3.4
#: With words that tell nothing by themselves; in quotation marks; told in another mood.
_VAGUE, _QUOTED = -2.0, -0.7
_MOODS = {"happened": 2, "ongoing": 2, "planned": 1, "possible": 0, "denied": 3, "hypothetical": 4}
_MOOD = -1.0
#: What it adds at most that a shared word or sense is rare in the story.
_FEW = 2.5
#: Words around that are alike by the inverse of this make such a word tell all it can.
_TELLS = 10.0
#: Both look ahead to one day.
_AHEAD = 2.0
#: A sentence that is another but for a few words; how many that share some of its
#: weightiest words are looked at, and how many are remembered for each.
_NEARLY, _TRIED, _WEIGHTY, _REMEMBERED = 0.75, 3, 6, 8
_NEVER = float("-inf")
#: A statement and no more.
_SAID = frozenset(("say",))
#: Two dates of what is otherwise told alike this close to each other are a conflict.
_CLOSE, _A_YEAR, _ALIKE = timedelta(days=7), timedelta(days=366), 0.7


def clusters(tellings: Sequence[Told]) -> list[list[Told]]:
    """The tellings of each event, in order; (nearly) the same sentence counts once."""
    groups = _Nodes().of(tellings)
    firsts = [group[0] for group in groups]
    compared = [one.telling for one in firsts]
    found = merge(len(firsts), candidates(compared), _Score(firsts), ASKED)
    return [[one for number in cluster for one in groups[number]] for cluster in found]


class _Nodes:
    """Tellings in the same words, or nearly so: coverage of one story repeats itself."""

    def __init__(self) -> None:
        self._groups: list[list[Told]] = []
        self._same: dict[Hashable, int] = {}
        self._near: dict[Hashable, list[int]] = defaultdict(list)

    def of(self, tellings: Sequence[Told]) -> list[list[Told]]:
        """The groups, each and all in the order of the tellings."""
        for one in tellings:
            key = _same_words(one)
            number = self._same.get(key)
            if number is None:
                number = self._alike(one)
                self._same[key] = number
            self._groups[number].append(one)
        return self._groups

    def _alike(self, one: Told) -> int:
        """The group that a telling belongs to, a new one where there is none."""
        keys = _fuzzy(one)
        met = Counter(number for key in keys for number in self._near.get(key, ()))
        for number, shared in met.most_common(_TRIED):
            if shared >= 2 and _nearly(one, self._groups[number][0]):
                return number
        self._groups.append([])
        for key in keys:
            if len(self._near[key]) < _REMEMBERED:
                self._near[key].append(len(self._groups) - 1)
        return len(self._groups) - 1


def _fuzzy(one: Told) -> list[Hashable]:
    telling = one.telling
    best = sorted(telling.around.items(), key=lambda item: (-item[1], item[0]))[:_WEIGHTY]
    root = (one.word, one.status, telling.earliest, telling.latest)
    return [(*root, name) for name, _ in best]


def _nearly(one: Told, other: Told) -> bool:
    """Whether two sentences in two articles are the same but for a few words."""
    if one.telling.text == other.telling.text or one.unnamed != other.unnamed:
        return False
    people = one.telling.who == other.telling.who
    return people and cosine(one.telling.around, other.telling.around) >= _NEARLY


def _same_words(one: Told) -> Hashable:
    words = " ".join(one.sentence.of(one.layer.text).lower().replace("’", "'").split())
    telling = one.telling
    place = one.head.start - one.sentence.start
    return words, place, telling.earliest, telling.latest, one.time is None


class _Score:
    """The log-odds that two tellings of one story are one event."""

    def __init__(self, tellings: Sequence[Told]) -> None:
        self._tellings = tellings
        self._dates = Counter(_dates(one) for one in tellings if one.dated)
        self._words = Counter(
            name for one in tellings for name in one.telling.stems | one.telling.senses
        )
        self._people = Counter(name for one in tellings for name in one.telling.who)

    def __call__(self, one: int, other: int) -> float:
        first, second = self._tellings[one], self._tellings[other]
        a, b = first.telling, second.telling
        if not _compatible(first, second):
            return _NEVER
        near = cosine(a.around, b.around)
        if not (overlap(a, b) or _conflicting(first, second, near)):
            return _NEVER
        total = odds(a, b, around=near) + self._time(first, second, near)
        total += self._word(a, b) * min(1.0, near * _TELLS)
        total += self._who(first, second)
        if first.vague and second.vague:
            total += _VAGUE * (1 - near)
        total += _QUOTED * (first.quoted or second.quoted)
        return total + _MOOD * abs(_MOODS[first.status] - _MOODS[second.status])

    def _who(self, first: Told, second: Told) -> float:
        """What it adds who takes part in both, or that nobody does."""
        both = first.telling.who & second.telling.who
        if both:
            return _SHARED * max(self._telling(name) for name in both)
        named = {*first.who, *first.about} & {*second.who, *second.about}
        return _OTHERS if first.who and second.who and not named else 0.0

    def _word(self, one: Telling, other: Telling) -> float:
        """What it adds that few tellings of the story have the word or sense they share."""
        shared = (one.stems & other.stems) or (one.senses & other.senses)
        if not shared or one.text == other.text:
            return 0.0
        often = min(self._words[name] for name in shared)
        count = len(self._tellings)
        return _FEW * max(0.0, log(count / often) / log(count + 1) - 0.5)

    def _telling(self, name: str) -> float:
        """How much it tells that somebody takes part: 0 for who is in everything, at most 1."""
        often = self._people[name] / len(self._tellings)
        return min(1.0, log(1 / often) / _WORTH)

    def _time(self, first: Told, second: Told, near: float) -> float:
        if first.stamped and second.stamped and first.article == second.article:
            return _SAME_DAY
        if not (first.dated and second.dated):
            if _like_words(first, second):
                return _SAME
            return _UNDATED + min(_ENOUGH, _WORDS * near)
        mine, theirs = _dates(first), _dates(second)
        if mine == theirs:
            rare = min(_RARE, log(max(1.0, sum(self._dates.values()) / self._dates[mine] / 5)))
            total = (_SAME_DAY if mine[0] == mine[1] else _SAME) + rare + _DATED_WORDS * near
            return total + _AHEAD * (_looks_ahead(first) and _looks_ahead(second))
        return _INSIDE


def _like_words(first: Told, second: Told) -> bool:
    """Whether both name one month, season or day of a year that one of them leaves open."""
    mine, theirs = _part(first), _part(second)
    return bool(mine and theirs) and mine == theirs


def _part(one: Told) -> str:
    """What a date says within its year: "02" of ``2021-02-15`` and of ``XXXX-02``."""
    if one.time is None or one.since or one.stamped:
        return ""
    part = one.time.value[5:7]
    return "" if "X" in part or (part.startswith("W") and part != "WI") else part


def _looks_ahead(one: Told) -> bool:
    """Whether a telling names a day that was still to come when it was written."""
    when = one.written.latest if one.written else None
    return bool(one.dated and when and one.telling.earliest and one.telling.earliest > when)


def _dates(one: Told) -> tuple[date | None, date | None]:
    return (one.time.earliest, one.time.latest) if one.time else (None, None)


def _compatible(first: Told, second: Told) -> bool:
    """Whether two tellings may be one event, whatever their days."""
    a, b = first.telling, second.telling
    if _sentence(first) == _sentence(second):
        return False
    if "denied" in (first.status, second.status) and first.status != second.status:
        return False
    if first.act and second.act and a.senses == b.senses == _SAID and a.who.isdisjoint(b.who):
        return False
    if "hypothetical" in (first.status, second.status):
        return False
    if first.article != second.article and (_faint(first) or _faint(second)):
        return False
    months = {_part(one) for one in (first, second) if _part(one).isdigit()}
    # "in February" is not the event of 3 March, whatever the year
    return len(months) < 2 or (first.dated and second.dated)


def _sentence(one: Told) -> Hashable:
    return one.article, one.layer.field, one.sentence


def _faint(one: Told) -> bool:
    """Whether a noun without a date and without anybody tells of it: "a sale"."""
    return one.noun and not one.dated and not one.who and one.layer.field == "text"


def overlap(one: Telling, other: Telling) -> bool:
    """Whether both may have happened on one day."""
    if one.earliest and other.latest and one.earliest > other.latest:
        return False
    return not (other.earliest and one.latest and other.earliest > one.latest)


def _conflicting(first: Told, second: Told, near: float) -> bool:
    """Whether two articles tell the same but for its date, and the dates are close."""
    mine, theirs = first.time, second.time
    if first.article == second.article or near < _ALIKE or mine is None or theirs is None:
        return False
    if first.status != "happened" or second.status != "happened":
        return False
    if not (mine.earliest and mine.latest and theirs.earliest and theirs.latest):
        return False
    longest = max(mine.latest - mine.earliest, theirs.latest - theirs.earliest)
    apart = abs(mine.earliest - theirs.earliest)
    close = apart <= (_CLOSE if longest < _CLOSE else _A_YEAR)
    return close and not first.telling.stems.isdisjoint(second.telling.stems)

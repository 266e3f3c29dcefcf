"""Following a word from article to article: whose it was before somebody passed it on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import fsum, log

from ...reader.lexicon import word_set
from ...records import Span
from ..words import term
from .unnamed import Description
from .voices import Key, Voice

#: How much of what is passed on (by weight of its words) must stand where it is from: for an
#: outlet's word, for an unnamed source described as nobody in particular, and as somebody else.
_WHOLE, _SOURCE, _OTHER = 0.35, 0.2, 0.5
#: Places looked at for one word of one outlet.
_PLACES = 200
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_IDLE = word_set(
    "the a an and or but of to in on at by for from with as that this it its is are was were be "
    "been has have had will would could should may might can not no he she they them his her "
    "their him who which what when where there than then so if about into over after before more "
    "said says say told tell according also just new one"
)


def content(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words of some stretches that tell what they are about."""
    return frozenset(
        _term(form)
        for span in spans
        for form in _WORD.findall(span.of(text).lower())
        if form not in _IDLE and (len(form) > 2 or form.isdigit())
    )


@lru_cache(maxsize=1 << 16)
def _term(form: str) -> str:
    return term(form.replace("’", "'"))


@dataclass(frozen=True, slots=True)
class Told:
    """Something one article tells: its outlet, its words, its voice.

    ``voice`` gives None as long as it is not followed to its origin.
    """

    article: str
    outlet: str
    content: frozenset[str]
    voice: Callable[[], Voice | None]


class Trail:
    """What each outlet tells, found again by its words."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        seen: dict[str, set[str]] = defaultdict(set)
        for number, one in enumerate(told):
            for word in sorted(one.content):
                seen[word].add(one.article)
                self._places[one.outlet, word].append(number)
        articles = len({one.article for one in told})
        self._weights = {word: log(1 + articles / len(among)) for word, among in seen.items()}
        self._new = log(1 + articles)
        #: The unnamed sources that outlets have of their own, and those others say they have.
        self.own: dict[str, dict[Key, Description]] = defaultdict(dict)
        self.relayed: dict[str, Counter[Key]] = defaultdict(Counter)

    def note(self, teller: str, voice: Voice) -> None:
        """Take in an unnamed source: as ``teller``'s own, or as that of one it relies on."""
        how = voice.description
        if voice.sourcing != "unnamed" or how is None or how.recalls:
            return
        if not voice.via:
            self.own[teller].setdefault(_at(teller, voice), how)
        elif not how.bare:
            self.relayed[voice.via[-1]][_at(voice.via[-1], voice)] += 1

    def followed(self, article: str, teller: str, voice: Voice, about: frozenset[str]) -> Voice:
        """The voice with its origin's key, as far as other articles tell of it."""
        if voice.sourcing == "unnamed" and voice.description is not None:
            return self._unnamed(article, teller, voice, voice.description, about)
        if voice.via and (voice.key is None or voice.sourcing in ("self", "none")):
            return self._outlet(article, teller, voice, about)
        return voice

    def _outlet(self, article: str, teller: str, voice: Voice, about: frozenset[str]) -> Voice:
        """What an outlet is said to report: on the word it has it from, where it is found."""
        outlet = voice.via[-1]
        for score, one in self._nearest(outlet, about):
            found = one.voice()
            if score < _WHOLE:
                break
            if found is None or one.article == article or teller in found.via:
                continue
            return replace(found, via=()).through((*voice.via, *found.via), teller)
        return Voice("outlet", voice.via, None, None, ("outlet", outlet))

    def _unnamed(
        self,
        article: str,
        teller: str,
        voice: Voice,
        described: Description,
        about: frozenset[str],
    ) -> Voice:
        home = voice.via[-1] if voice.via else teller
        key = _at(home, voice)
        known = self.own.get(home, {})
        if described.recalls:
            about |= described.camp

            def fits(other: Description) -> bool:
                return _same_number(described, other)

            found = self._source(home, about, fits, 0.0, but=article)
            if found is None:
                some = [other for other, how in known.items() if fits(how) and other != key]
                found = some[0] if len(some) == 1 else None
            return replace(voice, key=found or key)
        if not voice.via or key in known:
            return replace(voice, key=key)
        found = self._source(home, about, _any, _SOURCE if described.bare else _OTHER)
        if found is None and described.bare:
            some = list(known) or [other for other in self.relayed[home] if other != key]
            found = some[0] if len(some) == 1 else None
        return replace(voice, key=found or key)

    def _source(
        self,
        outlet: str,
        about: frozenset[str],
        fits: Callable[[Description], bool],
        least: float,
        but: str | None = None,
    ) -> Key | None:
        """The unnamed source of an outlet that tells what is nearest to these words."""
        for score, one in self._nearest(outlet, about):
            found = one.voice()
            if score < least:
                break
            if found is None or found.key is None or found.description is None:
                continue
            mine = found.key[:2] == ("unnamed", outlet) and one.article != but
            if mine and fits(found.description) and not found.description.recalls:
                return found.key
        return None

    def _nearest(self, outlet: str, about: frozenset[str]) -> list[tuple[float, Told]]:
        """What an outlet tells that shares words with these, the nearest first."""
        scores: Counter[int] = Counter()
        for word in sorted(about):
            for place in self._places.get((outlet, word), ())[:_PLACES]:
                scores[place] += self._weights[word]  # type: ignore[assignment]
        whole = fsum(self._weights.get(word, self._new) for word in about) or 1.0
        return [
            (score / whole, self._told[place])
            for place, score in sorted(scores.items(), key=lambda one: (-round(one[1], 6), one[0]))
        ]


def _at(home: str, voice: Voice) -> Key:
    rest = (voice.key or ("unnamed",))[1:]
    return ("unnamed", home, *rest)


def _any(_: Description) -> bool:
    return True


def _same_number(one: Description, other: Description) -> bool:
    if one.count and other.count:
        return one.count == other.count
    return other.many == (one.many or one.reference == "part")

"""Every place of a story's coverage that tells of an event, ready to be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...reader.event_words import PLANNING, WILL
from ...records import Attribution, Span, Status, Time, When
from ..frequencies import rarity
from ..material import Layer, Material
from ..words import term
from . import words as listed
from .heads import Head, Heads, cues_of
from .lemmas import senses, stems
from .pages import Page, pages, same_text
from .pairs import Telling
from .weights import Weights

#: What an entity of an article is: a cast id, or a name where there is no cast yet.
Who = Callable[[str, int], str | None]
#: How many words on either side of the head count as near, and as around it.
_NEAR, _AROUND = 5, 60
#: A word without a date and a dated one of its clause no further apart tell of one event.
_TOGETHER = 4
#: How far before its verb "will" or "is due to" stands, and after it its particle.
_BEFORE, _AFTER = 5, 5


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One place that tells of an event, in the article with the id ``article``.

    ``head`` is the word that stands for it (``heads`` are all that do), ``clause`` a
    stretch that can be read by itself. ``time`` dates it; ``since`` says that it only
    began then, ``stamped`` that it is the clock time over the paragraph. ``who`` take part,
    ``about`` are all that its clause speaks of. ``act`` says that it is something said or
    written, ``own`` that the article says it in its own voice, ``unnamed`` that it rests on
    a source without a name. ``noun``, ``vague`` and ``routine`` are of the head,
    ``announced`` says that "will", "is due to" or the like stands before it.
    """

    layer: Layer
    article: str
    head: Span
    heads: tuple[Span, ...]
    word: str
    sentence: Span
    clause: Span
    status: Status
    time: Time | None
    since: bool
    stamped: bool
    who: tuple[str, ...]
    about: tuple[str, ...]
    act: bool
    own: bool
    unnamed: bool
    quoted: bool
    noun: bool
    vague: bool
    routine: bool
    announced: bool
    written: When | None
    telling: Telling

    @property
    def dated(self) -> bool:
        """Whether it has a date with a year, of its own."""
        time = self.time
        known = time is not None and time.earliest is not None and "X" not in time.value
        return known and not self.stamped

    @property
    def exact(self) -> bool:
        """Whether it names a date of the calendar in figures."""
        words = self.time.span.of(self.layer.text) if self.time else ""
        return self.dated and any(mark.isdigit() for mark in words)


def tellings(material: Material, who: Who, briefly: Container[str] = ()) -> list[Told]:
    """All tellings of a story, article by article and in reading order.

    Of the articles (ids) in ``briefly`` only those with a date.
    """
    weights = Weights(one.article.text for one in material.originals)
    texts = same_text(material)
    found: list[Told] = []
    for page in pages(material):
        found.extend(_Finder(page, texts, who, weights).all(page.article in briefly))
    return found


class _Finder:
    """Finds the tellings of one page."""

    def __init__(self, page: Page, texts: Mapping[str, str], who: Who, weights: Weights) -> None:
        self._page = page
        self._words = page.words
        self._who = who
        self._weights = weights
        self._text = texts.get(page.article, page.article)
        self._mentions = page.layer.layers.mentions
        self._starts = [one.span.start for one in self._mentions]
        self._cues = cues_of(page)
        self._within = self._contents()

    def all(self, briefly: bool) -> list[Told]:
        """The tellings in reading order; only those with a date, if it is to be brief."""
        if not self._words.low:
            return []
        groups = self._groups(Heads(self._page, self._cues).all())
        found = [
            self._told(group) for group in groups
            if not briefly or any(one.time and one.time.earliest for one in group)
        ]  # fmt: skip
        return sorted(found, key=lambda one: one.head.start)

    def _groups(self, heads: Sequence[Head]) -> Iterator[list[Head]]:
        """Heads that tell of one event: those of one date in a sentence, and those without
        one with a dated head close by, else with those of their clause."""
        sentences: dict[int, list[Head]] = defaultdict(list)
        for one in heads:
            sentences[self._words.sentence[one.k]].append(one)
        for found in sentences.values():
            dated: dict[int, list[Head]] = defaultdict(list)
            free: dict[int, list[Head]] = defaultdict(list)
            for one in found:
                if one.time is not None:
                    dated[one.time.span.start].append(one)
            known = {one.k: one for one in found if one.time is not None}
            for one in found:
                if one.time is None:
                    home = self._home(one, known)
                    group = dated[home] if home is not None else free[self._words.clause[one.k]]
                    group.append(one)
            yield from dated.values()
            yield from free.values()

    def _home(self, one: Head, dated: Mapping[int, Head]) -> int | None:
        """Where the date of the nearest dated head of the same clause stands."""
        home = self._words.clause[one.k]
        for apart in range(_TOGETHER + 1):
            for k in (one.k - apart, one.k + apart):
                other = dated.get(k)
                if other and other.time and self._words.clause[k] == home:
                    return other.time.span.start
        if len(dated) == 1:
            other = next(iter(dated.values()))
            theirs = self._words.clause[other.k]
            if other.time and (
                self._at_that_time(home, theirs) or self._at_that_time(theirs, home)
            ):
                return other.time.span.start
        return None

    def _at_that_time(self, inner: int, outer: int) -> bool:
        """Whether a clause is told as of the time of the one around it: "…, when it sank"."""
        clause = self._words.clauses[inner]
        return clause.parent == outer and self._words.word(clause.first) in listed.AT_THAT_TIME

    def _told(self, group: Sequence[Head]) -> Told:
        page, words = self._page, self._words
        group = sorted(group, key=lambda one: (one.time is None, -one.rank, one.k))
        main = group[0]
        low, sentence = words.low[main.k], words.sentence[main.k]
        clause = page.clause(main.k)
        act = self._cues.get(main.span.start) if main.act else None
        within = None if act else self._within.get(main.k)
        who = self._names(number for one in group for number in one.who)
        about = self._names(self._mentioned(clause))
        return Told(
            layer=page.layer,
            article=page.article,
            head=main.span,
            heads=tuple(sorted(one.span for one in group)),
            word=low,
            sentence=page.sentences[sentence],
            clause=clause,
            status=main.status,
            time=main.time,
            since=main.since,
            stamped=main.time is not None and main.time is page.stamp(sentence),
            who=who,
            about=about,
            act=main.act,
            own=within is None and not words.quoted[main.k],
            unnamed=within is not None and within.sourcing in ("unnamed", "none"),
            quoted=words.quoted[main.k],
            noun=main.noun,
            vague=low in listed.VAGUE,
            routine=low in listed.ROUTINE,
            announced=self._announced(main.k),
            written=page.written,
            # Who is named beside it stands for who takes part where nobody is said to.
            telling=self._telling([one.k for one in group], main, who or about, act is not None),
        )

    def _telling(
        self, heads: Sequence[int], main: Head, who: tuple[str, ...], act: bool
    ) -> Telling:
        words = self._words
        sentence = words.sentence[main.k]
        dated = words.range(main.time.span) if main.time else range(0)
        whole = [
            k for k in range(max(0, main.k - _AROUND), min(len(words.low), main.k + _AROUND))
            if words.sentence[k] == sentence and k not in heads and k not in dated
        ]  # fmt: skip
        roots, families = self._kinds(heads, words.low[main.k], act)
        earliest, latest = _possible(main, self._page.written)
        return Telling(
            text=self._text,
            sentence=sentence if self._page.layer.field == "text" else 0,
            stems=roots,
            senses=families,
            near=self._weights.vector(words.low[k] for k in whole if abs(k - main.k) <= _NEAR),
            around=self._weights.vector(words.low[k] for k in whole),
            who=frozenset(who),
            earliest=earliest,
            latest=latest,
            rarity=rarity(term(words.low[main.k])),
        )

    def _kinds(
        self, heads: Sequence[int], main: str, act: bool
    ) -> tuple[frozenset[str], frozenset[str]]:
        """The stems and senses of the heads; vague words have stems only where all are."""
        low = self._words.low
        if main in listed.TALKS:
            heads = heads[:1]
        kept = [k for k in heads if low[k] not in listed.VAGUE] or heads[:1]
        roots = frozenset(stem for k in kept for stem in stems(low[k]))
        families = frozenset(one for k in heads for one in senses(low[k], self._after(k)))
        if act and main in listed.SAYING:
            return frozenset(), frozenset(("say",))
        return roots, families | {"say"} if main in listed.DENIALS else families

    def _after(self, k: int) -> list[str]:
        """The words after one in its sentence."""
        words = self._words
        stop = min(k + 1 + _AFTER, len(words.low))
        return [words.low[j] for j in range(k + 1, stop) if words.sentence[j] == words.sentence[k]]

    def _announced(self, k: int) -> bool:
        words = self._words
        start = max(0, k - _BEFORE)
        near = [words.low[j] for j in range(start, k) if words.clause[j] == words.clause[k]]
        planned = "to" in near and not PLANNING.isdisjoint(near)
        return planned or not WILL.isdisjoint(near)

    def _mentioned(self, span: Span) -> Iterator[int]:
        first = bisect_left(self._starts, span.start)
        for one in self._mentions[first:]:
            if one.span.start >= span.end:
                return
            yield one.entity

    def _names(self, numbers: Iterable[int]) -> tuple[str, ...]:
        article = self._page.article
        found = (self._who(article, number) for number in dict.fromkeys(numbers))
        return tuple(dict.fromkeys(name for name in found if name is not None))

    def _contents(self) -> dict[int, Attribution]:
        """The innermost attribution whose content each word stands in."""
        found: dict[int, Attribution] = {}
        attributions = self._page.layer.layers.attributions
        for one in sorted(attributions, key=lambda one: -_length(one)):
            found.update((k, one) for part in one.content for k in self._words.range(part))
        return found


def _length(one: Attribution) -> int:
    return sum(part.end - part.start for part in one.content)


def _possible(main: Head, written: When | None) -> tuple[date | None, date | None]:
    """The days an event may have happened on: its own date, and when the article was
    written: what happened is past by then, what is planned is not."""
    time = main.time
    earliest = time.earliest if time else None
    latest = time.latest if time else None
    if written is not None and written.latest and main.status in ("happened", "ongoing"):
        if latest is None or latest > written.latest:
            latest = written.latest
    elif written is not None and main.status == "planned" and earliest is None:
        earliest = written.earliest
    if earliest and latest and earliest > latest:
        latest = time.latest if time else None
    return earliest, latest

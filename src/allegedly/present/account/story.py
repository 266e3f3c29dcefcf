"""One story of a ledger as a report shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegedly.records import (
    Account,
    Claim,
    Contradiction,
    ContradictionKind,
    Dating,
    Overtaken,
    StanceValue,
    Story,
    Version,
)

from ..safe import one_line
from .events import TimelineView, timeline_view
from .noted import dated_note
from .people import KindView, Voices, kinds
from .rumors import RumorView, rumor_view
from .sourcing import Origin, origins
from .summary import Sentence, summary
from .targets import ArticleLabel, Quote, Targets, Who, Word

_LETTERS = re.compile(r"\W+")
#: A claim is shown in full from so many articles on.
_CLAIM_NEEDS = 2
#: So many rumors are shown in full, the others are folded.
_RUMORS = 5
_KINDS: dict[ContradictionKind, str] = {
    "value": "different figures",
    "date": "different dates",
    "polarity": "yes and no",
    "status": "how far it has come",
    "identity": "who it is",
}


@dataclass(frozen=True, slots=True)
class AppearanceView:
    """One place where a claim is carried."""

    quote: Quote
    stance: StanceValue
    word: Word
    certainty: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its appearances; ``articles`` counts those that carry it.

    ``rumor`` is the id of the rumor made of it, which says more of what it rests on.
    """

    id: str
    statement: str
    articles: int
    origins: int
    rumor: str | None
    about: tuple[Who, ...]
    appearances: tuple[AppearanceView, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two places beside each other, and why they stand there.

    ``about`` is empty where it would only repeat the words of one of them.
    """

    id: str
    kind: str
    about: str
    first: Quote
    second: Quote
    note: str
    settled: Quote | None = None


@dataclass(frozen=True, slots=True)
class CopyView:
    """Articles with the same text, the first teller first."""

    origin: ArticleLabel
    others: tuple[ArticleLabel, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class VersionView:
    """What a later version of a page dropped and added."""

    earlier: ArticleLabel
    later: ArticleLabel
    dropped: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatingView:
    """What an undated article's date rests on."""

    article: ArticleLabel
    note: str
    anchors: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything of one story, in the order it is shown; ``number`` counts from 1."""

    number: int
    title: str
    articles: tuple[ArticleLabel, ...]
    summary: tuple[Sentence, ...]
    rumors: tuple[RumorView, ...]
    claims: tuple[ClaimView, ...]
    other_claims: tuple[ClaimView, ...]
    contradictions: tuple[PairView, ...]
    overtaken: tuple[PairView, ...]
    origins: tuple[Origin, ...]
    timeline: TimelineView
    cast: tuple[KindView, ...]
    copies: tuple[CopyView, ...]
    versions: tuple[VersionView, ...]
    datings: tuple[DatingView, ...]

    @property
    def leading(self) -> tuple[RumorView, ...]:
        """The rumors shown in full: all that people follow or settled, then those with stances."""
        return tuple(one for one in self.rumors if one in self._first)

    @property
    def further(self) -> tuple[RumorView, ...]:
        """The other rumors, folded."""
        return tuple(one for one in self.rumors if one not in self._first)

    @property
    def _first(self) -> tuple[RumorView, ...]:
        followed = [one for one in self.rumors if one.tracked or one.ruling]
        told = [one for one in self.rumors if one.stances and one not in followed]
        first = [*followed, *told[: max(0, _RUMORS - len(followed))]]
        return tuple(first or self.rumors[:_RUMORS])

    @property
    def shown(self) -> frozenset[str]:
        """The ids of all claims that have a row."""
        return frozenset(one.id for one in (*self.claims, *self.other_claims))

    @property
    def shared_origins(self) -> tuple[Origin, ...]:
        """The origins that several outlets have something from."""
        return tuple(one for one in self.origins if one.tellers > 1)

    @property
    def single_origins(self) -> tuple[Origin, ...]:
        """The origins that one outlet has something from."""
        return tuple(one for one in self.origins if one.tellers <= 1)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The sections with something in them: their anchors and what to call them."""
        there = (
            ("rumors", "Rumors", True),
            ("contradictions", "Contradictions", self.contradictions or self.overtaken),
            ("sourcing", "Sourcing", self.origins),
            ("events", "Timeline", self.timeline.any),
            ("claims", "Claims", self.claims or self.other_claims),
            ("cast", "Cast", self.cast),
            ("copies", "Copies", self.copies or self.versions or self.datings),
        )
        return tuple((f"{name}-{self.number}", label) for name, label, some in there if some)


def story_views(account: Account, targets: Targets, voices: Voices) -> tuple[StoryView, ...]:
    """The stories, in the account's order."""
    return tuple(
        _Viewer(account, story, targets, voices).view(number)
        for number, story in enumerate(account.stories, start=1)
    )


class _Viewer:
    """Makes the view of one story of an account."""

    def __init__(self, account: Account, story: Story, targets: Targets, voices: Voices) -> None:
        self._voices = voices
        self._account = account
        self._story = story
        self._targets = targets
        self._articles = set(story.articles)
        self._rumors = {one.claim: one.id for one in account.rumors if one.claim}

    def view(self, number: int) -> StoryView:
        account, story = self._account, self._story
        claims = [one for one in account.claims if one.story == story.id]
        told = [one for one in claims if _articles(one) >= _CLAIM_NEEDS]
        others = [one for one in claims if _articles(one) < _CLAIM_NEEDS]
        rumors = [one for one in account.rumors if one.story == story.id]
        items = [one for one in account.timeline if one.story == story.id]
        pairs = [one for one in account.contradictions if one.story == story.id]
        return StoryView(
            number=number,
            title=story.title,
            articles=tuple(map(self._targets.article, story.articles)),
            summary=summary(account, story),
            rumors=tuple(rumor_view(one, self._targets) for one in rumors),
            claims=tuple(map(self._claim, told)),
            other_claims=tuple(map(self._claim, others)),
            contradictions=tuple(map(self._contradiction, pairs)),
            overtaken=tuple(
                self._overtaken(one) for one in account.overtaken if one.story == story.id
            ),
            origins=origins(
                (one for one in account.sourcing if one.story == story.id), self._targets
            ),
            timeline=timeline_view(items, self._targets.days(story.articles), self._targets),
            cast=kinds((one for one in account.cast if one.story == story.id), self._voices),
            copies=self._copies(),
            versions=tuple(
                self._version(one)
                for one in account.copies.versions
                if one.earlier in self._articles
            ),
            datings=tuple(
                self._dating(one) for one in account.datings if one.article in self._articles
            ),
        )

    def _claim(self, claim: Claim) -> ClaimView:
        return ClaimView(
            id=claim.id,
            statement=claim.statement,
            articles=_articles(claim),
            origins=claim.origins,
            rumor=self._rumors.get(claim.id),
            about=tuple(dict.fromkeys(map(self._targets.member, claim.about))),
            appearances=tuple(
                AppearanceView(
                    quote=self._targets.quote(one.anchor),
                    stance=one.stance,
                    word=self._targets.word(one.chain),
                    certainty=None if one.certainty == "certain" else one.certainty,
                )
                for one in claim.appearances
            ),
        )

    def _contradiction(self, one: Contradiction) -> PairView:
        return PairView(
            id=one.id,
            kind=_KINDS[one.kind],
            about="" if _repeats(one) else one_line(one.about),
            first=self._targets.quote(one.first),
            second=self._targets.quote(one.second),
            note=dated_note(one.note),
            settled=self._targets.quote(one.settled) if one.settled else None,
        )

    def _overtaken(self, one: Overtaken) -> PairView:
        return PairView(
            id=one.id,
            kind="",
            about=one_line(one.about),
            first=self._targets.quote(one.before),
            second=self._targets.quote(one.after),
            note=dated_note(one.note),
        )

    def _copies(self) -> tuple[CopyView, ...]:
        label = self._targets.article
        return tuple(
            CopyView(
                label(one.origin),
                tuple(label(other) for other in one.articles if other != one.origin),
                one.dated,
            )
            for one in self._account.copies.groups
            if one.origin in self._articles
        )

    def _version(self, one: Version) -> VersionView:
        text = self._targets.text
        return VersionView(
            earlier=self._targets.article(one.earlier),
            later=self._targets.article(one.later),
            dropped=tuple(span.of(text(one.earlier)).strip() for span in one.dropped),
            added=tuple(span.of(text(one.later)).strip() for span in one.added),
        )

    def _dating(self, one: Dating) -> DatingView:
        return DatingView(
            article=self._targets.article(one.article),
            note=dated_note(one.note),
            anchors=self._targets.quotes(one.anchors),
        )


def _repeats(one: Contradiction) -> bool:
    about = _LETTERS.sub(" ", one.about.casefold()).strip()
    return any(about in _LETTERS.sub(" ", side.text.casefold()) for side in (one.first, one.second))


def _articles(claim: Claim) -> int:
    return len({one.anchor.article for one in claim.appearances})

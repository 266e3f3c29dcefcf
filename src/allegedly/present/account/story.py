"""One story of a ledger as a report shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from allegedly.records import (
    Account,
    CastMember,
    Claim,
    Contradiction,
    Dating,
    Overtaken,
    Story,
    Version,
)

from ..safe import one_line
from ..views import KINDS
from .events import TimelineView, timeline_view
from .rumors import STANCES, RumorView, rumor_view
from .sourcing import Origin, origins
from .summary import Sentence, summary
from .targets import ArticleLabel, Quote, Targets

#: A claim is shown in full from so many articles on.
_CLAIM_NEEDS = 2


@dataclass(frozen=True, slots=True)
class AppearanceView:
    """One place where a claim is carried."""

    quote: Quote
    stance: str
    word: str
    certainty: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its appearances; ``articles`` counts those that carry it."""

    id: str
    statement: str
    articles: int
    origins: int
    appearances: tuple[AppearanceView, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two places beside each other, and why they stand there."""

    id: str
    kind: str
    about: str
    first: Quote
    second: Quote
    note: str
    settled: Quote | None = None


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody or something in the story; ``places`` are one mention per article."""

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    places: tuple[Quote, ...]


Kinds = tuple[tuple[str, tuple[MemberView, ...]], ...]
"""The members by kind."""


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
    other_claims: int
    contradictions: tuple[PairView, ...]
    overtaken: tuple[PairView, ...]
    origins: tuple[Origin, ...]
    timeline: TimelineView
    cast: Kinds
    copies: tuple[CopyView, ...]
    versions: tuple[VersionView, ...]
    datings: tuple[DatingView, ...]


def story_views(account: Account, targets: Targets) -> tuple[StoryView, ...]:
    """The stories, in the account's order."""
    return tuple(
        _Viewer(account, story, targets).view(number)
        for number, story in enumerate(account.stories, start=1)
    )


class _Viewer:
    """Makes the view of one story of an account."""

    def __init__(self, account: Account, story: Story, targets: Targets) -> None:
        self._account = account
        self._story = story
        self._targets = targets
        self._articles = set(story.articles)

    def view(self, number: int) -> StoryView:
        account, story = self._account, self._story
        claims = [one for one in account.claims if one.story == story.id]
        told = [one for one in claims if _articles(one) >= _CLAIM_NEEDS]
        rumors = [one for one in account.rumors if one.story == story.id]
        items = [one for one in account.timeline if one.story == story.id]
        pairs = [one for one in account.contradictions if one.story == story.id]
        return StoryView(
            number=number,
            title=story.title,
            articles=tuple(map(self._targets.article, story.articles)),
            summary=summary(account, story, self._targets),
            rumors=tuple(rumor_view(one, self._targets) for one in rumors),
            claims=tuple(map(self._claim, told)),
            other_claims=len(claims) - len(told),
            contradictions=tuple(map(self._contradiction, pairs)),
            overtaken=tuple(
                self._overtaken(one) for one in account.overtaken if one.story == story.id
            ),
            origins=origins(
                (one for one in account.sourcing if one.story == story.id), self._targets
            ),
            timeline=timeline_view(items, self._targets.days(story.articles), self._targets),
            cast=self._cast(one for one in account.cast if one.story == story.id),
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
            appearances=tuple(
                AppearanceView(
                    quote=self._targets.quote(one.anchor),
                    stance=STANCES[one.stance],
                    word=self._targets.on_whose_word(one.chain),
                    certainty=None if one.certainty == "certain" else one.certainty,
                )
                for one in claim.appearances
            ),
        )

    def _contradiction(self, one: Contradiction) -> PairView:
        return PairView(
            id=one.id,
            kind=one.kind,
            about=one_line(one.about),
            first=self._targets.quote(one.first),
            second=self._targets.quote(one.second),
            note=one_line(one.note),
            settled=self._targets.quote(one.settled) if one.settled else None,
        )

    def _overtaken(self, one: Overtaken) -> PairView:
        return PairView(
            id=one.id,
            kind="overtaken",
            about=one_line(one.about),
            first=self._targets.quote(one.before),
            second=self._targets.quote(one.after),
            note=one_line(one.note),
        )

    def _cast(
        self, members: Iterable[CastMember]
    ) -> tuple[tuple[str, tuple[MemberView, ...]], ...]:
        kinds = list(KINDS)
        ordered = sorted(members, key=lambda one: kinds.index(one.kind))
        return tuple(
            (KINDS[kind], tuple(map(self._member, found)))
            for kind, found in groupby(ordered, key=lambda one: one.kind)
        )

    def _member(self, one: CastMember) -> MemberView:
        return MemberView(
            id=one.id,
            name=one_line(one.name) or "unnamed",
            aliases=tuple(map(one_line, one.aliases)),
            roles=tuple(map(one_line, one.roles)),
            places=self._targets.quotes(one.anchors),
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
            note=one_line(one.note),
            anchors=self._targets.quotes(one.anchors),
        )


def _articles(claim: Claim) -> int:
    return len({one.anchor.article for one in claim.appearances})

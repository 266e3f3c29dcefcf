"""An account of the story about the invented band, as linking would make it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from allegedly.link.material import Material
from allegedly.records import (
    Account,
    Anchor,
    Appearance,
    CastMember,
    Chain,
    Claim,
    Contradiction,
    Copies,
    CopyGroup,
    DatedBy,
    Dating,
    Edge,
    EntityRef,
    Overtaken,
    Reading,
    Resolution,
    Rumor,
    Span,
    Stance,
    StanceValue,
    Story,
    TimelineItem,
    Track,
    When,
)

_STANCES: tuple[StanceValue, ...] = ("for", "against", "observing", "unrelated")


def account_of(readings: Sequence[Reading]) -> Account:
    """An account with a row of every sort, each anchored in these readings."""
    maker = _Maker(Material("s-1", readings))
    return Account(
        stage="link-0 test",
        stories=(Story("s-1", "Will the band part?", tuple(maker.articles)),),
        datings=maker.datings(),
        copies=Copies(groups=(CopyGroup(maker.articles[0], tuple(maker.articles[:2]), True),)),
        cast=maker.cast(),
        claims=(maker.claim(),),
        rumors=(maker.rumor(),),
        sourcing=maker.edges(),
        timeline=maker.timeline(),
        contradictions=(maker.contradiction(),),
        overtaken=(maker.overtaken(),),
    )


class _Maker:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.articles = [one.article.id for one in material.readings]
        self.anchors = [self._opening(one) for one in material.readings]

    def _opening(self, reading: Reading) -> Anchor:
        text = reading.article.text
        spans = reading.sentences or (Span(0, min(40, len(text))),)
        return self.material.anchor(reading.article.id, "text", spans[0])

    def chain(self, number: int) -> Chain:
        teller = self.material.teller(self.articles[number])
        if number == 0:
            return Chain(teller, (), "a source close to the band", None, "unnamed", "u-1")
        first = self.material.teller(self.articles[0])
        return Chain(teller, (first,), "a source close to the band", None, "outlet", "u-1")

    def when(self, number: int) -> When | None:
        return self.material.published(self.articles[number])

    def datings(self) -> tuple[Dating, ...]:
        when = When("2023", date(2023, 4, 1), date(2023, 12, 31), "shared")
        return tuple(
            Dating(
                one.article.id, when, "It tells of a letter of April 2023.", tuple(self.anchors[:3])
            )
            for one in self.material.readings
            if one.article.published is None
        )

    def cast(self) -> tuple[CastMember, ...]:
        entities = (EntityRef(self.articles[0], 0),)
        anchor = self.anchors[0]
        return (
            CastMember(
                "p-1",
                "s-1",
                "Odile Marsh",
                "person",
                ("Marsh",),
                ("the singer",),
                entities,
                (anchor,),
            ),
        )

    def claim(self) -> Claim:
        appearances = tuple(
            Appearance(
                anchor, "attributed", "for", "possible", self.chain(n), None, self.when(n), 0.8
            )
            for n, anchor in enumerate(self.anchors)
        )
        return Claim("k-1", "s-1", "Odile Marsh leaves.", self.anchors[0], appearances, ("p-1",), 1)

    def rumor(self) -> Rumor:
        stances = tuple(
            Stance(
                article,
                _STANCES[n % 4],
                "observing",
                0.7,
                self.when(n),
                () if n % 4 == 3 else (self.anchors[n],),
                self.chain(n),
            )
            for n, article in enumerate(self.articles)
        )
        ruling = Resolution(
            "false", date(2023, 5, 1), "https://proof.example/a", None, "2023-05-02"
        )
        teller = self.material.teller(self.articles[0])
        return Rumor(
            id="r-1",
            story="s-1",
            statement="Odile Marsh leaves the band.",
            claim="k-1",
            tracked=False,
            state="false",
            reasons=("it rests on one unnamed source",),
            stances=stances,
            controversial=True,
            origins=1,
            account="Everything rests on one unnamed source.",
            resolution=ruling,
            track=(Track(teller, self.articles[0], "for", self.when(0), "unnamed", False),),
            anchors=(self.anchors[0],),
        )

    def edges(self) -> tuple[Edge, ...]:
        found = []
        for number, anchor in enumerate(self.anchors):
            one = self.chain(number)
            found.append(
                Edge(
                    "s-1", one.teller, one.via, one.origin, None, one.sourcing, ("k-1",), (anchor,)
                )
            )
        return tuple(found)

    def timeline(self) -> tuple[TimelineItem, ...]:
        first, second = self.anchors[:2]
        march = DatedBy("2023-03", date(2023, 3, 1), date(2023, 3, 31), first)
        june = DatedBy("2023-06", date(2023, 6, 1), date(2023, 6, 30), second)
        tellers = tuple(map(self.material.teller, self.articles[:2]))
        articles = tuple(self.articles[:2])
        return (
            TimelineItem(
                "v-1", "s-1", "2023-03", march.earliest, march.latest, "happened", first.text,
                ("p-1",), tellers, articles, (march,), None, None, (first, second),
            ),
            TimelineItem(
                "v-2", "s-1", None, None, None, "planned", second.text, (), tellers, articles,
                (march, june), "One says March, the other June.", None, (second,),
            ),
        )  # fmt: skip

    def contradiction(self) -> Contradiction:
        one, two = self.anchors[:2]
        return Contradiction(
            "d-1", "s-1", "polarity", "whether she leaves", one, two, "Yes and no.", None, 0.8
        )

    def overtaken(self) -> Overtaken:
        one, two = self.anchors[:2]
        return Overtaken("o-1", "s-1", "the date", one, two, date(2023, 4, 5), "It was put off.")

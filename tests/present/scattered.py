"""Readings of made-up texts with anything anywhere: many scripts, or as dense as news can be."""

from __future__ import annotations

import random
from dataclasses import replace

from allegedly.records import (
    Account,
    Article,
    Attribution,
    Event,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
    When,
)

from .accounts import account_of
from .making import outlet, person, reading

SCRIPTS = (
    "abcde ,.",
    "אבגד ",
    "خبر عاجل",
    "e\u0301a\u0308o\u0302",
    "🧑‍🚀🪁𝔸𐍈",
    "\u202e\u2066\n\r\t<&>\"'\x00",
)

_WORDS = [
    "harbour",
    "ferry",
    "council",
    "letter",
    "buyer",
    "talks",
    "source",
    "said",
    "price",
    "boat",
    "island",
    "vote",
    "report",
    "deny",
    "quay",
    "lawyer",
    "spokeswoman",
    "Tuesday",
    "March",
    "never",
    "about",
    "against",
    "between",
    "because",
    "the",
    "a",
    "to",
    "of",
    "in",
    "it",
    "that",
]


def generated(count: int) -> list[Reading]:
    """Readings of texts in many scripts, with rows and layers that may overlap."""
    chance = random.Random(7)
    found = []
    for number in range(count):
        letters = "".join(chance.sample(SCRIPTS, 3))
        text = f"{number}" + "".join(chance.choices(letters, k=60)) + "."
        rows = [made(chance, len(text)) for _ in range(3)]
        layers = scattered(chance, len(text))
        people = [person("Mara Ellis"), outlet("Quay Post")]
        article = Article(text=text, given_id=str(number))
        found.append(reading(article, rows, entities=people, found=layers))
    return found


def scattered(chance: random.Random, length: int, times: int = 1) -> Layers:
    """Mentions, times, events and hedges anywhere, nested, touching and crossing."""

    def span() -> Span:
        start = chance.randrange(length)
        return Span(start, min(length, start + chance.randint(1, 15)))

    def inside(outer: Span) -> Span:
        start = chance.randrange(outer.start, outer.end)
        return Span(start, chance.randint(start + 1, outer.end))

    places = [span() for _ in range(4 * times)]
    return Layers(
        mentions=tuple(
            Mention(one, "person", n > 1, n % 2, inside(one)) for n, one in enumerate(places)
        ),
        times=tuple(
            Time(span(), "DATE", "2021-02", None, None, None) for _ in range(1 + times // 2)
        ),
        events=tuple(
            Event(span(), 0, "planned", when, None, (0,), "occurrence")
            for when in ("2021", *[None] * (1 + 5 * times // 2))
        ),
        hedges=tuple(Hedge(span(), "possible", 0, span()) for _ in range(1 + times // 4)),
    )


def made(chance: random.Random, length: int) -> Attribution:
    """An attribution with its parts anywhere."""

    def spans(most: int) -> tuple[Span, ...]:
        starts = [chance.randrange(length) for _ in range(chance.randint(1, most))]
        return tuple(Span(at, min(length, at + chance.randint(1, 20))) for at in sorted(starts))

    return Attribution(spans(1), spans(1), spans(3), "mixed", "named", None, (), None, 0.9)


def dense(count: int) -> tuple[list[Reading], Account]:
    """Articles of some 600 words in which as much is found as in news, and an account of them.

    No two are alike, so that what a report writes of them does not shrink by repeating itself.
    """
    chance = random.Random(11)
    found = []
    for number in range(count):
        text = ". ".join(" ".join(chance.choices(_WORDS, k=20)) for _ in range(30)) + "."
        rows = [made(chance, len(text)) for _ in range(20)]
        article = Article(
            text=text,
            title=" ".join(chance.choices(_WORDS, k=9)),
            outlet=f"Outlet {number % 60}",
            url=f"https://outlet.example/{number}",
            published=When.from_iso(f"2024-0{1 + number % 3}-{1 + number % 28:02}", "given"),
            given_id=str(number),
        )
        people = [person("Mara Ellis"), outlet("Quay Post")]
        layers = scattered(chance, len(text), times=25)
        found.append(reading(article, rows, entities=people, found=layers))
    account = account_of(found)
    return found, replace(
        account,
        rumors=tuple(replace(account.rumors[0], id=f"r-{number}") for number in range(6)),
        claims=tuple(
            replace(one, id=f"k-{number}", appearances=one.appearances[number::10])
            for one in account.claims
            for number in range(100)
        ),
        timeline=tuple(replace(account.timeline[0], id=f"v-{number}") for number in range(200)),
    )

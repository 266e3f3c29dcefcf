"""Which claims count as unsettled, and the reasons given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from allegedly.link.rumors.evidence import find_unsettled, reasons_of
from allegedly.link.rumors.twins import Twins
from allegedly.records import Hedge, Layers, Reading, Span

from .rumoring import SOLD, claim, material, reading, seen

TITLE = "Will the Tarn mill be sold?"


def hedged(one: Reading, word: str) -> Reading:
    """The reading with one word of its text read as a hedge of what follows."""
    start = one.article.text.index(word)
    span = Span(start, start + len(word))
    return replace(one, body=Layers(hedges=(Hedge(span, "possible", 0, one.sentences[0]),)))


@pytest.mark.parametrize(
    ("text", "words", "more", "reason"),
    [
        (
            f"{SOLD}, a friend said.",
            SOLD,
            {"voice": "attributed", "sourcing": "unnamed"},
            "rests on 1 unnamed source",
        ),
        (
            f"Rumours that {SOLD} went about.",
            SOLD,
            {"certainty": "possible"},
            "1 article calls it a rumor (“rumours”)",
        ),
        (
            f"There is talk of a sale: {SOLD}.",
            SOLD,
            {"certainty": "possible"},
            "1 article calls it a rumor (“talk of”)",
        ),
        (
            f"{SOLD}, it has been claimed.",
            SOLD,
            {"voice": "attributed", "sourcing": "none"},
            "1 article does not say who it comes from",
        ),
        (
            f"Whether {SOLD} is what all ask.",
            SOLD,
            {"voice": "question", "certainty": "unknown", "stance": "observing"},
            "1 article asks",
        ),
    ],
)
def test_each_sign_gives_its_reason(text: str, words: str, more: Any, reason: str) -> None:
    told = reading(text)
    story = material(told)
    assert reasons_of(story, Twins(story), claim(story, [seen(story, told, words, **more)])) == (
        reason,
    )


def test_headlines_that_ask_are_counted() -> None:
    told = [reading(f"{n} people wait.", title=TITLE) for n in range(3)]
    story = material(*told)
    places = [
        seen(story, one, TITLE, field="title", voice="question", stance="observing") for one in told
    ]
    (found,) = find_unsettled(story, Twins(story), [claim(story, places)], {})
    assert found.reasons == ("3 headlines ask",)


def test_copies_count_once() -> None:
    from allegedly.link.copies.groups import find_copies

    body = "The council met on Monday in the long room over the river and it talked until late. "
    told = [reading(body * 3 + f"No. {n}", title=TITLE) for n in range(40)]
    story = material(*told, copies=find_copies([one.article for one in told]))
    places = [
        seen(story, one, TITLE, field="title", voice="question", stance="observing") for one in told
    ]
    assert reasons_of(story, Twins(story), claim(story, places)) == ("1 headline asks",)


def test_hedging_words_are_quoted() -> None:
    told = hedged(reading("Reportedly the Tarn mill will be sold."), "Reportedly")
    story = material(told)
    place = seen(story, told, "the Tarn mill will be sold", certainty="possible")
    assert reasons_of(story, Twins(story), claim(story, [place])) == (
        "1 article hedges it (“reportedly”)",
    )


def test_how_something_seems_is_no_doubt() -> None:
    told = hedged(reading("It seems the Tarn mill will be sold."), "seems")
    story = material(told)
    place = seen(story, told, "the Tarn mill will be sold", certainty="probable")
    assert reasons_of(story, Twins(story), claim(story, [place])) == ()


def test_yes_here_and_no_there_is_a_reason() -> None:
    yes, no = reading(f"{SOLD}."), reading(f"It is untrue that {SOLD}.")
    story = material(yes, no)
    one = claim(story, [seen(story, yes, SOLD), seen(story, no, SOLD, stance="against")])
    assert reasons_of(story, Twins(story), one) == (
        "sentences of 1 article tell it as true, of 1 article deny it",
    )


def test_the_denial_of_an_unnamed_source_does_not_carry_the_claim() -> None:
    told = reading(f"It is untrue that {SOLD}, a friend said.")
    story = material(told)
    place = seen(story, told, SOLD, stance="against", sourcing="unnamed", voice="attributed")
    assert reasons_of(story, Twins(story), claim(story, [place])) == ()


def test_what_nobody_doubts_is_no_rumor() -> None:
    told = [reading(f"{SOLD}. {n}") for n in range(5)]
    story = material(*told)
    one = claim(story, [seen(story, place, SOLD) for place in told])
    assert find_unsettled(story, Twins(story), [one], {}) == []


def test_what_more_articles_doubt_ranks_higher() -> None:
    told = [reading(f"Rumor: {SOLD}. The weir may burst. {n}") for n in range(3)]
    story = material(*told)
    many = claim(story, [seen(story, place, SOLD, certainty="possible") for place in told])
    few = claim(story, [seen(story, told[0], "The weir may burst", certainty="possible")], "Weir")
    ranked = find_unsettled(story, Twins(story), [few, many], {})
    assert next(one.claim for one in ranked) == many


@pytest.mark.parametrize(
    ("origin", "hidden"),
    [
        ("a friend of the owner", True),
        ("two people in the trade", True),
        ("a lawyer who has acted for both sides", True),
        ("her rep", False),
        ("a spokeswoman for the mill", False),
        ("Kerr's lawyer", False),
    ],
)
def test_who_speaks_for_somebody_hides_nobody(origin: str, hidden: bool) -> None:
    told = reading(f"{SOLD}, it is heard.")
    story = material(told)
    place = seen(story, told, SOLD, voice="attributed", sourcing="unnamed")
    place = replace(place, chain=replace(place.chain, origin=origin))
    found = reasons_of(story, Twins(story), claim(story, [place]))
    assert found == (("rests on 1 unnamed source",) if hidden else ())


def test_a_hedge_is_no_doubt_beside_those_who_tell_it_plainly() -> None:
    first = hedged(reading("Reportedly the Tarn mill will be sold to Ida Kerr."), "Reportedly")
    others = [reading(f"{SOLD} to Ida Kerr. {n}") for n in range(3)]
    words = "he Tarn mill will be sold to Ida Kerr"
    doubt = [seen(material(first), first, words, certainty="possible")]
    alone = material(first, others[0])
    plain = [seen(alone, others[0], words)]
    assert find_unsettled(alone, Twins(alone), [claim(alone, [*doubt, *plain])], {})
    story = material(first, *others)
    plain = [seen(story, one, words) for one in others]
    assert find_unsettled(story, Twins(story), [claim(story, [*doubt, *plain])], {}) == []

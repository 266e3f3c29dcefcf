"""How TimeML's marks become a status, and how events are scored, on records made up here."""

from __future__ import annotations

from typing import Any

import pytest

from allegedly.records import Article, Event, Layers, Mention, Reading, Span, Status, Time
from evaluation import events, timeml

TEXT = "Breck sold the boats on Friday. Finch may leave next week."


def event(word: str, eid: str = "e1", text: str = TEXT, **marks: Any) -> dict[str, Any]:
    start = text.index(word)
    plain = {"class": "OCCURRENCE", "tense": "PAST", "aspect": None, "polarity": "POS"}
    found = {"start": start, "end": start + len(word), "eid": eid, "modality": None}
    return {**plain, **found, **marks}


def record(*made: dict[str, Any], **more: Any) -> dict[str, Any]:
    times = [
        {"tid": "t1", "start": 24, "end": 30, "type": "DATE", "value": "2021-02-05"},
        {"tid": "t2", "start": 48, "end": 57, "type": "DATE", "value": "2021-W07"},
    ]
    base = {"text": TEXT, "dct": "2021-02-08", "dct_tid": "t0", "corpus": "TimeBank"}
    links = {"tlinks": [], "slinks": [], "timexes": times, "events": list(made)}
    return {**base, **links, **more}


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({}, "happened"),
        ({"polarity": "NEG"}, "denied"),
        ({"tense": "FUTURE"}, "planned"),
        ({"tense": "PRESENT", "aspect": "PROGRESSIVE"}, "ongoing"),
        ({"tense": "PRESENT", "class": "STATE"}, "ongoing"),
        ({"tense": "INFINITIVE"}, "possible"),
        ({"modality": "may", "tense": None}, "possible"),
        ({"modality": "would", "tense": None}, "planned"),
        ({"modality": "would", "aspect": "PERFECTIVE"}, "hypothetical"),
        ({"tense": "NONE"}, None),
    ],
)
def test_status_by_form(marks: dict[str, Any], expected: str | None) -> None:
    assert timeml.statuses(record(event("sold", **marks))) == {"e1": expected}


@pytest.mark.parametrize(
    ("relation", "time", "expected"),
    [
        ("AFTER", "t0", "planned"),
        ("BEFORE", "t0", "happened"),
        ("INCLUDES", "t0", "ongoing"),
        ("IS_INCLUDED", "t1", "happened"),
        ("BEFORE", "t2", None),
    ],
)
def test_status_by_time(relation: str, time: str, expected: str | None) -> None:
    links = [{"from": "e1", "to": time, "relation": relation}]
    sold = event("sold", tense=None)
    assert timeml.statuses(record(sold, tlinks=links)) == {"e1": expected}


def test_a_link_reads_the_same_from_either_end() -> None:
    one = record(event("sold"), tlinks=[{"from": "e1", "to": "t1", "relation": "IS_INCLUDED"}])
    other = record(event("sold"), tlinks=[{"from": "t1", "to": "e1", "relation": "INCLUDES"}])
    assert timeml.relations(one) == timeml.relations(other) == {"e1": [("IS_INCLUDED", "t1")]}


def test_negative_polarity_of_aquaint_needs_a_word_that_says_so() -> None:
    negative = event("sold", polarity="NEG")
    assert timeml.statuses(record(negative, corpus="AQUAINT")) == {"e1": "happened"}
    text = "Breck never sold the boats."
    said = record(event("sold", text=text, polarity="NEG"), corpus="AQUAINT", text=text)
    assert timeml.statuses(said) == {"e1": "denied"}


@pytest.mark.parametrize(
    ("governor", "relation", "expected"),
    [
        ("plans", "MODAL", "planned"),
        ("tried", "MODAL", "possible"),
        ("denied", "COUNTER_FACTIVE", "denied"),
        ("if", "CONDITIONAL", "hypothetical"),
    ],
)
def test_status_by_governor(governor: str, relation: str, expected: str) -> None:
    text = f"Breck {governor} to sell."
    made = [event(governor, "e1", text), event("sell", "e2", text, tense="INFINITIVE")]
    links = [{"from": "e1", "to": "e2", "relation": relation}]
    found = timeml.statuses(record(*made, text=text, slinks=links))
    assert found["e2"] == expected


def reading(*found: Event, times: tuple[Time, ...] = (), who: tuple[Mention, ...] = ()) -> Reading:
    sentences = (Span(0, 31), Span(32, 58))
    layers = Layers(mentions=who, times=times, events=found)
    return Reading(Article(TEXT), sentences, (), layers, None, "test")


def found(word: str, status: Status = "happened", **more: Any) -> Event:
    start = TEXT.index(word)
    base: dict[str, Any] = {"when": None, "time": None, "participants": (), "type": "occurrence"}
    sentence = int(start > 31)
    return Event(Span(start, start + len(word)), sentence, status, **{**base, **more})


FRIDAY = Time(Span(24, 30), "DATE", "2021-02-05", None, None, None)


def test_words_status_and_times_are_counted() -> None:
    gold = record(
        event("sold"),
        event("leave", "e2", modality="may", tense=None),
        tlinks=[{"from": "e1", "to": "t1", "relation": "IS_INCLUDED"}],
    )
    given = reading(found("sold", time=0), found("boats"), times=(FRIDAY,))
    scores = events.score_timebank([gold], lambda _: given)
    assert (scores.words.right, scores.words.predicted, scores.words.gold) == (1, 2, 2)
    assert scores.status == [("happened", "happened")]
    assert (scores.times.right, scores.times.predicted, scores.times.gold) == (1, 1, 1)
    assert scores.nearest.right == 1


def test_saying_neither_counts_nor_costs_among_the_news() -> None:
    gold = record(event("sold", **{"class": "REPORTING"}), event("leave", "e2"))
    scores = events.score_timebank([gold], lambda _: reading(found("sold"), found("leave")))
    assert (scores.news.right, scores.news.predicted, scores.news.gold) == (1, 1, 1)


def test_participants_are_those_the_reader_knows() -> None:
    names: list[dict[str, Any]] = [{"mid": "m1", "start": 0, "end": 5, "entity": "BRECK"}]
    names.append({"mid": "m2", "start": 32, "end": 37, "entity": "FINCH"})
    part = [{"from": "e1", "to": "m1", "relation": "Arg0"}]
    sold = event("sold", certainty="CERTAIN", time="NON_FUTURE")
    gold = record(sold, mentions=names, participants=part, annotated_to=58)
    who = tuple(
        Mention(Span(m["start"], m["end"]), "person", True, k, Span(m["start"], m["end"]))
        for k, m in enumerate(names)
    )
    right = events.score_meantime(
        [gold], lambda _: reading(found("sold", participants=(0,)), who=who)
    )
    both = events.score_meantime(
        [gold], lambda _: reading(found("sold", participants=(0, 1)), who=who)
    )
    assert right.participants.f1 == 1.0
    assert (both.participants.right, both.participants.predicted) == (1, 2)
    assert right.facts["certainty"] == [("certain", "certain")]


def test_a_guess_without_skill_says_the_commonest() -> None:
    pairs = [("happened", "planned"), ("happened", "happened"), ("planned", "planned")]
    assert events.majority(pairs) == [(g, "happened") for g, _ in pairs]
    assert events.accuracy(events.majority(pairs)) == pytest.approx(2 / 3)
    assert events.macro(pairs) == pytest.approx(2 / 3)

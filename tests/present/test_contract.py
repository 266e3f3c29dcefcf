"""The JSON of a reading is the contract, key by key."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from allegedly.present import reading_to_json
from allegedly.records import (
    Article,
    Attribution,
    Entity,
    Event,
    Furniture,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
    When,
)
from tests.strategies import readings

KEYS = [
    "id",
    "title",
    "outlet",
    "url",
    "language",
    "published",
    "text",
    "furniture",
    "sentences",
    "mentions",
    "attributions",
    "times",
    "events",
    "hedges",
    "headline",
    "entities",
    "unread",
]
LAYERS = ["mentions", "attributions", "times", "events", "hedges"]


def full() -> Reading:
    layers = Layers(
        mentions=(Mention(Span(0, 9), "person", True, 0, Span(0, 4)),),
        attributions=(
            Attribution(
                (Span(0, 4),),
                (Span(5, 9),),
                (Span(10, 18), Span(19, 22)),
                "mixed",
                "named",
                0,
                (1,),
                None,
                0.93,
                "possible",
                (0,),
            ),
        ),
        times=(Time(Span(10, 18), "DATE", "2021-02", None, date(2021, 2, 1), date(2021, 2, 28)),),
        events=(Event(Span(5, 9), 0, "planned", "2021-02", 0, (0, 1), "state"),),
        hedges=(Hedge(Span(19, 22), "possible", 0, Span(10, 18)),),
    )
    article = Article(
        text="Mara said February was wet.",
        title="Wet, says Mara",
        outlet="Quay Post",
        url="https://quay.example/wet",
        published=When.from_iso("2021-02", "meta"),
        language="en",
        furniture=(Furniture(Span(23, 27), "share"),),
        given_id="wet-1",
    )
    return Reading(
        article=article,
        sentences=(Span(0, 27),),
        entities=(Entity("Mara", "person"), Entity("Quay Post", "organization")),
        body=layers,
        headline=Layers(),
        stage="test 1",
    )


def test_a_full_reading() -> None:
    out = reading_to_json(full())
    assert list(out) == KEYS
    assert list(out["headline"]) == LAYERS
    assert out["id"] == "wet-1"
    assert out["published"] == {
        "value": "2021-02",
        "earliest": "2021-02-01",
        "latest": "2021-02-28",
        "basis": "meta",
    }
    assert out["furniture"] == [[23, 27]]
    assert out["sentences"] == [[0, 27]]
    assert out["mentions"] == [
        {"span": [0, 9], "kind": "person", "named": True, "entity": 0, "head": [0, 4]}
    ]
    assert out["attributions"] == [
        {
            "source": [[0, 4]],
            "cue": [[5, 9]],
            "content": [[10, 18], [19, 22]],
            "mode": "mixed",
            "sourcing": "named",
            "speaker": 0,
            "via": [1],
            "within": None,
            "confidence": 0.93,
            "certainty": "possible",
            "hedges": [0],
        }
    ]
    assert out["times"] == [
        {
            "span": [10, 18],
            "type": "DATE",
            "value": "2021-02",
            "mod": None,
            "earliest": "2021-02-01",
            "latest": "2021-02-28",
        }
    ]
    assert out["events"] == [
        {
            "span": [5, 9],
            "sentence": 0,
            "status": "planned",
            "when": "2021-02",
            "time": 0,
            "participants": [0, 1],
            "type": "state",
        }
    ]
    assert out["hedges"] == [
        {"span": [19, 22], "certainty": "possible", "sentence": 0, "scope": [10, 18]}
    ]
    assert out["entities"] == [
        {"name": "Mara", "kind": "person"},
        {"name": "Quay Post", "kind": "organization"},
    ]
    assert out["unread"] is None
    assert json.loads(json.dumps(out)) == out


def test_an_empty_reading_has_all_keys() -> None:
    article = Article(text="Regen.")
    one = Reading(article, (), (), Layers(), None, "test 1", unread="only English is read")
    out = reading_to_json(one)
    assert list(out) == KEYS
    assert out["id"] == article.id
    assert out["headline"] is None
    assert out["published"] is None
    assert all(out[layer] == [] for layer in LAYERS)
    assert out["unread"] == "only English is read"


ORDER = {
    "mentions": ["span", "kind", "named", "entity", "head"],
    "attributions": [
        "source", "cue", "content", "mode", "sourcing", "speaker", "via", "within", "confidence",
        "certainty", "hedges",
    ],
    "times": ["span", "type", "value", "mod", "earliest", "latest"],
    "events": ["span", "sentence", "status", "when", "time", "participants", "type"],
    "hedges": ["span", "certainty", "sentence", "scope"],
}  # fmt: skip


@pytest.mark.parametrize("layer", LAYERS)
def test_the_keys_are_in_the_order_of_the_contract(layer: str) -> None:
    out = reading_to_json(full())
    assert list(out[layer][0]) == ORDER[layer]


@given(readings())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_everything_that_was_read_is_there(one: Reading) -> None:
    out = reading_to_json(one)
    fields = [(out, one.body)] + ([(out["headline"], one.headline)] if one.headline else [])
    for told, layers in fields:
        for layer in LAYERS:
            assert [list(found) for found in told[layer]] == [ORDER[layer]] * len(told[layer])
            spans = [getattr(found, "span", None) for found in getattr(layers, layer)]
            assert [tuple(found.get("span", ())) for found in told[layer]] == [
                (span.start, span.end) if span else () for span in spans
            ]
    assert list(out) == KEYS

"""The JSON Schema of `allegedly export --format json`: `python docs/schema/build.py`.

Written by hand as data here, so that the page, the file and the tests share one source.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

from allegedly.records import (
    Certainty,
    ContradictionKind,
    MentionKind,
    Mode,
    RumorState,
    Sourcing,
    StanceValue,
    Status,
    Voice,
)

FILE = Path(__file__).parent / "export.schema.json"
Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number", "minimum": 0, "maximum": 1}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SPAN: Schema = {"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2}


def maybe(schema: Schema) -> Schema:
    """The schema, or null where it is not known."""
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Schema) -> Schema:
    """A list of such."""
    return {"type": "array", "items": schema}


def one_of(choices: Any) -> Schema:
    """One of the words of a Literal."""
    return {"enum": list(get_args(choices))}


def thing(**properties: Schema) -> Schema:
    """An object that has all these keys; others may be added in later versions."""
    return {"type": "object", "properties": properties, "required": list(properties)}


ANCHORS = many({"$ref": "#/$defs/anchor"})
CHAIN = {"$ref": "#/$defs/chain"}
WHEN = {"$ref": "#/$defs/when"}


def schema() -> Schema:
    """The whole schema."""
    attribution = thing(
        article=TEXT, field=one_of_field(), number=COUNT, source=many(SPAN), cue=many(SPAN),
        content=many(SPAN), mode=one_of(Mode), sourcing=one_of(Sourcing), speaker=maybe(TEXT),
        via=many(TEXT), within=maybe(COUNT), confidence=NUMBER, certainty=one_of(Certainty),
        anchors=ANCHORS,
    )  # fmt: skip
    appearance = thing(
        voice=one_of(Voice), stance=one_of(StanceValue), certainty=one_of(Certainty), chain=CHAIN,
        attribution=maybe(COUNT), published=maybe(WHEN), confidence=NUMBER, anchors=ANCHORS,
    )  # fmt: skip
    stance = thing(
        article=TEXT, stance=one_of(StanceValue), headline=maybe(one_of(StanceValue)),
        confidence=NUMBER, date=maybe(TEXT), chain=maybe(CHAIN), anchors=ANCHORS,
    )  # fmt: skip
    rumor = thing(
        id=TEXT, story=TEXT, statement=TEXT, claim=maybe(TEXT), tracked=FLAG,
        state=one_of(RumorState), reasons=many(TEXT), controversial=FLAG, origins=COUNT,
        account=TEXT, resolution=maybe(thing(on=DAY, proof=TEXT)), stances=many(stance),
        track=many(thing(outlet=TEXT, article=TEXT)), anchors=ANCHORS,
    )  # fmt: skip
    event = thing(
        id=TEXT, story=TEXT, when=maybe(TEXT), earliest=maybe(DAY), latest=maybe(DAY),
        status=one_of(Status), summary=TEXT, participants=many(TEXT), sources=many(TEXT),
        articles=many(TEXT), conflict=maybe(TEXT), outcome=maybe(TEXT), anchors=ANCHORS,
    )  # fmt: skip
    article = thing(
        id=TEXT, ledger_id=TEXT, story=maybe(TEXT), title=maybe(TEXT), outlet=maybe(TEXT),
        url=maybe(TEXT), language=maybe(TEXT), published=maybe(WHEN), text=TEXT,
    )  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "allegedly export, format json",
        **thing(
            articles=many(article),
            cast=many(
                thing(id=TEXT, name=TEXT, kind=one_of(MentionKind), aliases=many(TEXT),
                      roles=many(TEXT), anchors=ANCHORS)
            ),
            attributions=many(attribution),
            claims=many(
                thing(id=TEXT, story=TEXT, statement=TEXT, about=many(TEXT), origins=COUNT,
                      appearances=many(appearance), anchors=ANCHORS)
            ),
            rumors=many(rumor),
            timeline=many(event),
            contradictions=many(
                thing(id=TEXT, kind=one_of(ContradictionKind), about=TEXT, note=TEXT,
                      anchors=ANCHORS)
            ),
            overtaken=many(thing(id=TEXT, about=TEXT, on=maybe(DAY), anchors=ANCHORS)),
            sourcing=many(
                thing(teller=TEXT, via=many(TEXT), origin=maybe(TEXT), sourcing=one_of(Sourcing),
                      claims=many(TEXT), anchors=ANCHORS)
            ),
            copies=thing(groups=many(thing(origin=TEXT, articles=many(TEXT)))),
        ),
        "$defs": {
            "anchor": thing(article=TEXT, field=one_of_field(), span=SPAN, text=TEXT),
            "chain": thing(teller=TEXT, via=many(TEXT), origin=maybe(TEXT), speaker=maybe(TEXT),
                           sourcing=one_of(Sourcing)),
            "when": thing(value=TEXT, earliest=maybe(DAY), latest=maybe(DAY), basis=TEXT),
        },
    }  # fmt: skip


def one_of_field() -> Schema:
    """What a span counts in."""
    return {"enum": ["title", "text"]}


def written() -> str:
    """The file's characters."""
    return json.dumps(schema(), indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")

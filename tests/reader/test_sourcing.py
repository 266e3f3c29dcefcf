"""What a source is and who speaks, from the words of the source alone."""

from __future__ import annotations

import re

import pytest

from allegedly.reader.mentions import Candidate
from allegedly.reader.sourcing import Scene, is_outlet_name, told_outlets, voice_of
from allegedly.records import Entity, MentionKind, Span

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
_KINDS: dict[str, MentionKind] = {"p": "person", "o": "organization", "l": "place"}


def scene_of(marked: str, outlet: str | None = None) -> Scene:
    """A scene of "[Joan Pellowe|p], the harbour master": names marked with their kind."""
    text = ""
    mentions: list[Candidate] = []
    entities: list[Entity] = []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        span = Span(len(text), len(text) + len(match.group(1)))
        text += match.group(1)
        kind = _KINDS[match.group(2)]
        mentions.append(Candidate(span, kind, "name", 0, 0, len(entities)))
        entities.append(Entity(match.group(1), kind))
        last = match.end()
    return Scene(text + marked[last:], mentions, entities, outlet)


CASES = [
    ("[Joan Pellowe|p]", "said", "named", "Joan Pellowe", []),
    ("[Joan Pellowe|p], the harbour master", "said", "named", "Joan Pellowe", []),
    ("the harbour master, [Joan Pellowe|p]", "said", "named", "Joan Pellowe", []),
    ("Harbour master [Joan Pellowe|p]", "said", "named", "Joan Pellowe", []),
    ("[Strandholm|o] spokeswoman [Ada Finch|p]", "said", "named", "Ada Finch", []),
    ("A spokesperson for [Strandholm Marine|o]", "said", "named", "Strandholm Marine", []),
    ("[Strandholm Marine|o]", "said", "named", "Strandholm Marine", []),
    ("[The Kestrel Courier|o]", "reported", "outlet", "The Kestrel Courier", []),
    ("[Northline|o]", "reports", "outlet", "Northline", []),
    ("a person familiar with the talks", "said", "unnamed", None, []),
    ("sources close to [Ada Finch|p]", "said", "unnamed", None, []),
    ("sources for [TMZ|o]", "claim", "unnamed", None, ["TMZ"]),
    ("[TMZ|o] sources", "claim", "unnamed", None, ["TMZ"]),
    ("two officials at [Strandholm|o]", "said", "unnamed", None, []),
    ("friends of the couple", "said", "unnamed", None, []),
    ("[Ada Finch|p]’s", "attempts to", "named", "Ada Finch", []),
    ("[Ada Finch|p]’s friends", "said", "unnamed", None, []),
    ("some reports", "claiming", "unnamed", None, []),
    ("the filing", "says", "document", None, []),
    ("a memo seen by councillors", "says", "document", None, []),
    ("a report by [The Kestrel Courier|o]", "says", "outlet", "The Kestrel Courier", []),
    ("the council", "said", "named", None, []),
    ("Police", "said", "named", None, []),
    ("we", "understand", "self", None, []),
]


@pytest.mark.parametrize(
    ("marked", "cue", "sourcing", "speaker", "via"), CASES, ids=[c[0] for c in CASES]
)
def test_voice(marked: str, cue: str, sourcing: str, speaker: str | None, via: list[str]) -> None:
    scene = scene_of(marked)
    voice = voice_of(scene, Span(0, len(scene.text)), cue)
    name = scene.entities[voice.speaker].name if voice.speaker is not None else None
    assert (voice.sourcing, name) == (sourcing, speaker)
    assert [scene.entities[n].name for n in voice.via] == via


def test_the_page_itself_is_self() -> None:
    scene = scene_of("[The Courier|o]", outlet="Kestrel Bay Courier")
    assert voice_of(scene, Span(0, len(scene.text)), "understands").sourcing in ("self", "outlet")


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("she told [Radio Marrow|o] that", ["Radio Marrow"]),
        ("she told [Ada Finch|p] that", []),
        ("she told [Strandholm|o] that", []),
        ("she told the [Harbour Post|o] that", ["Harbour Post"]),
    ],
)
def test_told(marked: str, told: list[str]) -> None:
    scene = scene_of(marked)
    found = told_outlets(scene, Span(4, 8), len(scene.text))
    assert [scene.entities[n].name for n in found] == told


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Daily Lantern Post", True),
        ("TMZ", True),
        ("thegull.com", True),
        ("Strandholm Marine Group", False),
        ("Postlethwaite", False),
    ],
)
def test_outlet_names(name: str, expected: bool) -> None:
    assert is_outlet_name(name) is expected

"""The quality gate: what ships is as good as what was pinned."""

from __future__ import annotations

import pytest

from allegedly import Reader
from evaluation import account, gate, measure
from evaluation.attribution import Scores, score_document
from evaluation.data import folder
from evaluation.example import figures, rows


def test_floors_hold_on_the_pinned_data() -> None:
    why = gate.missing()
    if why:
        pytest.skip(why)
    pinned = gate.load()
    assert not gate.changed_data(pinned, folder())
    assert not gate.shortfalls(pinned, measure.figures())


def test_a_drop_is_refused() -> None:
    pinned = {"floors": {"attribution.cue": 0.7, "attribution.source": 0.8}}
    lines = gate.shortfalls(pinned, {"attribution.cue": 0.69})
    assert len(lines) == 2


def test_the_example_is_read_as_its_gold_file_says(reader: Reader) -> None:
    found = figures(list(rows(reader))) | account.figures(reader)
    floors = gate.load()["example_floors"]
    assert found.keys() == floors.keys()
    low = {k: (v, floors[k]) for k, v in found.items() if v < floors[k]}
    assert not low


SCORES = [
    ("same", [(0, 1, 2)], [(0, 1, 2)], 1.0, 1.0),
    ("nothing found", [(0, 1, 2)], [], 0.0, 0.0),
    ("no source on one side", [(0, 1, 2)], [(None, 1, 2)], 0.0, 0.0),
    ("no source on both", [(None, 1, 2)], [(None, 1, 2)], 0.0, 1.0),
    ("one too many", [(0, 1, 2)], [(0, 1, 2), (3, 1, 4)], 2 / 3, 2 / 3),
]


@pytest.mark.parametrize(
    ("gold", "found", "source", "relation"), [c[1:] for c in SCORES], ids=[c[0] for c in SCORES]
)
def test_scorer(
    gold: list[tuple[int | None, int, int]],
    found: list[tuple[int | None, int, int]],
    source: float,
    relation: float,
) -> None:
    text = "aa bb cc dd ee"

    def ranges(items: list[tuple[int | None, int, int]]) -> list[dict[str, list[list[int]]]]:
        def place(k: int | None) -> list[list[int]]:
            return [] if k is None else [[3 * k, 3 * k + 2]]

        return [{"source": place(a), "cue": place(b), "content": place(c)} for a, b, c in items]

    scores = Scores()
    score_document(scores, text, ranges(gold), ranges(found))
    assert scores.roles["source"].f1 == pytest.approx(source)
    assert scores.relations.f1 == pytest.approx(relation)

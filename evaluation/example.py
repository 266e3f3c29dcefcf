"""The bundled example against its gold file: quotes, speakers, sourcing, mode.

`python -m evaluation.example` prints every direct quote that is missed or given
to somebody else, and the shares over all gold attributions.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from allegedly import Reader, read
from allegedly.records import Attribution, Reading

from .data import ROOT

STORY = ROOT / "examples" / "ferry"
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One gold attribution and the reading's best match for it."""

    article: str
    gold: dict[str, Any]
    found: Attribution | None
    speaker: str | None
    #: Names the gold speaker goes by; empty where nobody is named.
    names: frozenset[str]

    @property
    def speaker_right(self) -> bool:
        """Whether the resolved speaker is the gold one (or rightly unknown)."""
        if self.found is None:
            return False
        if not self.names:
            return self.found.sourcing != "named"
        return self.speaker is not None and self.speaker.casefold() in self.names


def _key(reading: Reading) -> str:
    return reading.article.given_id or (reading.article.origin or "").rsplit("/", 1)[-1]


def _places(text: str, pieces: list[str]) -> set[int]:
    """Positions of the words of the gold strings, in their order of appearance."""
    found: set[int] = set()
    start = 0
    for piece in pieces:
        at = text.find(piece, start)
        at = text.find(piece) if at < 0 else at
        if at < 0:
            raise ValueError(f"not in the text: {piece!r}")
        found.update(at + m.start() for m in _TOKEN.finditer(piece))
        start = at + len(piece)
    return found


def _overlap(text: str, places: set[int], found: Attribution) -> float:
    mine = {m.start() for s in found.content for m in _TOKEN.finditer(text, s.start, s.end)}
    return len(mine & places) / len(mine | places) if mine | places else 0.0


def _source_hit(text: str, gold: dict[str, Any], found: Attribution) -> bool:
    return any(s.of(text) in gold["source"] or gold["source"] in s.of(text) for s in found.source)


def rows(reader: Reader | None = None) -> Iterator[Row]:
    """Every gold attribution of the story's article texts with its match."""
    gold = json.loads((STORY / "gold.json").read_text("utf-8"))
    names = {
        item["name"]: frozenset(n.casefold() for n in (item["name"], *item["aliases"]))
        for item in gold["people"] + gold["organizations"]
    }
    readings = {
        _key(r): r for r in read([STORY / "coverage"], reader=reader) if isinstance(r, Reading)
    }
    for article in gold["articles"]:
        reading = readings[article["id"] or article["file"]]
        text = reading.article.text
        for quote in article["quotes"]:
            yield _match(text, reading, article["id"] or article["file"], quote, names)


def _match(
    text: str, reading: Reading, key: str, quote: dict[str, Any], names: dict[str, frozenset[str]]
) -> Row:
    places = _places(text, quote["content"])
    ranked = sorted(
        reading.body.attributions,
        key=lambda a: _overlap(text, places, a) + 0.3 * _source_hit(text, quote, a),
        reverse=True,
    )
    best = ranked[0] if ranked and _overlap(text, places, ranked[0]) >= 0.4 else None
    name = reading.entities[best.speaker].name if best and best.speaker is not None else None
    gold_names = names.get(quote["speaker"], frozenset({str(quote["speaker"]).casefold()}))
    return Row(key, quote, best, name, gold_names if quote["speaker"] else frozenset())


def figures(found: list[Row]) -> dict[str, float]:
    """Shares over the gold: found, speaker right, sourcing right, mode right."""
    direct = [r for r in found if r.gold["mode"] == "direct"]
    matched = [r for r in found if r.found]

    def share(rows: list[Row], right: int) -> float:
        return round(right / len(rows), 4) if rows else 0.0

    return {
        "example.direct_found": share(direct, sum(r.found is not None for r in direct)),
        "example.direct_speaker": share(direct, sum(r.speaker_right for r in direct)),
        "example.found": share(found, len(matched)),
        "example.speaker": share(matched, sum(r.speaker_right for r in matched)),
        "example.sourcing": share(
            matched,
            sum(r.found is not None and r.found.sourcing == r.gold["sourcing"] for r in matched),
        ),
        "example.mode": share(
            matched, sum(r.found is not None and r.found.mode == r.gold["mode"] for r in matched)
        ),
    }


def main() -> None:
    """Print what is wrong, then the shares."""
    found = list(rows())
    for r in found:
        wrong = [] if r.speaker_right else ["speaker"]
        if r.found is None:
            wrong = ["missed"]
        else:
            wrong += ["sourcing"] * (r.found.sourcing != r.gold["sourcing"])
            wrong += ["mode"] * (r.found.mode != r.gold["mode"])
        if wrong:
            got = f"{r.speaker} {r.found.sourcing} {r.found.mode}" if r.found else "-"
            sys.stdout.write(
                f"{r.article} [{r.gold['source']}] {' … '.join(r.gold['content'])[:70]!r} "
                f"{'+'.join(wrong)}: gold {r.gold['speaker']} {r.gold['sourcing']} "
                f"{r.gold['mode']}, got {got}\n"
            )
    for name, value in figures(found).items():
        sys.stdout.write(f"{name:28} {value:.4f}\n")


if __name__ == "__main__":
    main()

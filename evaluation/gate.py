"""The quality gate: `python -m evaluation.gate [--pin]`.

Measures what ships and compares it with evaluation/floors.json. A figure under
its floor fails. `--pin` raises the floors to what was measured (minus a hair
for rounding between processors); it never lowers one.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from . import account, example, pairs, stance
from .data import ROOT, folder, sha256
from .measure import figures

FLOORS = ROOT / "evaluation" / "floors.json"
FILES = (
    "attribution/dev.jsonl.gz",
    "entities/gum_dev.jsonl.gz",
    "times/tbaq_dev.jsonl",
    "times/meantime_dev.jsonl",
    "times/wikiwars.jsonl",
    "times/gum_dates_dev.jsonl",
    "stories/news_cluster_dev.jsonl",
    "stories/framing_dev.jsonl.gz",
    "stories/basil_dev.jsonl.gz",
    "crossdoc/ecb_dev.jsonl.gz",
    "crossdoc/timeline_docs_dev.jsonl",
    "crossdoc/timelines_dev.jsonl",
    *stance.FILES.values(),
    *pairs.FILES.values(),
)
#: int8 kernels round differently from processor to processor; a figure over few items moves in
#: larger steps.
SLACK = 0.003
FEW_ITEMS = {
    "mentions.": 0.01,
    "people.": 0.01,
    "events.": 0.01,
    "times.": 0.006,
    "stories.": 0.01,
    "stance.": 0.015,
    "pairs.": 0.01,
}
#: The example is small, and read on any user's processor: two of its 61 direct quotations.
STORY_SLACK = 0.033


def missing() -> str | None:
    """Why the gate cannot run here, or None."""
    absent = [name for name in FILES if not (folder() / name).exists()]
    if absent:
        return f"no development data at {folder()} ({', '.join(absent)}): set ALLEGEDLY_DATA"
    return None


def load() -> dict[str, Any]:
    """The pinned floors and data hashes."""
    found: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
    return found


def changed_data(pinned: dict[str, Any], data: Path) -> list[str]:
    """Files whose hash is not the pinned one."""
    return [name for name, digest in pinned["data"].items() if sha256(data / name) != digest]


def shortfalls(pinned: dict[str, Any], measured: dict[str, float]) -> list[str]:
    """One line for each figure under its floor, or missing."""
    return [
        f"{name}: {measured.get(name, 0.0):.4f} is under the floor {lowest:.4f}"
        for name, lowest in pinned["floors"].items()
        if measured.get(name, 0.0) < lowest
    ]


def floor(name: str, value: float) -> float:
    """What a figure may fall to: rounding, and no more."""
    slack = next((s for start, s in FEW_ITEMS.items() if name.startswith(start)), SLACK)
    return round(value - slack, 4)


def pin(measured: dict[str, float]) -> None:
    """Raise floors to the measured figures; a floor never falls."""
    pinned = load() if FLOORS.exists() else {}
    old = pinned.get("floors", {})
    floors = {k: max(floor(k, v), old.get(k, 0.0)) for k, v in measured.items()}
    story = example.figures(list(example.rows())) | account.figures()
    content = {
        "measured": measured,
        "floors": floors,
        "example": story,
        "example_floors": {
            k: max(round(v - STORY_SLACK, 4), pinned.get("example_floors", {}).get(k, 0.0))
            for k, v in story.items()
        },
        "data": {name: sha256(folder() / name) for name in FILES},
    }
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def main() -> int:
    """Measure, print, compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pin", action="store_true")
    args = parser.parse_args()
    why = missing()
    if why:
        sys.stdout.write(f"skipped: {why}\n")
        return 0
    measured = figures()
    for name, value in measured.items():
        sys.stdout.write(f"{name:28} {value:.4f}\n")
    if args.pin:
        pin(measured)
        return 0
    pinned = load()
    problems = [f"{name} is not the pinned data" for name in changed_data(pinned, folder())]
    problems += shortfalls(pinned, measured)
    sys.stdout.write("".join(f"FAILED {line}\n" for line in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

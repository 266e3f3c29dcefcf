"""How well stances are judged: `python -m evaluation.stance [--whole] [--baseline]`.

Emergent (Ferreira and Vlachos 2016) by claim, and FNC-1, on the folds that no training
saw. FNC-1's own score gives a quarter for telling related from unrelated, the rest for
the right one of the related stances; here it is a share of what is possible.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import Any, NamedTuple

from allegedly.link.judge import PairJudge
from allegedly.link.words import words

from .data import folder, records
from .labels import accuracy, calibration_error, f1, interval, macro_f1

#: Folds of claims that no training saw.
DEV_FOLDS = (3, 6)
#: Below this a title of Emergent may be another article's.
SURE_TITLE = 0.4
#: Of the many rows of FNC-1 the gate takes every so manyth.
EVERY = {"agree": 2, "disagree": 1, "discuss": 4, "unrelated": 16}
FILES = {
    "emergent": "stance/emergent_train.jsonl.gz",
    "headlines": "stance/emergent_headlines.jsonl",
    "fnc": "stance/fnc1_train.jsonl.gz",
    "bodies": "stance/fnc1_train_bodies.jsonl.gz",
}
FNC = {"agree": "for", "disagree": "against", "discuss": "observing", "unrelated": "unrelated"}


class Row(NamedTuple):
    """One judgement beside the gold one; ``claim`` groups rows."""

    claim: str
    gold: str
    found: str
    sure: float


def _rows(name: str) -> list[dict[str, Any]]:
    return records(folder() / FILES[name])


def _dev(rows: list[dict[str, Any]], dev: bool = True) -> list[dict[str, Any]]:
    return [row for row in rows if (row["fold"] in DEV_FOLDS) == dev]


def emergent(judge: PairJudge) -> list[Row]:
    """Bodies beside claims, with the title where it is known."""
    rows = _dev(_rows("emergent"))
    items = [(row["claim"], sure_title(row), row["text"], None) for row in rows]
    return [
        Row(row["claim_id"], row["stance"], found.stance, found.scores[found.stance])
        for row, found in zip(rows, judge.stances(items), strict=True)
    ]


def sure_title(row: dict[str, Any]) -> str | None:
    """The title of an Emergent body where it is surely its own."""
    return row["title"] if (row["title_score"] or 0.0) >= SURE_TITLE else None


def headlines(judge: PairJudge) -> list[Row]:
    """Headlines beside claims."""
    rows = _dev(_rows("headlines"))
    items = [(row["claim"], row["headline"], "", None) for row in rows]
    found = []
    for row, one in zip(rows, judge.stances(items), strict=True):
        stance = one.headline_stance or "unrelated"
        sure = one.headline[stance] if one.headline else 1.0
        found.append(Row(row["claim_id"], row["stance"], stance, sure))
    return found


def fnc(judge: PairJudge, whole: bool = False) -> list[Row]:
    """Bodies beside headlines of their own or of other articles; a part of them or all."""
    bodies = {row["body_id"]: row for row in _dev(_rows("bodies"))}
    by_stance: dict[str, list[dict[str, Any]]] = {name: [] for name in FNC}
    for row in _rows("fnc"):
        if row["body_id"] in bodies:
            by_stance[row["stance"]].append(row)
    rows = [
        row for name, found in by_stance.items() for row in found[:: 1 if whole else EVERY[name]]
    ]
    items = [(row["title"], None, bodies[row["body_id"]]["text"], None) for row in rows]
    return [
        Row(
            bodies[row["body_id"]]["claim_id"] or f"body {row['body_id']}",
            FNC[row["stance"]],
            found.stance,
            found.scores[found.stance],
        )
        for row, found in zip(rows, judge.stances(items), strict=True)
    ]


def macro(rows: Sequence[Row]) -> float:
    """Macro-F1 over the stances of the gold rows."""
    return macro_f1([row.gold for row in rows], [row.found for row in rows])


def official(rows: Sequence[Row], weights: dict[str, float]) -> float:
    """FNC-1's score as a share of the maximum; ``weights`` undo the drawing of a part."""
    reached = possible = 0.0
    for row in rows:
        related = row.gold != "unrelated"
        same = (row.found != "unrelated") == related
        points = 0.25 * same + 0.75 * (related and row.found == row.gold)
        reached += weights[row.gold] * points
        possible += weights[row.gold] * (1.0 if related else 0.25)
    return reached / possible


def weights(whole: bool) -> dict[str, float]:
    """How many rows of FNC-1 a judged row stands for."""
    return {FNC[name]: 1.0 if whole else float(many) for name, many in EVERY.items()}


def weighted_macro(rows: Sequence[Row], weight: dict[str, float]) -> float:
    """Macro-F1 over the four stances as if all rows had been judged."""
    values = []
    for label in weight:
        right = sum(weight[r.gold] for r in rows if r.gold == r.found == label)
        gold = sum(weight[r.gold] for r in rows if r.gold == label)
        found = sum(weight[r.gold] for r in rows if r.found == label)
        values.append(2 * right / max(gold + found, 1.0))
    return sum(values) / len(values)


def figures(judge: PairJudge) -> dict[str, float]:
    """The gated figures."""
    bodies, titles, pairs = emergent(judge), headlines(judge), fnc(judge)
    right = [row.gold == row.found for row in bodies]
    found = {
        "stance.emergent": macro(bodies),
        "stance.emergent.accuracy": sum(right) / len(right),
        "stance.emergent.calibrated": 1 - calibration_error([r.sure for r in bodies], right),
        "stance.headlines": macro(titles),
        "stance.fnc": weighted_macro(pairs, weights(False)),
        "stance.fnc.official": official(pairs, weights(False)),
    }
    return {name: round(value, 4) for name, value in found.items()}


def word_baseline(name: str) -> list[Row]:
    """Naive Bayes over the words of the headline (or the first line), learnt on the other folds.

    The simplest thing that could work; add-one smoothing, equal priors.
    """
    told: dict[str, Counter[str]] = {}
    for row in _dev(_rows(name), dev=False):
        told.setdefault(row["stance"], Counter()).update(_headline_words(row))
    seen = set().union(*told.values())
    found = []
    for row in _dev(_rows(name)):
        here = [word for word in _headline_words(row) if word in seen]
        scores = {
            stance: sum(log((1 + many[word]) / (len(seen) + many.total())) for word in here)
            for stance, many in told.items()
        }
        best = max(sorted(scores), key=lambda stance: scores[stance])
        found.append(Row(row["claim_id"], row["stance"], best, 1.0))
    return found


def _headline_words(row: dict[str, Any]) -> Iterator[str]:
    text = row.get("headline") or sure_title(row) or row["text"].strip().partition("\n")[0]
    return (word.form for word in words(text))


def _tell(name: str, rows: Sequence[Row]) -> None:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.claim, []).append(row)
    low, high = interval(list(groups.values()), macro)
    gold, found = [row.gold for row in rows], [row.found for row in rows]
    each = "  ".join(f"{label} {f1(gold, found, label):.3f}" for label in sorted(set(gold)))
    right = [g == f for g, f in zip(gold, found, strict=True)]
    error = calibration_error([row.sure for row in rows], right)
    sys.stdout.write(
        f"{name:20} macro-F1 {macro(rows):.4f} [{low:.3f}, {high:.3f}]  accuracy "
        f"{accuracy(gold, found):.4f}  ECE {error:.3f}  {each}  ({len(rows)} rows, "
        f"{len(groups)} claims)\n"
    )
    sys.stdout.flush()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", action="store_true", help="all rows of FNC-1 (minutes)")
    parser.add_argument("--baseline", action="store_true", help="majority; words of the headline")
    options = parser.parse_args()
    if options.baseline:
        for name in ("emergent", "headlines"):
            rows = word_baseline(name)
            common = Counter(r["stance"] for r in _dev(_rows(name), dev=False)).most_common(1)
            _tell(f"{name}, majority", [row._replace(found=common[0][0]) for row in rows])
            _tell(f"{name}, words", rows)
    judge = PairJudge()
    _tell("emergent", emergent(judge))
    _tell("headlines", headlines(judge))
    pairs = fnc(judge, options.whole)
    _tell("fnc", pairs)
    weight = weights(options.whole)
    sys.stdout.write(
        f"fnc  macro-F1 {weighted_macro(pairs, weight):.4f}  "
        f"official {100 * official(pairs, weight):.2f}\n"
    )


if __name__ == "__main__":
    main()

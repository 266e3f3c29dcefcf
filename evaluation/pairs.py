"""How well sentences are judged beside each other: `python -m evaluation.pairs`.

Whether one entails or contradicts the other, on SICK, VitaminC and RTE; how alike they
are, as the rank correlation of the similarity with SICK's relatedness.
"""

from __future__ import annotations

import sys
from typing import Any

from allegedly.link.judge import PairJudge

from .data import folder, records
from .labels import accuracy, f1, macro_f1, spearman

RELATIONS = ("entail", "contradict", "neutral")
#: VitaminC's pages that no training saw.
DEV_PAGES = 0
FILES = {
    "sick": "pairs/sick_dev.jsonl",
    "vitaminc": "pairs/vitaminc_train.jsonl.gz",
    "rte": "pairs/rte_dev.jsonl",
}


def _rows(name: str) -> list[dict[str, Any]]:
    rows = records(folder() / FILES[name])
    return [row for row in rows if row["fold"] == DEV_PAGES] if name == "vitaminc" else rows


def relations(judge: PairJudge, name: str) -> tuple[list[str], list[str]]:
    """The gold relations and those found; RTE's are entail and not_entail."""
    rows = _rows(name)
    found = []
    for scores in judge.entail([(row["premise"], row["hypothesis"]) for row in rows]).tolist():
        if name == "rte":
            found.append("entail" if scores[0] >= 0.5 else "not_entail")
        else:
            found.append(RELATIONS[scores.index(max(scores))])
    return [row["label"] for row in rows], found


def similarity(judge: PairJudge) -> float:
    """Spearman's correlation with the relatedness of SICK."""
    rows = _rows("sick")
    one, other = (judge.embed([row[side] for row in rows]) for side in ("premise", "hypothesis"))
    return spearman((one * other).sum(1).tolist(), [row["relatedness"] for row in rows])


def figures(judge: PairJudge) -> dict[str, float]:
    """The gated figures."""
    found = {}
    for name in FILES:
        gold, said = relations(judge, name)
        found[f"pairs.{name}.accuracy"] = round(accuracy(gold, said), 4)
        if name != "rte":
            found[f"pairs.{name}.contradict"] = round(f1(gold, said, "contradict"), 4)
            found[f"pairs.{name}.macro"] = round(macro_f1(gold, said), 4)
    found["pairs.sick.similarity"] = round(similarity(judge), 4)
    return found


def main() -> None:
    """Print the figures."""
    for name, value in figures(PairJudge()).items():
        sys.stdout.write(f"{name:28} {value:.4f}\n")


if __name__ == "__main__":
    main()

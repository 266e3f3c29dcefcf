"""Average checkpoints: `python -m training.mix FIRST OUT EPOCH...`.

The second stage's epochs are averaged (stochastic weight averaging, Izmailov et
al. 2018), then moved a fifth of the way back to the first stage's weights:
fine-tuning on more tasks had cost attribution some robustness (WiSE-FT, Wortsman
et al. 2022). Heads that the first stage did not train are not moved.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .model import COREF, LINK

#: The share of the second stage; rows of `tags` and `link` that the first stage trained.
SHARE = 0.8
TAGS, LINKS = 9, 4 * LINK + 2 * COREF
_SECOND_ONLY = ("extent_distance", "dated_distance")


def mixed(first: dict[str, Tensor], epochs: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The weights that ship."""
    found = {}
    for name in first:
        second = torch.stack([epoch[name].float() for epoch in epochs]).mean(0)
        old = first[name].clone()
        if name in _SECOND_ONLY:
            old = second
        elif name.startswith(("tags.", "link.")):
            trained = TAGS if name.startswith("tags.") else LINKS
            old[trained:] = second[trained:]
        found[name] = SHARE * second + (1 - SHARE) * old
    return found


def main() -> None:
    """Read the command line and write the mixture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("epochs", type=Path, nargs="+")
    args = parser.parse_args()
    loaded = [torch.load(path, weights_only=True) for path in (args.first, *args.epochs)]
    torch.save(mixed(loaded[0], loaded[1:]), args.out)


if __name__ == "__main__":
    main()

"""Everything a training run depends on, in one typed place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """One run. Saved as JSON beside the checkpoints."""

    data: Path
    base: Path
    out: Path
    #: The first stage's weights; None for the first stage itself (attribution and entities).
    start: Path | None = None
    epochs: int = 6
    batch: int = 8
    window: int = 382
    learning_rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    dropout: float = 0.1
    link_weight: float = 1.0
    coref_weight: float = 0.3
    extent_weight: float = 0.3
    dated_weight: float = 0.3
    seed: int = 17
    threads: int = 2


BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

"""Where the development data is, and whether it is the data the floors were measured on."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def folder() -> Path:
    """``$ALLEGEDLY_DATA``, else ``shared/data`` beside the project."""
    named = os.environ.get("ALLEGEDLY_DATA")
    return Path(named) if named else ROOT.parent / "shared" / "data"


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a .jsonl or .jsonl.gz file."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return [json.loads(line) for line in text.decode("utf-8").splitlines() if line]

"""Articles a second, peak memory and start-up: `python -m benchmarks.speed`.

Reads the attribution development articles (or the bundled example where they
are absent) through the public API with one thread a core. Absolute times
depend on the machine, which is printed with them.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evaluation.data import ROOT, folder, records

_START = (
    "import time; t = time.perf_counter(); from allegedly import Reader; Reader(); "
    "print(time.perf_counter() - t)"
)


def start_up(times: int = 5) -> float:
    """Median seconds to import the package and load the weights, in a fresh process."""
    found = sorted(
        float(subprocess.check_output([sys.executable, "-c", _START], text=True))
        for _ in range(times)
    )
    return found[len(found) // 2]


def corpus(target: Path) -> tuple[int, int]:
    """Write the articles to read into ``target``; how many, and how many words."""
    dev = folder() / "attribution" / "dev.jsonl.gz"
    if dev.exists():
        texts = [r["text"] for r in records(dev)]
    else:
        texts = [r["text"] for r in records(ROOT / "examples/ferry/coverage/wire.jsonl")] * 8
    lines = [json.dumps({"id": str(k), "text": text}) for k, text in enumerate(texts)]
    target.write_text("\n".join(lines), "utf-8")
    return len(texts), sum(len(text.split()) for text in texts)


def main() -> None:
    """Measure and print one line per figure."""
    from allegedly import Reader, read

    cores = os.cpu_count() or 1
    began = start_up()
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "articles.jsonl")
        articles, words = corpus(path)
        reader = Reader()
        first = time.perf_counter()
        count = sum(1 for _ in read([path], reader=reader, workers=cores))
        seconds = time.perf_counter() - first
    assert count == articles
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"machine                     {platform.processor() or platform.machine()}, "
        f"{cores} cores, Python {platform.python_version()}\n"
        f"articles of 800 words / s   {words / 800 / seconds:.1f}\n"
        f"words / s                   {words / seconds:.0f}\n"
        f"peak memory, MB             {peak:.0f}\n"
        f"start-up, s                 {began:.2f}\n"
    )


if __name__ == "__main__":
    main()

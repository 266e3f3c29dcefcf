"""The room's public face."""

from __future__ import annotations

import subprocess
import sys

from allegedly import collect


def test_public_names() -> None:
    assert collect.__all__ == sorted(collect.__all__)
    assert all(hasattr(collect, name) for name in collect.__all__)


def test_heavy_libraries_are_imported_when_needed() -> None:
    code = (
        "import sys; import allegedly.collect; "
        "heavy = {'trafilatura', 'lxml', 'htmldate', 'py3langid', 'charset_normalizer'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

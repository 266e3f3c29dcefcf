"""The notebook in examples runs from the first cell to the last."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")
pytest.importorskip("pandas", reason="pandas is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

_FERRY = Path(__file__).resolve().parent.parent / "examples" / "ferry"


# Jupyter's own clients warn of their next version.
@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs(tmp_path: Path) -> None:
    shutil.copytree(_FERRY / "coverage", tmp_path / "coverage")
    notebook = nbformat.read(_FERRY / "story.ipynb", as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=200, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    tables = [
        output["data"]["text/plain"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "data" in output
    ]
    assert len(tables) >= 5
    assert not any(table.startswith("Empty DataFrame") for table in tables)

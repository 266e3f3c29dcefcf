"""The one pass: text to tag scores and projections for every word piece."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import WeightsError
from .pieces import Pieces, load_tokenizer, split, windows

Floats = npt.NDArray[np.float32]
_CLS, _SEP = 101, 102
_LABELLED = ("names", "references", "times", "events", "status")
_BIASES = ("distance", "breaks", "coref_distance", "extent_distance", "dated_distance")


@dataclass(frozen=True, slots=True)
class Tables:
    """What was fixed in training beside the network: its labels, widths and biases.

    ``columns`` gives each tag column its place in `Encoded.tags`; ``labels`` the
    classes of a column beside O. ``link``, ``coref``, ``extent`` and ``dated`` are
    the widths of the projections; the arrays are biases per distance (and per
    paragraph break) of the scores made with them.
    """

    stage: str
    columns: dict[str, slice]
    labels: dict[str, tuple[str, ...]]
    link: int
    coref: int
    extent: int
    dated: int
    distance: Floats
    breaks: Floats
    coref_distance: Floats
    extent_distance: Floats
    dated_distance: Floats

    @property
    def tags(self) -> int:
        """How many tag scores a piece has."""
        return max(int(column.stop) for column in self.columns.values())

    @property
    def projections(self) -> int:
        """How many projections a piece has: 4 link, 2 coref, 4 extent, 2 dated."""
        return 4 * self.link + 2 * self.coref + 4 * self.extent + 2 * self.dated


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of one text, a row a word piece.

    ``tags`` is (n, `Tables.tags`) logits, ``projections`` (n, `Tables.projections`).
    """

    pieces: Pieces
    tags: Floats
    projections: Floats


class Encoder:
    """The packaged ONNX model. Safe to share between threads; one thread a call.

    Raises:
        WeightsError: where the packaged files are missing or damaged.
    """

    def __init__(self) -> None:
        import onnxruntime as ort  # slow to import: only when something is read

        folder = files("allegedly") / "weights"
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._tokenizer = load_tokenizer((folder / "tokenizer.json").read_text("utf-8"))
            self._session: Any = ort.InferenceSession(
                (folder / "reader.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise WeightsError(
                f"{folder}: the packaged model cannot be loaded ({error}); reinstall allegedly"
            ) from error
        self.tables = _tables(self._session.get_modelmeta().custom_metadata_map)

    def encode(self, text: str) -> Encoded:
        """Encode ``text`` in overlapping windows, each piece taken where its context is widest."""
        pieces = split(self._tokenizer, text)
        ranges = windows(len(pieces))
        tags = np.zeros((len(pieces), self.tables.tags), dtype=np.float32)
        projections = np.zeros((len(pieces), self.tables.projections), dtype=np.float32)
        for k, (start, end) in enumerate(ranges):
            found = self._run(pieces, start, end)
            begin = start if k == 0 else (start + ranges[k - 1][1]) // 2
            stop = end if k + 1 == len(ranges) else (ranges[k + 1][0] + end) // 2
            inside = slice(begin - start + 1, stop - start + 1)
            tags[begin:stop], projections[begin:stop] = (rows[0, inside] for rows in found)
        return Encoded(pieces, tags, projections)

    def _run(self, pieces: Pieces, start: int, end: int) -> tuple[Floats, Floats]:
        """One window. Windows are not batched: one at a time stays in the processor's cache."""
        ids = np.concatenate([[_CLS], pieces.ids[start:end], [_SEP]])[None]
        features = np.pad(pieces.features[start:end], ((1, 1), (0, 0)))[None]
        tags, projections = self._session.run(None, {"ids": ids, "features": features})
        return tags, projections


def _tables(metadata: dict[str, str]) -> Tables:
    try:
        values = {key: json.loads(value) for key, value in metadata.items()}
        columns, start = {}, 0
        for name, width in values["columns"].items():
            columns[name] = slice(start, start + width)
            start += width
        bias = {name: np.asarray(values[name], dtype=np.float32) for name in _BIASES}
        return Tables(
            stage=values["stage"],
            columns=columns,
            labels={name: tuple(values[name]) for name in _LABELLED},
            **{name: int(width) for name, width in values["widths"].items()},
            distance=bias["distance"],
            breaks=bias["breaks"],
            coref_distance=bias["coref_distance"],
            extent_distance=bias["extent_distance"],
            dated_distance=bias["dated_distance"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise WeightsError(f"the packaged model lacks its tables: {error}; reinstall") from error

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


@dataclass(frozen=True, slots=True)
class Tables:
    """Constants trained with the network: bias per distance and per paragraph break."""

    stage: str
    names: tuple[str, ...]
    link: int
    coref: int
    distance: Floats
    breaks: Floats
    coref_distance: Floats


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of one text, a row a word piece.

    ``tags`` is (n, 21): logits BIO source, BIO cue, BIO content, 9 of names, BIO
    descriptions of people. ``projections`` is (n, 4*link + 2*coref).
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
        width = 4 * self.tables.link + 2 * self.tables.coref
        tags = np.zeros((len(pieces), 21), dtype=np.float32)
        projections = np.zeros((len(pieces), width), dtype=np.float32)
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
        return Tables(
            values["stage"],
            tuple(values["names"]),
            values["link"],
            values["coref"],
            np.asarray(values["distance"], dtype=np.float32),
            np.asarray(values["breaks"], dtype=np.float32),
            np.asarray(values["coref_distance"], dtype=np.float32),
        )
    except (KeyError, ValueError) as error:
        raise WeightsError(f"the packaged model lacks its tables: {error}; reinstall") from error

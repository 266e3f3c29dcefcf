"""Text to word pieces with their features: the input side of the encoder.

Training and reading share this module, so that the encoder sees the same
numbers in both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from .quotes import quote_depths

Ints = npt.NDArray[np.int64]

#: Word pieces in a window without [CLS] and [SEP], and how many two windows share.
WINDOW = 382
OVERLAP = 48

N_SHAPES, N_LAYOUTS, N_QUOTES = 8, 4, 3
_WORD = re.compile(r"\w+")
_LINE = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text; every array has one row a piece.

    ``spans`` is (n, 2): half-open code point offsets into the text.
    ``features`` is (n, 3): case shape, layout before the piece, quotation state.
    """

    ids: Ints
    spans: Ints
    features: Ints

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(data: str) -> Tokenizer:
    """A tokenizer from its JSON, with truncation and padding off."""
    tokenizer: Tokenizer = Tokenizer.from_str(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _shape(word: str) -> int:
    if word.isdigit():
        return 6
    if not word.isalpha():
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    return 2 if word.istitle() or (word[0].isupper() and word[1:].islower()) else 5


def split(tokenizer: Tokenizer, text: str) -> Pieces:
    """The word pieces of ``text`` (no special tokens)."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    spans = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    shapes = bytearray(len(text) + 1)
    for match in _WORD.finditer(text):
        start, end = match.span()
        shapes[start:end] = bytes([_shape(match.group())]) * (end - start)
    starts = np.minimum(spans[:, 0], len(text))
    features = np.empty((len(spans), 3), dtype=np.int64)
    features[:, 0] = np.frombuffer(shapes, dtype=np.uint8)[starts]
    features[:, 1] = _layouts(text, spans)
    features[:, 2] = np.frombuffer(quote_depths(text) + b"\x00", dtype=np.uint8)[starts]
    return Pieces(np.asarray(encoding.ids, dtype=np.int64), spans, features)


def _layouts(text: str, spans: Ints) -> Ints:
    """What stands before each piece: 0 nothing, 1 space, 2 a line break, 3 more or the start."""
    before = np.concatenate([[0], spans[:-1, 1]]) if len(spans) else spans[:, 0]
    lines = np.array([m.start() for m in _LINE.finditer(text)], dtype=np.int64)
    breaks = np.searchsorted(lines, spans[:, 0]) - np.searchsorted(lines, before)
    found = np.where(breaks > 0, np.minimum(breaks + 1, 3), spans[:, 0] > before)
    found[:1] = 3
    return found


def windows(count: int, size: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Half-open piece ranges that cover ``count`` pieces, (nearly) equally long.

    Neighbours share ``overlap`` pieces; none is longer than ``size``.
    """
    if count <= size:
        return [(0, count)] if count else []
    many = -(-(count - overlap) // (size - overlap))
    length = -(-(count + (many - 1) * overlap) // many)
    starts = [k * (length - overlap) for k in range(many)]
    return [(start, min(start + length, count)) for start in starts]

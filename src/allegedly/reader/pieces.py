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
OVERLAP = 64

N_SHAPES, N_LAYOUTS, N_QUOTES = 8, 4, 3
_WORD = re.compile(r"\w+")


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


def _layout(gap: str) -> int:
    breaks = gap.count("\n")
    return min(breaks + 1, 3) if breaks else int(bool(gap))


def split(tokenizer: Tokenizer, text: str) -> Pieces:
    """The word pieces of ``text`` (no special tokens)."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    spans = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    features = np.zeros((len(spans), 3), dtype=np.int64)
    shapes = bytearray(len(text))
    for match in _WORD.finditer(text):
        start, end = match.span()
        shapes[start:end] = bytes([_shape(match.group())]) * (end - start)
    depths = quote_depths(text)
    last = 0
    for row, (start, end) in enumerate(spans.tolist()):
        features[row, 1] = 3 if row == 0 else _layout(text[last:start])
        if start < len(text):
            features[row, 0] = shapes[start]
            features[row, 2] = depths[start]
        last = end
    return Pieces(np.asarray(encoding.ids, dtype=np.int64), spans, features)


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

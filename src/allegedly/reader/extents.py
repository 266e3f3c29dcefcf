"""How far the noun phrase around a head reaches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .encoder import Floats, Tables
from .tokens import Ints, Tokens

#: Heads scored together: neighbours share the tokens they look at. Few enough that a matrix
#: product stays on one thread.
_BLOCK = 20
_NEVER = np.float32(-1e9)


class Extents:
    """The first and last token of mentions, from their heads: two pointers (Vinyals et al. 2015).

    A mention stays within its head's paragraph and within as many pieces of its
    head as in training.
    """

    def __init__(self, tokens: Tokens, tables: Tables) -> None:
        self._tokens = tokens
        self._bias = tables.extent_distance
        width = tables.extent
        scale = np.float32(width**-0.5)
        self._query = tokens.firsts[:, : 2 * width].reshape(-1, 2, width) * scale
        self._key = tokens.firsts[:, 2 * width : 4 * width].reshape(-1, 2, width)

    def of(self, heads: Sequence[int]) -> list[tuple[int, int]]:
        """First and last tokens of the mentions whose heads are (or begin with) ``heads``.

        ``heads`` are token numbers in ascending order.
        """
        found: list[tuple[int, int]] = []
        for k in range(0, len(heads), _BLOCK):
            found += self._block(np.asarray(heads[k : k + _BLOCK], dtype=np.int64))
        return found

    def _block(self, heads: Ints) -> list[tuple[int, int]]:
        reach = self._bias.shape[1] // 2
        piece, paragraph = self._tokens.piece, self._tokens.paragraph
        low = int(np.searchsorted(piece, piece[heads[0]] - reach))
        high = int(np.searchsorted(piece, piece[heads[-1]] + reach))
        offset = piece[None, low:high] - piece[heads, None] + reach
        near = (offset >= 0) & (offset < 2 * reach)
        near &= paragraph[None, low:high] == paragraph[heads, None]
        place = np.arange(low, high)[None, :]
        offset = offset.clip(0, 2 * reach - 1)
        ends: list[list[int]] = []
        for side, allowed in ((0, place <= heads[:, None]), (1, place >= heads[:, None])):
            scores: Floats = self._query[heads, side] @ self._key[low:high, side].T
            scores = np.where(near & allowed, scores + self._bias[side][offset], _NEVER)
            ends.append((low + scores.argmax(axis=1)).tolist())
        return list(zip(*ends, strict=True))

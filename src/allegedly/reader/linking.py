"""Spans of source, cue and content to attributions.

Every cue scores every token to be of its source and of its content (a low-rank
biaffine score, after Dozat and Manning 2017). A content span goes to the cue
that scores it highest, a cue takes its best source; either may stay alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .encoder import Floats, Tables
from .tokens import Tokens, bio_spans, softmax, split_at_blank_lines

Range = tuple[int, int]
#: Tokens further than this from a cue are not looked at.
_REACH = 700
_NEVER = -30.0
#: Mean logit from which a source, and a content, belongs to a cue.
SOURCE_FLOOR, CONTENT_FLOOR = -3.0, -4.0


@dataclass(slots=True)
class Linked:
    """One attribution in tokens: inclusive ranges per role."""

    cue: list[Range]
    source: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    confidence: float = 0.0


#: Added to the logits of B and I: a role that another span needs is looked for generously.
EAGER = {"source": 1.0, "cue": 1.0, "content": 0.0}
#: How much the tagger's own doubt in a cue counts when contents choose between cues.
DOUBT = 0.5


def role_spans(tokens: Tokens) -> tuple[list[Range], list[Range], list[Range]]:
    """Source, cue and content ranges from the tag scores."""
    source, cue, content = (
        bio_spans(tokens.tags[:, k : k + 3], EAGER[role])
        for k, role in ((0, "source"), (3, "cue"), (6, "content"))
    )
    return (
        split_at_blank_lines(tokens, source),
        split_at_blank_lines(tokens, cue),
        split_at_blank_lines(tokens, content),
    )


class CueScores:
    """Logits that tokens belong to the source or the content of a cue."""

    def __init__(self, tokens: Tokens, tables: Tables) -> None:
        self._tokens = tokens
        self._tables = tables
        width = tables.link
        self._query = tokens.projections[:, : 2 * width].reshape(-1, 2, width)
        self._key = tokens.projections[:, 2 * width : 4 * width].reshape(-1, 2, width)

    def of(self, cue: Range) -> tuple[int, Floats]:
        """First token looked at, and (2, m) logits for source and content."""
        low = max(0, cue[0] - _REACH)
        high = min(len(self._tokens), cue[1] + _REACH)
        query = self._query[cue[0] : cue[1] + 1].mean(axis=0)
        key = self._key[low:high]
        scores = np.einsum("rd,lrd->rl", query, key) / np.sqrt(self._tables.link)
        offset = self._tokens.piece[low:high] - self._tokens.piece[cue[0]]
        paragraphs = self._tokens.paragraph[low:high] - self._tokens.paragraph[cue[0]]
        gap = np.minimum(np.abs(paragraphs), self._tables.breaks.shape[1] - 1)
        scores = scores + self._tables.distance[:, buckets(offset, self._tables.distance.shape[1])]
        result: Floats = scores + self._tables.breaks[:, gap]
        return low, result


def buckets(offset: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.int64]:
    """Signed distances in pieces to log-spaced buckets, as in training."""
    half = count // 2
    size = np.log2(np.maximum(np.abs(offset), 1).astype(np.float32))
    step = np.minimum((size * (half - 1) / 9).astype(np.int64), half - 1)
    return np.where(offset < 0, step, step + half)


def _mean(scores: Floats, low: int, spans: list[Range]) -> Floats:
    sums = np.concatenate([[0.0], np.cumsum(scores)])
    values = []
    for first, last in spans:
        a, b = first - low, last + 1 - low
        inside = a >= 0 and b <= len(scores)
        values.append((sums[b] - sums[a]) / (b - a) if inside else _NEVER)
    return np.asarray(values, dtype=np.float32)


def link(tokens: Tokens, tables: Tables) -> list[Linked]:
    """All attributions of a text that have a cue and a content, in reading order."""
    sources, cues, contents = role_spans(tokens)
    if not cues or not contents:
        return []
    scorer = CueScores(tokens, tables)
    to_source = np.zeros((len(cues), len(sources)), dtype=np.float32)
    to_content = np.zeros((len(cues), len(contents)), dtype=np.float32)
    for row, cue in enumerate(cues):
        low, scores = scorer.of(cue)
        to_source[row] = _mean(scores[0], low, sources)
        to_content[row] = _mean(scores[1], low, contents)
    linked = [Linked([cue]) for cue in cues]
    doubt = np.array([_doubt(tokens, cue) for cue in cues], dtype=np.float32)
    preferred = to_content - DOUBT * doubt[:, None]
    for column, content in enumerate(contents):
        row = int(preferred[:, column].argmax())
        if to_content[row, column] >= CONTENT_FLOOR:
            linked[row].content.append(content)
    for row, item in enumerate(linked):
        if len(sources):
            column = int(to_source[row].argmax())
            if to_source[row, column] >= SOURCE_FLOOR:
                item.source.append(sources[column])
        item.confidence = _confidence(tokens, item, to_content[row])
    return [item for item in linked if item.content]


def _doubt(tokens: Tokens, cue: Range) -> float:
    """How far the tagger is from calling the cue one, in logits; 0 where it does."""
    rows = tokens.tags[cue[0] : cue[1] + 1, 3:6]
    return float(np.maximum(rows[:, 0] - rows[:, 1:].max(axis=1), 0.0).mean())


def _confidence(tokens: Tokens, item: Linked, to_content: Floats) -> float:
    tags = softmax(tokens.tags[item.cue[0][0] : item.cue[0][1] + 1, 3:6])
    cue = float(1.0 - tags[:, 0].mean())
    content = 1.0 / (1.0 + math.exp(-float(to_content.max())))
    return round(cue * content, 4)

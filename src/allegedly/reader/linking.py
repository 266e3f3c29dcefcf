"""Spans of source, cue and content to attributions.

Every cue scores every token to be of its source and of its content (a low-rank
biaffine score, after Dozat and Manning 2017). A content span goes to the cue
that scores it highest; a content that no tagged cue claims looks for a fainter
one; a cue that has a content takes its best source. What stays unclaimed is an
attribution without a cue, for a human reader can miss the cue too.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .encoder import Floats, Tables
from .tokens import Tokens, bio_spans, softmax, split_at_blank_lines

Range = tuple[int, int]
#: Tokens further than this from a cue are not looked at.
_REACH = 400
_NEVER = -30.0
#: Taken off the tagger's O for sources, cues, and the fainter cues a content may look for.
EAGER_SOURCE, EAGER_CUE, FAINT_CUE = 2.0, 0.5, 3.0
#: How much the tagger's own doubt in a cue counts when contents choose between cues.
DOUBT = 0.5
#: What a source loses per doubling of its distance, in tokens, from the cue.
FAR = 0.3
#: Scores from which a content belongs to a tagged cue, to a faint one; a source to a cue.
CONTENT_FLOOR, FAINT_FLOOR, SOURCE_FLOOR = 0.0, -4.0, -3.0
#: A content without a cue takes a free source of its paragraph at most this far away.
_NEAR = 20


@dataclass(slots=True)
class Linked:
    """One attribution in tokens: inclusive ranges per role."""

    cue: list[Range]
    source: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    confidence: float = 0.0


class CueScores:
    """Logits that tokens belong to the source or the content of a cue; each cue scored once."""

    def __init__(self, tokens: Tokens, tables: Tables) -> None:
        self._known: dict[Range, tuple[int, Floats]] = {}
        self._tokens = tokens
        self._tables = tables
        width = tables.link
        self._query = tokens.projections[:, : 2 * width].reshape(-1, 2, width)
        key = tokens.projections[:, 2 * width : 4 * width].reshape(-1, 2, width)
        self._key = np.ascontiguousarray(key.transpose(1, 0, 2))

    def of(self, cue: Range) -> tuple[int, Floats]:
        """First token looked at, and (2, m) logits for source and content."""
        found = self._known.get(cue)
        if found is None:
            found = self._known[cue] = self._score(cue)
        return found

    def _score(self, cue: Range) -> tuple[int, Floats]:
        low = max(0, cue[0] - _REACH)
        high = min(len(self._tokens), cue[1] + _REACH)
        query = self._query[cue[0] : cue[1] + 1].mean(axis=0)
        scores = (self._key[:, low:high] @ query[:, :, None])[:, :, 0] / np.sqrt(self._tables.link)
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


def link(tokens: Tokens, scorer: CueScores) -> list[Linked]:
    """All attributions of a text that have a content."""
    sources = _tagged(tokens, "source", EAGER_SOURCE)
    contents = _tagged(tokens, "content", 0.0)
    if not contents:
        return []
    cues = _tagged(tokens, "cue", EAGER_CUE)
    taken = np.zeros(len(tokens), dtype=bool)
    for first, last in cues:
        taken[first : last + 1] = True
    faint = [c for c in _tagged(tokens, "cue", FAINT_CUE) if not taken[c[0] : c[1] + 1].any()]
    return _assign(tokens, scorer, sources, contents, cues, faint)


def _tagged(tokens: Tokens, role: str, eager: float) -> list[Range]:
    return split_at_blank_lines(tokens, bio_spans(tokens.tags[role], eager))


def _assign(
    tokens: Tokens,
    scorer: CueScores,
    sources: list[Range],
    contents: list[Range],
    cues: list[Range],
    faint: list[Range],
) -> list[Linked]:
    every = cues + faint
    to_source = np.full((len(every), len(sources)), _NEVER, dtype=np.float32)
    to_content = np.full((len(every), len(contents)), _NEVER, dtype=np.float32)
    for row, cue in enumerate(every):
        low, scores = scorer.of(cue)
        _fill(to_source[row], scores[0], low, sources, 0.5)
        _fill(to_content[row], scores[1], low, contents, 1.0)
    doubt = np.array([_doubt(tokens, cue) for cue in every], dtype=np.float32)
    preferred = to_content - DOUBT * doubt[:, None]
    linked = [Linked([cue]) for cue in every]
    bare: list[Range] = []
    for column, content in enumerate(contents):
        owner = _claim(preferred[:, column], to_content[:, column], len(cues))
        if owner is None:
            bare.append(content)
        else:
            linked[owner].content.append(content)
    free = set(sources)
    for row, item in enumerate(linked):
        source = _source(item, sources, to_source[row]) if item.content else None
        if source is not None:
            item.source.append(source)
            free.discard(source)
        item.confidence = _confidence(tokens, item, float(to_content[row].max()))
    found = [item for item in linked if item.content]
    return found + [_alone(tokens, content, sorted(free)) for content in bare]


def _claim(preferred: Floats, scores: Floats, tagged: int) -> int | None:
    """The cue that gets a content: a tagged one if it scores enough, else a faint one."""
    for count, floor in ((tagged, CONTENT_FLOOR), (len(scores), FAINT_FLOOR)):
        if count:
            row = int(preferred[:count].argmax())
            if scores[row] >= floor:
                return row
    return None


def _fill(row: Floats, scores: Floats, low: int, spans: list[Range], peak: float) -> None:
    """Score the spans within reach: their highest token and their mean, mixed by ``peak``."""
    first = bisect_left(spans, (low, 0))
    last = bisect_left(spans, (low + len(scores), 0))
    while last > first and spans[last - 1][1] >= low + len(scores):
        last -= 1
    if last <= first:
        return
    bounds = np.array(spans[first:last], dtype=np.int64) - low
    bounds[:, 1] += 1
    padded = np.append(scores, np.float32(_NEVER))
    peaks = np.maximum.reduceat(padded, bounds.ravel())[::2]
    means = np.add.reduceat(padded, bounds.ravel())[::2] / (bounds[:, 1] - bounds[:, 0])
    row[first:last] = peak * peaks + (1 - peak) * means


def _source(item: Linked, sources: list[Range], scores: Floats) -> Range | None:
    """The best source outside the attribution's own cue and content, nearer ones first."""
    cue = item.cue[0]
    best, score = None, SOURCE_FLOOR
    for k in np.flatnonzero(scores > SOURCE_FLOOR).tolist():
        source, value = sources[k], float(scores[k])
        if any(c[0] <= source[0] and source[1] <= c[1] for c in (cue, *item.content)):
            continue
        away = max(min(abs(source[0] - cue[1]), abs(cue[0] - source[1])), 1)
        value -= FAR * math.log2(away)
        if value > score:
            best, score = source, value
    return best


def _alone(tokens: Tokens, content: Range, free: list[Range]) -> Linked:
    """A content without a cue, with the nearest source that nothing else took."""
    near = [
        (min(abs(s[0] - content[1]), abs(content[0] - s[1])), s)
        for s in free
        if tokens.paragraph[s[0]] == tokens.paragraph[content[0]]
    ]
    away, source = min(near, default=(_NEAR + 1, content))
    tags = softmax(tokens.tags["content"][content[0] : content[1] + 1])
    confidence = round(float(1.0 - tags[:, 0].mean()) / 2, 4)
    return Linked([], [source] if away <= _NEAR else [], [content], confidence)


def _doubt(tokens: Tokens, cue: Range) -> float:
    """How far the tagger is from calling the cue one, in logits; 0 where it does."""
    rows = tokens.tags["cue"][cue[0] : cue[1] + 1]
    return float(np.maximum(rows[:, 0] - rows[:, 1:].max(axis=1), 0.0).mean())


def _confidence(tokens: Tokens, item: Linked, content: float) -> float:
    tags = softmax(tokens.tags["cue"][item.cue[0][0] : item.cue[0][1] + 1])
    cue = float(1.0 - tags[:, 0].mean())
    return round(cue / (1.0 + math.exp(-content)), 4)

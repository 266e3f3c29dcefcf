"""Linked spans to attributions: mode, sourcing, speaker, nesting."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..records import Attribution, Furniture, Span
from . import lexicon as words
from .linking import Linked, Range
from .modes import mode_of
from .nested import inner_speech
from .quotes import Quote
from .sourcing import Scene, Voice, is_nameless, is_origin, told_outlets, voice_of
from .tokens import Tokens

#: Words in marks that are speech whoever doubts it; confidence from which anything else is a row.
_FEW, _LOW = 5, 0.33
#: How many characters after a quotation "This is" and a name tell whose it was.
_NEXT = 12
#: The confidence given to speech inside speech, which the encoder was not trained on.
_INSIDE = 0.5
_CITING = re.compile(
    r"\b(citing|quoting)\s+((?:an?|the|one|two|three|several|multiple|unnamed|anonymous|people|"
    r"sources|officials|its)\b[^,.;:“”\"]{0,80})",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:report(?:s|ed)|sa(?:id|ys)|wr(?:ote|ites)|claim(?:s|ed))\b")
_APPOSED = re.compile(r"(?:,[^.;:!?“”\"]{1,80})?,?\s+")


@dataclass(frozen=True, slots=True)
class _Draft:
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    #: The source that passes this one on: "The Courier reported, citing a person …".
    relay: Span | None = None


def attributions_of(
    tokens: Tokens,
    linked: Sequence[Linked],
    scene: Scene,
    sentences: Sequence[Span],
    furniture: Sequence[Furniture],
    speech: Sequence[Quote],
) -> tuple[Attribution, ...]:
    """Attributions in reading order of their first span."""
    drafts = [_draft(tokens, item) for item in linked]
    drafts = [
        d for d in drafts if not _in_furniture(d, furniture) and _worth(d, scene.text, speech)
    ]
    drafts += _inner(scene.text, speech, drafts)
    drafts = _cited(drafts, scene.text, sentences)
    drafts.sort(key=lambda d: min(d.source + d.cue + d.content))
    voices: list[Voice] = []
    for k, draft in enumerate(drafts):
        voices.append(_voice(scene, drafts[:k], voices, draft, sentences))
    voices = [_relayed(drafts, voices, k) for k in range(len(drafts))]
    contents = sorted((span, k) for k, draft in enumerate(drafts) for span in draft.content)
    found = []
    for k, (draft, voice) in enumerate(zip(drafts, voices, strict=True)):
        within = _within(contents, draft, k)
        if within is not None and voice.sourcing == "self":
            voice = Voice(voices[within].sourcing, voices[within].speaker)
        mode = mode_of(scene.text, draft.content, speech)
        found.append(
            Attribution(
                draft.source,
                draft.cue,
                draft.content,
                mode,
                voice.sourcing,
                voice.speaker,
                voice.via,
                within,
                draft.confidence,
            )
        )
    return tuple(found)


def _draft(tokens: Tokens, item: Linked) -> _Draft:
    def spans(ranges: list[Range]) -> tuple[Span, ...]:
        return tuple(tokens.span(*r) for r in sorted(ranges))

    return _Draft(spans(item.source), spans(item.cue), spans(item.content), item.confidence)


def _inner(text: str, speech: Sequence[Quote], drafts: Sequence[_Draft]) -> list[_Draft]:
    """Speech inside speech that no draft has as its cue's already."""
    return [
        _Draft((found.source,) if found.source else (), (found.cue,), (found.content,), _INSIDE)
        for found in inner_speech(text, speech)
        if not any(span.overlaps(found.cue) for d in drafts for span in d.cue)
    ]


def _cited(drafts: Sequence[_Draft], text: str, sentences: Sequence[Span]) -> list[_Draft]:
    """``drafts`` with the origins that a source cites as attributions of their own."""
    found: list[_Draft] = []
    for draft in drafts:
        match = None
        if draft.source and draft.cue:
            end = _sentence_end(draft.cue[0], sentences)
            match = _CITING.search(text, draft.cue[0].start, end)
        if match is None or not is_origin(text, Span(*match.span(2))):
            found.append(draft)
            continue
        cue, origin = Span(*match.span(1)), Span(*match.span(2))
        said = tuple(p for s in draft.content for p in _without(text, s, origin))
        others = [d.content for d in drafts if d is not draft and d.source == draft.source]
        content = said or next(iter(others), ())
        if said:
            verb = _VERB.search(text, draft.source[0].end, cue.start)
            own = (Span(*verb.span()),) if verb and draft.cue[0].overlaps(cue) else draft.cue
            found.append(replace(draft, content=said, cue=own))
        known = any(s.overlaps(origin) for d in drafts for s in d.source)
        if content and not known and not any(d.relay and d.source == (origin,) for d in found):
            source = draft.source[0]
            found.append(_Draft((origin,), (cue,), content, draft.confidence, source))
    return found


def _without(text: str, content: Span, origin: Span) -> list[Span]:
    """What is left of ``content`` before and after ``origin``, without commas at the cut."""
    if not content.overlaps(origin):
        return [content]
    left = text[content.start : max(content.start, origin.start)].rstrip(" ,")
    right = text[min(content.end, origin.end) : content.end]
    kept = len(right.lstrip(" ,"))
    found = [Span(content.start, content.start + len(left))] if left else []
    return found + ([Span(content.end - kept, content.end)] if kept else [])


def _relayed(drafts: Sequence[_Draft], voices: Sequence[Voice], k: int) -> Voice:
    """The voice of draft ``k``, via whoever cites it."""
    voice, relay = voices[k], drafts[k].relay
    if relay is None:
        return voice
    for draft, other in zip(drafts, voices, strict=True):
        if relay in draft.source and other.speaker is not None:
            return Voice(voice.sourcing, voice.speaker, (other.speaker,))
    return voice


def _worth(draft: _Draft, text: str, speech: Sequence[Quote]) -> bool:
    """Whether a draft says enough to be a row."""
    said = [w for s in draft.content for w in s.of(text).lower().split()]
    if words.DETERMINERS.issuperset(said):
        return False
    quoted = any(q.start <= s.start < q.end for s in draft.content for q in speech)
    verbs = {w for s in draft.cue for w in s.of(text).lower().split()}
    if not draft.source and not quoted and not words.SEEMING.isdisjoint(verbs):
        return False  # "she seemed to agree" hedges; nobody says it
    if quoted and draft.source and not draft.cue:
        after = draft.source[0].start - draft.content[-1].end
        if 0 < after <= _NEXT:
            return True  # “Sit down!” This is Tom Alder.
    return draft.confidence >= _LOW or (quoted and len(said) >= _FEW)


def _in_furniture(draft: _Draft, furniture: Sequence[Furniture]) -> bool:
    return any(
        item.span.overlaps(span) for item in furniture for span in (*draft.cue, *draft.content)
    )


def _within(contents: Sequence[tuple[Span, int]], draft: _Draft, k: int) -> int | None:
    """The smallest attribution whose content holds all of ``draft``, number ``k``.

    ``contents`` are the pieces of all contents with the numbers of their drafts, in order.
    """
    mine = draft.source + draft.cue + draft.content
    start, end = min(s.start for s in mine), max(s.end for s in mine)
    best, size = None, 0
    for span, j in contents:
        if span.start > start:
            break
        length = span.end - span.start
        if j != k and span.end >= end and (best is None or length < size):
            best, size = j, length
    return best


def _voice(
    scene: Scene,
    earlier: Sequence[_Draft],
    voices: Sequence[Voice],
    draft: _Draft,
    sentences: Sequence[Span],
) -> Voice:
    if not draft.source:
        return Voice("none")
    source = draft.source[0]
    surface = source.of(scene.text)
    low = surface.lower()
    if low == "it":
        # "It values the line at …": whatever body or text spoke last.
        last = voices[-1] if voices and _near(scene.text, earlier[-1], source) else Voice("none")
        voice = last if last.sourcing in ("document", "outlet") else Voice("none")
    elif low in words.RELATIVES:
        voice = Voice("none")
    elif low == "who":
        voice = _before_who(scene, source)
    elif low in words.PLURAL_PRONOUNS:
        voice = voices[-1] if voices and _plural(earlier[-1], scene.text) else Voice("unnamed")
    elif low in words.PRONOUNS:
        voice = pronoun_voice(scene, source)
    else:
        voice = voice_of(scene, source, " ".join(s.of(scene.text) for s in draft.cue))
    if draft.cue and not voice.via:
        via = told_outlets(scene, draft.cue[0], _sentence_end(draft.cue[0], sentences))
        via = tuple(n for n in via if n != voice.speaker)
        voice = Voice(voice.sourcing, voice.speaker, via)
    return voice


def pronoun_voice(scene: Scene, source: Span) -> Voice:
    """The voice behind "he" or "she": that of whom the pronoun was resolved to."""
    for c in scene.inside(source):
        if c.span == source and c.entity >= 0:
            nobody = is_nameless(scene.entities[c.entity].name)
            return Voice("unnamed" if nobody else "named", c.entity)
    return Voice("unnamed")


def _near(text: str, earlier: _Draft, source: Span) -> bool:
    """Whether the earlier attribution stands in the same paragraph."""
    start = min(earlier.cue + earlier.content).start
    return start < source.start and "\n" not in text[start : source.start]


def _before_who(scene: Scene, source: Span) -> Voice:
    """The voice of the person mentioned right before "who"."""
    for c in reversed(scene.mentions):
        if c.span.end < source.start and c.form == "name" and c.kind == "person":
            near = _APPOSED.fullmatch(scene.text, c.span.end, source.start)
            return Voice("named", c.entity) if near and c.entity >= 0 else Voice("unnamed")
    return Voice("unnamed")


def _plural(draft: _Draft, text: str) -> bool:
    source = draft.source[0].of(text).lower().split() if draft.source else []
    return any(w.endswith("s") or w in words.PLURAL_PRONOUNS for w in source)


def _sentence_end(span: Span, sentences: Sequence[Span]) -> int:
    k = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    if k >= 0 and sentences[k].start <= span.start:
        return sentences[k].end
    return span.end

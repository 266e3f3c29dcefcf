"""A field whose cast is known, to the layers of a reading."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..records import (
    Article,
    Attribution,
    Hedge,
    Layers,
    Mention,
    Span,
    Time,
    TimeType,
    When,
)
from .attributions import attributions_of
from .cast import Cast
from .clauses import clauses_of
from .encoder import Tables
from .events import Setting, events_of
from .field import Field
from .firsthand import resolve_first_person
from .hedges import certainty_of, hedges_of
from .mentions import Candidate
from .sourcing import Scene
from .times import times_of
from .tokens import Tokens, softmax, split_at_blank_lines, typed_spans

#: What the patterns take for a time is one where the encoder gives it this probability, too.
_SECONDED = 0.1


def layers_of(field: Field, cast: Cast, article: Article, tables: Tables) -> Layers:
    """Mentions, attributions, times, events and hedges of one text, in reading order."""
    entities = cast.entities()
    scene = Scene(field.tokens.text, field.found, entities, article.outlet)
    attributions = attributions_of(
        field.tokens, field.linked, scene, field.sentences, field.furniture, field.speech
    )
    resolve_first_person(scene.text, field.found, attributions, entities, cast.with_others)
    mentions = tuple(
        Mention(c.extent or c.span, c.kind, c.form == "name", c.entity, _head(field.tokens, c))
        for c in field.found
        if c.entity >= 0
    )
    times = _times(field, article.published, tables)
    clauses = clauses_of(field.tokens.text, field.sentences, field.speech)
    hedges = hedges_of(clauses, field.furniture)
    attributions = tuple(_weighed(scene.text, one, hedges) for one in attributions)
    setting = Setting(
        clauses,
        field.sentences,
        times,
        mentions,
        attributions,
        hedges,
        field.furniture,
        field.is_title,
        article.published,
    )
    return Layers(mentions, attributions, times, events_of(field.tokens, tables, setting), hedges)


def _weighed(text: str, one: Attribution, hedges: tuple[Hedge, ...]) -> Attribution:
    """An attribution with how sure its words are."""
    certainty, saying = certainty_of(text, one.content, one.cue, hedges)
    return replace(one, certainty=certainty, hedges=saying)


def _head(tokens: Tokens, c: Candidate) -> Span:
    """The name itself, or the noun of a description."""
    return c.span if c.form == "name" else tokens.span(c.first, c.last)


def _times(field: Field, published: When | None, tables: Tables) -> tuple[Time, ...]:
    """Time expressions outside furniture; a date line counts, for it dates what follows."""
    tokens = field.tokens
    leave = [f.span for f in field.furniture if f.kind != "byline"]
    found: list[tuple[Span, TimeType]] = []
    for first, last, label in typed_spans(tokens.tags["times"], tables.labels["times"]):
        for part in split_at_blank_lines(tokens, [(first, last)]):
            span = tokens.span(*part)
            if not any(other.overlaps(span) for other in leave):
                found.append((span, label))  # type: ignore[arg-type]
    chances = 1 - softmax(tokens.tags["times"])[:, 0]

    def likely(span: Span) -> bool:
        first, last = tokens.range(span)
        return bool(last >= first and chances[first : last + 1].mean() > _SECONDED)

    times = times_of(tokens.text, found, field.sentences, published, leave=leave, likely=likely)
    return tuple(t for t in times if not _in_a_name(tokens.text, t.span, field.found))


def _in_a_name(text: str, time: Span, found: list[Candidate]) -> bool:
    """Whether a time is a word of somebody's or something's name: "Saturday Night Live"."""
    if any(c.isdigit() for c in time.of(text)):
        return False
    return any(
        c.form == "name" and c.span.covers(time) and c.span != time for c in _near(found, time)
    )


def _near(found: list[Candidate], span: Span) -> list[Candidate]:
    """The few candidates that begin right before ``span`` ends; ``found`` is in reading order."""
    end = bisect_left(found, span.end, key=lambda c: c.span.start)
    return found[max(0, end - 6) : end]

"""Readings written by hand: who is mentioned where, without a reader."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from allegedly.link.cast.finding import Cast, find_cast
from allegedly.link.material import Material
from allegedly.reader.lexicon import word_set
from allegedly.records import (
    Article,
    Attribution,
    Entity,
    Layers,
    Mention,
    MentionKind,
    Reading,
    Span,
)

_MARK = re.compile(r"\{(\d+)([:~!])([^{}|]+)(?:\|([^{}]+))?\}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?”?\s*")
_KINDS: dict[str, MentionKind] = {
    "o": "organization",
    "l": "place",
    "g": "group",
    "w": "work",
    "e": "event",
    "x": "other",
}


def reading(
    marked: str, kinds: str = "", *, outlet: str | None = None, names: Sequence[str] = ()
) -> Reading:
    """A reading of a text with marks: ``{0:Ada Finch}`` names entity 0, ``{0~she}`` refers to it.

    ``{0!Ada Finch}`` names a speaker; ``{0:the singer Ada Finch|Ada Finch}`` gives the head.
    ``kinds`` has a letter for each entity (p, o, l, g, w, e, x), people where it is short.
    An entity is called as in ``names``, else as it is first marked.
    """
    text, mentions, said = "", [], []
    first: dict[int, str] = {}
    last = 0
    for mark in _MARK.finditer(marked):
        number, way, phrase, head = int(mark[1]), mark[2], mark[3], mark[4] or mark[3]
        text += marked[last : mark.start()]
        start = len(text)
        inner = start + phrase.rindex(head)
        span, core = Span(start, start + len(phrase)), Span(inner, inner + len(head))
        text += phrase
        last = mark.end()
        kind = _kind(kinds, number)
        first.setdefault(number, head)
        mentions.append(Mention(span, kind, way != "~", number, core))
        if way == "!":
            said.append(_said(span, number))
    text += marked[last:]
    entities = [
        Entity(names[n] if n < len(names) and names[n] else first[n], _kind(kinds, n))
        for n in range(len(first))
    ]
    article = Article(text, outlet=outlet, language="en")
    sentences = tuple(Span(m.start(), m.end()) for m in _SENTENCE.finditer(text))
    body = Layers(mentions=tuple(mentions), attributions=tuple(said))
    return Reading(article, sentences, tuple(entities), body, None, "test")


def _kind(kinds: str, number: int) -> MentionKind:
    return _KINDS.get(kinds[number : number + 1], "person")


def _said(span: Span, number: int) -> Attribution:
    return Attribution((span,), (), (span,), "indirect", "named", number, (), None, 1.0)


def cast_of(*readings: Reading) -> Cast:
    """The cast of a story of these readings."""
    return find_cast(Material("story", readings))


def parts(cast: Cast) -> set[frozenset[tuple[str, int]]]:
    """The partition: for each member its (article, entity number)."""
    return {frozenset((r.article, r.number) for r in m.entities) for m in cast.members}


_FIRST = word_set(
    "Ada Bram Cora Dirk Edda Finn Greta Hugo Iris Joost Klara Lars Mira Nils Olga Piet Rosa Sven "
    "Tilda Ulf Vera Wim Xenia Yara Zeno Anke Bodo Cleo Dora Elmo"
)
_SYLLABLES = word_set("bar cor den fal gor hel ims jur kel lor mar nor pel quin ras stor tal und")


def big_story(articles: int, entities: int = 30, seed: int = 1) -> list[Reading]:
    """Made-up coverage: a few people and bodies everywhere, many others only here and there."""
    rng = random.Random(seed)
    firsts, syllables = sorted(_FIRST), sorted(_SYLLABLES)
    surnames = ["".join(rng.sample(syllables, 2)).title() for _ in range(60 + articles)]
    stars = [f"{rng.choice(firsts)} {name}" for name in surnames[:20]]
    made = []
    for number in range(articles):
        lines = [f"No {number}. "]
        for n in range(entities):
            if n < entities // 3:
                name = rng.choice(stars)
                shown = name if rng.random() < 0.6 else name.split()[-1]
            elif n < 2 * entities // 3:
                shown = f"{rng.choice(firsts)} {rng.choice(surnames)}"
            else:
                shown = f"{rng.choice(surnames)} {rng.choice(('Bank', 'Council', 'Line', 'Union'))}"
            lines.append(f"{{{n}:{shown}}} spoke of it, {{{n}~the baker of the town}}. ")
        made.append(reading("".join(lines), "p" * (2 * entities // 3) + "o" * entities))
    return made

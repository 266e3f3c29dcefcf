"""The propositions of an article: stretches of its text of which one may ask "is it so?".

Attributed contents, what is said in the teller's own voice about the story's cast,
headlines, and questions; each with its voice, how sure it is and whether it says no.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...records import Anchor, Attribution, Certainty, Field, Hedge, Sourcing, Span, Voice
from ..cast.finding import Cast
from ..frequencies import rarity
from ..material import Layer, Material
from ..words import term
from .figures import figures
from .names import Names
from .polarity import attacked, denied, negated, silent
from .relations import Hit, Word, stems, words_of
from .standing import standing
from .units import Unit, asks, units
from .words import ANSWERS, ANYBODY, BELIEFS, FINITE, PERSONAL, UNRESOLVED

_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
_LEADING = re.compile(
    r"[\s“”\"‘’'(\[,;:—–-]*(?:that\s+|(?:when )?asked (?=whether |if ))?[\s“”\"‘'(\[]*", re.I
)
_TRAILING = " \t\n\r ,;:.!”“\"’‘'*)]—–-…"
_PAIRED = (("“", "”"), ("‘", "’"), ("(", ")"), ("[", "]"))
_WHETHER = re.compile(r"\b(?:whether|wonder(?:s|ed|ing)? if)\b", re.I)
_CORRECTION = re.compile(r"\W*(?:correction|clarification)\b", re.I)
_BELIEFS, _ANSWERS = stems(BELIEFS), stems(ANSWERS)
#: Commoner words (nats of rarity) tell no two statements apart.
COMMON = 2.2
#: The fewest and the most words of a statement.
SHORTEST, LONGEST = 3, 45


@dataclass(frozen=True, slots=True)
class Proposition:
    """One stretch of one article that says something.

    ``attribution`` is the number of the attribution in its field, ``sourcing`` that one's,
    ``direct`` whether it is in quotation marks. ``negated`` says whether its source says
    no, ``wording`` whether its words do: who denies "the line was sold" says no in words
    that say yes. ``vague``: nobody can tell who its subject is, or it says only that
    somebody said nothing.

    ``text`` is the stretch with the cast's full names in place of pronouns and short
    names, for judging. ``cast`` are ids of the persons and organizations in it.
    ``relations`` and ``aspects`` are classes of `claims_relation_words`, ``key`` the first
    of the relations; ``terms`` stems of its other weighty words, and sums of money;
    ``times`` its dates (TIMEX3 values with a year).
    """

    anchor: Anchor
    voice: Voice
    certainty: Certainty
    attribution: int | None
    sourcing: Sourcing
    direct: bool
    negated: bool
    wording: bool
    vague: bool
    text: str
    cast: frozenset[str]
    key: str | None
    relations: frozenset[str]
    aspects: frozenset[str]
    terms: frozenset[str]
    times: frozenset[str]

    @property
    def headline(self) -> bool:
        """Whether it stands in the title."""
        return self.anchor.field == "title"


class Propositions:
    """The propositions of a story's articles; each article is looked at once."""

    def __init__(self, material: Material, cast: Cast) -> None:
        self._material, self._cast = material, cast
        self._found: dict[str, tuple[Proposition, ...]] = {}

    def of(self, article: str) -> tuple[Proposition, ...]:
        """Those of one article, in its order, the headline first.

        One a place: of two sources of one stretch, who is cited stands last.
        """
        found = self._found.get(article)
        if found is None:
            every = propositions_of(self._material, self._cast, article)
            found = tuple({one.anchor.place: one for one in every}.values())
            self._found[article] = found
        return found


def propositions_of(material: Material, cast: Cast, article: str) -> Iterator[Proposition]:
    """The propositions of one article, in its order, the headline first.

    A stretch comes once for each source it is given to.
    """
    titles: set[str] = set()
    for layer in material.layers_of(material.reading(article)):
        names = Names(layer, cast)
        for unit in units(layer):
            found = _looked_at(material.anchor, article, layer, names, unit)
            if found is None:
                continue
            # Pages print their title again above the text.
            key = " ".join(word.form for word in words_of(found.anchor.text))
            if found.headline:
                titles.add(key)
            elif key in titles:
                continue
            yield found


def _looked_at(
    anchor: Callable[[str, Field, Span], Anchor],
    article: str,
    layer: Layer,
    names: Names,
    unit: Unit,
) -> Proposition | None:
    """The proposition of a unit, None where it is too short or too long for one."""
    span = trimmed(layer.text, unit.span)
    if span is None:
        return None
    original = span.of(layer.text)
    words = words_of(original)
    if not SHORTEST <= len(words) <= LONGEST:
        return None
    one = layer.layers.attributions[unit.attribution] if unit.attribution is not None else None
    text, found = names.resolved(span)
    hits, aspects = standing(original, words)
    key = hits[0] if hits else None
    # A note of correction tells what was said wrongly before.
    wording = negated(words, key) != bool(_CORRECTION.match(layer.text, unit.sentence.start))
    voice = _voice(layer, unit, span)
    return Proposition(
        anchor=anchor(article, layer.field, span),
        voice=voice,
        certainty=_certainty(layer, unit, span, words, key, voice),
        attribution=unit.attribution,
        sourcing=one.sourcing if one else "self",
        direct=one is not None and one.mode == "direct",
        negated=_says_no(layer.text, one, wording),
        wording=wording,
        vague=_nothing(words, wording) or _vague(words_of(text), one, bool(found and hits)),
        text=text,
        cast=found,
        key=key.relation if key else None,
        relations=frozenset(hit.relation for hit in hits),
        aspects=aspects,
        terms=_terms(words, names.spans(span), span.start, hits) | _sums(original),
        times=frozenset(
            time.value
            for time in layer.layers.times
            if time.type == "DATE" and span.covers(time.span) and time.value[:4].isdigit()
        ),
    )


def _says_no(text: str, one: Attribution | None, wording: bool) -> bool:
    """Whether the source says no; two that say so undo each other."""
    if one is None:
        return wording
    # "Slams the split report: ‘made up’" says one no in two ways.
    return attacked(text, one) or wording != denied(text, one)


def trimmed(text: str, span: Span) -> Span | None:
    """Without marks, quotation marks and "that" around it; a question keeps its mark."""
    start, end = span.start, span.end
    match = _LEADING.match(text, start, end)
    start = match.end() if match else start
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    for opening, closing in _PAIRED:
        if text.count(opening, start, end) > text.count(closing, start, end):
            at = text.find(closing, end, end + 3)
            end = at + 1 if at >= 0 else end
    return Span(start, end) if end > start else None


def _voice(layer: Layer, unit: Unit, span: Span) -> Voice:
    if span.of(layer.text).endswith("?"):
        return "question"
    if unit.attribution is None and asks(layer.text, unit.sentence):
        return "question"
    before = layer.text[max(unit.sentence.start, span.start - 14) : span.end]
    if _WHETHER.search(before):
        return "question"
    return "asserted" if unit.attribution is None else "attributed"


def _certainty(
    layer: Layer, unit: Unit, span: Span, words: Sequence[Word], key: Hit | None, voice: Voice
) -> Certainty:
    """The weakest hedge that speaks of the statement, in it or in its cue."""
    if voice == "question":
        return "unknown"
    at = span.start + words[key.last].start if key else None
    found: list[Certainty] = ["certain"]
    one = layer.layers.attributions[unit.attribution] if unit.attribution is not None else None
    # Who shoots down rumors that it is so is sure that it is not.
    flat = one is not None and denied(layer.text, one)
    found += [
        hedge.certainty
        for hedge in layer.layers.hedges
        if _speaks(hedge, span, at)
        and not (flat and one and any(cue.overlaps(hedge.span) for cue in one.cue))
    ]
    if one is not None:
        if silent(layer.text, one):
            found.append("unknown")
        if not flat and len(one.content) == 1 and one.content[0].end <= unit.sentence.end:
            found.append(one.certainty)
    return max(found, key=_ORDER.index)


def _speaks(hedge: Hedge, span: Span, at: int | None) -> bool:
    """Whether a hedge is of a statement as a whole or of its relation, which is at ``at``."""
    if not hedge.scope.overlaps(span):
        return False
    if hedge.scope.start <= span.start + 12:
        return True
    return at is not None and hedge.scope.start <= at < hedge.scope.end


def _nothing(words: Sequence[Word], wording: bool) -> bool:
    """Whether it is about anybody, or says that somebody did not answer."""
    if wording and any(word.stem in _ANSWERS for word in words):
        return True
    return any(word.form in ANYBODY for word in words)


def _vague(words: Sequence[Word], one: Attribution | None, known: bool) -> bool:
    """Whether the subject is a pronoun that stands for nobody known.

    "They" who are said to believe something are its source; ``known`` is whether somebody
    else and a relation say enough.
    """
    if known or (one is not None and len(words) > 1 and words[1].stem in _BELIEFS):
        return False
    at = next((n for n, w in enumerate(words) if w.form in FINITE or w.form in PERSONAL), None)
    if at is None:
        return False
    # "it seems unlikely that she will" is of what follows.
    if words[at].form in ("it", "it's") and any(w.form == "that" for w in words[at : at + 6]):
        return False
    return words[at].form in UNRESOLVED


def _terms(
    words: Sequence[Word], named: Sequence[Span], start: int, hits: Sequence[Hit]
) -> frozenset[str]:
    """Stems of the weighty words that are no names and say no relation."""
    said = {n for hit in hits for n in range(hit.first, hit.last + 1)}
    return frozenset(
        word.stem
        for n, word in enumerate(words)
        if n not in said
        and not any(s.start <= start + word.start < s.end for s in named)
        and not (word.form.isdigit() and len(word.form) < 3)
        and rarity(term(word.form)) >= COMMON
    )


def _sums(text: str) -> frozenset[str]:
    """Sums of money and percentages as terms that no word is."""
    return frozenset(f"{unit}{value:g}" for unit, value in figures(text))

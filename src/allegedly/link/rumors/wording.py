"""How a rumor is worded: the place of its claim that states best what is unsettled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from ...reader.clause_words import ADVERBIAL, RELATIVE, TEMPORAL
from ...reader.event_words import BEFORE_NOUN, NOUN_ENDINGS
from ...reader.lexicon import word_set
from ...records import Anchor, Appearance, Claim, Span
from ..cast.finding import Cast
from ..claims.clauses import FINITE
from ..claims.names import Names
from ..material import Layer, Material
from ..words import words
from .evidence import signs_of
from .statements import Lower, Words, as_statement, is_question, plain
from .thoughts import as_thought
from .twins import Twins
from .words import RUMOR_WORDS, Kind

#: What a place that states it gains by being unsettled itself.
_GAINS: Mapping[Kind, float] = {
    "asked": 0.7,
    "rumored": 0.8,
    "unnamed": 0.6,
    "hedged": 0.6,
    "nobody": 0.4,
    "wondered": 0.2,
}
#: First words that leave open who is meant.
_POINTING = word_set(
    "he she it they this that these those i we you his her its their my our your him them me us "
    "one another there here such who which what whether as if when while although because"
)
#: Words for somebody named elsewhere: the articles are asked with the names in their place.
_PRONOUNS = word_set("he she it they him her them his its their")
_PERSONS, _OWNED = word_set("he she"), word_set("his her their its")
#: A description and the name it is of.
_APPOSED = re.compile(r"(?:[a-z][\w’'-]*\s){0,4}[a-z][\w’'-]*,\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*,")
#: Words of somebody who speaks himself.
_SPEAKER = word_set("i i'm i've i'd i'll me my we we're we've our us you your")
#: Words that join a statement to what stands before it.
_LOOSE = word_set("also however moreover meanwhile then still now but and so perhaps maybe")
#: Words about what is said rather than about the matter.
_TELLING = word_set(
    "comment comments commented declined respond responded responds account denial denials denied "
    "denies deny reply replied answer answered asked story report reports reported article "
    "rumor rumors rumour rumours speculation speculations gossip"
)
_NOT_FINITE = word_set("to by of for without from in on with about at be been being")
#: Words that open a clause in which nothing is told.
_OPENERS = RELATIVE | ADVERBIAL | TEMPORAL | word_set("that as")
#: Places whose words are looked at: the most telling ones.
_LOOKED_AT = 40
#: A good statement has no fewer words, and no more.
_SHORT, _LONG = 5, 20


@dataclass(frozen=True, slots=True)
class Worded:
    """A rumor in words: as ``shown``, as the articles are ``judged`` by it, where it stands.

    ``good`` says whether it can stand by itself, ``full`` whether all names in it are in full,
    ``named`` whether it names anybody of the cast.
    """

    shown: str
    judged: str
    anchor: Anchor
    good: bool
    full: bool = True
    named: bool = False


def worded(material: Material, twins: Twins, cast: Cast, claim: Claim) -> Worded:
    """The best wording among the places that treat a claim as unsettled.

    Where none does (one tells it as true and another denies it), among those that tell it;
    so too where it is denied somewhere and none of these places can stand by itself.
    """
    open_ = [(one, kinds) for one in claim.appearances if (kinds := _kinds(material, twins, one))]
    told = [(one, set[Kind]()) for one in claim.appearances if one.stance != "against"]
    every = [(one, set[Kind]()) for one in claim.appearances]
    alone = len({one.anchor.article for one in claim.appearances}) == 1
    layers = _Layers(material, cast, alone=alone)
    best = _best(layers, open_ or told or every)
    disputed = bool(told) and len(told) < len(every)
    if disputed:
        best = max(best, _best(layers, told), key=lambda one: (one[1].good, one[0]))
    return best[1]


def _best(layers: _Layers, places: Sequence[tuple[Appearance, set[Kind]]]) -> tuple[float, Worded]:
    """The best wording among some places, and how good it is."""
    first = sorted(places, key=lambda one: -_gain(*one))[:_LOOKED_AT]
    found = [(_worded(layers, one), _gain(one, kinds)) for one, kinds in first]
    return max(((gain + _worth(one), one) for one, gain in found), key=lambda one: one[0])


def _kinds(material: Material, twins: Twins, seen: Appearance) -> set[Kind]:
    return (
        {one.kind for one in signs_of(material, twins, seen)} if seen.stance != "against" else set()
    )


def _gain(seen: Appearance, kinds: set[Kind]) -> float:
    """What a place is worth before its words are looked at."""
    return 2.0 * seen.confidence + fsum(_GAINS.get(kind, 0.0) for kind in kinds)


class _Layers:
    """The layers of fields, and the names in them, each looked up once.

    ``alone``: one article tells the claim.
    """

    def __init__(self, material: Material, cast: Cast, *, alone: bool) -> None:
        self.material, self._cast, self.alone = material, cast, alone
        self._found: dict[tuple[str, str], tuple[Layer, Names]] = {}

    def of(self, anchor: Anchor) -> tuple[Layer, Names]:
        """The layers of the field that an anchor is in."""
        key = anchor.article, anchor.field
        if key not in self._found:
            reading = self.material.reading(anchor.article)
            layer = next(
                one for one in self.material.layers_of(reading) if one.field == anchor.field
            )
            self._found[key] = layer, Names(layer, self._cast)
        return self._found[key]


def _worded(layers: _Layers, seen: Appearance) -> Worded:
    layer, names = layers.of(seen.anchor)
    full, people = names.resolved(seen.anchor.span)
    text = " ".join(seen.anchor.text.split())
    if is_question(text):
        known = Words.of(layer.layers, layer.text, _names(layer))
        points = [word.form for word in words(text)][1:2]
        form = as_statement(full if set(points) & _POINTING else text, known)
        if form is not None:
            judged = _judged(full, known, form.judged)
            whole = full.split() == text.split()
            return Worded(form.shown, judged, seen.anchor, True, whole, bool(people))
        return Worded(text, text, seen.anchor, False)
    thought = as_thought(layer.text, seen.anchor.span)
    if thought is not None:
        return Worded(thought, plain(thought), seen.anchor, True, True, bool(people))
    if seen.anchor.field == "title":
        text = Lower(layer.text, _names(layer))(text)
    said = text[:1].upper() + text[1:].rstrip(" .,;:")
    if not layers.alone:
        said = _stated(names, seen.anchor.span, said)
    good = _says(layer, seen.anchor.span) and _stands_alone(said) and not _is_quoted(layer, seen)
    whole = full.lower().split() == text.lower().split()
    unclear = _PRONOUNS.intersection(word.form for word in words(said))
    judged = plain(" ".join(full.split()) if unclear else said)
    return Worded(f"{said}.", judged, seen.anchor, good, whole, bool(people))


def _stated(names: Names, span: Span, said: str) -> str:
    """What is said with a name for the "he" or "she" it begins with; a possessive before
    somebody who is named ("its head, Ada Pell, …") needs none."""
    first, _, rest = said.partition(" ")
    if first.lower() in _OWNED and _APPOSED.match(rest):
        return f"The {rest}"
    if first.lower() not in _PERSONS:
        return said
    name = names.resolved(Span(span.start, span.start + len(first)))[0]
    return f"{name} {rest}" if _starts(name) not in _POINTING else said


def _starts(text: str) -> str:
    """The first word of a text, in lower case."""
    return next((word.form for word in words(text)), "")


def _names(layer: Layer) -> list[str]:
    """Names that keep their capitals in a headline: those of the field, and the article's."""
    named = [one.head.of(layer.text) for one in layer.layers.mentions if one.named]
    return [*named, *(one.name for one in layer.reading.entities if one.name[:1].isupper())]


def _is_quoted(layer: Layer, seen: Appearance) -> bool:
    """Whether a place is somebody's very words: a comment rather than a report."""
    number = seen.attribution
    return number is not None and layer.layers.attributions[number].mode == "direct"


def _says(layer: Layer, span: Span) -> bool:
    """Whether a stretch has a finite verb behind a subject, outside subordinate clauses."""
    text = span.of(layer.text)
    verbs = {one.span.start for one in layer.layers.events}
    before, end, inside = "", 0, False
    for number, word in enumerate(words(text)):
        if number == 0 and word.form.endswith("ing"):
            return False
        if "," in text[end : word.start]:
            inside = False
        noun = word.form.endswith((*NOUN_ENDINGS, "ing")) or before in BEFORE_NOUN
        finite = word.form in FINITE or (
            span.start + word.start in verbs and not noun and before not in _NOT_FINITE
        )
        if number and finite and not inside:
            return True
        inside = (inside and not finite) or word.form in _OPENERS
        before, end = word.form, word.end
    return False


def _stands_alone(said: str) -> bool:
    """Whether a statement points to nothing before it, speaks for nobody, and is about the
    matter rather than about what is said of it."""
    told = [word.form for word in words(said)]
    if not told or told[0] in _POINTING or told[-1] in _POINTING:
        return False
    return not _SPEAKER.intersection(told) and not _TELLING.intersection(told)


def _judged(full: str, known: Words, otherwise: str) -> str:
    """A question with full names as a statement, where that can be had."""
    form = as_statement(full if is_question(full) else f"{full}?", known)
    return form.judged if form else otherwise


def _worth(found: Worded) -> float:
    """How well the words state the claim: by name, plainly and in few words."""
    told = [word.form for word in words(found.shown)]
    worth = 1.5 * found.good + 0.4 * found.full + 0.5 * found.named
    worth -= 0.5 * (told[:1] != [] and told[0] in _LOOSE)
    worth -= 1.5 * (RUMOR_WORDS.search(found.shown) is not None)
    worth -= 0.8 * any(mark in found.shown for mark in '“”"')
    worth -= 0.1 * max(0, len(told) - _LONG) + 0.3 * max(0, _SHORT - len(told))
    return worth

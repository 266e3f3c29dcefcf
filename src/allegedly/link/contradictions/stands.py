"""Who stands where: yes or no to what a story is about, and how far it has gone.

A stand is one place that takes a side. Stands come from the appearances of claims, and from
turns of phrase that say yes or no to whatever the article is about ("It's a question of when").
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...records import Anchor, Appearance, Attribution, Chain, Claim, Sourcing, Span
from ..claims.clauses import FINITE
from ..claims.polarity import denied, negated, silent
from ..claims.relations import Hit, Word, aspects, negators, relations, words_of
from ..events.lemmas import stems
from ..sourcing.chains import Chains
from . import stand_words as words
from .places import Days, Sentence, Sentences
from .words import EMPTY

#: How many words before a verb make it a forecast.
_GROUP = 4
#: How far behind a "no" the word it denies may stand; the last word that opens a clause.
_DIRECT, _SUBJECT = 3, 1
#: A stretch of so few words that begins with a noun is a name, not a statement.
_TITLE = 4
_TURNS = (words.AFFIRMING, words.DENYING)
#: A quotation of so many characters is shown whole.
_SHOWN = 160
#: A turn of phrase stands in a quotation of so few words.
_TURNED = 16
#: A stretch without a relation needs so many telling words.
_TERMS = 3
_TURN = words.any_of(words.AFFIRMING | words.DENYING)
_OPENLY = frozenset(("any", "no", "whether"))
_SURE = frozenset(("certain", "probable"))


@dataclass(frozen=True)
class Stand:
    """A place that says yes or no (``yes``) to a relation.

    ``said`` are the words that do so, ``relation`` a class of `claims_relation_words`,
    ``stems`` those of its words, ``chain`` on whose word it is, ``claim`` the id of the
    claim it appears in. ``turn`` marks a turn of phrase, whose relation is that of its
    article's headline; ``step`` says that it is only on the way to it ("filed for
    divorce"), ``by_cue`` that the anchor's own words (their ``terms``: stems) have to be
    turned round ("denied that …").
    """

    anchor: Anchor
    said: str
    sentence: Sentence
    yes: bool
    relation: str | None
    stems: frozenset[str]
    aspects: frozenset[str]
    chain: Chain
    claim: str | None
    turn: bool = False
    step: bool = False
    by_cue: bool = False
    terms: frozenset[str] = frozenset()

    @property
    def day(self) -> Days | None:
        """The days on which it may have been told."""
        return self.sentence.day

    @property
    def root(self) -> str:
        """The origin of the words."""
        return self.chain.root

    @property
    def sourcing(self) -> Sourcing:
        """What the origin is, as the teller has it."""
        return self.chain.sourcing

    @property
    def unnamed(self) -> bool:
        """Whether it goes back to somebody without a name, relayed or not."""
        nobody = self.chain.speaker is None and self.chain.origin is not None
        return self.sourcing == "unnamed" or (self.sourcing == "outlet" and nobody)

    @property
    def sourced(self) -> bool:
        """Whether it is on somebody's word rather than the teller's."""
        return self.sourcing not in ("self", "none")

    @property
    def subjects(self) -> frozenset[str]:
        """What it takes a side on: its relation, and whether there are talks."""
        talks = self.aspects & {"talk"}
        return talks | {self.relation} if self.relation is not None else talks

    @cached_property
    def key(self) -> tuple[str, str | None, bool, bool]:
        """The same for all places where one origin says the same of one relation."""
        return self.root, self.relation, self.yes, self.turn


def find_stands(sentences: Sentences, claims: Iterable[Claim], chains: Chains) -> tuple[Stand, ...]:
    """The stands of a story: those of its claims, of what else is said in it, and turns."""
    found = list(_from_claims(sentences, claims))
    taken: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for stand in found:
        taken[stand.anchor.article, stand.anchor.field].append(stand.anchor.span)
    for sentence in sentences:
        if sentence.corrected or "?" in sentence.text:
            continue
        for number, one in sentence.told:
            span = _quoted(sentence, one)
            near = taken[sentence.article, sentence.field]
            chain = chains.of(sentence.article, sentence.field, number)
            if not any(span.overlaps(other) for other in near):
                found += _stand(sentences, sentence, span, one, chain, None)
            found += _turn(sentences, sentence, span, chain)
    told = {(s.anchor.article, s.relation, s.yes) for s in found if s.anchor.field == "text"}
    return tuple(
        sorted(
            (
                s
                for s in found
                # What the body tells as well, it tells better than the headline.
                if s.anchor.field == "text" or (s.anchor.article, s.relation, s.yes) not in told
            ),
            key=_order,
        )
    )


def _order(stand: Stand) -> tuple[int, bool, int]:
    """By date, what is quoted at length before what is named in a headline."""
    last = stand.day[1] if stand.day else 10**7
    return last, stand.anchor.field == "title", stand.anchor.span.start


def _from_claims(sentences: Sentences, claims: Iterable[Claim]) -> Iterator[Stand]:
    for claim in claims:
        for one in claim.appearances:
            sentence = home(sentences, one.anchor)
            if sentence is None or sentence.corrected or not _takes_side(one):
                continue
            cue = _attribution(sentence, one.attribution)
            yield from _stand(sentences, sentence, one.anchor.span, cue, one.chain, claim.id)


def _stand(
    sentences: Sentences,
    sentence: Sentence,
    span: Span,
    cue: Attribution | None,
    chain: Chain,
    claim: str | None,
) -> Iterator[Stand]:
    """The stand of a stretch, where it takes a clear side on a relation."""
    text = span.of(sentence.layer.text)
    found = words_of(text)
    hits = relations(found)
    key = next((hit for hit in hits if hit.relation not in words.VAGUE), None)
    if _forecast(found, key) or text.isupper() or (key is not None and _loose(found, hits, key)):
        return
    if cue is not None and (cue.certainty not in _SURE or silent(sentence.layer.text, cue)):
        return
    denied = _denied(sentence, cue)
    terms = frozenset(word.stem for word in found if word.form not in EMPTY)
    yes = negated(found, key) == denied
    if denied and key is not None and key.first > _SUBJECT and _known(found, key):
        key = None
    if key is None and claim is None and len(terms) < _TERMS:
        return
    if not denied and not (_asserts(found, key) if yes else _denies(text, found, key)):
        return
    yield Stand(
        anchor=sentences.anchor(sentence, _shown(sentence, span, cue)),
        said=text,
        sentence=sentence,
        yes=yes,
        relation=key.relation if key else None,
        stems=_stems(found, key),
        aspects=frozenset(hit.relation for hit in aspects(found)),
        step=key is not None and _step(found, key),
        chain=chain,
        claim=claim,
        by_cue=denied,
        terms=terms,
    )


def _shown(sentence: Sentence, span: Span, cue: Attribution | None) -> Span:
    """All that is quoted around a clause, where that is short; the cue that denies it."""
    if cue is not None and _denied(sentence, cue):
        near = [s for s in cue.cue if s.end <= span.start and sentence.span.covers(s)]
        if near and span.end - near[-1].start <= _SHOWN:
            return Span(near[-1].start, span.end)
    if cue is not None and any(s.overlaps(sentence.span) for s in cue.content):
        whole = _quoted(sentence, cue)
        if whole.covers(span) and whole.end - whole.start <= _SHOWN:
            return whole
    return span


def _takes_side(one: Appearance) -> bool:
    return one.voice != "question" and one.certainty in _SURE and "?" not in one.anchor.text


def home(sentences: Sentences, anchor: Anchor) -> Sentence | None:
    """The sentence (or title) that an anchor stands in; None in a copy."""
    found = sentences.of(anchor.article)
    titles = [one for one in found if one.field == "title"]
    if anchor.field == "title":
        return titles[0] if titles else None
    body = found[len(titles) :]
    place = bisect_right(body, anchor.span.start, key=lambda one: one.span.start) - 1
    found_there = 0 <= place < len(body) and anchor.span.overlaps(body[place].span)
    return body[place] if found_there else None


def _attribution(sentence: Sentence, number: int | None) -> Attribution | None:
    return sentence.layer.layers.attributions[number] if number is not None else None


def _denied(sentence: Sentence, one: Attribution | None) -> bool:
    """Whether the cue says that the content is not so."""
    text = sentence.layer.text
    return (
        one is not None
        and bool(one.content)
        and denied(text, one)
        and _says_something(words_of(one.content[0].of(text)))
    )


def _says_something(found: Sequence[Word]) -> bool:
    """Whether a content is a clause: "denied access to the port" refuses, it denies nothing."""
    first = found[0].form if found else ""
    return (
        first in ("that", "any", "there", "having", "being")
        or first.endswith("ing")
        or any(word.form in FINITE for word in found)
    )


def _stems(found: Sequence[Word], key: Hit | None) -> frozenset[str]:
    """The stems of the words that say the relation, nouns of verbs as their verbs."""
    if key is None:
        return frozenset()
    said = found[key.first : key.last + 1]
    return frozenset[str]().union(*(stems(word.form) for word in said)) - {"", "not"}


def _loose(found: Sequence[Word], hits: Sequence[Hit], key: Hit) -> bool:
    """Whether it is said of anybody ("you …"), or said twice, once with "not"."""
    if any(word.form == "you" for word in found[max(0, key.first - _GROUP) : key.first]):
        return True
    again = any(hit.relation == key.relation and hit is not key for hit in hits)
    return again and len([n for n in negators(found) if _no(found[n].form)]) == 1


def _no(form: str) -> bool:
    return form in words.NOT or form.endswith("n't")


def _known(found: Sequence[Word], key: Hit) -> bool:
    """Whether the relation is named as something known: "the Newsweek investigation"."""
    return any(word.form in words.KNOWN for word in found[max(0, key.first - 2) : key.first])


def _asserts(found: Sequence[Word], key: Hit | None) -> bool:
    """Whether the relation is said of somebody, not only named: "the sale" names it."""
    if key is None or key.first == 0:
        return key is None or len(found) > _TITLE
    if len([n for n in negators(found) if _no(found[n].form)]) > 1:
        return False
    if found[0].form == "to" or any(
        w.form in _OPENLY for w in found[max(0, key.first - 3) : key.first]
    ):
        return False
    if found[key.first - 1].form not in words.NAMING and not _known(found, key):
        return True
    forms = " ".join(word.form for word in found[: key.first])
    return any(f" {phrase} " in f" {forms} " for phrase in words.ADVANCED)


def _denies(text: str, found: Sequence[Word], key: Hit | None) -> bool:
    """Whether what is denied is the relation itself: "no sale", "selling was never the plan"."""
    places = [n for n in negators(found) if _no(found[n].form)]
    if key is not None:
        # "words, not action, to deal with it" denies the action.
        start = found[key.first].start
        places = [n for n in places if "," not in text[found[n].end : start]]
    if len(places) > 1 and len(places) % 2 == 0:
        return False
    if key is None or not places:
        return key is None
    if any(word.form == "because" for word in found[places[0] :]):
        return False
    rest = (*found[places[0] + 1 : key.first], *found[key.last + 1 : key.last + 1 + _GROUP])
    if any(word.form in words.PARTLY for word in rest):
        return False
    if key.first > _SUBJECT and _known(found, key):
        return False
    if any(0 < key.first - n <= _DIRECT for n in places):
        return True
    doing = key.first <= _SUBJECT and found[key.first].form.endswith("ing")
    return doing and any(0 < n - key.last <= _DIRECT for n in places)


def _step(found: Sequence[Word], key: Hit) -> bool:
    """Whether only a step on the way to it is spoken of."""
    return any(word.form in words.STEP for word in found[max(0, key.first - _GROUP) : key.last + 1])


def _forecast(found: Sequence[Word], key: Hit | None) -> bool:
    """Whether what is said is to come, or on a condition only."""
    if any(word.form in words.CONDITION for word in found[:2]):
        return True
    last = key.first if key else min(6, len(found))
    return any(
        word.form in words.FORECAST or word.form.endswith(("'ll", "'d"))
        for word in found[max(0, last - _GROUP) : last]
    )


def _turn(sentences: Sentences, sentence: Sentence, span: Span, chain: Chain) -> Iterator[Stand]:
    """A turn of phrase in an article whose headline has a relation."""
    if _TURN.search(sentence.text) is None:
        return
    said = words_of(span.of(sentence.layer.text))
    if len(said) > _TURNED:
        return
    forms = " ".join(word.form for word in said)
    yes, no = (any(f" {p} " in f" {forms} " for p in table) for table in _TURNS)
    relation = _topic(sentences, sentence) if yes != no else None
    if relation is not None and chain.sourcing in ("named", "unnamed", "document"):
        yield Stand(
            anchor=sentences.anchor(sentence, span),
            said=span.of(sentence.layer.text),
            sentence=sentence,
            yes=yes,
            relation=relation,
            stems=frozenset(),
            aspects=frozenset(),
            chain=chain,
            claim=None,
            turn=True,
        )


def _quoted(sentence: Sentence, one: Attribution) -> Span:
    """The part of what is said that stands in the sentence."""
    parts = [s for s in one.content if s.overlaps(sentence.span)]
    start = max(min(s.start for s in parts), sentence.span.start)
    return Span(start, min(max(s.end for s in parts), sentence.span.end))


def _topic(sentences: Sentences, sentence: Sentence) -> str | None:
    """The relation that the article is about: that of its title, else of its first sentences."""
    for one in sentences.of(sentence.article)[:3]:
        hits = relations(words_of(one.text))
        if hits:
            return hits[0].relation
    return None

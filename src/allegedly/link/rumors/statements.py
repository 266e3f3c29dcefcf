"""Questions as statements: "Will the mill close?" asks whether the mill will close.

A stance is one toward a statement, and headlines ask. Only yes-or-no questions that
begin with their verb are turned, by moving that verb behind its subject; everything else
stays what it is. What is not sure to be grammatical is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...reader.clause_words import DETERMINERS
from ...reader.event_words import IRREGULAR, SMALL
from ...reader.lexicon import word_set
from ...records import Layers

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]|_+")
#: Verbs that a question begins with, by what follows its subject.
_MODALS = word_set("will would can could may might shall should must")
_BE = word_set("is are was were am")
_HAVE = word_set("has have had")
_DO = word_set("do does did")
_OPENERS = _MODALS | _BE | _HAVE | _DO
#: Modal verbs that only leave open what is asked: the statement behind them is plain.
_OPEN = word_set("could may might can")
#: Subjects of one word.
_PRONOUNS = word_set("it he she they we you i this that these those there everyone anyone")
#: What goes on with a subject after a name in it.
_GOES_ON = word_set("and or of from in at on for with & , ( the a an 's ’s")
#: Adverbs between subject and verb that only a question wants, and others.
_STRESS = word_set("really actually truly ever seriously")
_ADVERBS = word_set("now still just finally already soon not never again also even ever secretly")
#: Verbs, in their first form, that the predicate of a question may begin with.
_VERBS = word_set(
    "be have get go do make take give keep let leave lose win sell buy close open move stay quit "
    "resign return come run rise fall end start begin stop join split marry divorce date meet sue "
    "pay cut raise build launch release cancel delay replace withdraw reunite reconcile retire "
    "merge drop face become happen survive break bring call change charge save show sign"
)
#: What a predicate after "is" or "are" may begin with where the subject is known.
_STATES = word_set(
    "a an the to in on at over off out up down about set going getting being dead alive back "
    "ready close likely due not no pregnant engaged single married gone done behind under safe"
)
#: What is left of a question that adds nothing: "… after all?"
_TAG = re.compile(r"[\s,]+(?:after all|or not|or no|for real|too|then)$", re.IGNORECASE)
#: What leaves a statement open: adverbs, and a modal verb with those that follow it.
_UNSURE = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|apparently|purportedly|seemingly|rumou?redly)\b,? ?",
    re.IGNORECASE,
)
_COULD = re.compile(
    r"\b(?:could|might|may)\s+(?:(?:possibly|potentially|perhaps|well|still|just|soon)\s+)*"
    r"(?!have\b)(?=[a-z])"
)
#: "is rumored to be" is "is", "is said to have" is "has".
_SAID_TO = re.compile(
    r"\b(is|are|was|were) (?:(?:now|also|widely|still) )?(?:rumou?red|said|believed|thought"
    r"|understood|reported|alleged|claimed|supposed) to (be|have)\b",
    re.IGNORECASE,
)
_HAVE_OF = {"is": "has", "are": "have", "was": "had", "were": "had"}
_NEGATED = re.compile(r"(?:not|never)\b")
#: What comes before the verb: "Well, well,", "Rumour check:", "Wait -".
_LEAD = re.compile(r"^[^?]{1,60}?[,:;–—-]\s+(?=[^\W\d_]+\s)")
#: Words that a headline in capitals leaves small.
_SMALL = SMALL | word_set("is are was were be as up yet than via per if vs")
_LONGEST = 14
#: What a subject may go on with so that a participle behind it may still belong to it.
_DEEPER = word_set("of from in at on for with near by to that who which whose about over")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the words of a question.

    ``names`` are written with capitals in it, ``phrases`` are noun phrases (names among
    them), ``verbs`` words that stand for events; all as they stand in the text.
    """

    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, layers: Layers, text: str, names: Iterable[str] = ()) -> Words:
        """The words of a field that was read; ``names`` that are known from elsewhere."""
        return cls(
            names=(*(one.head.of(text) for one in layers.mentions if one.named), *names),
            phrases=tuple(one.span.of(text) for one in layers.mentions),
            verbs=frozenset(one.span.of(text).lower() for one in layers.events),
        )


@dataclass(frozen=True, slots=True)
class Form:
    """A question as a statement: to be ``shown``, and the plain one to be ``judged``.

    They differ where the question only asks whether something could be: the articles are
    asked whether it is so.
    """

    shown: str
    judged: str


def is_question(text: str) -> bool:
    """Whether a text ends as a question does."""
    return text.rstrip(" \"'’”)").endswith("?")


def as_statement(question: str, words: Words | None = None) -> Form | None:
    """The statement that a yes-or-no question asks about; None where the words do not allow it."""
    known = words or Words()
    text = _without_ends(question)
    for start in _openings(text):
        found = _turned(text[start:], known)
        if found:
            return found
    return None


def plain(statement: str) -> str:
    """A statement without what only leaves it open: "could possibly return" is "will return".

    The articles are asked whether it is so, not whether it could be.
    """
    text = _UNSURE.sub("", _TAG.sub("", statement.strip().rstrip(".")))
    text = _SAID_TO.sub(_so, text)
    found = _COULD.search(text)
    if found and not _NEGATED.match(text, found.end()):
        text = f"{text[: found.start()]}will {text[found.end() :]}"
    return _sentence(text.strip(" ,"))


def _so(found: re.Match[str]) -> str:
    verb = found[1].lower()
    return verb if found[2].lower() == "be" else _HAVE_OF[verb]


def _without_ends(question: str) -> str:
    text = question.strip().strip("\"“”'‘").rstrip("?!. ").strip()
    return _TAG.sub("", text)


def _openings(text: str) -> Iterable[int]:
    """Where a question may begin: at the text's beginning, or behind a lead."""
    start = 0
    while True:
        first = _TOKEN.match(text, start)
        if first and first.group().lower() in _OPENERS:
            yield start
        lead = _LEAD.match(text[start:])
        if not lead:
            return
        start += lead.end()


def _turned(text: str, known: Words) -> Form | None:
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    verb = tokens[0][0].lower()
    place = _predicate(text, tokens, verb, known)
    if place is None:
        return None
    subject = text[tokens[1][1] : tokens[place][1]].strip()
    low = Lower(text, known.names)
    subject, rest = low(subject), low(_without_stress(text[tokens[place][1] :]))
    if not rest:
        return None
    shown, judged = (_moved(verb, subject, rest, plain=plain) for plain in (False, True))
    return Form(_sentence(shown), _sentence(judged))


def _predicate(
    text: str, tokens: Sequence[tuple[str, int, int]], verb: str, known: Words
) -> int | None:
    """The number of the token that the subject has ended before; None where nothing tells."""
    if len(tokens) < 3:
        return None
    if tokens[1][0].lower() in _PRONOUNS and not _phrase_at(text, tokens, 1, known):
        return 2
    place = _phrase_at(text, tokens, 1, known) or 1
    while place < len(tokens) and tokens[place][0].lower() in ("and", "&", "or"):
        further = _phrase_at(text, tokens, place + 1, known)
        if further is None:
            break
        place = further
    if place >= len(tokens):
        return None
    if place > 1 and tokens[place][0].lower() not in _GOES_ON and not _owns(tokens[place - 1][0]):
        return place
    if place > 1 and verb in _BE and tokens[place][0].lower() in _STATES:
        return place
    return _only_verb(tokens, max(place, 2), verb, known)


def _only_verb(
    tokens: Sequence[tuple[str, int, int]], start: int, verb: str, known: Words
) -> int | None:
    """The one place behind a subject of unknown length where a predicate may begin."""
    first = start + (tokens[start - 1][0].lower() in DETERMINERS)
    found = [
        place
        for place in range(first, min(len(tokens), _LONGEST))
        if _begins_predicate(tokens[place][0].lower(), verb, known)
    ]
    groups = [place for place in found if place - 1 not in found]
    if len(groups) != 1:
        return None
    deeper = any(word.lower() in _DEEPER for word, _, _ in tokens[start : groups[0]])
    # "Is the audio of the shots that killed him a hoax": "killed" is none of its verbs.
    return None if deeper and verb in _BE | _HAVE else groups[0]


def _owns(word: str) -> bool:
    return word.endswith(("'s", "’s", "'", "’"))


def _phrase_at(
    text: str, tokens: Sequence[tuple[str, int, int]], place: int, known: Words
) -> int | None:
    """Where the longest known noun phrase that begins here ends, as the number of a token."""
    start = tokens[place][1]
    best = 0
    for phrase in known.phrases:
        end = start + len(phrase)
        if (
            len(phrase) > best
            and text.startswith(phrase, start)
            and not text[end : end + 1].isalnum()
        ):
            best = len(phrase)
    if not best:
        return None
    return next((n for n in range(place, len(tokens)) if tokens[n][1] >= start + best), len(tokens))


def _begins_predicate(word: str, verb: str, known: Words) -> bool:
    """Whether a predicate after ``verb`` may begin with this word."""
    if word in _ADVERBS or word in _STRESS:
        return True
    if verb in _MODALS or verb in _DO:
        return word in _VERBS or (word in known.verbs and not word.endswith(("s", "ed", "ing")))
    if verb in _BE:
        return word in IRREGULAR or word.endswith(("ing", "ed"))
    return word in IRREGULAR or word.endswith("ed") or word in ("been", "had", "got", "not")


def _without_stress(rest: str) -> str:
    first = _TOKEN.match(rest)
    return rest[first.end() :].strip() if first and first.group().lower() in _STRESS else rest


class Lower:
    """Writes headline capitals small: names keep theirs, and so does a text in sentence case."""

    def __init__(self, text: str, names: Sequence[str]) -> None:
        self._names = sorted({name for name in names if name}, key=len, reverse=True)
        found = [m.group() for m in _TOKEN.finditer(self._masked(text)) if m.group()[0].isalpha()]
        low = any(word.islower() and word not in _SMALL for word in found)
        self._needed = not low and sum(word[0].isupper() for word in found[1:]) > 0

    def __call__(self, text: str) -> str:
        """``text`` without the capitals that only the headline gave it."""
        if not self._needed:
            return text
        kept = self._spans(text)

        def small(match: re.Match[str]) -> str:
            inside = any(start <= match.start() < end for start, end in kept)
            word = match.group()
            return word.lower() if not inside and (word == "A" or word[1:].islower()) else word

        return _TOKEN.sub(small, text)

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [
            (match.start(), match.end())
            for name in self._names
            for match in re.finditer(re.escape(name), text)
        ]

    def _masked(self, text: str) -> str:
        for start, end in self._spans(text):
            text = text[:start] + "_" * (end - start) + text[end:]
        return text


def _moved(verb: str, subject: str, rest: str, *, plain: bool) -> str:
    """Subject, verb, predicate; ``plain`` without what only leaves it open."""
    many = " and " in subject.lower()
    if verb in _OPEN:
        return f"{subject} {'will' if plain else verb} {rest}"
    if verb in _DO:
        first, _, more = rest.partition(" ")
        if verb == "do" or (verb == "does" and many):
            return f"{subject} {rest}"
        if verb == "does" and first.isalpha():
            return f"{subject} {_third(first)} {more}".rstrip()
        return f"{subject} {verb} {rest}"
    agreed = {"is": "are", "was": "were", "has": "have"}.get(verb, verb) if many else verb
    return f"{subject} {agreed} {rest}"


def _third(verb: str) -> str:
    """The form of a verb for one person or thing: "want" is "wants"."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "…")) else ".")

"""Descriptions and pronouns to entities, in reading order.

What the words say comes first: appositions, roles, the same description said
before. The rest is a choice among those mentioned before (`antecedents`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..records import Span
from .antecedents import Antecedents, Choice
from .candidate import Candidate, outermost_speak
from .couples import Couples, is_any_two, is_pair, marriage
from .described import Described, Key
from .encoder import Tables
from .figures import Figures
from .gender import gender_of
from .kinship import Kinship, kin_spoken_of
from .lexicon import NOBODY, SPOKES, word_set
from .reference_words import KIN, OBJECTS, PLURAL, POSSESSIVES, SINGULAR, THING, is_plural
from .roles import apposed, bearer, is_definite, is_indefinite, role_words, roles_of
from .tokens import Tokens

REFERRING = frozenset(("person", "group", "organization", "place"))
#: Trained scores from which a description joins an entity that has a name, one with the same
#: pronouns, one that is described by the same noun, or by another; a pronoun of things or of
#: several joins.
TO_NAME, TO_AGREEING, TO_SAME, TO_OTHER, PRONOUN = 0.0, -1.0, -1.0, 99.0, -2.0
#: The same where the description has a name in it, or is of somebody who stays unnamed.
TELLING = 2.0
#: How much likelier than the next a person with a name must be, by the trained scores.
MARGIN = 1.0
#: Added where "they" may be one person, or a place, or is of another kind than the tagger says.
ONE_THEY, PLACE_THEY, OTHER_KIND = -3.0, -2.0, -1.0
_COPULA = re.compile(
    r"\s+(?:is|was|are|were|am|(?:has|have|had)\s+been|became|remains|remained|becomes)\s+(?:also\s+|now\s+|still\s+|both\s+)?"
)
_AFTER_NAME = re.compile(r"\s?[,(–—-]\s?(?:(?:aged\s)?\d{1,3},\s)?")
_CLOSED = re.compile(r"\s?[,.;:)–—\n!?]|\s?$|\s+(?:said|says|told)\b")
_OWNED = re.compile(r"[’']s?\s")

#: One to three words that may be a verb and its adverbs, before its object; "her child, taking
#: him along" says what she does.
_DOES = re.compile(
    r"(?:,\s(?![a-z]+ing\b)|\s)"
    r"(?!(?:that|who|when|as|and|but|or|if|of|than|like|because|while)\s)[a-z]+\s"
    r"(?:(?!(?:that|who|when|as|and|but|or|if|of|than|like|because|while|by|with)\s)[a-z]+\s){0,2}"
)
_NO_NOUN = re.compile(
    r"[.,;:!?”\"]|\s(?:to|that|for|in|on|at|with|from|about|by|as|when|he|she|they|it|and|but|if)\b"
)
_POSSESSIVE = re.compile(r"[’']s?$")

_ANYONE = re.compile(
    r"\b(?:any(?:one|body)|every(?:one|body)|no\s?(?:one|body)|whoever|each)\b", re.I
)

_AGED = re.compile(r"\d[- ]years?[- ]?old$", re.I)

#: Words that tell somebody, or a body, from those spoken of before.
_ANOTHER = {
    "person": word_set("other another second third rival"),
    "organization": word_set("new other another second third rival"),
}

#: What being the kin of whom a quotation calls "my brother" adds for its source.
KINDRED = 3.0


class Resolving:
    """Resolves one field's descriptions and pronouns."""

    def __init__(
        self,
        tokens: Tokens,
        found: Sequence[Candidate],
        tables: Tables,
        sentences: Sequence[Span],
        figures: Figures,
    ) -> None:
        self._text = tokens.text
        self._tokens = tokens
        self._figures = figures
        self._rows = sorted((c for c in found if c.kind in REFERRING), key=lambda c: c.first)
        outermost_speak(self._rows)
        self._chooser = Antecedents(tokens, tables, self._rows, sentences, figures)
        people = [c for c in self._rows if c.kind == "person"]
        self._roles = roles_of(self._text, people)
        self._described = Described(self._chooser)
        self._couples = Couples(self._text, self._rows, self._chooser, figures)
        self._kin = Kinship()

    def run(self) -> None:
        """Give every description and pronoun the entity it refers to, where there is one."""
        for row, c in enumerate(self._rows):
            if c.form == "description":
                self._description(row, c)
            elif c.form == "pronoun":
                self._pronoun(row, c)
            if c.entity >= 0 and c.form != "name":
                c.kind = self._figures[c.entity].kind
            self._chooser.seen(row)
            self._couples.note(row)
            while self._couples.same:
                self._unite(row, *self._couples.same.pop())

    def _unite(self, row: int, old: int, new: int) -> None:
        """Give the mentions of somebody only described to whom they turned out to be."""
        for c in self._rows[: row + 1]:
            if c.entity == old:
                c.entity = new
        self._chooser.rename(old, new)
        self._described.rename(old, new)

    def _pronoun(self, row: int, c: Candidate) -> None:
        word = c.span.of(self._text).lower()
        gender = gender_of(word)
        inside = self._around(row, c) | self._subject(row, c, word)
        if word in PLURAL and self._bound(row, c):
            return
        if word in SINGULAR:
            kin = self._kin_of(c) if c.speaks else frozenset()
            choice = self._chooser.best(
                row, gender, lambda e: self._one(e, gender, inside, KINDRED * (e in kin))
            )
        elif word in PLURAL:
            choice = self._chooser.best(row, None, lambda e: self._many(e, c, inside))
        elif word in THING:
            choice = self._chooser.best(row, None, lambda e: self._thing(e, c.kind, inside))
        else:
            return
        if word in PLURAL and (pair := self._couples.they(row, choice)) is not None:
            c.entity = pair
            return
        if choice is None or (word not in SINGULAR and choice.learned < PRONOUN):
            return
        c.entity = choice.entity
        figure = self._figures[choice.entity]
        if gender and not c.quoted:
            figure.gender = figure.gender or gender

    def _one(
        self, entity: int, gender: str | None, inside: frozenset[int], more: float
    ) -> float | None:
        figure = self._figures[entity]
        if figure.kind != "person" or entity in inside:
            return None
        return more if gender is None or figure.gender in (None, gender) else None

    def _kin_of(self, c: Candidate) -> frozenset[int]:
        """Whose kin a quotation before its source speaks of: “I love my brother,” she said."""
        noun = kin_spoken_of(self._text, c.span.start)
        return frozenset(self._described.owners("person", noun))

    def _many(self, entity: int, c: Candidate, inside: frozenset[int]) -> float | None:
        figure = self._figures[entity]
        if entity in inside or (c.quoted and figure.members):
            return None  # whoever speaks is no part of "they"
        if figure.kind == "person":
            return ONE_THEY if figure.gender is None else None
        if figure.kind == "place":
            return PLACE_THEY
        businesses = not figure.words and is_plural(figure.name.rsplit(" ", 1)[-1].lower())
        return 0.0 if figure.kind == c.kind or businesses else OTHER_KIND

    def _thing(self, entity: int, kind: str, inside: frozenset[int]) -> float | None:
        figure = self._figures[entity]
        if figure.kind not in ("organization", "place") or entity in inside:
            return None
        return 0.0 if figure.kind == kind else OTHER_KIND

    def _bound(self, row: int, c: Candidate) -> bool:
        """Whether "they" goes back to an "anyone" of its sentence, who is nobody in particular."""
        start = max(self._chooser.begins(row), c.span.start - 200)
        if row and self._rows[row - 1].kind == "group":
            start = max(start, self._rows[row - 1].span.end)
        return _ANYONE.search(self._text, start, c.span.start) is not None

    def _around(self, row: int, c: Candidate) -> frozenset[int]:
        """Entities that a mention cannot be: those named inside it, or it inside them."""
        found = set()
        for other in self._rows[max(0, row - 8) : row]:
            if c.form != "pronoun":
                if c.span.start <= other.span.start:
                    found.add(other.entity)
            elif other.form == "description" and other.span.covers(c.span):
                before = self._text[other.span.start : c.span.start]
                if c.first < other.first or before.endswith(" of "):
                    found.add(other.entity)  # "her mother", "many of them"
        return frozenset(found)

    def _subject(self, row: int, c: Candidate, word: str) -> frozenset[int]:
        """Who does to "him" what a verb says: somebody else than he."""
        if word not in OBJECTS or row == 0:
            return frozenset()
        if word == "her" and not _NO_NOUN.match(self._text, c.span.end):
            return frozenset()  # "her keys"
        before = self._rows[row - 1]
        end = (before.extent or before.span).end
        possessive = self._text[end - 2 : end] in ("’s", "'s") or (
            before.form == "pronoun" and before.span.of(self._text).lower() in POSSESSIVES
        )
        close = end < c.span.start < end + 50 and not possessive
        if close and _DOES.fullmatch(self._text, end, c.span.start):
            return frozenset((before.entity,))
        return frozenset()

    def _description(self, row: int, c: Candidate) -> None:
        surface = c.span.of(self._text)
        gender = gender_of(surface)
        owner = self._owner(row, c)
        words = self._words(surface)
        over = marriage(words) if owner >= 0 else None
        if over is not None:
            words = ("spouse", "former") if over else ("spouse",)
        elif c.kind == "group" and is_pair(words) and not is_indefinite(surface):
            words = ("pair", "any") if is_any_two(words) else ("pair",)
        key = (c.kind, words, owner)
        best = self._told(row, c, surface)
        best = self._described.pointed_at(key, surface) if best is None else best
        if best is None and not is_indefinite(surface):
            best = self._known(row, key)
            if best is None and owner < 0 and c.kind == "person" and len(words) == 1:
                best = self._child(words[0], gender)
            best = self._chosen(row, c, gender, owner) if best is None else best
        if best is None:
            best = self._figures.open(self._shown(c, surface), c.kind, ())
            self._figures[best].gender = gender
        c.entity = best
        self._kin.note(owner, best, self._noun(c))
        if over is not None:
            self._couples.marry(owner, best, over)
        pair = words[:1] == ("pair",)
        self._described.remember((c.kind, ("pair",), owner) if pair else key, best, surface)

    def _child(self, noun: str, gender: str | None) -> int | None:
        """Whom "the baby" is: the only one who was called somebody's child."""
        child = self._kin.child(noun)
        fits = child is not None and gender in (None, self._figures[child].gender)
        return child if fits else None

    def _known(self, row: int, key: Key) -> int | None:
        """Whom what the text has said so far makes a description stand for."""
        _, words, owner = key
        if words[:1] == ("pair",):
            known = self._described.exactly((key[0], ("pair",), owner))
            return self._couples.described(row, known, len(words) > 1)
        if words[:1] == ("spouse",):
            spouse = self._couples.spouse(owner, len(words) > 1)
            gender = gender_of(self._rows[row].span.of(self._text))
            fits = spouse is not None and self._figures[spouse].gender in (None, gender)
            return spouse if fits else None
        surface = self._rows[row].span.of(self._text)
        known = owner >= 0 or key[0] != "group" or is_definite(surface) or len(words) > 1
        return self._described.same(row, key, surface) if known else None  # "people" are any people

    def _shown(self, c: Candidate, surface: str) -> str:
        """A description as a name: on one line, without the head's possessive."""
        after = c.span.end - int(self._tokens.spans[c.last, 1])
        return " ".join((_POSSESSIVE.sub("", surface) if after < 3 else surface).split())

    @staticmethod
    def _words(surface: str) -> tuple[str, ...]:
        words = tuple(KIN.get(word, word) for word in role_words(surface))
        while len(words) > 1 and words[0] in ("both", "all", "same"):
            words = words[1:]
        return words

    def _told(self, row: int, c: Candidate, surface: str) -> int | None:
        """Whom the words around a description say it is."""
        best = None
        if c.kind == "person":
            best = apposed(self._text, c, self._rows[row + 1 : row + 4])
        if best is None:
            best = self._after_name(row, c)
        if best is None and c.kind == "person":
            best = bearer(surface, self._roles)
        return best

    def _after_name(self, row: int, c: Candidate) -> int | None:
        """The one a description follows: "Ada Finch, the mayor," or "Ada Finch is the mayor"."""
        for k in range(row - 1, max(-1, row - 4), -1):
            other = self._rows[k]
            if other.kind != c.kind or other.entity < 0 or other.span.end > c.span.start:
                continue
            end = (other.extent or other.span).end
            between = self._text[min(end, c.span.start) : c.span.start]
            if _COPULA.fullmatch(between):
                return other.entity
            if other.form == "name" and _AFTER_NAME.fullmatch(between):
                closed = _CLOSED.match(self._text, c.span.end)
                return other.entity if closed else None
            return None
        return None

    def _owner(self, row: int, c: Candidate) -> int:
        """Whose a described person is: "her brother", "Tom Finch’s sister"; -1 where nobody's."""
        for k in range(row - 1, max(-1, row - 8), -1):
            other = self._rows[k]
            if other.span.start != c.span.start or other.span.end >= c.span.end:
                continue
            owns = other.form == "pronoun" or _OWNED.search(
                self._text, other.span.end - 2, other.span.end + 2
            )
            return other.entity if owns else -1
        return -1

    def _noun(self, c: Candidate) -> str:
        return self._tokens.at(c.last, c.last).lower()

    def _chosen(self, row: int, c: Candidate, gender: str | None, owner: int) -> int | None:
        after = self._rows[row + 1 : row + 4]
        inside = self._around(row, c) | {
            other.entity for other in after if other.form == "name" and c.span.covers(other.span)
        }
        noun, owned = self._noun(c), owner >= 0
        surface = c.span.of(self._text)

        def fits(entity: int) -> float | None:
            figure = self._figures[entity]
            if figure.kind != c.kind or entity in inside or not figure.may_be(noun):
                return None
            if self._kin.clash(owner, entity, noun):
                return None
            return 0.0 if gender is None or figure.gender in (None, gender) else None

        if c.kind in _ANOTHER and not _ANOTHER[c.kind].isdisjoint(self._words(surface)):
            return None
        choice = self._chooser.best(row, gender, fits)
        # "The 37-year-old" introduces nobody: it is one of those named, and the likeliest will do.
        aged = _AGED.search(surface) is not None
        if choice is None or not (self._enough(choice, noun, gender, owned) or aged):
            return None
        tells = noun in SPOKES or noun in NOBODY or self._names_another(row, c, choice.entity)
        named = bool(self._figures[choice.entity].words)
        loose = named and c.kind == "person" and not owned and is_definite(surface)
        if loose and not aged and self._open(row, choice, fits):
            return None
        return None if tells and named and choice.learned < TELLING else choice.entity

    def _open(self, row: int, choice: Choice, fits: Callable[[int], float | None]) -> bool:
        """Whether a description is about as likely to be somebody else with a name."""
        return any(
            learned > choice.learned - MARGIN
            and entity != choice.entity
            and self._figures[entity].words
            and fits(entity) is not None
            for entity, learned in self._chooser.learned(row).items()
        )

    def _names_another(self, row: int, c: Candidate, entity: int) -> bool:
        """Whether a description has a name in it: "the senator from Alaska" is somebody new."""
        for other in self._rows[row + 1 : row + 4]:
            if other.span.start >= c.span.end:
                return False
            if other.form == "name" and other.entity != entity:
                return True
        return False

    def _enough(self, choice: Choice, noun: str, gender: str | None, owned: bool) -> bool:
        """Whether a description may join a choice: "the harbour master" is not "a guest"."""
        figure = self._figures[choice.entity]
        if figure.words:
            agrees = gender is not None and figure.gender == gender
            return choice.learned > (TO_AGREEING - 0.5 * (not owned) if agrees else TO_NAME)
        same = figure.name.rsplit(" ", 1)[-1].lower() == noun
        return choice.learned > (TO_SAME if same else TO_OTHER)

"""Descriptions and pronouns to entities, in reading order.

What the words say comes first: appositions, roles, the same description said
before. The rest is a choice among those mentioned before (`antecedents`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Span
from .antecedents import Antecedents, Choice
from .encoder import Tables
from .figures import Figures
from .gender import gender_of
from .mentions import Candidate
from .reference_words import PAIR, PLURAL, SINGULAR, THING
from .roles import apposed, bearer, is_indefinite, role_words, roles_of
from .tokens import Tokens

REFERRING = frozenset(("person", "group", "organization", "place"))
#: Trained scores from which a description joins an entity that has a name, one with the same
#: pronouns, one that is described by the same noun, or by another; a pronoun of things or of
#: several joins.
TO_NAME, TO_AGREEING, TO_SAME, TO_OTHER, PRONOUN = 0.0, -1.0, -1.0, 99.0, -2.0
#: The same where the description has a name in it.
TELLING = 2.0
#: The trained score from which "her parents" are "the parents".
OWNED = -3.0
#: Added where "they" may be one person, or is of another kind than the tagger says.
ONE_THEY, OTHER_KIND = -3.0, -1.0
#: Added for two people joined by "and" when "they" may be both.
BOTH = 1.0
_COPULA = re.compile(
    r"\s+(?:is|was|are|were|am|became|remains|remained|becomes)\s+(?:also\s+|now\s+|still\s+|both\s+)?"
)
_AFTER_NAME = re.compile(r"\s?[,(–—-]\s?")
_CLOSED = re.compile(r"\s?[,.;:)–—\n!?]|\s?$|\s+(?:said|says|told)\b")
_OWNED = re.compile(r"[’']s?\s")

_POSSESSIVE = re.compile(r"[’']s?$")
_BARE = re.compile(r"[\w-]+(?:[’']s?)?")
_AND = re.compile(r"\s(?:and|&)\s")

_ANYONE = re.compile(
    r"\b(?:any(?:one|body)|every(?:one|body)|no\s?(?:one|body)|whoever|each)\b", re.I
)

Key = tuple[str, tuple[str, ...], int]


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
        self._chooser = Antecedents(tokens, tables, self._rows, sentences, figures)
        people = [c for c in self._rows if c.kind == "person"]
        self._roles = roles_of(self._text, people)
        #: What a description has stood for: by kind, words and owner.
        self._before: dict[Key, int] = {}
        #: Per kind and words of a description: who it stood for, and whose that was said to be.
        self._nouns: dict[tuple[str, tuple[str, ...]], dict[int, int]] = {}
        #: The last two people joined by "and": the row, who they are.
        self._pair: tuple[int, frozenset[int]] | None = None
        #: Groups of two by who they are.
        self._pairs: dict[frozenset[int], int] = {}

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
            self._join(row, c)

    def _join(self, row: int, c: Candidate) -> None:
        """Note two people joined by "and": "Ada Finch and her brother"."""
        if c.kind != "person" or c.entity < 0:
            return
        start = (c.extent or c.span).start
        for k in range(row - 1, max(-1, row - 4), -1):
            other = self._rows[k]
            end = (other.extent or other.span).end
            if other.kind != "person" or other.entity in (-1, c.entity) or end > start:
                continue
            if end + 12 > start and _AND.fullmatch(self._text[end:start]):
                self._pair = (row, frozenset((other.entity, c.entity)))
                return

    def _pair_entity(self, members: frozenset[int]) -> int:
        """The group of two people, opened where it is new."""
        if members not in self._pairs:
            names = [self._figures[k].name for k in sorted(members)]
            self._pairs[members] = self._figures.open(" and ".join(names), "group", ())
            self._figures[self._pairs[members]].members = members
        return self._pairs[members]

    def _pronoun(self, row: int, c: Candidate) -> None:
        word = c.span.of(self._text).lower()
        gender = gender_of(word)
        inside = self._around(row, c)
        if word in PLURAL and self._bound(row, c):
            return
        if word in SINGULAR:
            choice = self._chooser.best(row, gender, lambda e: self._one(e, gender, inside))
        elif word in PLURAL:
            choice = self._chooser.best(row, None, lambda e: self._many(e, c.kind, inside))
        elif word in THING:
            choice = self._chooser.best(row, None, lambda e: self._thing(e, c.kind, inside))
        else:
            return
        if word in PLURAL and (pair := self._pair_meant(row, choice)) is not None:
            c.entity = pair
            return
        if choice is None or (word not in SINGULAR and choice.learned < PRONOUN):
            return
        c.entity = choice.entity
        figure = self._figures[choice.entity]
        if gender and not c.quoted:
            figure.gender = figure.gender or gender

    def _one(self, entity: int, gender: str | None, inside: frozenset[int]) -> float | None:
        figure = self._figures[entity]
        if figure.kind != "person" or entity in inside:
            return None
        return 0.0 if gender is None or figure.gender in (None, gender) else None

    def _many(self, entity: int, kind: str, inside: frozenset[int]) -> float | None:
        figure = self._figures[entity]
        if entity in inside:
            return None
        if figure.kind == "person":
            return ONE_THEY if figure.gender is None else None
        return 0.0 if figure.kind == kind else OTHER_KIND

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

    def _pair_meant(self, row: int, choice: Choice | None) -> int | None:
        """The two people joined by "and" where they are likelier than ``choice``."""
        if self._pair is None or row - self._pair[0] > 12:
            return None
        last, members = self._pair
        if members in self._pairs and choice and choice.entity == self._pairs[members]:
            return None
        found = [self._chooser.of(row, entity) for entity in members]
        if self._chooser.sentences_apart(row, last) > 1 or None in found:
            return None
        score = sum(one.score for one in found if one) / 2 + BOTH
        trained = max(one.learned for one in found if one)
        if trained < PRONOUN or (choice and choice.score > score):
            return None
        return self._pair_entity(members)

    def _around(self, row: int, c: Candidate) -> frozenset[int]:
        """Entities that a mention cannot be: those named inside it, or it inside them."""
        found = set()
        for k in range(row - 1, max(-1, row - 8), -1):
            other = self._rows[k]
            if (c.form != "pronoun" and c.span.start <= other.span.start) or (
                other.form == "description" and other.span.covers(c.span) and c.first < other.first
            ):
                found.add(other.entity)
        return frozenset(found)

    def _description(self, row: int, c: Candidate) -> None:
        surface = c.span.of(self._text)
        gender = gender_of(surface)
        owner = self._owner(row, c)
        key = (c.kind, self._words(c, surface), owner)
        indefinite = is_indefinite(surface)
        best = self._told(row, c, surface)
        if best is None and not indefinite and c.kind == "group" and key[1] == ("pair",):
            best = self._pair_described(row, key)
        if best is None and not indefinite:
            best = self._said_before(row, key)
        if best is None and not indefinite:
            best = self._chosen(row, c, gender)
        if best is None:
            best = self._figures.open(self._shown(c, surface), c.kind, ())
            self._figures[best].gender = gender
        c.entity = best
        if c.kind != "group" and _BARE.fullmatch(surface):
            return  # "daughter" in a headline: nobody's in particular
        self._nouns.setdefault(key[:2], {}).setdefault(best, owner)
        if indefinite:
            self._before[key] = best
        else:
            # "the rapper" is the same person throughout an article
            self._before.setdefault(key, best)

    def _shown(self, c: Candidate, surface: str) -> str:
        """A description as a name: on one line, without the head's possessive."""
        after = c.span.end - int(self._tokens.spans[c.last, 1])
        return " ".join((_POSSESSIVE.sub("", surface) if after < 3 else surface).split())

    def _pair_described(self, row: int, key: Key) -> int | None:
        """The two that "the couple" stands for: those named together since it was last said."""
        known = self._before.get(key)
        if self._pair is None or row - self._pair[0] > 40:
            return known
        members = self._pair[1]
        if known is None:
            return self._pair_entity(members)
        same = not self._figures[known].members or self._figures[known].members & members
        return known if same else self._pair_entity(members)

    def _words(self, c: Candidate, surface: str) -> tuple[str, ...]:
        words = role_words(surface)
        while len(words) > 1 and words[0] in ("both", "all"):
            words = words[1:]
        return ("pair",) if c.kind == "group" and words and words[-1] in PAIR else words

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

    def _chosen(self, row: int, c: Candidate, gender: str | None) -> int | None:
        inside = self._around(row, c)
        noun = self._tokens.at(c.last, c.last).lower()

        def fits(entity: int) -> float | None:
            figure = self._figures[entity]
            if figure.kind != c.kind or entity in inside:
                return None
            return 0.0 if gender is None or figure.gender in (None, gender) else None

        choice = self._chooser.best(row, gender, fits)
        if choice is None or not self._enough(choice, noun, gender):
            return None
        tells = self._names_another(row, c, choice.entity)
        return None if tells and choice.learned < TELLING else choice.entity

    def _said_before(self, row: int, key: Key) -> int | None:
        """Whom the same description stood for.

        "The parents" are the one couple that were "her parents" before; "her parents" are
        "the parents" where nothing speaks against it.
        """
        exact = self._before.get(key)
        if exact is not None:
            return exact
        same = self._nouns.get(key[:2], {})
        if key[2] < 0:
            return next(iter(same)) if len(same) == 1 else None
        free = [entity for entity, owner in same.items() if owner < 0]
        if len(free) != 1 or free[0] == key[2]:
            return None
        choice = self._chooser.of(row, free[0])
        return free[0] if choice and choice.learned > OWNED else None

    def _names_another(self, row: int, c: Candidate, entity: int) -> bool:
        """Whether a description has a name in it: "the senator from Alaska" is somebody new."""
        for other in self._rows[row + 1 : row + 4]:
            if other.span.start >= c.span.end:
                return False
            if other.form == "name" and other.entity != entity:
                return True
        return False

    def _enough(self, choice: Choice, noun: str, gender: str | None) -> bool:
        """Whether a description may join a choice: "the harbour master" is not "a guest"."""
        figure = self._figures[choice.entity]
        if figure.words:
            agrees = gender is not None and figure.gender == gender
            return choice.learned > (TO_AGREEING if agrees else TO_NAME)
        same = figure.name.rsplit(" ", 1)[-1].lower() == noun
        return choice.learned > (TO_SAME if same else TO_OTHER)

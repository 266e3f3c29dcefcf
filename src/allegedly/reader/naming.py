"""Names to entities: full names first, then parts of them in reading order.

Names join by their words, never by a shared surname alone where two people
bear it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .candidate import Candidate
from .enumerations import names_in_lists
from .figures import Figures
from .gender import gender_of, votes
from .groups import blend
from .headlines import settle_headlines
from .lexicon import ORGANIZATION_WORDS, TITLES
from .name_kinds import is_business, majority, owns_as_person, several
from .names import (
    misspelt,
    name_words,
    plain_name,
    shortens_body,
    shortens_person,
    shown_name,
    slip,
    without_article,
)
from .repeats import (
    acronyms_in,
    add_institutions,
    add_repeats,
    bearers_in,
    join_bodies,
    join_partners,
    short_forms,
    take_families,
)
from .sentences import split_sentences
from .tokens import Tokens

Field = tuple[Tokens, list[Candidate]]
#: A name, the tokens it is in, its words.
Named = tuple[Candidate, Tokens, tuple[str, ...]]
#: How clearly pronouns must go with a person to tell "Mrs Finch" from "Mr Finch".
_CERTAIN = 1.0
#: Among how many people a misspelt surname is looked for.
_FEW = 200


class Naming:
    """Gives every name of an article its figure."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        #: Whom a bare first or last name stood for so far.
        self._bare: dict[str, int] = {}
        self._fields: Sequence[Field] = ()
        self._told = False

    def run(self, fields: Sequence[Field]) -> None:
        """Name everybody in the title and the text."""
        self._fields = fields
        settle_headlines(fields)
        for tokens, found in fields:
            join_bodies(tokens, found)
            join_partners(tokens, found)
            add_institutions(tokens, found)
        bearers = bearers_in(fields) | self._known()
        acronyms, short = acronyms_in(fields), short_forms(fields)
        for tokens, found in fields:
            add_repeats(tokens, found, bearers, acronyms, short)
            take_families(tokens, found)
            names_in_lists(tokens.text, found)
        named = [
            (c, tokens, name_words(c.span.of(tokens.text)))
            for tokens, found in fields
            for c in found
            if c.form == "name"
        ]
        self._settle_kinds(named, {word.lower() for word in bearers})
        for c, tokens, words in sorted(named, key=lambda item: -len(item[2])):
            if len(words) > 1 or c.kind != "person":
                c.entity = self._full(c, tokens.text, words)
        for c, tokens, words in named:
            if c.entity < 0:
                c.entity = self._partial(c, tokens.text, words)
            self._see(c, tokens.text)
        self._blends()

    def _known(self) -> frozenset[str]:
        """First and last names of those whom earlier parts of the article name in full."""
        full = [f.name.split() for f in self.figures if f.kind == "person" and len(f.words) > 1]
        return frozenset(word for words in full for word in (words[0], words[-1]) if len(word) > 2)

    def _settle_kinds(self, named: Sequence[Named], surnames: set[str]) -> None:
        """Give all mentions of a name one kind, unless the words around one say more."""
        people = [f.words for f in self.figures if f.kind == "person" and len(f.words) > 1]
        owners = {words for c, tokens, words in named if owns_as_person(c, tokens.text)}
        firms = {
            words
            for c, tokens, words in named
            if is_business(c, tokens.text) and surnames.isdisjoint(words)
        }
        for c, _, words in named:
            c.kind = "person" if c.kind == "other" and words in owners else c.kind
            if words in firms:
                c.kind, c.sure = "organization", True
        seen = [(" ".join(words), c.kind) for c, _, words in named if not c.sure]
        kinds = majority(seen, people)
        for c, tokens, words in named:
            if not c.sure:
                c.kind = kinds[" ".join(words)]
                if len(words) == 1:
                    c.kind = several(c, tokens, words[0], surnames) or c.kind

    def _blends(self) -> None:
        """Note whom a couple's nickname is made of."""
        people = [f.words for f in self.figures if f.kind == "person" and len(f.words) > 1]
        for figure in self.figures:
            if figure.kind == "group" and len(figure.words) == 1:
                names = blend(figure.words[0], people) or ()
                found = [self.figures.sharing("person", [name]) for name in names]
                members = frozenset(k for numbers in found for k in numbers[:1])
                figure.members = members if len(members) == 2 else frozenset()

    def _full(self, c: Candidate, text: str, words: tuple[str, ...]) -> int:
        surface = c.span.of(text)
        surface = without_article(
            shown_name(surface) if c.kind == "person" else plain_name(surface)
        )
        key = surface.casefold()
        if c.kind == "person":
            near = self.figures.sharing("person", (words[0], words[-1]))
            matches = [k for k in near if self._same_person(words, self.figures[k].words)]
        else:
            matches = list(self.figures.called(c.kind, key))
            if not matches and c.kind == "organization" and words:
                near = self.figures.sharing(c.kind, (words[0], words[-1], key))
                matches = [k for k in near if shortens_body(words, self.figures[k].words, surface)]
                if not matches and len(words) == 1 and words[0] not in ORGANIZATION_WORDS:
                    ends = self.figures.ending("organization", words[0])
                    matches = ends if len(ends) == 1 else []
        if matches:
            number = min(matches, key=lambda k: len(self.figures[k].words))
        else:
            number = self.figures.open(surface, c.kind, words)
        self.figures.alias(number, key)
        return number

    @staticmethod
    def _same_person(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
        return len(whole) > 1 and (shortens_person(words, whole) or misspelt(words, whole))

    def _partial(self, c: Candidate, text: str, words: tuple[str, ...]) -> int:
        surface = c.span.of(text)
        wanted = gender_of(_title_before(text, c.span.start)) or gender_of(surface)
        if wanted:
            self._tell_genders()
        near = [
            k
            for k in self.figures.sharing("person", words[:1])
            if not (wanted and self.figures[k].gender and wanted != self.figures[k].gender)
        ]
        same = [k for k in near if words[0] in self.figures[k].words]
        # A short form is somebody's only where there is one it can be short for.
        matches = same if same or len(near) > 1 else near
        if not matches and wanted:
            matches = self._slips(words[0], wanted)
        if not matches:
            return self.figures.open(surface, "person", words)
        chosen = max(matches, key=lambda k: self._salience(k, words))
        self._bare[words[0]] = chosen
        return chosen

    def _slips(self, surname: str, gender: str) -> list[int]:
        """The one person whose surname a titled one misspells: "Ms Finhc"."""
        found = [
            k
            for k, f in enumerate(self.figures[:_FEW])
            if f.kind == "person"
            and len(f.words) > 1
            and slip(surname, f.words[-1])
            and f.gender in (None, gender)
        ]
        return found if len(found) == 1 else []

    def _tell_genders(self) -> None:
        """Note which pronouns the text uses for those named in full; once, when it matters."""
        if self._told:
            return
        self._told = True
        for tokens, found in self._fields:
            people = [c for c in found if c.kind == "person"]
            for number, tally in votes(tokens.text, people, split_sentences(tokens.text)).items():
                if abs(tally) >= _CERTAIN and self.figures[number].gender is None:
                    self.figures[number].gender = "f" if tally > 0 else "m"

    def _salience(self, number: int, words: tuple[str, ...]) -> tuple[bool, bool, bool, int]:
        figure = self.figures[number]
        return (
            self._bare.get(words[0]) == number,
            figure.mentions * 2 >= self.figures.most and figure.mentions > 0,
            words[0] == figure.words[-1],
            figure.last_seen,
        )

    def _see(self, c: Candidate, text: str) -> None:
        figure = self.figures[c.entity]
        figure.mentions += 1
        figure.last_seen = c.first
        self.figures.most = max(self.figures.most, figure.mentions)
        if c.kind == "person" and figure.gender is None:
            before = text[max(0, c.span.start - 12) : c.span.start].split()
            title = before[-1] if before else ""
            figure.gender = gender_of(title) or gender_of(c.span.of(text).split()[0])


def _title_before(text: str, start: int) -> str:
    """The word right before a name, where it is a form of address: "Mrs", "Ms."."""
    words = text[max(0, start - 12) : start].split(" ")
    title = words[-2].rstrip(".") if len(words) > 1 and not words[-1] else ""
    return title if title.lower() in TITLES else ""

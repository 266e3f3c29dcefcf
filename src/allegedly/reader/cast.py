"""Who is meant, within one article: names that belong together, and who 'he' is.

Names join by their words, never by a shared surname alone where two people bear
it. Pronouns and descriptions go to the entity that the trained antecedent
score prefers (mention ranking, Lee et al. 2017), among those whose
grammatical gender fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from ..records import Entity, MentionKind, Span
from .antecedents import Antecedents, Figure
from .encoder import Tables
from .gender import gender_of, votes
from .lexicon import (
    FUNCTION_WORDS,
    ORGANIZATION_WORDS,
    OUTLET_ACRONYMS,
    OUTLET_WORDS,
    PLACE_WORDS,
    TITLES,
)
from .mentions import Candidate, plain_name
from .roles import apposed, bearer, is_indefinite, role_words, roles_of
from .sourcing import is_outlet_name
from .tokens import Tokens

_NAME_WORD = re.compile(r"[^\W_](?:[\w’'.-]*[^\W_])?")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def name_words(surface: str) -> tuple[str, ...]:
    """The words of a name, lower case, without titles and possessives."""
    found = [w.lower().removesuffix("’s").removesuffix("'s") for w in _NAME_WORD.findall(surface)]
    while len(found) > 1 and found[0].rstrip(".") in TITLES:
        found = found[1:]
    return tuple(w.rstrip(".") for w in found)


def shown_name(surface: str) -> str:
    """A name as it is shown: without forms of address and a nickname in marks."""
    words = plain_name(surface).split()
    while len(words) > 2 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ by a slip in the last word: "Finch" and "Fich"."""
    if len(one) != 2 or len(other) != 2 or one[0] != other[0] or one[1][0] != other[1][0]:
        return False
    alike = SequenceMatcher(None, one[1], other[1]).ratio()
    return abs(len(one[1]) - len(other[1])) <= 1 and alike >= 0.57


def _in_order(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


class Cast:
    """The entities of one article over its title and text."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        #: Whom a bare first or last name stood for so far.
        self._bare: dict[str, int] = {}

    def entities(self) -> tuple[Entity, ...]:
        """The entities in order of their numbers."""
        return tuple(Entity(f.name, f.kind) for f in self.figures)

    def name_people(self, fields: list[tuple[Tokens, list[Candidate]]]) -> None:
        """Give every name its entity: full names first, then parts of them in reading order."""
        _settle_headlines(fields)
        for tokens, found in fields:
            _add_repeats(tokens, found, _bearers(fields))
        names = [c for _, found in fields for c in found if c.form == "name"]
        texts = {id(c): tokens.text for tokens, found in fields for c in found}
        kinds = _majority(names, texts)
        for c in names:
            c.kind = kinds[_key(c, texts)]
        for c in sorted(names, key=lambda c: -len(name_words(c.span.of(texts[id(c)])))):
            words = name_words(c.span.of(texts[id(c)]))
            if len(words) > 1 or c.kind != "person":
                c.entity = self._full(c, texts[id(c)], words)
        for tokens, found in fields:
            for c in found:
                if c.form == "name":
                    if c.entity < 0:
                        c.entity = self._partial(c, tokens)
                    self._see(c, tokens)

    def _full(self, c: Candidate, text: str, words: tuple[str, ...]) -> int:
        surface = shown_name(c.span.of(text))
        if c.kind == "person":
            matches = [
                k
                for k, f in enumerate(self.figures)
                if f.kind == "person"
                and len(f.words) > 1
                and (
                    (
                        _in_order(words, f.words)
                        and (words[-1] == f.words[-1] or words[0] == f.words[0])
                    )
                    or _misspelt(words, f.words)
                )
            ]
        else:
            key = _ARTICLE.sub("", surface).casefold()
            matches = [
                k
                for k, f in enumerate(self.figures)
                if f.kind == c.kind
                and (
                    key in f.aliases
                    or (c.kind == "organization" and _shortens(words, f.words, surface))
                )
            ]
        if matches:
            number = (
                matches[0]
                if len(matches) == 1
                else min(matches, key=lambda k: len(self.figures[k].words))
            )
        else:
            number = self._new(
                _ARTICLE.sub("", surface) if c.kind != "person" else surface, c.kind, words
            )
        self.figures[number].aliases.add(_ARTICLE.sub("", surface).casefold())
        return number

    def _partial(self, c: Candidate, tokens: Tokens) -> int:
        surface = c.span.of(tokens.text)
        words = name_words(surface)
        wanted = gender_of(tokens.text[max(0, c.span.start - 5) : c.span.start] + surface)
        matches = [
            k
            for k, f in enumerate(self.figures)
            if f.kind == "person"
            and words
            and words[0] in f.words
            and not (wanted and f.gender and wanted != f.gender)
        ]
        if not matches:
            return self._new(surface, "person", words)
        chosen = max(matches, key=lambda k: self._salience(k, words))
        self._bare[words[0]] = chosen
        return chosen

    def _salience(self, number: int, words: tuple[str, ...]) -> tuple[bool, bool, bool, int]:
        figure = self.figures[number]
        often = max(f.mentions for f in self.figures)
        return (
            self._bare.get(words[0]) == number,
            figure.mentions * 2 >= often and figure.mentions > 0,
            words[0] == figure.words[-1],
            figure.last_seen,
        )

    def _see(self, c: Candidate, tokens: Tokens) -> None:
        figure = self.figures[c.entity]
        figure.mentions += 1
        figure.last_seen = c.first
        if c.kind == "person" and figure.gender is None:
            before = tokens.text[max(0, c.span.start - 12) : c.span.start].split()
            title = before[-1] if before else ""
            figure.gender = gender_of(title) or gender_of(c.span.of(tokens.text).split()[0])

    def _new(self, name: str, kind: MentionKind, words: tuple[str, ...]) -> int:
        self.figures.append(Figure(name, kind, words))
        return len(self.figures) - 1

    def settle_genders(self, text: str, found: list[Candidate], sentences: Sequence[Span]) -> None:
        """Note for each person which pronouns the article uses, where its words tell."""
        people = [c for c in found if c.kind == "person"]
        for number, tally in votes(text, people, sentences).items():
            if abs(tally) >= 0.4:
                self.figures[number].gender = "f" if tally > 0 else "m"

    def resolve(
        self, tokens: Tokens, found: list[Candidate], tables: Tables, sentences: Sequence[Span]
    ) -> None:
        """Give descriptions and pronouns the entity they refer to, where one is preferred."""
        people = [c for c in found if c.kind == "person"]
        chooser = Antecedents(tokens, tables, people, sentences, self.figures)
        roles = roles_of(tokens.text, people)
        before: dict[tuple[str, ...], int] = {}
        for row, c in enumerate(people):
            surface = c.span.of(tokens.text)
            if c.entity < 0:
                gender = gender_of(surface)
                best = None
                if c.form == "description":
                    following = people[row + 1 : row + 4]
                    best = apposed(tokens.text, c, following)
                    best = bearer(surface, roles) if best is None else best
                    best = before.get(role_words(surface)) if best is None else best
                if best is None and not is_indefinite(surface):
                    best = chooser.best(row, gender)
                if best is not None:
                    c.entity = best
                    if c.form == "pronoun" and not c.quoted:
                        self.figures[best].gender = self.figures[best].gender or gender
                elif c.form == "description":
                    c.entity = self._new(surface, "person", ())
                    self.figures[c.entity].gender = gender
            if c.form == "description" and not is_indefinite(surface):
                # "the rapper" is the same person throughout an article
                before.setdefault(role_words(surface), c.entity)
            chooser.seen(row)


def _key(c: Candidate, texts: dict[int, str]) -> str:
    return " ".join(name_words(c.span.of(texts[id(c)])))


def _majority(names: list[Candidate], texts: dict[int, str]) -> dict[str, MentionKind]:
    votes: dict[str, dict[MentionKind, int]] = {}
    for c in names:
        counts = votes.setdefault(_key(c, texts), {})
        counts[c.kind] = counts.get(c.kind, 0) + 1
    kinds = {key: max(counts, key=lambda k: counts[k]) for key, counts in votes.items()}
    # "West" alone is whoever bears it as a first or last name in full.
    kinds = {key: _kind_by_word(key, kind) for key, kind in kinds.items()}
    longer = {key: kind for key, kind in kinds.items() if " " in key}
    bodies = {key.split()[0] for key, kind in longer.items() if kind == "organization"}
    people = [key.split() for key, kind in longer.items() if kind == "person"]
    bearers = {word for words in people for word in (words[0], words[-1])}
    surnames = {words[-1] for words in people}
    for key in kinds:
        if key.startswith("the ") and key.endswith("s") and kinds[key] == "person":
            kinds[key] = "group"  # "the Finches" are no single person
        elif key in bearers or _is_relative(key, kinds[key], surnames):
            kinds[key] = "person"
        elif key in bodies:
            kinds[key] = "organization"
    return kinds


def _is_relative(key: str, kind: MentionKind, surnames: set[str]) -> bool:
    """Whether a name of no clear kind ends in the surname of somebody in the text."""
    words = key.split()
    return kind == "other" and "and" not in words and words[-1] in surnames


def _kind_by_word(key: str, kind: MentionKind) -> MentionKind:
    """The kind that the last word of a longer name tells, else ``kind``."""
    last = key.rsplit(" ", 1)[-1]
    if " " not in key:
        return "organization" if key in OUTLET_WORDS or key.upper() in OUTLET_ACRONYMS else kind
    if last in ORGANIZATION_WORDS or is_outlet_name(key):
        return "organization"
    return "place" if last in PLACE_WORDS and kind != "organization" else kind


def _bearers(fields: list[tuple[Tokens, list[Candidate]]]) -> frozenset[str]:
    """First and last names of everybody named in full, as written."""
    words: set[str] = set()
    for tokens, found in fields:
        for c in found:
            parts = shown_name(c.span.of(tokens.text)).split()
            one = c.form == "name" and c.kind == "person" and len(parts) > 1
            if one and parts[0].lower() != "the":
                words.update((parts[0], parts[-1]))
    return frozenset(w for w in words if len(w) > 2 and w[0].isupper())


def _add_repeats(tokens: Tokens, found: list[Candidate], bearers: frozenset[str]) -> None:
    """Add the names of known people where the tagger passed over them."""
    if not bearers:
        return
    taken = {k for c in found if c.form == "name" for k in range(c.first, c.last + 1)}
    added = [
        Candidate(tokens.span(k, k), "person", "name", k, k)
        for k in range(len(tokens))
        if k not in taken and tokens.at(k, k) in bearers
    ]
    if added:
        found.extend(added)
        found.sort(key=lambda c: (c.span.start, -c.span.end))


def _known_parts(c: Candidate, text: str, full: set[str], parts: set[str]) -> list[Span]:
    """The known names inside a name that a headline's capitals made too long.

    Where every word is capitalised a tagger runs on: "Ada Finch Wins". Names that
    the running text knows are kept, the words around them are not.
    """
    words = [
        (m.start() + c.span.start, m.end() + c.span.start)
        for m in _NAME_WORD.finditer(c.span.of(text))
    ]
    found: list[Span] = []
    k = 0
    while k < len(words):
        for size in range(min(len(words) - k, 5), 0, -1):
            span = Span(words[k][0], words[k + size - 1][1])
            key = " ".join(name_words(span.of(text)))
            if key in full or (size == 1 and key in parts):
                found.append(span)
                k += size - 1
                break
        k += 1
    return found


def _settle_headlines(fields: list[tuple[Tokens, list[Candidate]]]) -> None:
    """Cut names in headlines, and names joined by "and", down to those the text knows."""
    seen = {
        " ".join(name_words(c.span.of(tokens.text)))
        for tokens, found in fields
        for c in found
        if c.form == "name" and c.kind == "person" and not c.headline
    }
    full = {key for key in seen if " " in key}
    parts = {word for key in full for word in (key.split()[0], key.split()[-1])}
    for tokens, found in fields:
        for k in range(len(found) - 1, -1, -1):
            c = found[k]
            key = " ".join(name_words(c.span.of(tokens.text)))
            joined = " and " in key
            if c.form != "name" or not (c.headline or joined) or key in full or " " not in key:
                continue
            spans = _known_parts(c, tokens.text, full, parts)
            whole = any(" " in s.of(tokens.text) for s in spans)
            runs_on = len(key.split()) > 3 or key.split()[0] in FUNCTION_WORDS
            if spans and (whole or runs_on):
                found[k : k + 1] = [
                    Candidate(span, "person", "name", *tokens.range(span), headline=True)
                    for span in spans
                ]


def _shortens(part: tuple[str, ...], whole: tuple[str, ...], surface: str) -> bool:
    """Whether an organisation's name is the beginning, or the initials, of a longer one."""
    core = whole[1:] if whole[:1] == ("the",) else whole
    short = part[1:] if part[:1] == ("the",) else part
    if not short or len(short) >= len(core):
        return False
    initials = "".join(w[0] for w in core if w not in ("of", "the", "and", "for"))
    return core[: len(short)] == short or (surface.isupper() and surface.lower() == initials)

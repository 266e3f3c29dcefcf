"""Names to entities: full names first, then parts of them in reading order.

Names join by their words, never by a shared surname alone where two people
bear it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import MentionKind, Span
from .enumerations import people_in_lists
from .figures import Figures
from .gazetteer import PLACES
from .gender import gender_of, votes
from .groups import bears_plural, blend, is_people
from .lexicon import (
    FUNCTION_WORDS,
    ORGANIZATION_WORDS,
    OUTLET_ACRONYMS,
    OUTLET_WORDS,
    PLACE_WORDS,
    TITLES,
)
from .mentions import Candidate
from .name_spans import common_words
from .names import (
    NAME_WORD,
    initials,
    is_full_name,
    misspelt,
    name_words,
    plain_name,
    shortens_body,
    shortens_person,
    shown_name,
    slip,
    without_article,
)
from .reference_words import FAMILY, LANDS, OFFICES
from .sentences import split_sentences
from .sourcing import is_outlet_name
from .tokens import Tokens

Field = tuple[Tokens, list[Candidate]]
#: How clearly pronouns must go with a person to tell "Mrs Finch" from "Mr Finch".
_CERTAIN = 2.0
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
        bearers, acronyms = _bearers(fields), _acronyms(fields)
        for tokens, found in fields:
            _add_repeats(tokens, found, bearers, acronyms)
            _families(tokens, found)
        named = [
            (c, tokens, name_words(c.span.of(tokens.text)))
            for tokens, found in fields
            for c in found
            if c.form == "name"
        ]
        for tokens, found in fields:
            people_in_lists(tokens.text, found)
        kinds = _majority([(" ".join(words), c.kind) for c, _, words in named if not c.sure])
        surnames = {word.lower() for word in bearers}
        for c, tokens, words in named:
            c.kind = c.kind if c.sure else kinds[" ".join(words)]
            if len(words) == 1 and not c.sure:
                c.kind = _several(c, tokens, words[0], surnames) or c.kind
        for c, tokens, words in sorted(named, key=lambda item: -len(item[2])):
            if len(words) > 1 or c.kind != "person":
                c.entity = self._full(c, tokens.text, words)
        for c, tokens, words in named:
            if c.entity < 0:
                c.entity = self._partial(c, tokens.text, words)
            self._see(c, tokens.text)
        self._blends()

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


def _several(c: Candidate, tokens: Tokens, word: str, surnames: set[str]) -> MentionKind | None:
    """``group`` for a name that several bear: "the Finches", "Norwegians"."""
    before = tokens.at(c.first - 1, c.first - 1).lower() if c.first else ""
    last = word.rsplit("-", 1)[-1]
    family = not surnames.isdisjoint((last.removesuffix("s"), last.removesuffix("es")))
    if word in surnames or (c.kind != "person" and not family):
        return "group" if is_people(word) and word not in surnames else None
    return "group" if is_people(word) or bears_plural(word, before) else None


def _majority(named: Sequence[tuple[str, MentionKind]]) -> dict[str, MentionKind]:
    """The kind that a name has most often, unless its words tell."""
    votes: dict[str, dict[MentionKind, int]] = {}
    for key, kind in named:
        counts = votes.setdefault(key, {})
        counts[kind] = counts.get(kind, 0) + 1
    kinds = {key: max(counts, key=lambda k: counts[k]) for key, counts in votes.items()}
    # "West" alone is whoever bears it as a first or last name in full.
    kinds = {key: _kind_by_word(key, kind) for key, kind in kinds.items()}
    longer = {key: kind for key, kind in kinds.items() if " " in key}
    bodies = {key.split()[0] for key, kind in longer.items() if kind == "organization"}
    people = [key.split() for key, kind in longer.items() if kind == "person"]
    people = [words for words in people if is_full_name(words)]
    bearers = {word for words in people for word in (words[0], words[-1])}
    surnames = {words[-1] for words in people}
    for key in kinds:
        if key.startswith("the ") and key.endswith("s") and kinds[key] == "person":
            kinds[key] = "group"  # "the Finches" are no single person
        elif (key in bearers and not _elsewhere(votes[key])) or _is_relative(
            key, kinds[key], surnames
        ):
            kinds[key] = "person"
        elif kinds[key] in ("person", "other") and key.removeprefix("the ") in PLACES:
            kinds[key] = "place"
        elif key in bodies and kinds[key] != "place":
            kinds[key] = "organization"
        elif blend(key, people):
            kinds[key] = "group"
    return kinds


def _elsewhere(votes: dict[MentionKind, int]) -> bool:
    """Whether a name of one word is said to be no person too often to be one."""
    return votes.get("person", 0) == 0 and sum(votes.values()) > 2


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
    return "place" if (last in PLACE_WORDS or last in LANDS) and kind != "organization" else kind


def _bearers(fields: Sequence[Field]) -> frozenset[str]:
    """First and last names of everybody named in full, as written."""
    words: set[str] = set()
    for tokens, found in fields:
        for c in found:
            if c.form == "name" and c.kind == "person" and c.last > c.first:
                parts = shown_name(c.span.of(tokens.text)).split()
                if is_full_name([part.lower() for part in parts]):
                    words.update((parts[0], parts[-1]))
                elif len(parts) == 2 and parts[0].lower() in OFFICES:
                    words.add(parts[1])
    return frozenset(w for w in words if len(w) > 2 and w[0].isupper())


def _acronyms(fields: Sequence[Field]) -> frozenset[str]:
    """The initials of organisations named in full, of three letters or more."""
    found: set[str] = set()
    for tokens, candidates in fields:
        for c in candidates:
            if c.form == "name" and c.kind == "organization" and c.last > c.first + 1:
                letters = initials(without_article(c.span.of(tokens.text)).split()).upper()
                found.add(letters if len(letters) > 2 and letters.isalpha() else "")
    return frozenset(found - {""})


def _add_repeats(
    tokens: Tokens, found: list[Candidate], bearers: frozenset[str], acronyms: frozenset[str]
) -> None:
    """Add the names of known people and bodies where the tagger passed over them."""
    words = [tokens.text[start:end] for start, end in tokens.spans.tolist()]
    common = common_words(words)
    known = (bearers | acronyms).intersection(words)
    known = known.difference([word for word in known if word.lower() in common])
    if not known:
        return
    taken = {k for c in found if c.form == "name" for k in range(c.first, c.last + 1)}
    added = [
        Candidate(tokens.span(k, k), "person" if word in bearers else "organization", "name", k, k)
        for k, word in enumerate(words)
        if word in known and k not in taken
    ]
    if added:
        heads = {c.first for c in added}
        found[:] = [c for c in found if c.form == "name" or c.first not in heads]
        found.extend(added)
        found.sort(key=lambda c: (c.span.start, -c.span.end))


def _families(tokens: Tokens, found: list[Candidate]) -> None:
    """Make one group of a surname and the noun after it: "the Finch family"."""
    heads = {c.first: c for c in found if c.form == "description"}
    gone: set[int] = set()
    for c in found:
        if c.form != "name" or c.kind != "person" or c.first != c.last or c.last + 1 == len(tokens):
            continue
        noun = tokens.at(c.last + 1, c.last + 1).lower()
        if noun in FAMILY and tokens.at(c.first, c.last + 1)[-len(noun) - 1] == " ":
            gone.add(id(heads.get(c.last + 1)))
            c.last, c.kind, c.sure = c.last + 1, "group", True
            c.span = tokens.span(c.first, c.last)
            c.extent = c.extent if c.extent and c.extent.covers(c.span) else c.span
    if gone:
        found[:] = [c for c in found if id(c) not in gone]


def _known_parts(c: Candidate, text: str, full: set[str], parts: set[str]) -> list[Span]:
    """The known names inside a name that a headline's capitals made too long.

    Where every word is capitalised a tagger runs on: "Ada Finch Wins". Names that
    the running text knows are kept, the words around them are not.
    """
    words = [
        (m.start() + c.span.start, m.end() + c.span.start)
        for m in NAME_WORD.finditer(c.span.of(text))
    ]
    found: list[Span] = []
    k = 0
    while k < len(words):
        for size in range(min(len(words) - k, 5), 0, -1):
            span = Span(words[k][0], words[k + size - 1][1])
            key = " ".join(name_words(span.of(text)))
            if key in full or (size == 1 and key in parts):
                beside = found and text[found[-1].end : span.start] == " " and size == 1
                if beside and " " not in found[-1].of(text):
                    found[-1] = Span(found[-1].start, span.end)  # "Ada" "Finch"
                else:
                    found.append(span)
                k += size - 1
                break
        k += 1
    return found


def settle_headlines(fields: Sequence[Field]) -> None:
    """Cut names in headlines, and names joined by "and", down to those the text knows."""
    seen = {
        " ".join(name_words(c.span.of(tokens.text)))
        for tokens, found in fields
        for c in found
        if c.form == "name" and c.kind == "person" and not c.headline and c.last > c.first
    }
    full = {key for key in seen if " " in key}
    parts = {word for key in full for word in (key.split()[0], key.split()[-1])}
    for tokens, found in fields:
        for k in range(len(found) - 1, -1, -1):
            c = found[k]
            if c.form != "name" or c.first == c.last:
                continue
            key = " ".join(name_words(c.span.of(tokens.text)))
            joined = " and " in key
            if not (c.headline or joined) or key in full or " " not in key:
                continue
            spans = _known_parts(c, tokens.text, full, parts)
            whole = any(" " in s.of(tokens.text) for s in spans)
            runs_on = len(key.split()) > 3 or key.split()[0] in FUNCTION_WORDS
            if spans and (whole or runs_on):
                found[k : k + 1] = [
                    Candidate(span, "person", "name", *tokens.range(span), headline=True)
                    for span in spans
                ]

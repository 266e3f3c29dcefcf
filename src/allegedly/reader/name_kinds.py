"""What kind of thing a name names: most votes, corrected by the words of all names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import MentionKind
from .candidate import Candidate
from .gazetteer import PLACES
from .given_names import GIVEN_NAMES
from .groups import bears_plural, blend, is_people
from .lexicon import ORGANIZATION_WORDS, OUTLET_ACRONYMS, OUTLET_WORDS, PLACE_WORDS, word_set
from .names import is_full_name
from .reference_words import LANDS
from .sourcing import is_outlet_name
from .tokens import Tokens

#: Last words of places that are surnames as well.
_SURNAMES = word_set(
    "marsh hill hills lake lane hall tower moor forest park bridge falls beach field wells spring "
    "bay street banks rivers dock house port heights"
)

#: What only a person has: kin, a lover, a work with a title.
_PERSONAL = re.compile(
    r"[’']s\s(?:(?:own|late|new|former|ex|older|younger|elder|little|big|\w+-old)[\s-]){0,2}"
    r"(?:[“\"‘](?=[A-Z])|(?:mother|father|mum|mom|dad|wife|husband|brother|sister|son|daughter|"
    r"boyfriend|girlfriend|fianc[eé]e?|stylist|bodyguard|children|kids|parents|ex-wife|ex-husband|"
    r"cousin|nephew|niece|uncle|aunt|grandmother|grandfather|widow|widower|face|eyes|hair)\b)"
)
#: What only a business has, after its name; what it is called before it: "phone maker Lisle".
_CORPORATE = re.compile(
    r"(?:[’']s)?\s(?:CEO|CFO|COO|chief\s(?:executive|financial|operating)|shares|stock(?!\sphoto)|"
    r"shareholders|investors|headquarters|subsidiary|employees|layoffs|workforce|earnings)\b"
)
_MAKER = re.compile(
    r"\b(?:[a-z]*makers?|companies|company|firm|airline|retailer|startup|start-up|chain)\s$"
)
#: How many characters before a name are looked at.
_WORD_BEFORE = 14


def is_business(c: Candidate, text: str) -> bool:
    """Whether the words beside a name of one word are those of a company: "Lisle shares"."""
    if c.kind not in ("person", "place", "other") or c.first != c.last:
        return False
    if _CORPORATE.match(text, c.span.end):
        return c.span.of(text).lower() not in PLACES
    return _MAKER.search(text, max(0, c.span.start - _WORD_BEFORE), c.span.start) is not None


def owns_as_person(c: Candidate, text: str) -> bool:
    """Whether a name of no clear kind has what only people have: "Skye’s stylist"."""
    return c.kind == "other" and _PERSONAL.match(text, c.span.end) is not None


def majority(
    named: Sequence[tuple[str, MentionKind]], known: Sequence[tuple[str, ...]]
) -> dict[str, MentionKind]:
    """The kind that a name has most often, unless its words tell.

    ``named`` are words of names, joined, with the kinds the tagger gives them; ``known``
    the words of people named before.
    """
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
    people = [words for words in people if is_full_name(words)] + [list(w) for w in known]
    bearers = {word for words in people for word in (words[0], words[-1])}
    surnames = {words[-1] for words in people}
    for key in kinds:
        family = key.removeprefix("the ") if key.startswith("the ") else ""
        if family.removesuffix("s") in surnames or family.removesuffix("es") in surnames:
            kinds[key] = "group"  # "the Finches"
        elif key.startswith("the ") and key.endswith("s") and kinds[key] == "person":
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
    if key.split(" ", 1)[0] in GIVEN_NAMES and last in _SURNAMES and kind in ("person", "place"):
        return "person"  # "Ann Marsh"
    return "place" if (last in PLACE_WORDS or last in LANDS) and kind != "organization" else kind


def several(c: Candidate, tokens: Tokens, word: str, surnames: set[str]) -> MentionKind | None:
    """``group`` for a name that several bear: "the Finches", "Norwegians"."""
    before = tokens.at(c.first - 1, c.first - 1).lower() if c.first else ""
    last = word.rsplit("-", 1)[-1]
    family = not surnames.isdisjoint((last.removesuffix("s"), last.removesuffix("es")))
    if word in surnames or (c.kind != "person" and not family):
        return "group" if is_people(word) and word not in surnames else None
    return "group" if is_people(word) or bears_plural(word, before) else None

"""What kind of thing a name names: most votes, corrected by the words of all names."""

from __future__ import annotations

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

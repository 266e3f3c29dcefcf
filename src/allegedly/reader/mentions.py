"""Names, descriptions and pronouns: the spans that can refer."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ..records import MentionKind
from .candidate import Candidate as Candidate
from .candidate import Form
from .encoder import Tables
from .lexicon import BODIES, DETERMINERS, TITLES, word_set
from .name_parts import is_grade
from .name_spans import find_names
from .noun_phrases import noun_phrases
from .person_nouns import PERSON_NOUNS, names_people
from .reference_words import (
    NEVER_SURNAMES,
    NO_ONE,
    OFFICES,
    PAIR,
    PLURAL,
    POSTNOMINALS,
    PRONOUNS,
    SINGULAR,
    SOMEBODY,
    is_plural,
)
from .tokens import Tokens, log_softmax

#: Taken off the tagger's "refers to nothing" for heads of descriptions, and for pronouns.
EAGER_DESCRIPTION, EAGER_PRONOUN = 0.5, 0.0
#: The same for nouns that always stand for people.
KNOWN_NOUN = 3.0
#: How much likelier than a person nothing may be, in logits, where a source describes one.
_DOUBT = 2.3
_LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_POSSESSIVE = ("s", "S")
_NOBODY = NO_ONE | word_set("rumor rumors rumour rumours rumblings speculation whispers gossip")
_PEOPLE_IN_ING = word_set("king sibling being darling offspring sterling underling hireling")
#: Labels of pictures and links.
_CREDITS = word_set("source sources image photo picture author editor writer")
#: What an office is looked for "for": whoever runs "for president" is none yet.
_SOUGHT = word_set("for become becoming")
#: What people give or go to, before "party": no body.
_FESTIVE = word_set(
    "birthday dinner launch wedding christmas halloween garden pool tea cocktail office holiday "
    "release premiere house engagement bachelor bachelorette costume dance stag hen farewell"
)


def find_candidates(tokens: Tokens, tables: Tables) -> list[Candidate]:
    """All candidates of a text in reading order. They may nest; no two share a head."""
    if not len(tokens):
        return []
    words = [tokens.text[start:end] for start, end in tokens.spans.tolist()]
    found = [
        Candidate(tokens.span(first, last), kind, _form(words, first, last, kind), first, last)
        for first, last, kind in find_names(tokens, tables, words)
        if first != last or words[first] not in POSTNOMINALS or words[first - 1] != ","
    ]
    taken = {k for c in found for k in range(c.first, c.last + 1)}
    found += _references(tokens, tables, words, taken)
    found = _first_names(tokens, words, found)
    for c in found:
        _count(c, words)
        c.noun = c.span if c.form == "description" else None
    found.sort(key=lambda c: c.first)
    found = noun_phrases(tokens, tables, words, found)
    found.sort(key=lambda c: (c.span.start, -c.span.end))
    return found


def may_describe(tokens: Tokens, head: int) -> bool:
    """Whether the encoder does not rule out that a noun describes a person."""
    row, word = tokens.tags["references"][head], tokens.at(head, head).lower()
    return bool(row[0] - row[1] < _DOUBT) or word in OFFICES or word in TITLES


def _form(words: Sequence[str], first: int, last: int, kind: MentionKind) -> Form:
    """A name; but "the President", "Chairman of the line" only describe somebody."""
    word = words[first].lower()
    plural = word in PERSON_NOUNS and is_plural(word)
    if first == last and (_offices(word) or plural or word in NEVER_SURNAMES):
        return "description"  # "Senators", "Residents", "Congressman"
    if kind != "person" or any(words[k].lower() not in OFFICES for k in range(first, last + 1)):
        return "name"
    before = words[first - 1].lower() if first else ""
    after = words[last + 1].lower() if last + 1 < len(words) else ""
    described = before in DETERMINERS or before in (",", "and", "as", "s") or after in ("of", "for")
    return "description" if described else "name"


def _first_names(
    tokens: Tokens, words: Sequence[str], found: Sequence[Candidate]
) -> list[Candidate]:
    """Give a surname the first name before it that was taken for a description."""
    heads = {c.last: c for c in found if c.form == "description" and c.first == c.last}
    gone: set[int] = set()
    for c in found:
        before = heads.get(c.first - 1) if c.form == "name" and c.kind == "person" else None
        if before is None or not words[before.last].istitle():
            continue
        word = words[before.last].lower()
        gap = tokens.text[before.span.end : c.span.start]
        if gap == " " and word not in OFFICES and word not in TITLES:
            gone.add(id(before))
            c.first = before.first
            c.span = tokens.span(c.first, c.last)
    return [c for c in found if id(c) not in gone]


def _count(c: Candidate, words: Sequence[str]) -> None:
    """Make a group of a description in the plural: "two deckhands", "Senators"."""
    noun = words[c.last].lower()
    known = noun in PAIR or noun in PERSON_NOUNS or _offices(noun)
    if c.form == "description" and (c.kind == "person" or known):
        c.kind = "group" if is_plural(noun) else "person"


def _offices(word: str) -> bool:
    """Whether a word is the plural of an office: "Senators"."""
    return word.endswith("s") and (word[:-1] in OFFICES or word[:-1] in TITLES)


def _references(
    tokens: Tokens, tables: Tables, words: Sequence[str], taken: set[int]
) -> list[Candidate]:
    """Heads of descriptions, and pronouns, as the encoder marks them."""
    scores = log_softmax(tokens.tags["references"])
    classes = scores[:, 1:].argmax(axis=1) + 1
    lead = scores[:, 0] - scores[:, 1:].max(axis=1)
    low = [word.lower() for word in words]
    sure = np.array([names_people(word) for word in low])
    lead = np.where(sure & (scores[:, 0] - scores[:, 1] < KNOWN_NOUN), -1.0, lead)
    classes = np.where(sure & (classes != 2), 1, classes)
    kinds = tables.labels["references"]
    trade = np.array([word in BODIES for word in low])
    classes = np.where(trade & (classes == 1), 1 + 2 * kinds.index("organization"), classes)
    found: list[Candidate] = []
    for k in np.flatnonzero(lead < max(EAGER_DESCRIPTION, EAGER_PRONOUN)).tolist():
        word = words[k].lower()
        if k in taken or word in PRONOUNS:
            continue
        kind: MentionKind = kinds[(classes[k] - 1) // 2]
        described = classes[k] % 2 == 1 and lead[k] < EAGER_DESCRIPTION
        if not described or not word[0].isalnum() or word in _POSSESSIVE or word in _NOBODY:
            continue
        before = found[-1] if found else None
        if before and before.last in (k - 1, k - 2) and _joined(tokens, before.last, k):
            before.last, before.kind = k, kind  # "ex-wife" is one noun
        elif (word not in DETERMINERS or is_plural(word)) and not _idiom(words, k):
            found.append(Candidate(tokens.span(k, k), kind, "description", k, k))
    for k, word in enumerate(low):
        if word in PRONOUNS and k not in taken:
            marked = classes[k] % 2 == 0 and bool(lead[k] < EAGER_PRONOUN)
            pronoun = _pronoun(tokens, k, word, kinds[(classes[k] - 1) // 2], marked)
            if pronoun is not None:
                found.append(pronoun)
    return found


def _pronoun(tokens: Tokens, k: int, word: str, kind: str, marked: bool) -> Candidate | None:
    """A pronoun that may stand for somebody: "he" always, "it" where the encoder says so."""
    span = tokens.span(k, k)
    if word in SOMEBODY:
        return Candidate(span, "person", "description", k, k)
    if word in SINGULAR:
        return Candidate(span, "person", "pronoun", k, k)
    if not marked:
        return None
    known: MentionKind = kind  # type: ignore[assignment]
    if word in PLURAL and kind == "person":
        known = "group"
    return Candidate(span, known, "pronoun", k, k)


def _idiom(words: Sequence[str], k: int) -> bool:
    """Whether a noun describes nobody: "in person", "Source: …", "co-parenting"."""
    word, after = words[k].lower(), words[k + 1] if k + 1 < len(words) else ""
    before = words[k - 1].lower() if k else ""
    if is_grade(words, k, k) or (word.endswith("ing") and word not in _PEOPLE_IN_ING):
        return True
    if word in ("year", "years"):
        return True  # of "the 37-year old" the last is the head
    if word in ("party", "parties") and (before in _FESTIVE or before.endswith("ing")):
        return before != "ruling"
    if word == "company" and k > 2 and words[k - 3].lower() in ("other", "another"):
        return True  # "each other’s company"
    if word in OFFICES and before in _SOUGHT and words[k].islower():
        return True  # "for president"
    return (after == ":" and word in _CREDITS) or (word == "person" and before == "in")


def _joined(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two tokens are parts of one hyphenated word."""
    return not any(ch.isspace() for ch in tokens.at(first, last))


def in_capitals(line: str) -> bool:
    """Whether a line is set like a headline: (nearly) every longer word with a capital."""
    longer: list[str] = _LONG_WORD.findall(line)
    big = sum(w[0].isupper() for w in longer)
    return len(longer) >= 3 and big >= 0.8 * len(longer) and line.rstrip()[-1:] not in '.”"’'

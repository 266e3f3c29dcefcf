"""Where names stand: the tagger's ranges, cut down to what is written like a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from ..records import MentionKind
from .encoder import Floats, Tables
from .given_names import GIVEN_NAMES
from .lexicon import (
    FUNCTION_WORDS,
    MASTHEADS,
    ORGANIZATION_WORDS,
    OUTLET_ACRONYMS,
    PRONOUNS,
    word_set,
)
from .name_parts import POSTS, holders, is_artist, is_grade, is_party_code
from .tokens import Tokens, bio_spans, log_softmax

#: First and last token, kind.
Named = tuple[int, int, MentionKind]

#: What "other" loses per token: it is what the tagger says where it does not know.
LAST_RESORT = 2.0
#: Taken off the tagger's O.
EAGER_NAME = 0.0
_JOINTS_OF_PEOPLE = word_set("- . ’ ' “ ” \" ( ) de la le du da di van von der den bin al el y")
_JOINTS = word_set("- . ’ ' & / + s of the and for de la le du da")
_JOINTS_OF_WORKS = _JOINTS | word_set("in on at to a an with")
#: What parts a person's name from what they belong to.
_TIES = word_set("of for at from in with")
#: A person's name has fewer tokens than this; what opens a nickname inside it; the log
#: probability from which a token is of a person's name.
_LONGEST, _NICKNAME_OPENS, _PERSON = 8, (" “", ' "', " ‘", " ("), -1.0
#: Words that a headline may set before a name.
_OPENERS = word_set("a an his her their its our my your this that these those")
_NEVER_NAMES = word_set(
    "one two three i the a an it they we you this that these those and but or if january "
    "february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday"
)
#: A line that goes on in the next one; so many of them make a text that is wrapped.
_GOES_ON, _WRAPPED = re.compile(r"\n[a-z]"), 3


class _Kinds:
    """The kind that the tagger gives a range: the highest mean log probability, B or I."""

    def __init__(self, chances: Floats, labels: tuple[str, ...]) -> None:
        self._labels = labels
        scores = np.log(chances[:, 1::2] + chances[:, 2::2])
        scores[:, labels.index("other")] -= LAST_RESORT
        self._sums = np.concatenate([np.zeros_like(scores[:1]), scores.cumsum(axis=0)])

    def of(self, first: int, last: int, but: str = "") -> MentionKind:
        """The kind of tokens ``first`` to ``last``, not ``but``."""
        scores = self._sums[last + 1] - self._sums[first]
        if but:
            scores[self._labels.index(but)] = -np.inf
        kind: MentionKind = self._labels[int(scores.argmax())]  # type: ignore[assignment]
        return kind


def find_names(tokens: Tokens, tables: Tables, words: Sequence[str]) -> Iterator[Named]:
    """Token ranges of names with their kinds; ``words`` are the tokens' texts."""
    logits = log_softmax(tokens.tags["names"])
    chances = np.exp(logits)
    begin, inside = chances[:, 1::2].sum(axis=1), chances[:, 2::2].sum(axis=1)
    spans = bio_spans(np.stack([logits[:, 0], np.log(begin), np.log(inside)], axis=1), EAGER_NAME)
    kinds = _Kinds(chances, tables.labels["names"])
    taken: set[int] = set()
    common = common_words(words)
    for span in _mended(tokens, logits, _on_one_line(tokens, spans)):
        for first, last, kind in _parts(kinds, words, span):
            if first == last and _is_common(tokens, words, first, common):
                continue
            surface = tokens.at(first, last).lower()
            kind = _by_first_name(words, first, last, kind)
            if is_grade(words, first, last):
                continue
            if kind in ("organization", "other") and is_artist(words, first, last):
                kind = "person"
            if surface in PRONOUNS or surface in _NEVER_NAMES or surface in FUNCTION_WORDS:
                continue
            if _takes_in(tokens, words, first, last):
                last, kind = last + 1, "organization"
            taken.update(range(first, last + 1))
            yield first, last, kind
    for k, word in enumerate(words):
        if word in OUTLET_ACRONYMS and k not in taken:
            yield k, k, "organization"


def _on_one_line(tokens: Tokens, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut ranges where a line ends, unless the text's lines are wrapped."""
    wrapped = len(_GOES_ON.findall(tokens.text)) >= _WRAPPED
    found = []
    for first, last in spans:
        start = first
        if "\n" in tokens.at(first, last):
            for k in range(first, last):
                gap = tokens.text[tokens.spans[k, 1] : tokens.spans[k + 1, 0]]
                if gap.count("\n") > wrapped:
                    found.append((start, k))
                    start = k + 1
        found.append((start, last))
    return found


def _mended(tokens: Tokens, logits: Floats, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put together a person's name that the tagger cut: "Ada" "Finch", Tom “Skip” Finch."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and span[1] - found[-1][0] < _LONGEST and span[0] - found[-1][1] <= 2:
            first, end = found[-1]
            while end > first and not tokens.at(end, end)[0].isalnum():
                end -= 1
            gap = tokens.text[tokens.spans[end, 1] : tokens.spans[span[0], 0]]
            short = first == end or span[0] == span[1]
            people = all(logits[k, 1:3].max() > _PERSON for k in (end, span[1]))
            if people and ((gap == " " and short) or gap in _NICKNAME_OPENS):
                found[-1] = (first, span[1])
                continue
        found.append(span)
    return found


def _parts(kinds: _Kinds, words: Sequence[str], span: tuple[int, int]) -> Iterator[Named]:
    """The names in a tagged range.

    A person's name ends at "of": what follows is what they are of. "And the" joins two.
    """
    first, last = span
    for k in range(first + 1, last):
        word = words[k].lower()
        if word in _TIES and kinds.of(first, k - 1) == "person":
            for start, end in _name_shaped(words, (first, k - 1), "person"):
                yield start, end, "person"
            yield from _bodies(kinds, words, (k + 1, last))
            return
        if word == "and" and (words[k + 1].lower() == "the" or _two(words, span, k)):
            yield from _parts(kinds, words, (first, k - 1))
            start = k + 2 if words[k + 1].lower() == "the" else k + 1
            yield from _parts(kinds, words, (start, last))
            return
    kind = kinds.of(first, last)
    for start, end in _name_shaped(words, span, kind):
        kind = kinds.of(start, end)
        if kind != "organization" and "&" in words[start:end]:
            kind = "organization"  # "Finch & Alder"
        at = holders(words, start, end) if kind == "person" else start
        if at > start:  # "Northline CEO Ada Finch"
            body = _trimmed(words, start, at - 1)
            yield start, body, kinds.of(start, body, but="person")
        yield at, end, kind


def _trimmed(words: Sequence[str], first: int, last: int) -> int:
    """The last token before ``last`` (or it) that is of the body, not of the post."""
    while last > first and (not words[last][0].isalnum() or words[last].lower() in POSTS):
        last -= 1
    return last


def _two(words: Sequence[str], span: tuple[int, int], k: int) -> bool:
    """Whether "and" stands between two names of two words: "Ada Finch and Tom Alder"."""
    before, after = words[span[0] : k], words[k + 1 : span[1] + 1]
    plain = all(w.istitle() and w.lower() not in ORGANIZATION_WORDS for w in (*before, *after))
    return len(before) == len(after) == 2 and plain


def _bodies(kinds: _Kinds, words: Sequence[str], span: tuple[int, int]) -> Iterator[Named]:
    """The names in what a person is "of": bodies and places, up to the next person."""
    for k in range(span[0], span[1]):
        if words[k] == "and" or words[k] == ",":
            yield from _bodies(kinds, words, (span[0], k - 1))
            yield from _parts(kinds, words, (k + 1, span[1]))
            return
    for start, end in _name_shaped(words, span, "organization"):
        yield start, end, kinds.of(start, end, but="person")


def common_words(words: Sequence[str]) -> frozenset[str]:
    """The words (lower case) that the text writes mostly without a capital."""
    counts = Counter(words)
    return frozenset(word for word, many in counts.items() if many > counts[word.capitalize()])


def _is_common(tokens: Tokens, words: Sequence[str], k: int, common: frozenset[str]) -> bool:
    """Whether a capital is only that of a sentence's first word, which is no name elsewhere."""
    if words[k].lower() not in common or not words[k].istitle():
        return False
    gap = tokens.text[tokens.spans[k - 1, 1] : tokens.spans[k, 0]] if k else "\n"
    return "\n" in gap or words[k - 1] in ".!?:“"


def _by_first_name(words: Sequence[str], first: int, last: int, kind: MentionKind) -> MentionKind:
    """``person`` for a known first name and a word or two that tell no body."""
    if kind in ("person", "place") or not 0 < last - first < 3:
        return kind
    plain = all(w.isalpha() and w[0].isupper() for w in words[first : last + 1])
    body = words[last].lower() in ORGANIZATION_WORDS or words[last].lower() in MASTHEADS
    return "person" if plain and not body and words[first].lower() in GIVEN_NAMES else kind


def _takes_in(tokens: Tokens, words: Sequence[str], first: int, last: int) -> bool:
    """Whether the next word makes a name an organisation's: "Marine" + "Group"."""
    if last + 1 >= len(words):
        return False
    word = words[last + 1]
    gap = tokens.text[tokens.spans[last, 1] : tokens.spans[last + 1, 0]]
    longer = word.lower() in ORGANIZATION_WORDS and last > first
    return gap == " " and word[0].isupper() and (longer or word.lower() in MASTHEADS)


def _name_shaped(
    words: Sequence[str], span: tuple[int, int], kind: MentionKind
) -> list[tuple[int, int]]:
    """The parts of a tagged range that look like names: capitals, joined by small words.

    A person's name is not joined by "of" or "and"; a comma ends any name.
    """
    if words[span[1]].lower() in ORGANIZATION_WORDS:
        kind = "organization"
    joints = {"person": _JOINTS_OF_PEOPLE, "other": _JOINTS_OF_WORKS}.get(kind, _JOINTS)
    parts: list[tuple[int, int]] = []
    open_at = last_big = -1
    for k in range(span[0], span[1] + 1):
        word = words[k]
        if is_party_code(words, k):
            break
        big = word[0].isupper() or word[0].isdigit()
        big = big or (last_big == k - 2 and words[k - 1] == "-" and open_at >= 0)  # "Jin-woo"
        if big and open_at < 0 and word.lower() in _OPENERS:
            continue
        if big:
            open_at = k if open_at < 0 else open_at
            last_big = k
        elif open_at >= 0 and not _joins(words, k, joints):
            parts.append((open_at, last_big))
            open_at = -1
    if open_at >= 0:
        parts.append((open_at, last_big))
    return [p for p in parts if p[0] < p[1] or not words[p[0]].isdigit()]


def _joins(words: Sequence[str], k: int, joints: frozenset[str]) -> bool:
    """Whether token ``k`` may stand inside a name."""
    word = words[k].lower()
    if word == "s" and words[k - 1] in ("’", "'"):
        return "of" in joints  # "Workers’ Union", but not "Finch’s boat"
    return word in joints

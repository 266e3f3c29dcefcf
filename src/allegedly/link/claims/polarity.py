"""Whether words say yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...reader.lexicon import word_set
from ...records import Attribution, Span
from .relation_words import REPORTS
from .relations import Hit, Word, negators, stem, stems, words_of
from .words import ATTACKS, DENIAL_PHRASES, DENIAL_WORDS, FINITE

#: Stems of cues that say that what follows is not so.
DENIALS = stems(DENIAL_WORDS)
_PHRASES = tuple(tuple(map(stem, part.split())) for part in DENIAL_PHRASES.split(", "))
_ATTACKS = stems(ATTACKS)
#: A "no" that is of a verb.
_VERBAL = ("n't", "not", "never", "cannot")
#: Within so many words of its beginning what is attacked is named.
_ATTACKED = 8
_SILENT = word_set("nothing nobody not never neither")

#: A word that says no and is undone by the words after it.
_UNDONE = (
    ("not", "only"),
    ("not", "just"),
    ("not", "out", "of"),
    ("not", "ruled"),
    ("no", "doubt"),
    ("not", "least"),
    ("not", "impossible"),
    ("cannot", "be", "ruled"),
    ("not", "be", "ruled"),
    ("never", "say", "never"),
    ("not", "unlikely"),
    ("or", "not"),
    ("no", "wonder"),
    ("not", "to", "mention"),
    ("no", "one", "but"),
    ("whether", "or", "not"),
    ("not", "the", "first"),
    ("no", "secret"),
    ("no", "idea"),
    ("no", "less"),
)
#: Words that open a clause in which a "not" does not speak of what stood before.
_OPENERS = word_set(
    "because who which where when after before until since though although while if but"
)
#: Verbs after which a "not" speaks of what is said, thought … : "I don't think he will go".
_ATTITUDES = stems(
    word_set(
        "think believe expect say know see mean suggest confirm claim prove suppose agree feel "
        "true case fact that evidence proof sign truth reason plan chance way if"
    )
)
#: How far from its cue a word may stand that makes it silent.
_NEAR = 6


def negated(words: Sequence[Word], key: Hit | None) -> bool:
    """Whether a statement says no of its relation, or of its first clause.

    Two words that say no undo each other.
    """
    places = [n for n in negators(words) if not _undone(words, n)]
    # "no sale, no buyer", "is not there and never was" say no once.
    places = [
        n
        for n, last in zip(places, [-1, *places], strict=False)
        if last < 0
        or not (
            words[n].form == words[last].form
            or any(w.form in ("and", "or", "nor") for w in words[last:n])
        )
    ]
    if key is not None:
        places = [n for n in places if _speaks(words, n, key)]
    else:
        places = [n for n in places if not any(w.form in _OPENERS for w in words[1:n])]
    return len(places) % 2 == 1


def _undone(words: Sequence[Word], n: int) -> bool:
    form = "not" if words[n].form.endswith("n't") else words[n].form
    ahead = (form, *(word.form for word in words[n + 1 : n + 3]))
    behind = (*(word.form for word in words[max(0, n - 2) : n]), form)
    return any(ahead[: len(rule)] == rule or behind[-len(rule) :] == rule for rule in _UNDONE)


def _speaks(words: Sequence[Word], n: int, key: Hit) -> bool:
    """Whether the word that says no and the relation stand in one clause."""
    low, high = (n, key.first) if n < key.first else (key.last, n)
    between = words[low + 1 : high]
    if any(word.form in _OPENERS for word in between):
        return False
    # "Parents who can't pay are selling": the verb is another one's, unless what is denied
    # is that something is so ("it is not true that they are selling").
    if n < key.first and any(word.form in FINITE for word in between):
        return not words[n].form.endswith(_VERBAL) or any(
            word.stem in _ATTITUDES for word in between
        )
    return True


def denied(text: str, one: Attribution) -> bool:
    """Whether the cue says that the content is not so: "denied", "shot down", "slams a report"."""
    return any(_denies(cue.of(text)) for cue in one.cue) or attacked(text, one)


@lru_cache(maxsize=10_000)
def _denies(cue: str) -> bool:
    """Whether the words of a cue deny; cues are few, and asked about again and again."""
    found = [word.stem for word in words_of(cue)]
    return not DENIALS.isdisjoint(found) or any(_runs(found, phrase) for phrase in _PHRASES)


def attacked(text: str, one: Attribution) -> bool:
    """Whether the cue attacks a report, a rumor …: "slams the split report: ‘made up’"."""
    for cue in one.cue:
        words = words_of(cue.of(text))
        if not _ATTACKS.isdisjoint(word.stem for word in words):
            return _of_report(words) or _reports(text, one.content)
    return False


def _runs(found: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words of a phrase stand in a row."""
    size = len(phrase)
    return any(tuple(found[k : k + size]) == phrase for k in range(len(found) - size + 1))


def _reports(text: str, content: Sequence[Span]) -> bool:
    """Whether what is attacked is a report, a rumor …, rather than a person or a plan."""
    return any(_of_report(words_of(span.of(text))[:_ATTACKED]) for span in content[:1])


def _of_report(words: Sequence[Word]) -> bool:
    return any(word.form in REPORTS for word in words)


def silent(text: str, one: Attribution) -> bool:
    """Whether a source is said not to say it: "nothing in the memo says that …"."""
    if not one.cue:
        return False
    cue = one.cue[0]
    start = max(0, cue.start - 80, *(s.end for s in one.content if s.end <= cue.start))
    start = max(
        start, text.rfind("\n", start, cue.start) + 1, text.rfind(".", start, cue.start) + 1
    )
    inside = [word.form for word in words_of(text[start : cue.end])[-_NEAR:]]
    return any(form in _SILENT or form.endswith("n't") for form in inside)

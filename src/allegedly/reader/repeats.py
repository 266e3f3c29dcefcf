"""Names that the tagger passed over, or cut short, and that the rest of the text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .candidate import Candidate
from .given_names import GIVEN_NAMES
from .lexicon import DETERMINERS, ORGANIZATION_WORDS, OUTLET_WORDS
from .name_spans import common_words
from .names import initials, is_full_name, shown_name, without_article
from .reference_words import FAMILY, OFFICES
from .tokens import Tokens

#: Last words of names of bodies that stand for nothing else where they have a capital.
_INSTITUTIONS = frozenset(
    ("Registry", "Agency", "Authority", "Commission", "Council", "Ministry", "Tribunal", "Union")
)


#: Last words of bodies of workers, and what stands before them.
_UNIONS = frozenset(("Union", "Association", "Federation", "Guild", "Society", "League"))
_POSSESSED = re.compile(r"s[’']\s|[’']s\s")


def bearers_in(fields: Sequence[tuple[Tokens, list[Candidate]]]) -> frozenset[str]:
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


def acronyms_in(fields: Sequence[tuple[Tokens, list[Candidate]]]) -> frozenset[str]:
    """The initials of organisations named in full, of three letters or more."""
    found: set[str] = set()
    for tokens, candidates in fields:
        for c in candidates:
            if c.form == "name" and c.kind == "organization" and c.last > c.first + 1:
                letters = initials(without_article(c.span.of(tokens.text)).split()).upper()
                found.add(letters if len(letters) > 2 and letters.isalpha() else "")
    return frozenset(found - {""})


def short_forms(fields: Sequence[tuple[Tokens, list[Candidate]]]) -> frozenset[str]:
    """Last words of the names of bodies: "Gull" of "the Lisle Gull", no noun for any body.

    Those of two bodies are nobody's short form.
    """
    found: dict[str, set[str]] = {}
    for tokens, candidates in fields:
        for c in candidates:
            if c.form == "name" and c.kind == "organization" and c.last > c.first:
                parts = without_article(c.span.of(tokens.text)).split()
                last = parts[-1]
                if len(parts) > 1 and last[0].isupper() and last.isalpha() and len(last) > 3:
                    found.setdefault(last, set()).add(" ".join(parts))
    return frozenset(
        word
        for word, names in found.items()
        if len(names) == 1 and word.lower() not in ORGANIZATION_WORDS - OUTLET_WORDS
    )


def add_institutions(tokens: Tokens, found: list[Candidate]) -> None:
    """Add the names that capitals and a last word tell: "the Lisle Land Registry"."""
    words = [tokens.text[start:end] for start, end in tokens.spans.tolist()]
    taken = {k for c in found if c.form == "name" for k in range(c.first, c.last + 1)}
    added: list[Candidate] = []
    for k, word in enumerate(words):
        if word not in _INSTITUTIONS or k in taken:
            continue
        first = k
        while first > 0 and k - first < 3 and _capital(words[first - 1], first - 1, taken):
            if tokens.text[tokens.spans[first - 1, 1] : tokens.spans[first, 0]] != " ":
                break
            first -= 1
        goes_on = k + 1 < len(words) and words[k + 1].istitle()
        if first < k and not goes_on:  # not in a line of capitals
            added.append(Candidate(tokens.span(first, k), "organization", "name", first, k))
    if added:
        inside = {k for c in added for k in range(c.first, c.last + 1)}
        found[:] = [c for c in found if c.last not in inside]
        found.extend(added)
        found.sort(key=lambda c: (c.span.start, -c.span.end))


def join_bodies(tokens: Tokens, found: list[Candidate]) -> None:
    """Put together the name of a body of two trades: "the Harbour" and "Deck Workers’ Union"."""
    names = {c.last: c for c in found if c.form == "name"}
    gone: set[int] = set()
    for c in found:
        if c.form != "name" or c.kind != "organization" or c.first < 3:
            continue
        trade, surface = names.get(c.first - 2), c.span.of(tokens.text)
        union = surface.rsplit(" ", 1)[-1] in _UNIONS and _POSSESSED.search(surface)
        if union and trade is not None and trade.first == trade.last and trade.kind != "person":
            between = tokens.text[trade.span.end : c.span.start]
            if between == " and " and tokens.at(trade.first - 1, trade.first - 1).lower() == "the":
                gone.add(id(trade))
                c.first = trade.first
                c.span = tokens.span(c.first, c.last)
                c.extent = None
    if gone:
        found[:] = [c for c in found if id(c) not in gone]
        found.sort(key=lambda c: (c.span.start, -c.span.end))


def join_partners(tokens: Tokens, found: list[Candidate]) -> None:
    """Make one body of two names joined by "&": "Finch & Alder"; first names are a couple's."""
    words = [tokens.text[start:end] for start, end in tokens.spans.tolist()]
    names = {k: c for c in found if c.form == "name" for k in range(c.first, c.last + 1)}
    joined: set[int] = set()
    added: list[Candidate] = []
    for k, word in enumerate(words):
        if word != "&" or k in names or not 0 < k < len(words) - 1:
            continue
        before, after = words[k - 1], words[k + 1]
        beside = [names[n] for n in (k - 1, k + 1) if n in names]
        alone = all(c.first == c.last and not c.sure and c.kind != "work" for c in beside)
        spaced = tokens.at(k - 1, k + 1) == f"{before} & {after}"
        if alone and spaced and _partner(before) and _partner(after) and k - 1 not in joined:
            joined.update((k - 1, k, k + 1))
            span = tokens.span(k - 1, k + 1)
            added.append(Candidate(span, "organization", "name", k - 1, k + 1, sure=True))
    if added:
        found[:] = [c for c in found if c.first not in joined and c.last not in joined]
        found.extend(added)
        found.sort(key=lambda c: (c.span.start, -c.span.end))


def _partner(word: str) -> bool:
    """Whether a word may be a partner's name in a firm's: a capital, and no first name."""
    plain = word.istitle() and word.isalpha() and len(word) > 2
    return plain and word.lower() not in GIVEN_NAMES


def _capital(word: str, k: int, taken: set[int]) -> bool:
    return word.istitle() and word.isalpha() and k not in taken and word.lower() not in DETERMINERS


def add_repeats(
    tokens: Tokens,
    found: list[Candidate],
    bearers: frozenset[str],
    acronyms: frozenset[str],
    short: frozenset[str] = frozenset(),
) -> None:
    """Add the names of known people and bodies where the tagger passed over them."""
    words = [tokens.text[start:end] for start, end in tokens.spans.tolist()]
    common = common_words(words)
    known = (bearers | acronyms).intersection(words)
    known = known.difference([word for word in known if word.lower() in common])
    short = short.intersection(words) - bearers
    families = {f"{word}{end}" for word in bearers for end in ("s", "es")}.intersection(words)
    families = {word for word in families if word.lower() not in common}
    if not known and not short and not families:
        return
    taken = {k for c in found if c.form == "name" for k in range(c.first, c.last + 1)}
    added = [
        Candidate(tokens.span(k, k), "person" if word in bearers else "organization", "name", k, k)
        for k, word in enumerate(words)
        if k not in taken and (word in known or (word in short and _is_the(words, k)))
    ]
    added += [
        Candidate(tokens.span(k, k), "group", "name", k, k, sure=True)
        for k, word in enumerate(words)
        if k not in taken and word not in known and word in families and _is_the(words, k)
    ]
    if added:
        heads = {c.first for c in added}
        found[:] = [c for c in found if c.form == "name" or c.first not in heads]
        found.extend(added)
        found.sort(key=lambda c: (c.span.start, -c.span.end))


def _is_the(words: Sequence[str], k: int) -> bool:
    """Whether "the" stands before a word, and no name goes on after it."""
    after = words[k + 1] if k + 1 < len(words) else ""
    return k > 0 and words[k - 1].lower() == "the" and not after[:1].isupper()


def take_families(tokens: Tokens, found: list[Candidate]) -> None:
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

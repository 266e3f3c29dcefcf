"""Names that the tagger passed over, or cut short, and that the rest of the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from .candidate import Candidate
from .name_spans import common_words
from .names import initials, is_full_name, shown_name, without_article
from .reference_words import FAMILY, OFFICES
from .tokens import Tokens


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


def add_repeats(
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

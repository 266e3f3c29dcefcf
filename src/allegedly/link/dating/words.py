"""Words that tell of the order of things, as data."""

from __future__ import annotations

from ...reader.lexicon import word_set

#: After the word for what it is about ("divorce", "fraud"), what is there only once begun.
PENDING = word_set(
    "proceedings petition filing lawsuit suit case hearing hearings charges indictment complaint"
)
#: Families of senses of events that begin such a thing.
BEGINNING = frozenset(("file", "sue", "charge"))

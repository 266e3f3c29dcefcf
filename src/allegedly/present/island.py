"""What was found in the articles, as data for the report's script.

Every text stands once in a report, and what was found in it is offsets into it: the script
marks up a text when it comes into view, and takes the words of a statement from where they
stand. Offsets are Unicode code points. A flat list of numbers holds rows of one width; the
first number of each row is the distance from the row before. A number may stand for a word,
its place in ``words``. The script's first file says the same to its readers.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from markupsafe import Markup

from allegedly.records import Mode, Span

from .days import days
from .found import KINDS, Found, MentionRow, found_in
from .overview import Overview
from .rows import SOURCING, Field, Listing, Row, outlet_of
from .safe import one_line, writable

UNSURE = 0.7
"""Below this the confidence of the reading is shown beside a row."""

_MODES = {mode: number for number, mode in enumerate(get_args(Mode))}
_KINDS = {kind: number for number, kind in enumerate(KINDS)}
_BASES = {"entity": 0, "words": 1, "nobody": 2}


class Words:
    """Strings that are repeated, each once; the empty one has the number 0."""

    def __init__(self) -> None:
        self._numbers = {"": 0}

    def number(self, word: str) -> int:
        """The word's number, new or known."""
        return self._numbers.setdefault(word, len(self._numbers))

    @property
    def every(self) -> list[str]:
        """The words by their numbers."""
        return list(self._numbers)


def written(data: dict[str, Any], words: Words) -> Markup:
    """The data as JSON, gzip and Base64: letters that mean nothing in HTML, a quarter as many."""
    whole = {**data, "words": words.every}
    text = writable(json.dumps(whole, ensure_ascii=False, separators=(",", ":")))
    return Markup(base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode())


def island(listed: Sequence[Listing], counts: Overview, words: Words) -> dict[str, Any]:
    """What was found in the articles, and what it is counted by."""
    maker = _Maker(words, counts)
    return {
        "speakers": [
            [words.number(who.label), _BASES[who.basis], who.member or 0, one.statements]
            for one in counts.speakers
            for who in (one.speaker,)
        ],
        "outlets": [[one.name or "", one.statements] for one in counts.outlets],
        "sourcing": [
            [one.sourcing, SOURCING[one.sourcing], one.statements] for one in counts.sourcing
        ],
        "kinds": list(KINDS.values()),
        "articles": [maker.article(one) for one in listed],
    }


class _Maker:
    """Makes the data of one article after another."""

    def __init__(self, words: Words, counts: Overview) -> None:
        self._word = words.number
        self._speakers = {one.speaker.key: number for number, one in enumerate(counts.speakers)}
        self._sourcing = {one.sourcing: number for number, one in enumerate(counts.sourcing)}
        self._outlets = {one.name: number for number, one in enumerate(counts.outlets)}

    def article(self, one: Listing) -> dict[str, Any]:
        """What was found in an article; empty lists are left out."""
        reading, found = one.reading, found_in(one.reading)
        text = {**self._field(one, found, "text"), "sentences": packed(map(_at, reading.sentences))}
        cast = ((_KINDS[who.kind], self._word(who.name), who.mentions) for who in found.cast)
        parts = {
            "title": _some(self._field(one, found, "title")),
            "text": _some(text),
            "days": self._days(found),
            "cast": [number for member in cast for number in member],
        }
        outlet = self._outlets.get(outlet_of(reading.article), -1)
        return {"id": one.id, "outlet": outlet, **_some(parts)}

    def _field(self, one: Listing, found: Found, field: Field) -> dict[str, list[Any]]:
        word = self._word
        first = one.rows[0].number if one.rows else 0
        listed = set(found.listed)
        return {
            "rows": [self._row(row, first) for row in one.rows_in(field)],
            "mentions": packed(
                (*_at(one.span), one.member if one.named else ~one.member, *_inside(one))
                for one in found.mentions
                if one.field == field
            ),
            "times": packed(
                (*_at(one.span), *map(word, (one_line(one.value), one.meaning, one.interval)))
                for one in found.times
                if one.field == field
            ),
            "events": packed(
                (*_at(one.span), word(one.status) if one in listed else -word(one.status))
                for one in found.events
                if one.field == field
            ),
            "hedges": packed(
                (*_at(one.span), word(one.certainty), *_at(one.scope, one.span.start))
                for one in found.hedges
                if one.field == field
            ),
        }

    def _row(self, row: Row, first: int) -> list[Any]:
        """Speaker, sourcing, mode, where it begins, source, cue, content, what else is known."""
        begin = row.spans[0].start
        parts = [
            [number for span in part for number in _at(span, begin)]
            for part in (row.source, row.cue, row.content)
        ]
        sure = row.certainty == "certain"
        more = {
            "via": [self._word(name) for name in row.via],
            "within": [] if row.within is None else [row.within - first],
            "certainty": [] if sure else [self._word(one) for one in (row.certainty, *row.hedges)],
            "unsure": f"{row.confidence:.2f}" if row.confidence < UNSURE else "",
        }
        facets = (self._speakers[row.speaker.key], self._sourcing[row.sourcing], _MODES[row.mode])
        return [*facets, begin, *parts, *filter(None, [_some(more)])]

    def _days(self, found: Found) -> list[Any]:
        """By date: its words, how machines write it, and its lines, each events and names."""
        numbers = {event: number for number, event in enumerate(found.events)}
        return [
            [
                self._word(day.when),
                self._word(day.machine or ""),
                *(
                    [
                        [numbers[event] for event in line.events],
                        [*map(self._word, line.participants)],
                    ]
                    for line in day.lines
                ),
            ]
            for day in days(found.listed)
        ]


def packed(rows: Iterable[tuple[int, ...]]) -> list[int]:
    """Rows of numbers as one list, the first number of each as what it is beyond the last one's."""
    out: list[int] = []
    before = 0
    for first, *others in rows:
        out += (first - before, *others)
        before = first
    return out


def _at(span: Span, origin: int = 0) -> tuple[int, int]:
    """Where a span begins, counted from ``origin``, and how long it is."""
    return span.start - origin, span.end - span.start


def _inside(one: MentionRow) -> tuple[int, int]:
    """Where the head is in a mention; no length where it is all of it."""
    return _at(one.head, one.span.start) if one.head != one.span else (0, 0)


def _some(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts that hold something."""
    return {name: part for name, part in parts.items() if part}

"""What a source is, and who speaks: named, unnamed, outlet, document, self or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Entity, Sourcing, Span
from . import lexicon as words
from .mentions import Candidate
from .roles import is_indefinite

_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?|[,(—–;:]")
_POSSESSIVE = re.compile(r"[’'](?:s\b|(?=\s|$))")
_DOMAIN = re.compile(r"\.(?:com|org|net|co\.uk|example)$", re.IGNORECASE)
#: "a memo seen by the Courier": the text speaks, the outlet passes it on.
_SEEN_BY = re.compile(
    r"\b(?:" + "|".join(sorted(words.DOCUMENT)) + r")\b[^.;:!?]{0,40}"
    r"\b(?:seen|obtained|reviewed|viewed|read|published|leaked)\s+(?:by|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Heads that "the" does not make one known person; heads that may follow "citing".
_NO_PERSON = (
    words.DOCUMENT | words.BODY | words.NOBODY | words.SPOKES | words.OUTLET_NOUNS | words.NAMING
)
_ORIGINS = words.UNNAMED | words.DOCUMENT | words.SPOKES | words.NOBODY
_NAMELIKE = re.compile(r"[A-Z][\w’'-]*$")
_ROLE = re.compile(r",\s+(?:the|a|an)(?:\s+[a-z][\w’'-]*){1,5}")
#: Among how many mentions before and after two people the couple that they are is looked for.
_AROUND = 100
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word it is: ``speaker`` and ``via`` are entity numbers."""

    sourcing: Sourcing
    speaker: int | None = None
    via: tuple[int, ...] = ()


def _start(mention: Candidate) -> int:
    return mention.span.start


@dataclass(frozen=True, slots=True)
class Scene:
    """What a source is judged by: the text, who is mentioned, and whose page it is."""

    text: str
    mentions: Sequence[Candidate]
    entities: Sequence[Entity]
    outlet: str | None

    def inside(self, span: Span) -> list[Candidate]:
        """Candidates that lie inside ``span``, in reading order."""
        first = bisect_left(self.mentions, span.start, key=_start)
        last = bisect_left(self.mentions, span.end, first, key=_start)
        return [c for c in self.mentions[first:last] if c.span.end <= span.end]

    def is_outlet(self, number: int) -> bool:
        """Whether the entity's name is that of a publication."""
        entity = self.entities[number]
        return entity.kind != "person" and is_outlet_name(entity.name, self.outlet)


def is_outlet_name(name: str, own: str | None = None) -> bool:
    """Whether ``name`` is a known outlet, looks like one, or is the page's own."""
    low = _ARTICLE.sub("", name.strip()).casefold()
    if own and low and low in own.casefold():
        return True
    parts = low.split()
    if low in words.OUTLETS or _DOMAIN.search(low):
        return True
    return bool(parts) and (parts[-1] in words.OUTLET_WORDS or parts[0] in words.OUTLET_FIRST)


@dataclass(frozen=True, slots=True)
class _Head:
    """The noun phrase before any preposition, comma or relative clause of a source."""

    span: Span
    noun: str
    rest: Span | None


def _head(text: str, source: Span) -> _Head:
    end = source.end
    found = list(_WORD.finditer(text, source.start, source.end))
    for k, match in enumerate(found):
        token = match.group().lower()
        if k and (not token[0].isalnum() or token in words.AFTER_HEAD):
            end = match.start()
            break
    while end > source.start + 1 and text[end - 1].isspace():
        end -= 1
    inside = [m for m in found if m.end() <= end and m.group()[0].isalnum()]
    noun = _POSSESSIVE.sub("", inside[-1].group().lower()) if inside else ""
    rest = Span(end, source.end) if end < source.end else None
    return _Head(Span(source.start, end), noun, rest)


def is_nameless(name: str) -> bool:
    """Whether an entity's name is a description of nobody in particular: "a spokesperson"."""
    return is_indefinite(name) or name.rsplit(" ", 1)[-1].lower() in words.NOBODY


def is_origin(text: str, span: Span) -> bool:
    """Whether a phrase after "citing" is somebody or a text, not a reason: "the need for"."""
    noun = _head(text, span).noun
    return noun in _ORIGINS


def described_person(text: str, source: Span) -> Span | None:
    """The head of a source that describes one person: "the rapper" of "the rapper, 37,"."""
    head = _head(text, source)
    definite = text[head.span.start : head.span.end].lower().startswith(("the ", "his ", "her "))
    singular = not head.noun.endswith("s") and head.noun not in _NO_PERSON
    lower = text[max(head.span.end - 1, 0)].islower() and not _NAMELIKE.search(head.span.of(text))
    return head.span if definite and singular and lower else None


def _possessed(text: str, c: Candidate) -> bool:
    return bool(_POSSESSIVE.match(text, c.span.end))


def voice_of(scene: Scene, source: Span, cue: str) -> Voice:
    """The voice behind one source span (not a pronoun, see `pronoun_voice`)."""
    text = scene.text
    head = _head(text, source)
    low = source.of(text).lower()
    if low in words.FIRST_PERSON:
        return Voice("self")
    named = [
        c
        for c in scene.inside(head.span)
        if c.form == "name" and (c.span == source or not _possessed(text, c))
    ]
    at_end = next((c for c in reversed(named) if c.span.end == head.span.end), None)
    if at_end is None:
        at_end = _whole_possessive(scene, head.span)
    outlets = _outlets(scene, source)
    two = _two_of_them(scene, source)
    if two is not None:
        return Voice("named", two)
    if at_end is None:
        at_end = _whole_phrase(scene, source)
    if at_end is not None and at_end.entity >= 0:
        return _named(scene, at_end, cue)
    if head.noun in words.SPOKES:
        return _spokesperson(scene, source, outlets)
    appended = _apposed(scene, head)
    if appended is not None:
        return Voice("named", appended)
    if _NAMELIKE.search(head.span.of(text)) and is_outlet_name(head.span.of(text), scene.outlet):
        return Voice("outlet")
    if head.noun in words.DOCUMENT:
        if outlets and head.noun in ("report", "story", "article"):
            return Voice("outlet", outlets[0])
        return Voice("document")
    known = _known_role(scene, head)
    if known is not None:
        return Voice("named", known)
    if head.noun in words.OUTLET_NOUNS:
        return Voice("outlet", outlets[0] if outlets else None)
    if head.noun in words.UNNAMED or head.noun.rstrip("s") in words.UNNAMED:
        return Voice("unnamed", None, outlets)
    if outlets and head.noun in words.OUTLET_WORDS:
        return Voice("outlet", outlets[0])
    return _described(scene, head, outlets)


def _named(scene: Scene, mention: Candidate, cue: str) -> Voice:
    number = mention.entity
    if mention.kind == "person":
        return Voice("named", number)
    reporting = bool(words.REPORTING & set(cue.lower().split()))
    own = mention.kind == "organization" and reporting
    if scene.is_outlet(number) or own:
        if _SEEN_BY.search(scene.text, max(0, mention.span.start - 90), mention.span.start):
            return Voice("document", None, (number,))
        mine = scene.outlet and scene.entities[number].name.casefold() in scene.outlet.casefold()
        return Voice("self" if mine else "outlet", number)
    return Voice("named", number)


def _outlets(scene: Scene, span: Span) -> tuple[int, ...]:
    found = [c.entity for c in scene.inside(span) if c.form == "name" and c.entity >= 0]
    return tuple(dict.fromkeys(n for n in found if scene.is_outlet(n)))


def _spokesperson(scene: Scene, source: Span, outlets: tuple[int, ...]) -> Voice:
    inside = [c for c in scene.inside(source) if c.form == "name" and c.entity >= 0]
    people = [c for c in inside if c.kind == "person" and not _possessed(scene.text, c)]
    named = [c for c in people if c.span.end == source.end and len(people) > 1]
    if named:
        return Voice("named", named[-1].entity)
    bodies = [c.entity for c in inside if c.kind != "person"]
    if bodies:
        return Voice("named", bodies[0])
    for match in _WORD.finditer(scene.text, source.start, source.end):
        noun = match.group().lower()
        if noun in words.BODY:
            return Voice("named", _body(scene, noun, source.start))
    return Voice("unnamed", None, outlets)


def _apposed(scene: Scene, head: _Head) -> int | None:
    """The person named right after a role: "the harbour master, Joan Pellowe, said"."""
    if head.rest is None:
        return None
    rest = head.rest.of(scene.text)
    for c in scene.inside(head.rest):
        between = scene.text[head.rest.start : c.span.start].strip()
        if c.form == "name" and c.kind == "person" and c.entity >= 0:
            role = _ROLE.fullmatch(between) and not rest[c.span.end - head.rest.start :].strip(" ,")
            return c.entity if between in (",", "") or role else None
    return None


def _two_of_them(scene: Scene, source: Span) -> int | None:
    """The couple that two people joined by "and" are, where the text speaks of it."""
    if " and " not in source.of(scene.text):
        return None
    people = [
        c for c in scene.inside(source) if c.form == "name" and c.kind == "person" and c.entity >= 0
    ]
    if len(people) != 2 or (people[0].span.start, people[1].span.end) != (source.start, source.end):
        return None
    if scene.text[people[0].span.end : people[1].span.start] != " and ":
        return None
    names = {scene.entities[c.entity].name for c in people}
    at = bisect_left(scene.mentions, source.start, key=_start)
    for c in scene.mentions[max(0, at - _AROUND) : at + _AROUND]:
        entity = scene.entities[c.entity] if c.entity >= 0 else None
        if entity and entity.kind == "group" and set(entity.name.split(" and ")) == names:
            return c.entity
    return None


def _whole_phrase(scene: Scene, source: Span) -> Candidate | None:
    """The person whose name ends the phrase a source is: "University of Lisle tutor Ada Finch"."""
    for c in scene.inside(source):
        if c.form == "name" and c.kind == "person" and c.span.end == source.end:
            return c if c.extent is not None and c.extent.start <= source.start else None
    return None


def _whole_possessive(scene: Scene, span: Span) -> Candidate | None:
    """The name that a source is with its possessive and nothing more: "Ada Finch’s"."""
    for c in scene.inside(span):
        match = _POSSESSIVE.match(scene.text, c.span.end)
        if c.form == "name" and c.span.start == span.start and match and match.end() == span.end:
            return c
    return None


def _known_role(scene: Scene, head: _Head) -> int | None:
    """The person a definite description stands for: "the harbour master"."""
    if described_person(scene.text, head.span) is None:
        return None
    for c in scene.mentions:
        noun = c.noun or c.span
        if c.form == "description" and noun.end == head.span.end and c.entity >= 0:
            return c.entity
    return None


def _described(scene: Scene, head: _Head, outlets: tuple[int, ...]) -> Voice:
    if head.noun in words.BODY:
        return Voice("named", _body(scene, head.noun, head.span.start))
    return Voice("unnamed", None, outlets)


def _body(scene: Scene, noun: str, before: int) -> int | None:
    """The organisation that "the council" or "the company" stands for.

    One whose name has the noun in it; for a noun that fits any business, the one
    mentioned last that is not of another kind ("council", "union") and no outlet.
    """
    bodies = [
        c for c in scene.mentions if c.kind == "organization" and c.form == "name" and c.entity >= 0
    ]
    same = {c.entity for c in bodies if noun in scene.entities[c.entity].name.lower().split()}
    if len(same) == 1:
        return same.pop()
    if same or noun not in words.BUSINESS:
        return None
    for c in reversed(bodies):
        last = scene.entities[c.entity].name.lower().split()[-1]
        civic = last in words.BODY - words.BUSINESS
        if c.span.end <= before and not civic and not scene.is_outlet(c.entity):
            return c.entity
    return None


def told_outlets(scene: Scene, cue: Span, sentence_end: int) -> tuple[int, ...]:
    """The outlets a statement was made to: "a source told TMZ", "speaking to Radio Marrow"."""
    reach = Span(cue.end, max(cue.end + 1, min(cue.end + 40, sentence_end)))
    for c in scene.mentions:
        if c.form == "name" and reach.covers(c.span) and c.entity >= 0:
            between = scene.text[cue.end : c.span.start].strip().lower()
            if between in ("", "to", "the", "to the", "on", "on the", "in", "in the"):
                return (c.entity,) if scene.is_outlet(c.entity) else ()
            return ()
    return ()

"""What each article says of each of its entities: all that joining looks at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...reader.lexicon import FEMALE, MALE
from ...reader.reference_words import PRONOUNS, SINGULAR
from ...records import EntityRef, Mention, MentionKind
from ..material import Layer, Material
from .names import bare, body_words, fold, is_person_name, is_title, person_name, split_title
from .roles import apposed

_OPENS = re.compile(r"(?:^|[.!?:\n“\"‘(•])\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_BACK = 6
_SOUGHT = re.compile(r"\b[Ff]or\s$")


@dataclass(slots=True, eq=False)
class Portrait:
    """One entity of one reading, as linking sees it.

    ``names`` are the names it goes by in the article and how often, ``descriptions`` other
    noun phrases for it, ``before`` the words right before its name ("supermodel"), ``apposed``
    what stands beside the name between commas, read as a description or not. ``where``
    are its mentions: (title or text, mention), in reading order. ``weak`` counts the names
    whose capital may be that of a sentence or headline.
    """

    ref: EntityRef
    kind: MentionKind
    names: Counter[str] = field(default_factory=Counter)
    descriptions: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    apposed: Counter[str] = field(default_factory=Counter)
    where: list[tuple[Layer, Mention]] = field(default_factory=list)
    #: What the reader calls a couple: "Ada Finch and Tom Alder".
    couple: str | None = None
    #: The whole name of the outlet that a short name stands for, where it is known.
    outlet: str | None = None
    weak: int = 0
    articled: int = 0
    he: int = 0
    she: int = 0
    it: int = 0
    speaks: bool = False

    @property
    def named(self) -> int:
        """How often it is named."""
        return sum(self.names.values())

    @property
    def is_she_or_he(self) -> bool:
        """Whether the article speaks of it as only of a person."""
        return self.he + self.she > 0 or any(person_name(name).titled for name in self.names)

    @property
    def gender(self) -> str | None:
        """``f`` or ``m`` where titles or pronouns of the article are clear enough, else None."""
        told = {person_name(name).gender for name in self.names} - {None}
        if len(told) == 1:
            return told.pop()
        return clear_gender(self.he, self.she)


def clear_gender(he: int, she: int) -> str | None:
    """What so many pronouns tell: nothing where they are few or at odds."""
    if he + she < 2 or 4 * min(he, she) > max(he, she):
        return None
    return "m" if he > she else "f"


def portraits(material: Material) -> list[Portrait]:
    """One portrait for each entity of each reading, ordered by article (id) and number."""
    found = []
    for reading in sorted(material.readings, key=lambda one: one.article.id):
        article = reading.article.id
        drawn = [
            Portrait(EntityRef(article, number), entity.kind)
            for number, entity in enumerate(reading.entities)
        ]
        for one, entity in zip(drawn, reading.entities, strict=True):
            if entity.kind == "group" and " and " in entity.name:
                one.couple = entity.name
        for layer in material.layers_of(reading):
            for mention in layer.layers.mentions:
                _note(drawn[mention.entity], layer, mention)
            for said in layer.layers.attributions:
                if said.speaker is not None and said.sourcing == "named":
                    drawn[said.speaker].speaks = True
        found.extend(drawn)
    _drop_common_words(material, found)
    _drop_joint_names(found)
    return found


def _note(portrait: Portrait, layer: Layer, mention: Mention) -> None:
    text = layer.text
    head = text[mention.head.start : mention.head.end]
    span = bare(text[mention.span.start : mention.span.end])
    portrait.where.append((layer, mention))
    if not bare(head):
        return
    if mention.named and not (mention.kind == "person" and is_title(head)):
        _note_name(portrait, layer, mention, bare(head))
        return
    word = fold(head)
    if word not in PRONOUNS:
        # Whoever runs "for president" is no president.
        if not (
            span == bare(head)
            and _SOUGHT.search(text, max(0, mention.span.start - 5), mention.span.start)
        ):
            portrait.descriptions[span] += 1
    elif word in SINGULAR:
        portrait.he += word in MALE
        portrait.she += word in FEMALE
    elif word in ("it", "its", "itself"):
        portrait.it += 1


def _note_name(portrait: Portrait, layer: Layer, mention: Mention, name: str) -> None:
    text, start = layer.text, mention.head.start
    if start and text[start - 1] == "@":
        name = f"@{name}"
    portrait.names[name] += 1
    leading = text[max(0, start - 4) : start].lower()
    portrait.articled += leading == "the " or name.lower().startswith("the ")
    opens = layer.field == "title" or _OPENS.search(text, max(0, start - _BACK), start)
    portrait.weak += bool(opens) or start == 0
    before = bare(text[mention.span.start : start])
    if before and before.lower() != "the":
        portrait.before[before] += 1
    if mention.kind == "person" and " " in name:
        portrait.apposed.update(apposed(text, mention.span))
        if title := split_title(name)[0]:
            portrait.before[title] += 1


def _drop_common_words(material: Material, found: list[Portrait]) -> None:
    """Take for no name what only a headline, or the start of a sentence, writes with a capital.

    "Ferry operator denies": the same word stands without its capital elsewhere.
    """
    doubtful = [
        one
        for one in found
        if one.names
        and one.weak == one.named
        and not (one.is_she_or_he or one.speaks)
        and all(" " not in name for name in one.names)
    ]
    wanted = {name.lower() for one in doubtful for name in one.names}
    if not wanted:
        return
    lower: set[str] = set()
    for reading in material.readings:
        lower.update(wanted.intersection(_WORD.findall(reading.article.text)))
    for one in doubtful:
        if all(name.lower() in lower for name in one.names):
            one.names.clear()


def _drop_joint_names(found: list[Portrait]) -> None:
    """Drop names that are more than one: "Marrow Line and Hask Ltd" where Hask is another.

    Only where something else is left.
    """
    known = {body_words(name) for one in found for name in one.names}
    for one in found:
        if len(one.names) < 2:
            continue
        joint = [name for name in one.names if _is_joint(body_words(name), known)]
        for name in joint if len(joint) < len(one.names) else ():
            del one.names[name]


def _is_joint(words: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    parts = [(words[:k], words[k + 1 :]) for k, word in enumerate(words) if word == "and" and k > 0]
    return any(
        all(body_words(" ".join(part)) in known for part in pair if part) and all(pair)
        for pair in parts
    )


def full_names(portrait: Portrait) -> Iterator[str]:
    """The names of a person that are nothing but a name, the fullest first."""
    plain = [name for name in portrait.names if is_person_name(name) or name.startswith("@")]
    yield from sorted(
        plain or portrait.names,
        key=lambda name: (-len(person_name(name).words), -portrait.names[name], name),
    )

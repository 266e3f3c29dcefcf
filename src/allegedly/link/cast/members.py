"""From the joined entities to a member of the cast: its name, other names, roles, anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...reader.reference_words import PRONOUNS
from ...records import Anchor, EntityRef, Mention, MentionKind
from ..material import Layer, Material
from .names import (
    bare,
    body_words,
    fold,
    is_person_name,
    person_name,
    shown_person,
    without_article,
)
from .portraits import Portrait
from .roles import parse_role, ranked, shown_prefix, shown_role
from .words import NOBODY_IN_PARTICULAR, OFFICE, PARTICULAR, RELATION

#: A fuller name counts where at least this share of the articles of the commonest uses it.
_SHARE = 5
_ORDER = ("person", "organization", "place", "group", "work", "event", "other")


@dataclass(frozen=True, slots=True)
class Draft:
    """A member of the cast that has no id yet; ``order`` sorts the best known first."""

    name: str
    kind: MentionKind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    entities: tuple[EntityRef, ...]
    anchors: tuple[Anchor, ...]
    order: tuple[int, int, str]

    @property
    def keys(self) -> list[EntityRef]:
        """Its entities in an order that is the same whatever the order of the articles."""
        return sorted(self.entities, key=lambda ref: (ref.article, ref.number))


def draft(material: Material, found: Sequence[Portrait]) -> Draft | None:
    """The member that these entities are; None where they are nobody in particular."""
    named = [one for one in found if one.names]
    kind = _kind(named) if named else _described_kind(found)
    if kind is None:
        return None
    roles = ranked(_said(kind, found))
    name, aliases = _names(kind, named) if named else ("", ())
    outlets = sorted({one.outlet for one in named if one.outlet})
    if outlets and all(one.outlet for one in named):
        name, aliases = outlets[0], (name, *aliases)
    if kind == "group":
        name, aliases = _group_name(found, name, aliases)
    name = name or next(iter(roles), "")
    if not name:
        return None
    roles = tuple(role for role in roles if role != name)
    ordered = sorted(found, key=lambda one: (material.order(one.ref.article), one.ref.number))
    articles = len({one.ref.article for one in found})
    mentions = sum(len(one.where) for one in found)
    return Draft(
        name,
        kind,
        aliases,
        roles,
        tuple(one.ref for one in ordered),
        tuple(_anchors(material, ordered)),
        (-articles, -mentions, name),
    )


def _kind(named: Sequence[Portrait]) -> MentionKind:
    tally: Counter[MentionKind] = Counter()
    for one in named:
        tally[one.kind] += one.named
    return min(tally, key=lambda kind: (-tally[kind], _ORDER.index(kind)))


def _described_kind(found: Sequence[Portrait]) -> MentionKind | None:
    """What those without a name are, where they are members all the same.

    An office or a body that speaks, or that several articles tell of, and a couple.
    """
    said = _said("person", found)
    roles = [role for text, _ in said if (role := parse_role(text)) is not None]
    known = any(one.speaks for one in found) or len({one.ref.article for one in found}) > 1
    definite = [role for role in roles if role.definite and not role.owned]
    if known and any(role.head in PARTICULAR for role in definite):
        return "organization"
    if all(one.kind == "group" for one in found):
        return "group" if any(one.couple and one.descriptions for one in found) else None
    if known and all(one.kind == "person" for one in found) and definite:
        heads = {role.head for role in definite}
        return "person" if not heads.isdisjoint(OFFICE - NOBODY_IN_PARTICULAR - RELATION) else None
    return None


def _said(kind: MentionKind, found: Sequence[Portrait]) -> list[tuple[str, int]]:
    """All roles as they are shown, with how often each is said."""
    said: list[tuple[str, int]] = []
    for one in found:
        for text, count in one.descriptions.items():
            own = next((name for name in one.names if name in text), None)
            role = bare(text) if kind == "group" else shown_role(text)
            # "The guest of Ada Finch" is not she.
            if role and (own is None or kind == "group"):
                said.append((role, count))
        for text, count in (one.apposed - one.descriptions).items():
            if role := shown_role(text):
                said.append((role, count))
        for text, count in one.before.items() if kind == "person" else ():
            if role := shown_prefix(text):
                said.append((role, count))
    return said


def _names(kind: MentionKind, named: Sequence[Portrait]) -> tuple[str, tuple[str, ...]]:
    """The fullest name that is in use, and the others, the most frequent first."""
    counts: Counter[str] = Counter()
    articles: Counter[tuple[str, ...]] = Counter()
    for one in named:
        counts.update(_plain(kind, one))
        articles.update({_words(kind, name) for name in one.names})
    usual = max(articles.values())
    by_words: dict[tuple[str, ...], list[str]] = {}
    for name in counts:
        by_words.setdefault(_words(kind, name), []).append(name)
    best = min(
        by_words,
        key=lambda words: (
            articles[words] * _SHARE < usual,
            -sum(len(word) > 1 for word in words),
            -len(words),
            -articles[words],
            -sum(counts[name] for name in by_words[words]),
            words,
        ),
    )
    name = max(by_words[best], key=lambda text: _shown_order(text, counts))
    name = shown_person(name) if kind == "person" else name
    return name, _aliases(name, counts)


def _plain(kind: MentionKind, one: Portrait) -> Counter[str]:
    """The names of an entity without those that are more than a name."""
    if kind != "person":
        return one.names
    plain = Counter({n: c for n, c in one.names.items() if is_person_name(n) or n[:1] == "@"})
    return plain or one.names


def _words(kind: MentionKind, name: str) -> tuple[str, ...]:
    return person_name(name).words if kind == "person" else body_words(name)


def _shown_order(text: str, counts: Counter[str]) -> tuple[bool, bool, bool, int, str]:
    """Which of several ways to write one name is shown."""
    shouted = text.isupper() and len(text) > 5
    plain = without_article(text) == text
    whole = shown_person(text) == text
    return (not shouted, plain, whole, counts[text], text)


def _aliases(name: str, counts: Counter[str]) -> tuple[str, ...]:
    forms: dict[str, Counter[str]] = {}
    for text, count in counts.items():
        forms.setdefault(fold(text), Counter())[text] += count
    forms.pop(fold(name), None)
    order = sorted(forms, key=lambda key: (-sum(forms[key].values()), key))
    return tuple(max(forms[key], key=lambda text: (forms[key][text], text)) for key in order)


def _group_name(
    found: Sequence[Portrait], name: str, aliases: Sequence[str]
) -> tuple[str, tuple[str, ...]]:
    """A couple goes by both names; what it is called besides is an alias."""
    both = Counter(one.couple for one in found if one.couple)
    if not both:
        return name, tuple(aliases)
    whole = max(both, key=lambda text: (both[text], text))
    return whole, tuple(text for text in (name, *aliases) if text and text != whole)


def _anchors(material: Material, found: Sequence[Portrait]) -> list[Anchor]:
    """One mention per article: the first that names, else describes, else refers."""
    first: dict[str, tuple[Layer, Mention]] = {}
    ranks: dict[str, tuple[int, bool, int]] = {}
    for one in found:
        for layer, mention in one.where:
            rank = (_rank(layer, mention), layer.field == "text", mention.head.start)
            if one.ref.article not in ranks or rank < ranks[one.ref.article]:
                ranks[one.ref.article], first[one.ref.article] = rank, (layer, mention)
    return [
        material.anchor(article, layer.field, mention.span)
        for article, (layer, mention) in first.items()
    ]


def _rank(layer: Layer, mention: Mention) -> int:
    if mention.named:
        return 0
    return 2 if fold(mention.head.of(layer.text)) in PRONOUNS else 1

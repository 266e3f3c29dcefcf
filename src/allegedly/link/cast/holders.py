"""Who is meant by a role alone: "the harbour master" in one article, her name in another."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ...reader.reference_words import FIRST, WE
from ...records import Mention
from ..material import Layer, Material
from .bearers import opposed
from .joining import ROLE, Link
from .names import fold, person_name
from .portraits import Portrait, clear_gender
from .roles import Find, Role, parse_role
from .words import BUSINESS, NOBODY_IN_PARTICULAR, OFFICE, RELATION

#: How many sentences after a role somebody may be named for it to be the same person.
_SOON = 2


@dataclass(slots=True)
class Holder:
    """Somebody named and what the story calls them: about what, by the noun of the role."""

    roles: dict[str, set[frozenset[str]]] = field(default_factory=lambda: defaultdict(set))
    #: By the same noun: all that is said with it.
    about: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: set[str] = field(default_factory=set)
    he: int = 0
    she: int = 0

    def fits(self, role: Role) -> bool:
        """Whether all that a role says is said of this holder of it too."""
        return role.head in self.about and role.about <= self.about[role.head]


class _Said(NamedTuple):
    """A mention of a person: where it stands (-1: in the title), who it is."""

    start: int
    number: int
    layer: Layer
    mention: Mention


def role_of(one: Portrait) -> Role | None:
    """The role by which alone an article speaks of somebody; None where there is none."""
    if one.names or one.kind != "person":
        return None
    for text in sorted(one.descriptions, key=lambda text: (-one.descriptions[text], text)):
        role = parse_role(text)
        if role and role.definite and role.head not in NOBODY_IN_PARTICULAR | RELATION:
            return role
    return None


def holder_links(material: Material, found: Sequence[Portrait], find: Find) -> list[Link]:
    """Links between people known by a role and those named; ``find`` tells who is one by now."""
    alone = {n: role for n, one in enumerate(found) if (role := role_of(one)) is not None}
    links = _named_later(material, found, alone)
    linked = {link.one: link.other for link in links}
    holders = _holders(found, find, linked)
    by_head: dict[str, list[int]] = defaultdict(list)
    for root, holder in holders.items():
        for head in holder.roles:
            by_head[head].append(root)
    unknown: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for n, role in alone.items():
        if n in linked:
            continue
        fitting = [root for root in by_head.get(role.head, ()) if holders[root].fits(role)]
        meant = _holder(found[n], role, fitting, holders)
        if meant is None and not fitting:
            meant = _said_shorter(found[n], role, by_head.get(role.head, ()), holders)
        if meant is not None:
            links.append(Link(ROLE, n, meant))
        elif role.head in OFFICE and not fitting and not role.owned:
            unknown[role.head, role.about].append(n)
    return links + [Link(ROLE, first, n) for first, *rest in unknown.values() for n in rest]


def _holders(found: Sequence[Portrait], find: Find, linked: dict[int, int]) -> dict[int, Holder]:
    """Everybody named (by root) with what all articles call them."""
    holders: dict[int, Holder] = {}
    named = {find(n) for n, one in enumerate(found) if one.names and one.kind == "person"}
    for n, one in enumerate(found):
        root = find(linked.get(n, n))
        if root not in named:
            continue
        holder = holders.setdefault(root, Holder())
        holder.articles.add(one.ref.article)
        holder.he, holder.she = holder.he + one.he, holder.she + one.she
        for text in (*one.descriptions, *one.before, *one.apposed):
            role = parse_role(text)
            if role:
                holder.roles[role.head].add(role.about)
                holder.about[role.head] |= role.about
    return holders


def _holder(
    one: Portrait, role: Role, fitting: Sequence[int], holders: dict[int, Holder]
) -> int | None:
    """The one who holds a role: the only one of the story in an office, else of the article."""
    fitting = [
        root
        for root in fitting
        if not opposed(one.gender, clear_gender(holders[root].he, holders[root].she))
    ]
    if role.head in OFFICE and len(fitting) == 1 and role.about.isdisjoint(BUSINESS):
        return fitting[0]
    here = [root for root in fitting if one.ref.article in holders[root].articles]
    exact = [root for root in here if role.about in holders[root].roles[role.head]]
    return exact[0] if len(exact) == 1 else None


def _said_shorter(
    one: Portrait, role: Role, roots: Sequence[int], holders: dict[int, Holder]
) -> int | None:
    """The only one whom its article calls so in fewer words.

    "Ada Finch’s publicist hit back. … publicist Cora Vane said": the same noun, and nothing
    beside it that is not said of the first.
    """
    here = [root for root in roots if one.ref.article in holders[root].articles]
    fitting = [root for root in here if holders[root].about[role.head] <= role.about]
    if len(here) != 1 or not fitting:
        return None
    holder = holders[fitting[0]]
    return None if opposed(one.gender, clear_gender(holder.he, holder.she)) else fitting[0]


def _named_later(
    material: Material, found: Sequence[Portrait], alone: dict[int, Role]
) -> list[Link]:
    """People brought up by their office and named, with no word of who they are, soon after.

    "The harbour master shook her head. “Nobody asked me,” Ada Finch said": a name that is
    not introduced is that of whoever was spoken of right before.
    """
    offices = {n for n, role in alone.items() if role.head in OFFICE}
    links = []
    for article, said in sorted(_people_said(found, offices).items()):
        starts = [span.start for span in material.reading(article).sentences]
        seen: set[int] = set()
        for before, now in pairwise(sorted(said, key=lambda row: row[:2])):
            seen.add(before.number)
            if before.number not in offices or now.number in seen or before.start < 0:
                continue
            soon = bisect_right(starts, now.start) - bisect_right(starts, before.start) <= _SOON
            one, other = found[before.number], found[now.number]
            if soon and _unexplained(other, now) and not opposed(one.gender, other.gender):
                links.append(Link(ROLE, before.number, now.number))
                offices.discard(before.number)
    return links


def _people_said(found: Sequence[Portrait], offices: set[int]) -> dict[str, list[_Said]]:
    """The mentions of people in the articles of these, "I" and "we" left out."""
    articles = {found[n].ref.article for n in offices}
    rows: dict[str, list[_Said]] = defaultdict(list)
    for n, one in enumerate(found):
        if one.kind != "person" or one.ref.article not in articles:
            continue
        for layer, mention in one.where:
            if fold(mention.head.of(layer.text)) not in FIRST | WE:
                start = mention.head.start if layer.field == "text" else -1
                rows[one.ref.article].append(_Said(start, n, layer, mention))
    return rows


def _unexplained(one: Portrait, now: _Said) -> bool:
    """Whether somebody with a full name speaks, and the article never says who that is."""
    layer, head = now.layer, now.mention.head
    if not now.mention.named or one.descriptions or one.before or one.apposed:
        return False
    name = person_name(head.of(layer.text))
    speaks = any(
        span.start <= head.start < span.end
        for attribution in layer.layers.attributions
        for span in attribution.source
    )
    after = layer.text[head.end : head.end + 2]
    explained = after.startswith((",", " (", "’s", "'s"))
    return speaks and name.full and not name.titled and not explained

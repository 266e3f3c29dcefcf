"""Who relies on whom, as trees: an origin, who told it first, who passed it on from there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from allegedly.records import Edge, Sourcing

from ..rows import SOURCING
from ..safe import one_line
from .targets import Targets, Who

#: What an origin is that only outlets tell of which are cited by others.
_RELAYED = "as told by an outlet"
#: Hexadecimal digits in the id of an origin.
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Branch:
    """An outlet and those who have it from there; ``href`` leads to its words, if it has any."""

    name: str
    claims: int
    href: str | None
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something comes from; ``tellers`` is how many outlets tell it."""

    id: str
    who: Who
    sourcing: Sourcing
    label: str
    claims: int
    tellers: int
    branches: tuple[Branch, ...]


@dataclass(slots=True)
class _Node:
    name: str
    claims: set[str] = field(default_factory=set)
    href: str | None = None
    below: dict[str, _Node] = field(default_factory=dict)

    def names(self) -> set[str]:
        return {self.name}.union(*(one.names() for one in self.below.values()))

    def frozen(self) -> Branch:
        return Branch(
            one_line(self.name),
            len(self.claims),
            self.href,
            tuple(map(_Node.frozen, _by_claims(self))),
        )


@dataclass(slots=True)
class _Root:
    id: str
    who: Who
    sourcing: Sourcing
    claims: set[str] = field(default_factory=set)
    tree: _Node = field(default_factory=lambda: _Node(""))


def origins(edges: Iterable[Edge], targets: Targets) -> tuple[Origin, ...]:
    """The trees, that with most tellers first; what outlets say in their own voice is left out."""
    roots: dict[str, _Root] = {}
    for edge in edges:
        origin = Who(one_line(edge.origin or ""))
        who = targets.member(edge.speaker) if edge.speaker else origin
        if not who.name and not edge.via:
            continue
        who = who if who.name else Who("origin not given")
        key = edge.speaker or who.name.casefold()
        if key not in roots:
            digest = hashlib.sha256(f"{edge.story} {key}".encode("utf-8", "surrogatepass"))
            roots[key] = _Root(digest.hexdigest()[:_DIGITS], who, edge.sourcing)
        root = roots[key]
        if root.sourcing == "outlet" and edge.sourcing != "outlet":
            root.sourcing = edge.sourcing
        root.claims.update(edge.claims)
        node = root.tree
        for outlet in (*reversed(edge.via), edge.teller):
            node = node.below.setdefault(outlet.casefold(), _Node(targets.teller(outlet)))
        node.claims.update(edge.claims)
        if node.href is None and edge.anchors:
            node.href = targets.quote(edge.anchors[0]).href
    found = [_origin(root) for root in roots.values()]
    return tuple(
        sorted(found, key=lambda one: (-one.tellers, -one.claims, one.who.name.casefold()))
    )


def _origin(root: _Root) -> Origin:
    return Origin(
        id=root.id,
        who=root.who,
        sourcing=root.sourcing,
        label=_RELAYED if root.sourcing == "outlet" else SOURCING[root.sourcing].lower(),
        claims=len(root.claims),
        tellers=len(root.tree.names()) - 1,
        branches=tuple(one.frozen() for one in _by_claims(root.tree)),
    )


def _by_claims(node: _Node) -> list[_Node]:
    return sorted(node.below.values(), key=lambda one: (-len(one.names()), one.name.casefold()))

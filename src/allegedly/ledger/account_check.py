"""Whether an account holds together, before it is stored."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from allegedly.errors import LedgerError
from allegedly.records import Account, Anchor, Place

from . import account_tables as tables
from .shape import Table

Texts = Mapping[str, tuple[str | None, str]]


def check_account(account: Account, texts: Texts) -> None:
    """Refuses an account whose anchors are not in the articles, or whose ids lead nowhere.

    ``texts`` are the title and text of every article by id.

    Raises:
        LedgerError: naming the first thing that is wrong.
    """
    for wrong in _faults(account, texts):
        raise LedgerError(
            f"the account cannot be stored: {wrong} (a fault of the linking, version "
            f"{account.stage}; the readings are safe; please report it)"
        )


def _faults(account: Account, texts: Texts) -> Iterator[str]:
    yield from _unknown_articles(account, texts)
    for what, anchor in _anchors(account):
        yield from _anchor_faults(what, anchor, texts)
    yield from _id_faults(account)
    yield from _word_faults(account)
    for rumor in account.rumors:
        ruled = rumor.resolution.state if rumor.resolution else "unverified"
        if rumor.state != ruled:
            yield f"rumor {rumor.id} is {rumor.state} where people ruled {ruled}"
    for what, number in _numbers(account):
        if not math.isfinite(number):
            yield f"{what} has the confidence {number}"


def _anchors(account: Account) -> Iterator[tuple[str, Anchor]]:
    """Every anchor of the account, and what rests on it."""
    for dating in account.datings:
        yield from (("dating", one) for one in dating.anchors)
    for member in account.cast:
        yield from ((f"cast {member.id}", one) for one in member.anchors)
    for claim in account.claims:
        yield f"claim {claim.id}", claim.anchor
        yield from ((f"claim {claim.id}", one.anchor) for one in claim.appearances)
    for rumor in account.rumors:
        yield from ((f"rumor {rumor.id}", one) for one in rumor.anchors)
        yield from ((f"rumor {rumor.id}", a) for one in rumor.stances for a in one.anchors)
    for edge in account.sourcing:
        yield from ((f"sourcing of {edge.teller}", one) for one in edge.anchors)
    for item in account.timeline:
        yield from ((f"event {item.id}", one) for one in item.anchors)
        yield from ((f"event {item.id}", one.anchor) for one in item.dates)
    for conflict in account.contradictions:
        sides = (conflict.first, conflict.second, conflict.settled)
        yield from ((f"contradiction {conflict.id}", one) for one in sides if one)
    for other in account.overtaken:
        yield from ((f"overtaken {other.id}", one) for one in (other.before, other.after))


def _anchor_faults(what: str, anchor: Anchor | Place, texts: Texts) -> Iterator[str]:
    if anchor.article not in texts:
        yield f"{what} stands in the article {anchor.article}, which is not in the ledger"
        return
    title, body = texts[anchor.article]
    whole = title if anchor.field == "title" else body
    start, end = anchor.span.start, anchor.span.end
    where = f"{what}: {anchor.field} [{start}, {end}) of article {anchor.article}"
    if whole is None or end > len(whole):
        yield f"{where} ends after the {len(whole or '')} characters there are"
    elif isinstance(anchor, Anchor) and anchor.text != whole[start:end]:
        yield f"{where} is {whole[start:end]!r}, not {anchor.text!r}"


def _unknown_articles(account: Account, texts: Texts) -> Iterator[str]:
    for what, article in _articles(account):
        if article not in texts:
            yield f"{what} names the article {article}, which is not in the ledger"
    for shared in account.copies.shared:
        yield from _anchor_faults("shared passage", shared.first, texts)
        yield from _anchor_faults("shared passage", shared.again, texts)


def _articles(account: Account) -> Iterator[tuple[str, str]]:
    """Every article that is named other than by an anchor."""
    for story in account.stories:
        yield from ((f"story {story.id}", one) for one in story.articles)
    yield from (("dating", one.article) for one in account.datings)
    for group in account.copies.groups:
        yield from (("copies", one) for one in (group.origin, *group.articles))
    for version in account.copies.versions:
        yield from (("versions", one) for one in (version.earlier, version.later))
    for member in account.cast:
        yield from ((f"cast {member.id}", one.article) for one in member.entities)
    for rumor in account.rumors:
        yield from ((f"rumor {rumor.id}", one.article) for one in rumor.stances)
        yield from ((f"rumor {rumor.id}", one.article) for one in rumor.track)
    for item in account.timeline:
        yield from ((f"event {item.id}", one) for one in item.articles)


def _id_faults(account: Account) -> Iterator[str]:
    ids = {
        "story": [one.id for one in account.stories],
        "cast": [one.id for one in account.cast],
        "claim": [one.id for one in account.claims],
        "rumor": [one.id for one in account.rumors],
        "event": [one.id for one in account.timeline],
        "contradiction": [one.id for one in account.contradictions],
        "overtaken": [one.id for one in account.overtaken],
    }
    for what, found in ids.items():
        yield from _twice(what, found)
    known = {what: set(found) for what, found in ids.items()}
    for what, to, name in _pointers(account):
        if name not in known[to]:
            yield f"{what} points to {to} {name}, which there is not"


def _twice(what: str, ids: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            yield f"two {what} items have the id {one}"
        seen.add(one)


def _pointers(account: Account) -> Iterator[tuple[str, str, str]]:
    """Every id that leads to another item: from what, to what, the id."""
    for kind, items in (
        ("cast", account.cast),
        ("claim", account.claims),
        ("rumor", account.rumors),
        ("event", account.timeline),
        ("contradiction", account.contradictions),
        ("overtaken", account.overtaken),
    ):
        yield from ((f"{kind} {one.id}", "story", one.story) for one in items)
    for claim in account.claims:
        yield from ((f"claim {claim.id}", "cast", one) for one in claim.about)
        for place in claim.appearances:
            if place.chain.speaker is not None:
                yield f"claim {claim.id}", "cast", place.chain.speaker
    for rumor in account.rumors:
        if rumor.claim is not None:
            yield f"rumor {rumor.id}", "claim", rumor.claim
        for stance in rumor.stances:
            if stance.chain is not None and stance.chain.speaker is not None:
                yield f"rumor {rumor.id}", "cast", stance.chain.speaker
    for edge in account.sourcing:
        yield f"sourcing of {edge.teller}", "story", edge.story
        yield from ((f"sourcing of {edge.teller}", "claim", one) for one in edge.claims)
        if edge.speaker is not None:
            yield f"sourcing of {edge.teller}", "cast", edge.speaker
    for item in account.timeline:
        yield from ((f"event {item.id}", "cast", one) for one in item.participants)


def _word_faults(account: Account) -> Iterator[str]:
    """Words that are of no vocabulary: those its table declares for a column."""
    for what, table, column, word in _words(account):
        if word not in table.choices(column):
            yield f"{what} {column} is {word!r}, not one of {', '.join(table.choices(column))}"


def _words(account: Account) -> Iterator[tuple[str, Table, str, str]]:
    for member in account.cast:
        yield f"cast {member.id}", tables.CAST_MEMBER, "kind", member.kind
    for claim in account.claims:
        for place in claim.appearances:
            for column, word in (
                ("voice", place.voice),
                ("stance", place.stance),
                ("certainty", place.certainty),
            ):
                yield f"claim {claim.id}", tables.APPEARANCE, column, word
            yield f"claim {claim.id}", tables.CHAIN, "sourcing", place.chain.sourcing
    for rumor in account.rumors:
        yield f"rumor {rumor.id}", tables.RUMOR, "state", rumor.state
        for stance in rumor.stances:
            yield f"rumor {rumor.id}", tables.STANCE, "stance", stance.stance
            if stance.headline is not None:
                yield f"rumor {rumor.id}", tables.STANCE, "headline", stance.headline
        for track in rumor.track:
            yield f"rumor {rumor.id}", tables.TRACK, "stance", track.stance
    for item in account.timeline:
        yield f"event {item.id}", tables.TIMELINE_ITEM, "status", item.status
    for conflict in account.contradictions:
        yield f"contradiction {conflict.id}", tables.CONTRADICTION, "kind", conflict.kind


def _numbers(account: Account) -> Iterator[tuple[str, float]]:
    for claim in account.claims:
        yield from ((f"claim {claim.id}", one.confidence) for one in claim.appearances)
    for rumor in account.rumors:
        yield from ((f"rumor {rumor.id}", one.confidence) for one in rumor.stances)
    for conflict in account.contradictions:
        yield f"contradiction {conflict.id}", conflict.confidence

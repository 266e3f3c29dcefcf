"""Each corpus to labelled documents."""

from __future__ import annotations

import re
from pathlib import Path

from tokenizers import Tokenizer

from evaluation import timeml

from .data import (
    EVENTS,
    NAMES,
    REACH,
    REFERENCES,
    STATUS,
    TIMES,
    Document,
    Record,
    blank,
    covered,
    mark,
    read_records,
)

#: Kinds of names and of references, in the order of the network's tags.
KINDS = ("person", "organization", "place", "other", "event")
REFERRED = ("person", "organization", "place")
TIMEXES = ("DATE", "TIME", "DURATION", "SET")
_ACE = {"PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
_POSTS = {
    "person": "person",
    "location": "place",
    "corporation": "organization",
    "group": "organization",
}
#: Where the head of an unparsed noun phrase ends: before what follows its noun.
_AFTER_HEAD = re.compile(
    r"\s(?:of|in|on|at|from|with|to|by|for|who|whom|whose|which|that|where|and|or)\s|\s?[,;(:]"
)
#: Posts are short: this many make a document.
_POSTS_A_DOCUMENT = 14


def attribution(tokenizer: Tokenizer, record: Record) -> Document:
    """PolNeAR: role tags and links."""
    doc = blank(tokenizer, record["text"])
    doc.tags[:, :NAMES] = 0
    for item in record["attributions"]:
        cue, source, content = (
            covered(doc.pieces, item[role]) for role in ("cue", "source", "content")
        )
        for column, role in enumerate(("source", "cue", "content")):
            for part in item[role]:
                mark(doc, column, covered(doc.pieces, [part]), 1)
        if cue:
            doc.groups.links.append((cue, source, content))
    return doc


def _head(record: Record, mention: Record) -> tuple[int, int]:
    """Where a mention's head is; a guess where the corpus does not say (LitBank)."""
    if mention.get("head"):
        start, end = mention["head"]
        return start, end
    start, end = mention["start"], mention["end"]
    surface = record["text"][start:end]
    if mention["form"] == "nominal":
        after = _AFTER_HEAD.search(surface)
        if after and after.start():
            surface = surface[: after.start()]
        start += surface.rfind(" ") + 1
        end = mention["start"] + len(surface)
    return start, end


def entities(tokenizer: Tokenizer, record: Record) -> Document:
    """GUM or LitBank: names, heads of other mentions, their extents and chains."""
    doc = blank(tokenizer, record["text"])
    doc.tags[:, NAMES] = doc.tags[:, REFERENCES] = 0
    chains = []
    for m in record["mentions"]:
        kind = _ACE.get(m["type"], m["type"])
        start, end = _head(record, m)
        where = covered(doc.pieces, [(start, end)])
        whole = covered(doc.pieces, [(m["start"], m["end"])])
        if not where or m["type"] == "time":
            continue
        if m["form"] == "name" and (doc.tags[where, NAMES] == 0).all():
            known = kind if kind in KINDS else "other"
            mark(doc, NAMES, where, 1 + 2 * KINDS.index(known))
        elif m["form"] != "name" and kind in REFERRED:
            doc.tags[where, REFERENCES] = 1 + 2 * REFERRED.index(kind) + (m["form"] == "pronoun")
        if m["form"] != "pronoun" and kind in (*REFERRED, "event"):
            last = int(doc.begins[whole[-1]])
            if where[0] - whole[0] < REACH and last - where[0] < REACH:
                doc.groups.extents.append((where[0], whole[0], last))
        if kind in REFERRED:
            chains.append((where, str(m["entity"])))
    doc.groups.chains = sorted(chains, key=lambda c: c[0][0])
    return doc


def posts(tokenizer: Tokenizer, records: list[Record]) -> list[Document]:
    """WNUT-17: rare names in posts."""
    found = []
    for k in range(0, len(records), _POSTS_A_DOCUMENT):
        group = records[k : k + _POSTS_A_DOCUMENT]
        doc = blank(tokenizer, "\n\n".join(r["text"] for r in group))
        doc.tags[:, NAMES] = 0
        start = 0
        for record in group:
            for m in record["mentions"]:
                where = covered(doc.pieces, [(start + m["start"], start + m["end"])])
                kind = _POSTS.get(m["type"], "other")
                mark(doc, NAMES, where, 1 + 2 * KINDS.index(kind))
            start += len(record["text"]) + 2
        found.append(doc)
    return found


def times(tokenizer: Tokenizer, record: Record) -> Document:
    """TimeBank, AQUAINT or WikiWars: time expressions; events where they are annotated."""
    doc = blank(tokenizer, record["text"])
    doc.tags[:, TIMES] = 0
    for t in record["timexes"]:
        where = covered(doc.pieces, [(t["start"], t["end"])])
        mark(doc, TIMES, where, 1 + 2 * TIMEXES.index(t["type"]))
    if record["events"]:
        _events(doc, record)
    return doc


def _events(doc: Document, record: Record) -> None:
    doc.tags[:, EVENTS] = 0
    status, linked = timeml.statuses(record), timeml.relations(record)
    spans = {
        t["tid"]: covered(doc.pieces, [(t["start"], t["end"])])
        for t in record["timexes"]
        if t["tid"] != record["dct_tid"]
    }
    for e in record["events"]:
        where = covered(doc.pieces, [(e["start"], e["end"])])
        doc.tags[where, EVENTS] = 1 + timeml.CLASSES.index(timeml.class_of(e))
        told = status[e["eid"]]
        if told:
            doc.tags[where, STATUS] = timeml.STATUSES.index(told)
        at = [
            piece
            for relation, tid in linked.get(e["eid"], [])
            if relation in timeml.AT
            for piece in spans.get(tid, [])
        ]
        if where:
            doc.groups.dated.append((where[0], sorted(set(at))))


def wikiwars_split(records: list[Record]) -> tuple[list[Record], list[Record]]:
    """Training and development halves: every other document by id."""
    ordered = sorted(records, key=lambda r: str(r["id"]))
    return ordered[::2], ordered[1::2]


def corpora(data: Path, tokenizer: Tokenizer, every: bool) -> list[list[Document]]:
    """The training documents; only attribution and entities unless ``every``.

    Small corpora are given several times an epoch, so that their heads see
    about as many windows as the others.
    """
    said = [attribution(tokenizer, r) for r in read_records(data / "attribution/train.jsonl.gz")]
    gum = [entities(tokenizer, r) for r in read_records(data / "entities/gum_train.jsonl.gz")]
    novels = [
        entities(tokenizer, r) for r in read_records(data / "entities/litbank_train.jsonl.gz")
    ]
    if not every:
        return [said, gum, novels]
    wire = [times(tokenizer, r) for r in read_records(data / "times/tbaq_train.jsonl.gz")]
    wars, _ = wikiwars_split(read_records(data / "times/wikiwars.jsonl"))
    histories = [times(tokenizer, r) for r in wars]
    social = posts(tokenizer, read_records(data / "entities/wnut17_train.jsonl"))
    return [said, gum, novels[::2], wire * 3, histories, social]

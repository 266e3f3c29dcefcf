"""TimeML's marks on an event to the status this project gives an event.

TimeML (Pustejovsky et al. 2003; TempEval-3) says of an event its class, tense,
aspect, polarity and modality, which events depend on which (SLINK), and how
events lie to times and to the day of the document (TLINK). The status says
less: happened, ongoing, planned, possible, denied or hypothetical. Training and
evaluation share this reading of the one as the other.
"""

from __future__ import annotations

import re
from typing import Any

CLASSES = ("occurrence", "state", "aspectual", "intention", "perception", "reporting")
STATUSES = ("happened", "ongoing", "planned", "possible", "denied", "hypothetical")
_CLASS = {
    "OCCURRENCE": "occurrence",
    "STATE": "state",
    "ASPECTUAL": "aspectual",
    "I_ACTION": "intention",
    "I_STATE": "intention",
    "PERCEPTION": "perception",
    "REPORTING": "reporting",
}
_INVERSE = {
    "BEFORE": "AFTER",
    "AFTER": "BEFORE",
    "INCLUDES": "IS_INCLUDED",
    "IS_INCLUDED": "INCLUDES",
    "BEGINS": "BEGUN_BY",
    "BEGUN_BY": "BEGINS",
    "ENDS": "ENDED_BY",
    "ENDED_BY": "ENDS",
    "IBEFORE": "IAFTER",
    "IAFTER": "IBEFORE",
}
#: Relations that put an event at a time rather than before or after it.
AT = frozenset(("IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING", "INCLUDES", "BEGINS", "ENDS"))
_OVER = frozenset(("BEFORE", "IBEFORE", "IS_INCLUDED", "ENDS"))
_ON = frozenset(("INCLUDES", "DURING", "BEGUN_BY", "SIMULTANEOUS"))
_PLANNING = re.compile(
    r"(?:plan|schedul|expect|agree|set|decid|decision|promis|pledg|inten[dt]|approv|order|due|"
    r"arrang|prepar|commit|vow)",
    re.IGNORECASE,
)
#: After these the dependent event took place, or nobody says whether: no status is read off.
_OPEN = re.compile(
    r"(?:us(?:ed?|ing)|help|forc|caus|led|lead|go|gone|went|manag|see|seen|get)", re.I
)
_MODAL = re.compile(r"\b(?:could|can|may|might|must|should|have.to|possible|potential)\b", re.I)
_NEGATOR = re.compile(
    r"\b(?:not|no|never|n[o']t|without|neither|nor|none|nobody|nothing|cannot)\b|n['’]t\b", re.I
)


def class_of(event: dict[str, Any]) -> str:
    """The event's class in this project's words."""
    return _CLASS.get(event["class"], "occurrence")


def relations(record: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Per event: (relation, time id) of the times it is linked to, the day of the document too."""
    events = {e["eid"] for e in record["events"]}
    times = {t["tid"] for t in record["timexes"]} | {record["dct_tid"]}
    found: dict[str, list[tuple[str, str]]] = {}
    for link in record["tlinks"]:
        one, other, relation = link["from"], link["to"], link["relation"]
        if one in events and other in times:
            found.setdefault(one, []).append((relation, other))
        elif one in times and other in events:
            found.setdefault(other, []).append((_INVERSE.get(relation, relation), one))
    return found


def _depends(record: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Per event: (relation, the governing word) of the events it depends on."""
    words = {e["eid"]: record["text"][e["start"] : e["end"]] for e in record["events"]}
    found: dict[str, list[tuple[str, str]]] = {}
    for link in record["slinks"]:
        if link["to"] in words:
            found.setdefault(link["to"], []).append((link["relation"], words.get(link["from"], "")))
    return found


def _is_denied(record: dict[str, Any], event: dict[str, Any]) -> bool:
    """Whether the event is negated. AQUAINT marks plain events NEG too: there a word must tell."""
    if event["polarity"] != "NEG":
        return False
    if record.get("corpus") != "AQUAINT":
        return True
    return bool(_NEGATOR.search(record["text"][max(0, event["start"] - 30) : event["start"]]))


def _by_time(
    record: dict[str, Any], links: list[tuple[str, str]], values: dict[str, str]
) -> str | None:
    """The status that an event's links to times tell: those to the document's day first."""
    day = record["dct_tid"]
    for relation, time in links:
        if time == day:
            if relation in ("AFTER", "IAFTER"):
                return "planned"
            if relation in _ON:
                return "ongoing"
            if relation in _OVER:
                return "happened"
    today = (record["dct"] or "")[:10]
    for relation, time in links:
        value = values.get(time, "")[:10]
        if relation in AT and re.match(r"\d{4}", value) and today[:4]:
            short = today[: len(value)]
            if value != short:
                return "happened" if value < short else "planned"
    return None


def _by_form(event: dict[str, Any]) -> str | None:
    """The status that tense and aspect tell."""
    tense, aspect = event["tense"], event.get("aspect") or ""
    if tense == "FUTURE":
        return "planned"
    if tense == "PRESENT" and "PROGRESSIVE" in aspect:
        return "ongoing"
    if tense in ("PAST", "PASTPART") or aspect == "PERFECTIVE":
        return "happened"
    if tense == "PRESENT" and event["class"] in ("STATE", "I_STATE"):
        return "ongoing"
    if tense == "PRESENT" and event["class"] == "REPORTING":
        return "happened"
    return "possible" if tense == "INFINITIVE" else None


def statuses(record: dict[str, Any]) -> dict[str, str | None]:
    """Event id to status; None where the annotation does not tell."""
    linked, governed = relations(record), _depends(record)
    values = {t["tid"]: t["value"] or "" for t in record["timexes"]}
    found: dict[str, str | None] = {}
    for event in record["events"]:
        eid = event["eid"]
        by_time = _by_time(record, linked.get(eid, []), values)
        found[eid] = _status(record, event, by_time, governed.get(eid, []))
    return found


def _status(
    record: dict[str, Any],
    event: dict[str, Any],
    by_time: str | None,
    governors: list[tuple[str, str]],
) -> str | None:
    modality = event.get("modality") or ""
    kinds = {relation for relation, _ in governors}
    if _is_denied(record, event) or kinds & {"COUNTER_FACTIVE", "NEG_EVIDENTIAL"}:
        return "denied"
    if "CONDITIONAL" in kinds:
        return "hypothetical"
    if modality.lower() in ("would", "'d") and "PERFECTIVE" in (event.get("aspect") or ""):
        return "hypothetical"
    if _MODAL.search(modality):
        return "possible"
    if modality.lower() in ("would", "'d"):
        return "planned"
    for word in (w for relation, w in governors if relation == "MODAL"):
        if by_time == "happened" or _OPEN.match(word):
            continue
        if _PLANNING.match(word):
            return "planned"
        if event["tense"] in (None, "INFINITIVE", "PRESPART", "PRESENT"):
            return "possible"
    return by_time or _by_form(event)

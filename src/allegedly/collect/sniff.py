"""What a file is, by its first bytes."""

from __future__ import annotations

import codecs
import json
import re
from typing import Literal

from ..errors import InputError
from .decode import decode, looks_binary

_HTML = re.compile(
    r"\s{0,2000}<(?:!doctype html|html|head|body|article|\?xml[^>]{0,200}>\s{0,99}<)", re.I
)
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"SQLite format 3",
)
_OWN = '<meta name="generator" content="allegedly '
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def sniff(head: bytes) -> Literal["text", "html", "jsonl", "json"] | None:
    """What the first few thousand bytes are the beginning of; None for binary files.

    ``json`` is JSON that is not one object per line.
    """
    if head.startswith(_SIGNATURES):
        return None
    try:
        text = decode(head, "head", html=True) if _has_wide(head) else head.decode("latin-1")
    except InputError:
        return None
    text = text.removeprefix("ï»¿")
    if looks_binary(text):
        return None
    if _HTML.match(text):
        return "html"
    return _json_kind(text.lstrip()) if text.lstrip()[:1] in ("{", "[") else "text"


def is_own_report(head: str) -> bool:
    """Whether a page is a report that this program wrote: it quotes coverage, it is none."""
    return _OWN in head[:4_096]


def _json_kind(text: str) -> Literal["text", "jsonl", "json"]:
    """Lines of JSON, one JSON value over many lines, or text that begins with a bracket."""
    first, newline, _ = text.partition("\n")
    if not newline and len(text) > 2_000:
        return "jsonl" if text.startswith('{"') else "text"
    try:
        return "jsonl" if isinstance(json.loads(first), dict) else "json"
    except (ValueError, RecursionError):
        return "json" if re.match(r"[{\[]\s*[\"{\[]", text) and ('":' in text) else "text"


def _has_wide(head: bytes) -> bool:
    return b"\0" in head or head.startswith(_WIDE)

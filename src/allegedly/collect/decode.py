"""The bytes of a file become text."""

from __future__ import annotations

import codecs
import re

from ..errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4_096
_GUESS_FROM = 65_536
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What browsers take these names for, and codecs of Python that are no charset of a page.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_MEANT |= {"ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_WESTERN = frozenset(
    "–—‘’‚“”„…•€£§©®°´·«»½™\xa0ßàáâãäåæçèéêëìíîïñòóôõöøùúûüœÀÁÂÃÄÅÆÇÈÉÊËÍÎÏÑÓÔÕÖØÚÛÜŒ"
)
_WESTERN_SHARE = 0.08
_NO_CHARSET = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})


def decode(data: bytes, where: str, *, html: bool = False) -> str:
    """The text of a whole file; newlines stay, a byte order mark goes.

    Tried in turn: the byte order mark; UTF-16 and UTF-32 where there are zero
    bytes; UTF-8; for a page the charset it declares; Windows-1252 where nothing but
    a few accents and quotes is beyond ASCII; a guess (charset-normalizer).
    A last character of which the file holds only a part is left out.

    Raises:
        InputError: the bytes are no text, or in no encoding that fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, where, len(mark))
    if b"\0" in data:
        return _wide(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _cut_short(error):
            return data[: error.start].decode("utf-8")
        bad = error.start
    text = (_declared(data) if html else None) or _guessed(data)
    if text is None or looks_binary(text[:_HEAD]):
        raise InputError(
            where,
            f"in no encoding that fits: byte {bad} is not UTF-8",
            "save it as UTF-8, or leave it out if it is not text",
        )
    return text


def looks_binary(head: str) -> bool:
    """Whether decoded text has more control characters than any text would."""
    return len(_CONTROL.findall(head)) > len(head) // 100


def _strict(data: bytes, encoding: str, where: str, offset: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if _cut_short(error):
            return data[: error.start].decode(encoding)
        raise InputError(
            where,
            f"byte {offset + error.start} is not {encoding}, which the file's byte order mark says",
            "save it as UTF-8",
        ) from error


def _cut_short(error: UnicodeDecodeError) -> bool:
    """Whether nothing is wrong but that the last character is not all there."""
    return error.end == len(error.object) and error.reason in (
        "unexpected end of data",
        "truncated data",
    )


def _wide(data: bytes, where: str) -> str:
    """Bytes with zeros in them: UTF-16 or UTF-32 without a mark, or no text at all."""
    head = data[:_HEAD]
    for encoding, width, zeros in (
        ("utf-32-le", 4, (2, 3)),
        ("utf-32-be", 4, (0, 1)),
        ("utf-16-le", 2, (1,)),
        ("utf-16-be", 2, (0,)),
    ):
        places = [head[place::width] for place in zeros]
        if all(column.count(0) > len(column) // 2 for column in places):
            try:
                text = _strict(data, encoding, where, 0)
            except InputError:
                continue
            if not looks_binary(text[:_HEAD]):
                return text
    raise InputError(
        where, f"binary file (zero at byte {data.index(0)})", "leave it out, or save its text"
    )


def _declared(data: bytes) -> str | None:
    """The text in the charset that the page's own markup names, if it is in it."""
    match = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    if not match:
        return None
    name = match[1].decode("ascii", "replace").lower()
    try:
        codec = codecs.lookup(_MEANT.get(name, name)).name
        return None if codec in _NO_CHARSET else data.decode(codec)
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes) -> str | None:
    """The text in the encoding that charset-normalizer finds likeliest.

    None for UTF-8 with a few broken bytes in it: any other encoding would garble the rest.
    """
    loose = data[:_GUESS_FROM].decode("utf-8", "ignore")
    whole = sum(not character.isascii() for character in loose)
    broken = data[:_GUESS_FROM].decode("utf-8", "replace").count("\ufffd")
    if whole > broken:
        return None
    return _western(data) or _normalized(data)


def _western(data: bytes) -> str | None:
    """The text in Windows-1252, if nothing but the usual few accents and quotes is in it.

    charset-normalizer takes a short German text for a Baltic one.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = [character for character in text if not character.isascii()]
    few = len(beyond) <= len(text) * _WESTERN_SHARE
    return text if few and _WESTERN.issuperset(beyond) else None


def _normalized(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(_around_bytes(data)).best()
    if best is None:
        return None
    try:
        return data.decode(best.encoding)
    except (LookupError, UnicodeError):
        return None


def _around_bytes(data: bytes) -> bytes:
    """A sample with bytes that tell encodings apart: from a little before the first one on."""
    if len(data) <= _GUESS_FROM:
        return data
    try:
        data.decode("ascii")
    except UnicodeDecodeError as error:
        start = max(0, error.start - _HEAD)
        return data[start : start + _GUESS_FROM]
    return data[:_GUESS_FROM]

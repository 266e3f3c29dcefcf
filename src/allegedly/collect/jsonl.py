"""JSON Lines: one article per line (contract C1), or another thing that is made of a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import IO, TypeVar

from ..errors import InputError
from ..records import Article
from .limits import Limits
from .text import article_from_text

Made = TypeVar("Made")

_BOM = b"\xef\xbb\xbf"
_OPTIONAL = ("title", "published", "outlet", "url")


def read_jsonl(file: IO[bytes], name: str, limits: Limits) -> Iterator[Article | InputError]:
    """The articles of a file, read line by line; a bad line gives an error and the rest goes on."""
    return read_lines(file, name, limits, article_of)


def read_lines(
    file: IO[bytes],
    name: str,
    limits: Limits,
    make: Callable[[Mapping[str, object], str, Limits], Made],
) -> Iterator[Made | InputError]:
    """What ``make`` makes of each line's object and of where it is ("file:line").

    A bad line, or one that ``make`` raises an InputError for, gives that error.
    """
    number = 0
    while line := file.readline(limits.line_bytes + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > limits.line_bytes:
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.line_bytes)
            yield InputError(
                where, f"the line is over {limits.line_bytes:,} bytes", "split it, or leave it out"
            )
            continue
        if number == 1:
            if b"\0" in line[:4_096]:
                yield InputError(name, "not JSON Lines: zero bytes in it", "save it as UTF-8")
                return
            line = line.removeprefix(_BOM)
        if not line.strip():
            continue
        try:
            yield make(_record(line, where), where, limits)
        except InputError as error:
            yield error


def article_of(record: Mapping[str, object], where: str, limits: Limits) -> Article:
    """The article of one line.

    Raises:
        InputError: a field is missing or is not what it should be.
    """
    text = record.get("text")
    if not isinstance(text, str):
        problem = 'no "text"' if text is None else f'"text" is {_type(text)}, not a string'
        raise InputError(where, problem, 'each line needs a "text" with the article in it')
    limits.check_text(text, where)
    title, published, outlet, url = (string_field(record, key, where) for key in _OPTIONAL)
    return article_from_text(
        text,
        title=title,
        published=published,
        outlet=outlet,
        url=url,
        given_id=_id(record, where),
        origin=where,
    )


def _record(line: bytes, where: str) -> Mapping[str, object]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(where, f"byte {error.start} is not UTF-8", "save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        why = f"{error}" if isinstance(error, ValueError) else "nested too deeply"
        raise InputError(
            where, f"not JSON: {why[:120]}", "write one JSON object per line"
        ) from None
    if not isinstance(record, dict):
        raise InputError(where, f"{_type(record)}, not a JSON object", "write {…} on each line")
    return record


def string_field(record: Mapping[str, object], key: str, where: str) -> str | None:
    """A string that may be missing, null or blank, which is None."""
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    raise InputError(where, f'"{key}" is {_type(value)}, not a string')


def _id(record: Mapping[str, object], where: str) -> str | None:
    """The id; a whole number is as good as a string."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return string_field(record, "id", where)


def _type(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    names |= {str: "a string", int: "a number", float: "a number"}
    return names.get(type(value), type(value).__name__)

"""The pieces of SQL that views of the account are made of."""

from __future__ import annotations

#: Of row ``x`` only what the last linking found.
CURRENT_LINKING = "JOIN linking l ON l.id = x.linking_id AND l.superseded_at IS NULL"


def some_of(column: str) -> str:
    """A text for people who browse.

    What SQLite cannot hold as text lies in the table as bytes, which browsers of
    databases stumble over; the view shows that there is something.
    """
    return f"CASE typeof({column}) WHEN 'blob' THEN '\ufffd' ELSE {column} END"


def anchored(owner: str) -> str:
    """Joins the one place ``n`` of row ``x`` of a table, and its article ``a``."""
    return f"""JOIN anchor n ON n.linking_id = x.linking_id AND n.owner = '{owner}'
    AND n.owner_number = x.number AND n.part = 0
JOIN article a ON a.id = n.article_id"""


def words_of(anchor: str, article: str) -> str:
    """The exact words of an anchor; SQLite counts code points as spans do, but from 1."""
    return (
        f"substr(CASE {anchor}.field WHEN 'title' THEN {article}.title ELSE {article}.text END, "
        f'{anchor}.start + 1, {anchor}."end" - {anchor}.start)'
    )


def words_at(owner: str, part: int) -> str:
    """The exact words of a part of row ``x`` of a table."""
    return _at(owner, part, words_of("n", "b"))


def place_at(owner: str, part: int) -> str:
    """Where a part of row ``x`` of a table stands, in one cell."""
    return _at(owner, part, "n.article_id || ' ' || n.field || ' ' || n.start || '-' || n.\"end\"")


def _at(owner: str, part: int, what: str) -> str:
    return f"""(SELECT {what} FROM anchor n JOIN article b ON b.id = n.article_id
        WHERE n.linking_id = x.linking_id AND n.owner = '{owner}'
        AND n.owner_number = x.number AND n.part = {part})"""

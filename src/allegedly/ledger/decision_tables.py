"""The table of what people decided, as data."""

from __future__ import annotations

from .shape import Column, Index, Reference, Table


def _place(which: str) -> tuple[Column, ...]:
    """The columns of a place in the coverage."""
    return (
        Column(f"{which}_article", "text", f"the article of the {which} place", nullable=True),
        Column(
            f"{which}_field",
            "text",
            "what its span counts in",
            nullable=True,
            choices=("title", "text"),
        ),
        Column(f"{which}_start", "integer", "its first code point", nullable=True),
        Column(f"{which}_end", "integer", "one past its last code point", nullable=True),
    )


DECISION = Table(
    "decision",
    "What a person decided. It holds at every linking until it is taken back, and is tied to "
    "places in the coverage, so that it survives another reading.",
    (
        Column("number", "integer", "the order in which they were made"),
        Column(
            "kind",
            "text",
            "merge or split two of the cast, track a statement, resolve a rumor",
            choices=("merge", "split", "track", "resolve"),
        ),
        Column("made_at", "instant", "when"),
        Column("withdrawn_at", "instant", "when it was taken back", nullable=True),
        Column("statement", "text", "what is tracked or resolved", nullable=True),
        Column("story", "text", "id of the story it is tracked in", nullable=True),
        *_place("first"),
        *_place("second"),
        Column("state", "text", "what a rumor is ruled", nullable=True, choices=("true", "false")),
        Column("resolved_on", "day", "from when it is known to be so", nullable=True),
        Column("proof", "text", "what proves it", nullable=True),
        Column("note", "text", "what the person said of it", nullable=True),
    ),
    key=("number",),
    references=tuple(
        Reference((f"{which}_article",), "article", ("id",)) for which in ("first", "second")
    ),
    indexes=(Index("decision_current", ("kind",), where="withdrawn_at IS NULL"),),
)

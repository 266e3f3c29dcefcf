"""The columns that tables of the account share, and the two forms most of them have."""

from __future__ import annotations

from .shape import Column, Index, Reference, Table

LINKING_ID = Column("linking_id", "integer", "the linking that found it")
OF_LINKING = Reference(("linking_id",), "linking", ("id",))
NUMBER = Column("number", "integer", "its place in the account, from 0")
PART = Column("part", "integer", "its place among its like, from 0")
ID = Column("id", "text", "its id, the same when it is linked again")
STORY_ID = Column("story", "text", "id of the story")
ARTICLE_ID = Column("article_id", "text", "the article")

PUBLISHED = (
    Column("published", "text", "its date, or what others tell of it", nullable=True),
    Column("published_earliest", "day", "first day that may be", nullable=True),
    Column("published_latest", "day", "last day that may be", nullable=True),
    Column("published_basis", "text", "what the date rests on", nullable=True),
)
BOUNDS = (
    Column("earliest", "day", "first day it may mean", nullable=True),
    Column("latest", "day", "last day it may mean", nullable=True),
)


def to(table: str, column: str) -> Reference:
    """A column that holds the number of a row of ``table`` in the same linking."""
    return Reference(("linking_id", column), table, ("linking_id", "number"))


def named(table: str, column: str) -> Reference:
    """A column that holds the id of a row of ``table`` in the same linking."""
    return Reference(("linking_id", column), table, ("linking_id", "id"))


def article(column: str = "article_id") -> Reference:
    """A column that holds the id of an article."""
    return Reference((column,), "article", ("id",))


def found(
    name: str, doc: str, *columns: Column, references: tuple[Reference, ...] = (), id: bool = True
) -> Table:
    """A table of items of the account, by their places; ``id`` where they have one that lasts."""
    first = (LINKING_ID, NUMBER, ID) if id else (LINKING_ID, NUMBER)
    index = Index(f"{name}_by_id", ("linking_id", "id"), unique=True)
    return Table(
        name,
        doc,
        (*first, *columns),
        key=("linking_id", "number"),
        references=(OF_LINKING, *references),
        indexes=(index,) if id else (),
    )


def listed(
    name: str, doc: str, owner: str, column: Column, reference: Reference | None = None
) -> Table:
    """A table of what an item has several of, in order."""
    return Table(
        name,
        doc,
        (LINKING_ID, Column(owner, "integer", f"number of the {owner}"), PART, column),
        key=("linking_id", owner, "part"),
        references=(to(owner, owner), *((reference,) if reference else ())),
    )


IN_STORY = named("story", "story")

"""Where in the coverage a person points when naming one of the cast."""

from __future__ import annotations

from typing import cast

from allegedly.records import CastMember, Field, Place, Span

from .database import Database
from .loading import texts_of
from .naming import plain

_MENTIONS = """
SELECT m.field, m.start, m."end" FROM mention m
JOIN reading r ON r.id = m.reading_id AND r.superseded_at IS NULL
WHERE r.article_id = ? AND m.entity = ? ORDER BY m.named DESC, m.field DESC, m.number"""


def who(db: Database, wanted: str) -> tuple[str, str | None]:
    """``NAME@ARTICLE`` as the name and the article's id; any other words as they are."""
    name, at, article = wanted.rpartition("@")
    if at and name:
        sql = "SELECT id FROM article WHERE id = ? OR given_id = ? ORDER BY number"
        found = db.rows(sql, (article, article))
        if found:
            return name, str(found[0][0])
    return wanted, None


def place_of(db: Database, member: CastMember, name: str, article: str | None) -> Place | None:
    """A mention of the member under this name, in that article where one is given.

    The one that names best: with exactly these words, then with all of them, then any.
    None where the member is not mentioned in that article.
    """
    wanted = set(plain(name).split())

    def fit(text: str) -> int:
        words = plain(text)
        return 0 if words == plain(name) else 1 if wanted <= set(words.split()) else 2

    places = [(fit(a.text), a.place) for a in member.anchors if article in (None, a.article)]
    best = min(places, key=lambda one: one[0], default=None)
    if best is not None and best[0] < 2:
        return best[1]
    texts = texts_of(db)
    for ref in member.entities:
        if article in (None, ref.article):
            title, text = texts[ref.article]
            for field, start, end in db.rows(_MENTIONS, (ref.article, ref.number)):
                words = (title or "" if field == "title" else text)[start:end]
                place = Place(ref.article, Span(start, end), cast(Field, field))
                places.append((fit(words), place))
    return min(places, key=lambda one: one[0])[1] if places else None

"""Which text is read for an article, and which article told it first."""

from __future__ import annotations

from ..material import Material


class Twins:
    """For each article the one that is read in its place, and the one whose word it is.

    Copies are read once. A later version of a page is read by itself, as what changed in
    it is of interest, but it is no further voice: copies and versions count as one.
    """

    def __init__(self, material: Material) -> None:
        earlier = {
            one.later: one.earlier
            for one in material.copies.versions
            if one.earlier in material and material.order(one.earlier) < material.order(one.later)
        }
        self._read: dict[str, str] = {}
        self._told: dict[str, str] = {}
        for reading in material.readings:  # earlier ones first
            article = reading.article.id
            origin = material.original(article)
            first = earlier.get(article, origin)
            self._read[article] = article if article in earlier else origin
            self._told[article] = self._told.get(first, first)

    def of(self, article: str) -> str:
        """The article whose text is read for this one."""
        return self._read[article]

    def is_own(self, article: str) -> bool:
        """Whether an article has a text of its own."""
        return self._read[article] == article

    def origin(self, article: str) -> str:
        """The first version of the page that told it first."""
        return self._told[article]

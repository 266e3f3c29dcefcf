"""Who said what, across the articles of a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allegedly.records import (
    Account,
    Anchor,
    Attribution,
    CastMember,
    EntityRef,
    Field,
    Reading,
    Span,
    When,
)

#: Words that bind names and tell nobody apart.
_SMALL = {"of", "the", "and", "de", "la", "van", "von"}


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution with where it stands and who is behind it.

    ``number`` is its place in the layer of its field. ``name`` is the fullest name known of
    the speaker, ``speaker`` the id in the cast; both None where the text does not say who
    it is. ``published`` is the article's date, or what others tell of it. ``source``,
    ``cue`` and ``content`` are its spans as anchors.
    """

    article: str
    outlet: str | None
    title: str | None
    published: When | None
    field: Field
    number: int
    attribution: Attribution
    name: str | None
    speaker: str | None
    via: tuple[str, ...]
    source: tuple[Anchor, ...]
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]


class Speakers:
    """The members of the cast behind the entities of readings."""

    def __init__(self, account: Account | None) -> None:
        cast = account.cast if account else ()
        self._of = {ref: one for one in cast for ref in one.entities}
        self.dates = {one.article: one.when for one in account.datings} if account else {}

    def of(self, article: str, entity: int | None) -> CastMember | None:
        """The member of the cast that is entity number ``entity`` of an article."""
        return None if entity is None else self._of.get(EntityRef(article, entity))


def quotes_in(reading: Reading, speakers: Speakers) -> Iterator[Quote]:
    """The attributions of one reading: the headline's, then the text's."""
    article = reading.article
    fields: list[tuple[Field, str, Iterable[Attribution]]] = [
        ("text", article.text, reading.body.attributions)
    ]
    if reading.headline is not None and article.title is not None:
        fields.insert(0, ("title", article.title, reading.headline.attributions))
    for field, text, attributions in fields:
        for number, one in enumerate(attributions):
            member = speakers.of(article.id, one.speaker)
            entity = None if one.speaker is None else reading.entities[one.speaker].name
            source, cue, content = (
                tuple(_anchor(article.id, field, span, text) for span in spans)
                for spans in (one.source, one.cue, one.content)
            )
            yield Quote(
                article=article.id,
                outlet=article.outlet,
                title=article.title,
                published=article.published or speakers.dates.get(article.id),
                field=field,
                number=number,
                attribution=one,
                name=member.name if member else entity,
                speaker=member.id if member else None,
                via=tuple(
                    via.name if (via := speakers.of(article.id, n)) else reading.entities[n].name
                    for n in one.via
                ),
                source=source,
                cue=cue,
                content=content,
            )


def said_by(quotes: Iterable[Quote], by: str, cast: Iterable[CastMember]) -> Iterator[Quote]:
    """The quotes of all whose id is ``by``, or whose names have all of its words."""
    wanted = _words(by)
    members = {
        one.id
        for one in cast
        if one.id == by or any(wanted and wanted <= _words(n) for n in (one.name, *one.aliases))
    }
    for quote in quotes:
        known = quote.speaker in members if quote.speaker else False
        if known or (wanted and quote.name and wanted <= _words(quote.name)):
            yield quote


def _words(name: str) -> set[str]:
    words = {word.strip(".,'’").casefold() for word in name.replace("-", " ").split()}
    return (words - _SMALL) or words


def _anchor(article: str, field: Field, span: Span, text: str) -> Anchor:
    return Anchor(article, field, span, span.of(text))

"""From the voices of each article to the chains of a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from ...records import Chain, Field, Sourcing, Span
from ..identity import make_id
from ..material import Material
from .copied import Item, Matched, Telling
from .credits import Credits
from .documents import Paper, Shelf, paper_at
from .outlets import CastLike, Outlets
from .page import Page
from .sentences import continued, sourced_sentences
from .tracing import Told, Trail, content
from .voices import Key, Voice, Voices

#: Chains of attributions and own voices; chains of sentences outside attributions.
Found = tuple[dict[tuple[str, Field, int | None], Chain], dict[tuple[str, int], Chain]]

_FIELDS: tuple[Field, ...] = ("title", "text")
#: What a chain is called where another outlet stands between the teller and this.
_RELAYED: Mapping[Sourcing, Sourcing] = {"unnamed": "outlet", "self": "outlet", "none": "outlet"}


def resolve(material: Material, cast: CastLike) -> Found:
    """The chains of all attributions, own voices and sourced sentences of a story."""
    return _Resolving(material, cast).chains()


class _Resolving:
    def __init__(self, material: Material, cast: CastLike) -> None:
        self.material = material
        self.outlets = Outlets(material, cast)
        self.credits = Credits(material, self.outlets)
        homes = _homes(material)
        pages = (Page(one, cast, self.outlets, homes[one.article.id]) for one in material.readings)
        self.pages = {page.article: page for page in sorted(pages, key=self._order)}
        shelf = Shelf(paper for page in self.pages.values() for paper in _papers(page))
        self.voices = {name: Voices(page, shelf) for name, page in self.pages.items()}
        self.items = {name: list(self._items(page)) for name, page in self.pages.items()}
        self.done: dict[tuple[str, Item], Voice] = {}
        self.trail = self._trail()

    def chains(self) -> Found:
        """Follow every item to its origin, in the order of telling."""
        for page in self.pages.values():
            self._resolve(page)
        shown = self._shown()
        found: dict[tuple[str, Field, int | None], Chain] = {}
        sentences: dict[tuple[str, int], Chain] = {}
        for page in self.pages.values():
            for where in _FIELDS:
                found[page.article, where, None] = _chain(page, self._own(page), shown)
        for (article, item), voice in self.done.items():
            chain = _chain(self.pages[article], voice, shown)
            if isinstance(item, int):
                sentences[article, item] = chain
            else:
                found[article, item[0], item[1]] = chain
        return found, sentences

    def _order(self, page: Page) -> tuple[date, date, str, bool, str]:
        """By day and then by id, whatever the input's order; copies after their original."""
        original = self.material.original(page.article)
        first = original if original in self.material else page.article
        when = self.material.published(first)
        earliest = (when.earliest or when.latest) if when else None
        latest = (when.latest or when.earliest) if when else None
        late = page.article != first
        return earliest or date.max, latest or date.max, first, late, page.article

    def _items(self, page: Page) -> Iterator[Telling]:
        """Attributions and sourced sentences with what they are about and whose word they are."""
        voices = self.voices[page.article]
        for where in _FIELDS:
            text = page.text(where)
            for number, one in enumerate(page.attributions(where)):
                place = one.content[0] if one.content and where == "text" else None
                voice = self._credited(page, voices.of(where, number), place)
                spans = list(one.content)
                if voice.description is not None and voice.description.recalls and where == "text":
                    # What the source is remembered for stands around it, not in the content.
                    at = page.sentence(voice.description.span.start)
                    spans += [page.reading.sentences[at]] if at is not None else []
                yield Telling((where, number), content(text, spans), voice)
        for number, voice in sourced_sentences(voices).items():
            span = page.reading.sentences[number]
            about = content(page.text("text"), [span])
            yield Telling(number, about, self._credited(page, voice, span))

    def _credited(self, page: Page, voice: Voice, place: Span | None) -> Voice:
        return voice.through(self.credits.of(page.article, place), page.teller)

    def _own(self, page: Page) -> Voice:
        """The article's own voice: that of its original, where it is a copy."""
        original = self._original(page)
        names = self._named(original) if original else self.credits.whole(page.article)
        return self.voices[page.article].own.through(names, page.teller)

    def _original(self, page: Page) -> Page | None:
        """What the article is a copy of."""
        original = self.material.original(page.article)
        return self.pages.get(original) if original != page.article else None

    def _named(self, page: Page) -> tuple[str, ...]:
        return (page.teller,) if page.teller in self.outlets.tellers else ()

    def _trail(self) -> Trail:
        """What outlets tell that others may have passed on."""
        told: list[Told] = []
        relied = {name for items in self.items.values() for one in items for name in one.voice.via}
        recalled = {
            self.pages[name].teller
            for name, items in self.items.items()
            for one in items
            if one.voice.description is not None and one.voice.description.recalls
        }
        for page in self.pages.values():
            if page.teller in relied | recalled:
                told.extend(self._told(page))
        trail = Trail(told)
        for page in self.pages.values():
            for one in self.items[page.article]:
                trail.note(page.teller, one.voice)
        return trail

    def _told(self, page: Page) -> Iterator[Told]:
        text, sentences = page.text("text"), page.reading.sentences
        attributed: set[int] = set()
        for one in self.items[page.article]:
            spans = _spans(page, one.item)
            numbers = [page.sentence(span.start) for span in spans]
            around = [sentences[number] for number in numbers if number is not None]
            attributed.update(number for number in numbers if number is not None)
            about = one.about | content(text, around)
            yield Told(
                page.article, page.teller, about, partial(self.done.get, (page.article, one.item))
            )
        for number, span in enumerate(sentences):
            if number not in attributed:
                yield Told(
                    page.article, page.teller, content(text, [span]), partial(self._own, page)
                )

    def _resolve(self, page: Page) -> None:
        """Follow what one article tells; a copy tells what its original does."""
        original = self._original(page)
        before = self._named(original) if original else ()
        same = Matched(original, self.items[original.article]) if original else None
        for one in self.items[page.article]:
            found = same.find(one) if same else None
            if original and found is not None:
                voice = self.done[original.article, found].through(before, page.teller)
            else:
                told = one.voice
                if same and same.has(_words(page, one.item)):
                    told = told.through(before, page.teller)
                voice = self.trail.followed(page.article, page.teller, told, one.about)
                voice = self._quoted(page, one.item, voice)
            self.done[page.article, one.item] = voice
        known = self._by_sentence(page)
        self.done.update(
            ((page.article, number), voice) for number, voice in continued(page, known.get)
        )

    def _quoted(self, page: Page, item: Item, voice: Voice) -> Voice:
        """An unnamed source whose very words stood elsewhere before is the one that said them."""
        if voice.sourcing != "unnamed" or isinstance(item, int) or item[0] == "title":
            return voice
        for span in page.attributions("text")[item[1]].content:
            for place in self.credits.quoted(page.article, span):
                first = self.pages[place.article]
                for number, other in enumerate(first.attributions("text")):
                    said = self.done.get((first.article, ("text", number)))
                    same = any(place.span.overlaps(piece) for piece in other.content)
                    if same and said is not None and said.sourcing == "unnamed":
                        return replace(voice, key=said.key, description=said.description)
        return voice

    def _by_sentence(self, page: Page) -> dict[int, Voice]:
        """The last word that each sentence of the text rests on."""
        known: dict[int, Voice] = {}
        for one in self.items[page.article]:
            for span in _spans(page, one.item):
                number = page.sentence(span.start)
                if number is not None:
                    known[number] = self.done[page.article, one.item]
        return known

    def _shown(self) -> dict[Key, str]:
        """In which words an origin is shown: as fully as its own outlet, or its first, has it."""
        best: dict[Key, tuple[tuple[bool, bool, int], str]] = {}
        for voice in self.done.values():
            if voice.key is None or voice.origin is None:
                continue
            how = voice.description
            if how is not None:
                own = not voice.via and not how.recalls
                rank = (own, how.reference == "new", len(how.camp) if not how.recalls else 0)
            elif voice.sourcing == "document":
                rank = (False, False, len(voice.origin))
            else:
                continue
            if voice.key not in best or rank > best[voice.key][0]:
                best[voice.key] = (rank, voice.origin)
        return {key: words for key, (_, words) in best.items()}


def _chain(page: Page, voice: Voice, shown: Mapping[Key, str]) -> Chain:
    key = voice.key or ("self", page.home)
    return Chain(
        teller=page.teller,
        via=voice.via,
        origin=shown.get(key, voice.origin),
        speaker=voice.speaker,
        sourcing=_RELAYED.get(voice.sourcing, voice.sourcing) if voice.via else voice.sourcing,
        root=key[1] if key[0] == "cast" else make_id("o", *key),
    )


def _homes(material: Material) -> dict[str, str]:
    """For each article the one that stands for it: of copies the first, of versions as well."""
    earlier = {one.later: one.earlier for one in material.copies.versions}
    homes: dict[str, str] = {}
    for reading in material.readings:
        article, seen = reading.article.id, set[str]()
        while article not in seen:
            seen.add(article)
            article = earlier.get(article, material.original(article))
        homes[reading.article.id] = article
    return homes


def _papers(page: Page) -> Iterator[Paper]:
    """The documents that an article relies on or tells apart from others."""
    for where in _FIELDS:
        for one in page.attributions(where):
            if one.sourcing == "document" and one.source:
                paper = paper_at(page.text(where), one.source[0])
                if paper is not None:
                    yield paper
    yield from (paper for paper in page.papers if paper.owners)


def _spans(page: Page, item: Item) -> Sequence[Span]:
    """The stretches of the text that an item stands in; none for one of the title."""
    if isinstance(item, int):
        return (page.reading.sentences[item],)
    where, number = item
    one = page.attributions(where)[number]
    return (*one.content, *one.cue) if where == "text" else ()


def _words(page: Page, item: Item) -> str:
    if isinstance(item, int):
        return page.reading.sentences[item].of(page.text("text"))
    where, number = item
    one = page.attributions(where)[number]
    return " ".join(span.of(page.text(where)) for span in one.content)

"""Names as words: what is compared when two articles name somebody."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ...reader.gender import gender_of
from ...reader.lexicon import word_set
from .words import AFTER_NAMES, FORERUNNERS, GENERATIONS, INSIDE, LEGAL, OFFICE, SAME_PLACE

_WORD = re.compile(r"[^\W_](?:[\w'.&-]*[^\W_])?|&")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_NICKNAME = re.compile(
    r"(?<=\s)[\"“‘'(]([^\s\"“”‘’()]{2,20}(?:\s[^\s\"“”‘’()]{1,20})?)[\"”’')](?=\s)"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
#: A member of Congress: party and state.
_PARTY = re.compile(r"[DRI]-[A-Z]")
_OWNERS = ("'s", "’s", "s'", "s’", "'S", "’S", "S'", "S’")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as it is compared.

    ``words`` are folded, without titles, nickname and generation; one word is a first name,
    a surname or a name by itself. ``gender`` is what the title tells, ``f`` or ``m``.
    """

    words: tuple[str, ...]
    nickname: str | None = None
    generation: str | None = None
    gender: str | None = None
    titled: bool = False

    @property
    def full(self) -> bool:
        """Whether it has a first and a last name."""
        return len(self.words) > 1


def fold(text: str) -> str:
    """Lower case, without accents, with straight apostrophes and single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


def bare(surface: str) -> str:
    """A name on one line, as it is shown."""
    return " ".join(surface.split()).rstrip(",;:")


def without_article(surface: str) -> str:
    """A name without the article it begins with."""
    return _ARTICLE.sub("", surface)


def words_of(text: str) -> list[str]:
    """The words of a name, folded; runs of initials ("J.K.") are parted."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        word = word.removesuffix("'s")
        if _INITIALS.fullmatch(word) and "." in word:
            found.extend(word.replace(".", ""))
        else:
            found.append(word.rstrip("."))
    return found


@lru_cache(maxsize=65536)
def person_name(surface: str) -> PersonName:
    """A person's name taken apart."""
    nick = _NICKNAME.search(surface)
    plain = _NICKNAME.sub(" ", surface) if nick else surface
    prefix, name = split_title(plain.split(" (", 1)[0])
    kept, titles = words_of(name) or [fold(surface)], words_of(prefix)
    generation = None
    while len(kept) > 1 and (kept[-1] in GENERATIONS or kept[-1] in AFTER_NAMES):
        generation = GENERATIONS.get(kept[-1], generation)
        kept = kept[:-1]
    return PersonName(
        tuple(kept),
        fold(nick.group(1)) if nick else None,
        generation,
        gender_of(" ".join(titles)) if titles else None,
        bool(titles),
    )


def split_title(surface: str) -> tuple[str, str]:
    """What stands before a person's name and is no part of it, and the name.

    ("President", "Quill"), ("Marrow Line Manager", "Ada Finch"), ("Marrow’s", "Ada Finch"),
    ("", "Ada Finch").
    """
    words = surface.split()
    plain = [fold(word).rstrip(".,").removesuffix("'s") for word in words]
    start = 0
    while start < len(words) - 1 and (plain[start] in FORERUNNERS or not plain[start]):
        start += 1
    after = len(words) - (plain[-1:] != [] and plain[-1] in GENERATIONS)
    for place in range(after - 2, start - 1, -1):
        # "Marrow CEO Finch", but not "Ada Manager Finch".
        if plain[place] in INSIDE and (place < after - 2 or plain[place] in FORERUNNERS):
            start = place + 1
            break
    for place in range(start, len(words) - 1):
        if words[place].endswith(_OWNERS):
            start = place + 1
    return " ".join(words[:start]), " ".join(words[start:])


def is_title(surface: str) -> bool:
    """Whether a name is but an office or a party: "President", "D-Calif"."""
    word = fold(surface).rstrip(".")
    return word in FORERUNNERS | OFFICE or bool(_PARTY.match(surface))


def is_person_name(surface: str) -> bool:
    """Whether the words of ``surface`` can be a person's name and nothing more."""
    words = surface.split()
    return 0 < len(words) <= _LONGEST + 2 and all(
        not word[0].islower() or word.lower() in _PARTICLES for word in words
    )


_PARTICLES = word_set("de da del della der den di du la le van von bin al el ibn st ter y")


def shown_person(surface: str) -> str:
    """A person's name as it is shown: no title before a full name, no nickname in marks."""
    plain = " ".join(_NICKNAME.sub(" ", bare(surface)).split())
    _, name = split_title(plain.split(" (", 1)[0])
    return name if " " in name else plain


@lru_cache(maxsize=65536)
def body_words(surface: str) -> tuple[str, ...]:
    """The words of a body's (place's, work's) name, folded, without article and legal form."""
    words = ["and" if word == "&" else word.replace("'", "") for word in _body_words(surface)]
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    if len(words) > 2 and words[1] == "based":
        words = words[2:]  # "Orrin-based Marrow Line"
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    joined = SAME_PLACE.get(" ".join(words))
    return tuple(joined.split()) if joined else tuple(words)


def _body_words(surface: str) -> list[str]:
    found = _WORD.findall(fold(bare(surface)).replace("-", " "))
    return [word.rstrip(".") for word in found] or [fold(surface)]


def initials(words: tuple[str, ...]) -> str:
    """The first letters of the words that count."""
    return "".join(word[:1] for word in words if word not in ("of", "the", "and", "for"))

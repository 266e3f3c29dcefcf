"""Which words of a sentence make a clause: one pass over words and marks, without a parser.

A clause here is what its own verb can reach. Marks, conjunctions, relative
pronouns and "that" open clauses; a comma, a closing mark or the sentence's end
closes them, and the clause around goes on. Quotations that are sentences of
their own are clauses of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..records import Span
from . import clause_words as words
from .quotes import Quote

Kind = Literal["main", "quote", "aside", "relative", "complement", "adverbial", "temporal"]
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|--|[^\w\s]|_+")
_DASHES = frozenset(("—", "–", "--"))
_PAIRS = {"(": ")", "[": "]"}
#: How far ahead ", Ada Finch of the harbour office said" is looked for.
_TELLS = 8
_STOPS = frozenset('.,;:!?—–()“”"«»')
#: No clause is longer, in words, nor deeper.
_REACH, _DEPTH = 150, 10
#: What a scope may run on into.
_CARRIES = frozenset(("complement", "temporal"))


@dataclass(slots=True)
class Clause:
    """One clause: its kind, the clause around it (-1: none) and its sentence.

    ``first`` is the word it begins with, ``comma`` whether a comma stands before it.
    """

    kind: Kind
    parent: int
    sentence: int
    first: int
    comma: bool = False


@dataclass(slots=True)
class Clauses:
    """The words of a text, a row each, and the clause each is in.

    ``low`` is a word in lower case with straight apostrophes, ``starts`` and
    ``ends`` its code points, ``clause`` its clause (an index into ``clauses``),
    ``sentence`` its sentence; ``quoted`` says whether it stands in quotation marks.
    """

    text: str
    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def at(self, position: int) -> int:
        """The word that holds the code point ``position``, or the next one."""
        return bisect_right(self.ends, position)

    def range(self, span: Span) -> range:
        """The words that overlap ``span``."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def word(self, k: int) -> str:
        """Word ``k`` in lower case; empty outside the text."""
        return self.low[k] if 0 <= k < len(self.low) else ""

    def capital(self, k: int) -> bool:
        """Whether word ``k`` begins with a capital."""
        return 0 <= k < len(self.low) and self.text[self.starts[k]].isupper()

    def begins(self, k: int) -> bool:
        """Whether word ``k`` is the first of its clause."""
        return self.clauses[self.clause[k]].first == k

    def reach(self, k: int) -> int:
        """The last word that word ``k`` governs: to the end of its clause, if it is whole."""
        home, last, mine = self.clause[k], k, self.sentence[k]
        for j in range(k + 1, min(k + _REACH, len(self.low))):
            if self.sentence[j] != mine or not self._carried(self.clause[j], home):
                break
            if self.quoted[k] and not self.quoted[j]:
                break
            if self.low[j] not in _STOPS:
                last = j
        return last

    def _carried(self, clause: int, home: int) -> bool:
        while clause != home:
            found = self.clauses[clause]
            if found.kind not in _CARRIES:
                return False
            clause = found.parent
            if clause < 0:
                return False
        return True


def clauses_of(text: str, sentences: Sequence[Span], quotes: Sequence[Quote] = ()) -> Clauses:
    """The words of ``sentences`` and their clauses; linear in the length of the text.

    ``quotes`` are the stretches in quotation marks that are speech.
    """
    found = Clauses(text)
    outer = [q for q in quotes if q.depth == 0]
    starts = [q.start for q in outer]
    for number, sentence in enumerate(sentences):
        first = len(found.low)
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            found.low.append(match.group().lower().replace("’", "'"))
            found.starts.append(match.start())
            found.ends.append(match.end())
        count = len(found.low) - first
        found.sentence.extend([number] * count)
        _Sentence(found, number, first, outer, starts).read()
    return found


class _Sentence:
    """Reads one sentence from left to right with a stack of open clauses."""

    def __init__(
        self,
        found: Clauses,
        number: int,
        first: int,
        quotes: Sequence[Quote],
        opened: Sequence[int],
    ) -> None:
        self._found = found
        self._number = number
        self._first = first
        self._quotes = quotes
        self._next = max(bisect_right(opened, found.starts[first]) - 1, 0) if self._any() else 0
        self._open: Quote | None = None
        self._stack: list[int] = []

    def _any(self) -> bool:
        return self._first < len(self._found.low)

    def read(self) -> None:
        """Give every word of the sentence its clause."""
        found, quotes, quoted, before = self._found, self._near_quotes(), False, ""
        for k in range(self._first, len(found.low)):
            if quotes:
                quoted = self._in_quote(k)
            if not self._stack:
                self._push("quote" if quoted else "main", k)
            word, close = found.low[k], None
            if word in _TURNS or before in words.SAYING:
                close = self._step(k, word)
            found.clause.append(self._stack[-1])
            found.quoted.append(quoted)
            if close:
                self._pop(close, k)
            before = word

    def _near_quotes(self) -> bool:
        """Whether any quotation touches the sentence."""
        if not self._any() or self._next >= len(self._quotes):
            return False
        last = self._found.ends[-1]
        return any(q.start < last for q in self._quotes[self._next : self._next + 2])

    def _in_quote(self, k: int) -> bool:
        """Whether word ``k`` stands in a quotation; opens and closes quotations' clauses."""
        at = self._found.starts[k]
        if self._open is not None and at >= self._open.end:
            whole = self._whole(self._open)
            self._open = None
            if whole:
                self._close_quote()
        while self._next < len(self._quotes) and self._quotes[self._next].end <= at:
            self._next += 1
        if self._open is None and self._next < len(self._quotes):
            quote = self._quotes[self._next]
            if quote.start <= at:
                self._open = quote
                if self._whole(quote) and self._stack:
                    self._push("quote", k)
        return self._open is not None

    def _whole(self, quote: Quote) -> bool:
        """Whether a quotation is a sentence of its own rather than a few words of one."""
        return self._found.text[quote.start + 1 : quote.start + 2].isupper()

    def _close_quote(self) -> None:
        while self._stack:
            if self._found.clauses[self._stack.pop()].kind == "quote":
                return

    def _step(self, k: int, word: str) -> Kind | None:
        """Open and close clauses at word ``k``; the kind of clause that closes after it."""
        found = self._found
        if word in _PAIRS:
            self._push("aside", k)
        elif word in (")", "]"):
            return "aside" if self._inside("aside") else None
        elif word in _DASHES:
            if self._inside("aside"):
                return "aside"
            self._push("aside", k)
        elif word in (";", ":"):
            self._sibling(k)
        elif word == ",":
            self._comma(k)
        elif word in words.COORDINATORS:
            if found.word(k + 1) in words.SUBJECTS:
                self._beside(k)
        else:
            self._opener(k, word)
        return None

    def _opener(self, k: int, word: str) -> None:
        found = self._found
        before = found.word(k - 1) if k > self._first else ""
        if word in words.RELATIVE and before:
            self._push("relative", k, before == ",")
        elif word == "if" and before in words.ASKING:
            self._push("complement", k)
        elif word in words.ADVERBIAL:
            self._push("adverbial", k, before == ",")
        elif word in words.TEMPORAL:
            self._push("temporal", k, before == ",")
        else:
            asked = word in words.COMPLEMENT and before and before not in words.BEFORE_POINTING
            asked = asked or word == "whether"
            said = before in words.SAYING and self._noun_phrase(k, word)
            if asked or said:
                self._push("complement", k)

    def _noun_phrase(self, k: int, word: str) -> bool:
        return word in words.SUBJECTS or word in words.DETERMINERS or self._found.capital(k)

    def _comma(self, k: int) -> None:
        """Close what the comma ends."""
        found = self._found
        top = found.clauses[self._stack[-1]]
        after = found.word(k + 1)
        leads = top.kind in ("adverbial", "temporal") and self._leads(top)
        if leads or (top.kind == "relative" and top.comma):
            self._stack.pop()
            if not self._stack:
                self._push("main", k)
        elif self._tells(k + 1):
            self._sibling(k)
        elif after in words.COORDINATORS:
            follows = found.word(k + 2)
            if self._noun_phrase(k + 2, follows) or follows in words.SETTING:
                self._beside(k)
        elif after in words.SUBJECTS and after != "who":
            self._beside(k)

    def _leads(self, clause: Clause) -> bool:
        """Whether a clause stands before the one it belongs to: "If they sell, …"."""
        parent = self._found.clauses[clause.parent] if clause.parent >= 0 else None
        if parent is None:
            return True
        first = parent.first
        while first < clause.first and self._found.low[first] in _LEADING:
            first += 1
        return clause.comma or first == clause.first

    def _tells(self, k: int) -> bool:
        """Whether ", she said" or ", according to the memo" begins at word ``k``."""
        found = self._found
        for j in range(k, min(k + _TELLS, len(found.low))):
            word = found.low[j]
            if found.sentence[j] != self._number or word in _STOPS or word in words.RELATIVE:
                return False
            if word in words.TELLING:
                return True
            if word in words.COORDINATORS and j == k:
                return False
        return False

    def _inside(self, kind: Kind) -> bool:
        for number in reversed(self._stack):
            found = self._found.clauses[number].kind
            if found == kind:
                return True
            if found == "quote":
                return False
        return False

    def _push(self, kind: Kind, k: int, comma: bool = False) -> None:
        if len(self._stack) >= _DEPTH:
            self._stack.pop()
        parent = self._stack[-1] if self._stack else -1
        self._stack.append(len(self._found.clauses))
        self._found.clauses.append(Clause(kind, parent, self._number, k, comma))

    def _pop(self, kind: Kind, k: int) -> None:
        while self._stack:
            if self._found.clauses[self._stack.pop()].kind == kind:
                break
        if not self._stack:
            self._push("main", k + 1)

    def _beside(self, k: int) -> None:
        """Close the innermost clause and open one of its kind beside it."""
        top = self._found.clauses[self._stack.pop()]
        self._push(top.kind, k)

    def _sibling(self, k: int) -> None:
        """Close all clauses of this level (the sentence, a quotation, an aside); open another."""
        while len(self._stack) > 1 and self._found.clauses[self._stack[-1]].kind not in _LEVELS:
            self._stack.pop()
        self._beside(k)


#: Words and marks that may open or close a clause.
_TURNS = (
    _DASHES | words.COORDINATORS | words.RELATIVE | words.ADVERBIAL | words.TEMPORAL
    | words.COMPLEMENT | frozenset("()[];:,")
)  # fmt: skip
_LEVELS = frozenset(("main", "quote", "aside"))
_LEADING = frozenset(
    ("and", "but", "or", "so", "yet", "then", "also", "“", '"', "‘", "'", ",", "—")
)

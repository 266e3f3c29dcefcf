"""Words by which somebody takes back or restates what they said, as data."""

from __future__ import annotations

from ...reader.lexicon import phrases

#: The speaker was wrong, or thinks otherwise now.
WITHDRAWING = phrases(
    "i was wrong, we were wrong, he was wrong, she was wrong, i got it wrong, we got it wrong, "
    "i take it back, i take that back, take it all back, i stand corrected, i was mistaken, "
    "we were mistaken, i changed my mind, i have changed my mind, i've changed my mind, "
    "had changed his mind, had changed her mind, has changed his mind, has changed her mind, "
    "i withdraw, we withdraw, withdrew the remark, withdrew the claim, withdrew his, withdrew her, "
    "i spoke too soon, i misspoke, had misspoken, i should not have said, i shouldn't have said, "
    "i eat my words, eat my words, i no longer, we no longer, no longer believes, "
    "no longer thinks, no longer expects, backtracked, retracted"
)
#: The speaker comes back to words of theirs.
RECALLING = phrases(
    "i said, i have said, i've said, i always said, i told you, we said, we have said, "
    "i called it, i promised, as i said, earlier said, had said, had earlier, had previously, "
    "previously said, once said, now says, now say, now said, would now, now call, "
    "now calls, now believes, now thinks, now expects, this time, no longer, instead"
)

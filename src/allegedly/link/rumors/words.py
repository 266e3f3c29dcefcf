"""Words and weights by which a claim counts as unsettled, as data."""

from __future__ import annotations

import re
from typing import Literal

from ...reader.lexicon import word_set
from ..claims.relations import stems

#: Ways in which coverage treats a claim as unsettled.
Kind = Literal["asked", "wondered", "rumored", "disputed", "unnamed", "hedged", "nobody"]

#: What each way is worth for one article; more articles count by their logarithm.
WEIGHTS: dict[Kind, float] = {
    "asked": 3.0,  # a headline asks
    "rumored": 2.0,  # "rumours that", "talk of", "is said to"
    "disputed": 2.0,  # told as true here, denied there
    "unnamed": 1.5,  # on the word of somebody without a name
    "hedged": 0.6,  # "could", "reportedly"
    "nobody": 1.0,  # somebody is said to have said it, nobody says who
    "wondered": 0.5,  # a text asks
}
#: Signs that count for nothing where so many times as many other articles tell it as plain fact.
FAINT: frozenset[Kind] = frozenset(("hedged", "nobody", "wondered"))
PLAIN = 2
#: From so much on a claim is a rumor.
LEAST = 1.9
#: A rumor has at least so much of the score of the story's first.
SHARE = 0.1
#: What is said of somebody counts less by this part where no other article mentions him, and
#: not at all where fewer than that share of (at least so many) articles do, or only the one
#: that tells it.
ABSENT = 0.3
#: What is about nobody of the cast counts as being about somebody in so many articles.
NOBODY_KNOWN = 0.6
STRANGER, SEVERAL = 0.15, 4
#: Types of events in which something happens: what one article alone says is followed only
#: where it says that something does.
HAPPENING = frozenset(("occurrence", "aspectual", "intention"))
#: Verbs after which a clause says what somebody wants or thinks, not what is so.
THOUGHTS = stems(word_set("want wish hope like love hate fear feel think believe prefer"))
#: Agents of somebody: they speak for him where it is said whose they are.
AGENTS = word_set("lawyer lawyers attorney attorneys solicitor barrister agent manager counsel")
#: At most so many in a story, of those that one article alone tells at most so many.
MOST, ALONE = 10, 3
#: A denial counts where it is so sure to be of the claim: a "not" beside its words is none.
DENIED = 0.77

#: Words that call something a rumor.
RUMOR_WORDS = re.compile(
    r"\b(?:rumou?r(?:s|ed|ing)?|speculat(?:ion|e|es|ed|ing)|gossip|hearsay|whispers?|rumblings?"
    r"|talk of|chatter|it is said|(?:is|are|was|were) (?:widely )?said to|said to (?:be|have))\b",
    re.IGNORECASE,
)

#: Hedges that say how things look, or what somebody hopes or thinks: no sign of a rumor.
NO_DOUBT = word_set(
    "would seem seems seemed seeming appear appears appeared appearing hope hopes hoped hoping "
    "fear fears feared fearing expect expects expecting expected think thinks thought believe "
    "believes believed believing imagine imagines signaling signalling indicate indicates "
    "indicated indicating suggest suggests suggested suggesting likely unlikely probably apparent "
    "potential "
    "predict predicts predicted estimate estimates estimated wonder wonders wondered wondering"
)

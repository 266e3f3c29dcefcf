"""Words by which somebody takes a side, or says how far a thing has gone: as data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...reader.lexicon import phrases, word_set


def any_of(found: Iterable[str]) -> re.Pattern[str]:
    """What finds the first of some phrases, in any case and with either apostrophe."""
    said = "|".join(re.escape(one).replace("'", "['’]") for one in sorted(found))
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)


#: "It" is so, or is not so: said of what the article is about.
AFFIRMING = phrases(
    "question of when, matter of time, matter of when, done deal, as good as done, all but done, "
    "it is happening, it's happening, it's real, it is real, all true, "
    "going ahead, it's on, all but certain, a certainty, a foregone conclusion, signed and sealed, "
    "where there's smoke, it's true, it is true, not if but when"
)
DENYING = phrases(
    "nothing to it, nothing in it, not true, it's untrue, is untrue, no truth, isn't true, "
    "wasn't true, it is false, it's false, that is false, completely false, entirely false, "
    "totally false, it's made up, all made up, a fabrication, complete fabrication, pure fiction, "
    "it's nonsense, that's nonsense, is nonsense, utter nonsense, complete nonsense, baseless, "
    "without foundation, not happening, isn't happening, never happened, didn't happen, a lie, "
    "all lies, no basis"
)
#: Relations of `claims_relation_words` whose words all say one thing.
TIGHT = word_set(
    "reconcile split marry engaged dating pregnant birth sell merge lease launch delay "
    "cancel close bankrupt resign fire hire retire arrest die kill missing"
)
#: Behind these a noun is something known, and what is denied is something else of it.
KNOWN = word_set("the this that these those such his her its their of")
#: Relations that are no propositions: they name or measure.
VAGUE = word_set("price find invest perform feud cosmetic fares deal")
#: Words that make what they stand before not so.
NOT = word_set("not no never nobody none neither nor cannot nothing")
#: Behind "not" these leave some of it.
PARTLY = word_set(
    "all altogether entirely fully completely exactly necessarily yet always together wholly quite"
)
#: Before a relation these make it a step on the way to it: "filed for divorce".
STEP = word_set(
    "file files filed filing petition petitioned apply applied plan plans planned planning "
    "threaten threatened threatens prepare prepared preparing agree agreed refuse refused"
)
#: A forecast is not contradicted by another: these before what is said make it one.
FORECAST = word_set(
    "will would 'll won't wouldn't going shall should might may could can "
    "must ought deserve deserves deserved need needs want wants wanted urge urged"
)
CONDITION = word_set("if unless were whether suppose supposing")
#: Behind these a noun only names a thing; it does not say that it is so.
NAMING = word_set("the a an any some of this that such his her its their another possible")
#: A thing is nearly done, or done.
ADVANCED = phrases(
    "closing in on, close in on, closes in on, close to, on the verge of, on the brink of, "
    "in advanced talks, advanced talks, at an advanced stage, about to, finalising, finalizing, "
    "finalised, finalized, has agreed, have agreed, had agreed, agreed to, agreed on, has signed, "
    "have signed, had signed, signed off, sealed, completed, nearing, in the final stages, "
    "final stages, poised to, all but agreed, all but done, done deal, struck a deal, "
    "reached a deal, reached agreement, ready to sign, under way, has decided, have decided, "
    "a deal was close, is imminent, imminent, has approved, have approved, days away, weeks away"
)
#: Those of them that need nothing beside them to say so.
AGREED = phrases(
    "has agreed, have agreed, had agreed, has signed, have signed, had signed, struck a deal, "
    "reached a deal, reached agreement, done deal, signed off, ready to sign"
)
#: No more than this has been done …
ONLY = word_set("only merely just simply purely solely mere nothing")
#: … where one of these is what has been done.
EARLY = phrases(
    "find out, finding out, looked at, looking at, look at, consider, considered, considering, "
    "consideration, explore, explored, exploring, exploratory, study, studied, studying, "
    "discussed, discussing, discussion, discussions, conversation, conversations, talked about, "
    "idea, an idea, option, options, valued, valuation, value, thinking about, thought about, "
    "enquiry, inquiry, enquiries, inquiries, scoping, feasibility, routine, brainstorming, "
    "informal, preliminary, early stage, early days, proposal, a draft, sounding out, "
    "information, asked about, research, weighed, weighing, floated, evaluating, assessing"
)
#: What needs no "only" to say so.
EARLY_ALONE = phrases(
    "at an early stage, at a very early stage, in the early stages, still early days, "
    "purely exploratory, very preliminary, nothing has been signed, nothing is signed, "
    "nothing has been agreed, nothing was agreed, no formal offer, no talks have begun, "
    "has not been decided, far from done, far from agreed, not even close, nowhere near"
)
#: Roles of which a story has one.
UNIQUE = word_set(
    "buyer purchaser killer murderer attacker shooter gunman culprit thief robber winner "
    "successor replacement leaker whistleblower mole frontrunner favourite favorite nominee "
    "mastermind ringleader heir donor impostor hoaxer"
)
#: Roles that each body, work or person has one of: it must be said of which.
OFFICES = word_set(
    "owner father mother husband wife boyfriend girlfriend fiance fiancee partner driver pilot "
    "author writer founder designer manufacturer maker supplier sponsor captain director chairman "
    "chairwoman chair president leader mayor manager coach boss singer drummer inventor operator"
)

#: Words by which a later article says that it is so after all.
CONFIRMING = word_set(
    "confirm confirms confirmed confirming announce announces announced announcing officially "
    "admit admits admitted acknowledge acknowledges acknowledged"
)

"""Words that say how sure a text is, as data: what a checker may read and correct.

The degrees are those of FactBank (Saurí and Pustejovsky 2009). *Probable*: the
words lean to yes ("likely", "seems", "is understood to"). *Possible*: they leave
it open ("may", "allegedly", "rumors"). *Unknown*: nothing is said either way ("it
is unclear whether", a question). In a phrase ``BE`` stands for a form of "to be".
"""

from __future__ import annotations

from .lexicon import phrases, word_set

BE = word_set("is are was were be been being 's 're am 'm")
#: Words that may stand inside a phrase: "is also widely believed to".
INSIDE = word_set(
    "also now still widely long generally commonly broadly already otherwise only even currently "
    "quite very yet far"
)

#: Adverbs: they speak of the clause they stand in.
ADVERBS = {
    "probable": phrases(
        "apparently, seemingly, probably, likely, unlikely, presumably, reportedly, evidently, "
        "ostensibly, arguably, in all likelihood, by all accounts, all but certain, "
        "in all probability, looks like, look like, looked like, looks as if, look as if, "
        "looked as if, looks as though, look as though, looked as though"
    ),
    "possible": phrases(
        "possibly, perhaps, maybe, allegedly, supposedly, purportedly, conceivably, potentially, "
        "reputedly, cannot be ruled out, can't be ruled out, not ruled out"
    ),
}
#: Adjectives: they speak of the noun they stand before, not of the clause.
ADJECTIVES = {
    "probable": phrases("apparent, presumed"),
    "possible": phrases(
        "alleged, supposed, purported, reputed, rumored, rumoured, potential, possible, would-be, "
        "unconfirmed, unverified, doubtful, dubious"
    ),
}

#: Verbs and phrases that take what they speak of after them.
GOVERNORS = {
    "probable": phrases(
        "seem, seems, seemed, seeming, appear to, appears to, appeared to, appearing to, appear "
        "that, appears that, appeared that, appear likely, appears likely, appeared likely, "
        "appear unlikely, appears unlikely, appeared unlikely, appear set, appears set, appeared "
        "set, appears as if, appears as though, appear as if, BE said to, BE understood to, BE "
        "believed to, BE thought to, BE expected to, BE reported to, BE considered to, BE assumed "
        "to, BE presumed to, BE tipped to, BE predicted to, BE projected to, BE forecast to, BE "
        "bound to, said to be, said to have, believed to be, believed to have, thought to be, "
        "thought to have, understood to be, understood to have, expected to, it BE understood "
        "that, it BE believed that, it BE thought that, it BE reported that, suggest that, "
        "suggests that, suggested that, suggesting that, believe that, believes that, believed "
        "that, believing that, believe, believes, believed, think, thinks, thought that, thought, "
        "i guess, we understand, we hear, assume, assumes, assumed, presume, presumes, presumed, "
        "imagine, imagines, expect, expects, expecting, suspect, suspects, suspected, estimate, "
        "estimates, estimated, predict, predicts, predicted, anticipate, anticipates, anticipated "
        "that, conclude that, concluded that, likely to, unlikely to, likely that, unlikely that, "
        "hint, hints, hinted, hinting, imply, implies, implied, implying, indicate, indicates, "
        "indicated, indicating, signal that, signals that, signaled that, signalled that, "
        "signaling, signalling, sources suggest, reports suggest, suggest, suggests, suggested"
    ),
    "possible": phrases(
        "possible that, fear, fears, feared, fearing, hope, hopes, hoped, hoping, speculate, "
        "speculates, speculated, speculating, doubt, doubts, doubted, BE rumored to, BE rumoured "
        "to, rumor has it, rumour has it, BE alleged to, BE supposed to, BE claimed to, BE "
        "reputed to, rumor, rumors, rumour, rumours, rumor that, rumors that, speculation, "
        "gossip, whispers, possibility, possibilities, chance that, chances that, chance of, "
        "chances of, prospect that, prospect of, likelihood of, suspicion, suspicions, hint that, "
        "hints that, guesswork, hearsay, theory that, theories that"
    ),
    "unknown": phrases(
        "unclear whether, unclear if, unclear how, unclear why, unclear when, unclear who, "
        "unclear what, unclear where, unclear which, unclear, not clear whether, not clear if, "
        "not clear how, not clear why, not clear when, not clear who, not clear what, not clear "
        "which, not known whether, not known if, not known who, not known how, not known what, "
        "unknown whether, unknown if, uncertain whether, uncertain if, unsure whether, unsure if, "
        "not sure whether, not sure if, not certain whether, remains to be seen, remain to be "
        "seen, remained to be seen, no word on, yet to be confirmed, yet to be seen, not BE "
        "confirmed, could not be confirmed, could not be verified, could not confirm, could not "
        "verify, wonder whether, wonder if, wondered whether, wondered if, wonders whether, "
        "wonders if, wondering whether, wondering if, wonder, wonders, wondered, wondering, asked "
        "whether, asked if, asks whether, asks if, question whether, questions whether, "
        "questioned whether, questioning whether, know whether, knows whether, knew whether, know "
        "if, knows if, knew if, say whether, say if, anybody's guess, anyone's guess, open "
        "question, doubts about whether, doubt whether"
    ),
}

#: Nouns among them: they speak of what is said "of" or "about" them, or "that".
NOUNS = word_set(
    "rumor rumors rumour rumours speculation gossip whispers possibility possibilities suspicion "
    "suspicions fear fears hope hopes doubt doubts guesswork hearsay"
)
ABOUT = word_set("of about that over on surrounding around concerning")

#: Modal verbs, with what follows or comes before them where they say something else.
MODALS = {"may": "possible", "might": "possible", "could": "possible", "would": "probable"}
#: After a modal: "I would like to", "might and main", "may well" not among them.
NOT_AFTER = {
    "may": word_set("i we as of and"),
    "might": word_set("of and is was has or i we as"),
    "could": word_set("not see hear feel smell remember understand afford n't care i we you"),
    "would": word_set("like love prefer rather not n't i we you"),
}
#: Before a modal: "in May", "the might", "if I may".
NOT_BEFORE = {
    "may": word_set(
        "in on by since until till last next early late mid this of from to through before after "
        "during every each and if come"
    ),
    "might": word_set(
        "the his her its their our my all with military economic financial full of political "
        "naval air if sheer"
    ),
    "could": word_set("if so"),
    "would": word_set("if"),
}
#: Words of a condition in the same sentence as "would": it speaks of what is not so (yet).
CONDITIONS = word_set("if unless were provided otherwise")

#: A phrase is not read after these: "as soon as possible", "I have no doubt".
AFTER_NOT_READ = {
    "possible": word_set("as if where when ever best only not everything all anything"),
    "doubt": word_set("no without little not"),
    "likely": word_set("as not"),
    "expected": word_set("as than un"),
    "expected to": word_set("as"),
    "hope": word_set("no the of any some her his their little our up is was false a for and"),
    "hopes": word_set("the of any some her his their our high my no"),
    "fear": word_set("no the of for"),
    "fears": word_set("the of"),
    "estimated": word_set("an the"),
    "thought": word_set("the a of her his second no on any"),
    "think": word_set("to not don't didn't can't"),
    "believe": word_set("not don't didn't can't couldn't doesn't hard cannot"),
    "believed": word_set("not be"),
    "suspect": word_set("the a no prime main one another murder"),
    "suspects": word_set("the two three no other of"),
    "suspected": word_set("the a of"),
    "supposed": word_set("is was are were be not"),
    "signal that": word_set("the a"),
    "gossip": word_set("a"),
    "wonder": word_set("no a the little stevie small of"),
    "wonders": word_set("the seven of"),
    "hint": word_set("the a"),
    "hints": word_set("the"),
    "estimate": word_set("an the"),
    "estimates": word_set("the"),
    "say whether": frozenset[str](),
    "suggested": word_set("as the"),
    "theory that": frozenset[str](),
}
#: A phrase is not read before these: "believe in", "hoped-for", "suggested selling".
BEFORE_NOT_READ = {
    "believe": word_set("in me it you"),
    "believes": word_set("in"),
    "believed": word_set("in"),
    "think": word_set("of about tank twice again back so"),
    "thinks": word_set("of about"),
    "thought": word_set("of about to through and process it"),
    "hint": word_set("of"),
    "hints": word_set("of"),
    "hints that": word_set("could may might would will can is are was were have has had"),
    "hope": word_set("for so"),
    "likely": word_set("story"),
    "expect": word_set("a the an from"),
    "expects": word_set("a the an"),
    "expecting": word_set("a the their her his ."),
    "wonder": word_set("woman boy land"),
    "suggest": word_set("a an to"),
    "suggests": word_set("a an to"),
    "suggested": word_set("a an to for"),
    "indicate": word_set("a an"),
    "potential": word_set("energy of to for is as"),
    "possible": word_set("to for"),
    "alleged": word_set("that he she it they"),
    "fear": word_set("of for"),
    "fears": word_set("of for"),
    "imagine": word_set("a how what being"),
    "assume": word_set("control office power responsibility command the"),
    "assumes": word_set("control office power responsibility command the"),
    "assumed": word_set("control office power responsibility command the"),
    "signaling": word_set("the a"),
    "doubt": word_set("it"),
}

#: What ends the noun that an adjective stands before.
AFTER_NOUN = word_set(
    "is are was were be been has have had will would may might could can should must do does did "
    "of in on at to from with by for about into over under between and or but that which who whom "
    "whose as than then so if when while because after before the a an his her their its our my"
)

#: First words of questions that take for granted what they ask about: "Why did she leave?"
PRESUPPOSING = word_set("why how when where")

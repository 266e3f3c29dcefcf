"""Word tables for joining people and bodies across articles, as data."""

from __future__ import annotations

from ...reader.lexicon import BODY, ORGANIZATION_WORDS, OUTLET_WORDS, TITLES, word_set
from ...reader.reference_words import EX_SPOUSE, KIN, OFFICES, POSTNOMINALS, SPOUSE

#: Before a name, beside the titles: what one was, or is for a while.
FORERUNNERS = TITLES | word_set(
    "former ex late acting interim deputy vice then-president king queen baroness baron count "
    "countess duke duchess cardinal archbishop bishop imam rabbi private corporal constable ceo "
    "cfo coo coach chairman chairwoman speaker republican democrat democratic conservative labour"
)
#: After a name: which of two namesakes in a family; what somebody is.
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
AFTER_NAMES = frozenset(word.lower() for word in POSTNOMINALS)

#: Legal forms at the end of a company's name.
LEGAL = word_set(
    "ltd limited inc incorporated corp corporation plc llc llp lp gmbh ag sa nv bv co pty ab as oy "
    "spa srl kg"
)
#: Last words that tell a body: of "the Courier", and of "Strandholm Marine Group".
TELLING = ORGANIZATION_WORDS | OUTLET_WORDS
#: Bodies by description that are one particular kind of body: "the council", "the union".
PARTICULAR = BODY - word_set(
    "company firm party bank city county state band team label network studio publisher operator "
    "line group corporation administration league office institute campaign"
)
#: Bodies by description that fit any business.
BUSINESS = word_set("company firm operator line group business corporation airline publisher")

#: Nouns for an office that one person holds at a time.
OFFICE = (
    OFFICES
    - word_set("father mother dad mom mum grandma grandpa daddy mommy mummy mama papa host nurse")
    - word_set("sir madam lord lady god officials officer lawyer attorney author writer researcher")
) | word_set(
    "master inspector president chancellor premier keeper warden clerk registrar auditor "
    "organiser organizer "
    "speaker treasurer marshal superintendent headteacher headmaster headmistress provost "
    "vicar rector abbot curator ombudsman coroner prosecutor convener convenor whip boss "
    "skipper chairwoman presenter conductor spokesman spokeswoman landlord champion"
)
#: Words of an office that may stand inside what is written like a name: "Marrow Line Manager
#: Ada Finch". Not those that people bear as names.
INSIDE = (FORERUNNERS | OFFICE) - word_set(
    "king queen prince princess dean pope bishop duke count baron father sister lady lord dame sir "
    "major marshal judge justice miss private rector abbot provost constable champion whip warden"
)
#: Endings of nouns for people that no table has.
PERSONAL = ("man", "woman", "ist", "back", "ator", "aker", "iter")

#: Nouns for kin and company: whose they are is what they say.
RELATION = (
    SPOUSE
    | EX_SPOUSE
    | frozenset(KIN)
    | frozenset(KIN.values())
    | word_set(
        "brother sister son daughter uncle aunt nephew niece cousin grandfather grandmother "
        "grandson granddaughter sibling parent boyfriend girlfriend fiance fiancee fiancé fiancée "
        "partner friend pal ally aide colleague neighbour neighbor rival brother-in-law "
        "sister-in-law mother-in-law father-in-law child baby boy girl guest client opponent "
        "favourite favorite"
    )
)
#: Nouns that tell nobody apart.
NOBODY_IN_PARTICULAR = word_set(
    "person man woman somebody someone anyone one other source insider people guy lady gentleman "
    "individual human soul voice name figure buyer seller caller speaker old year owner"
)
#: Words that end what is taken over of a description: what follows tells a story.
CLAUSE = word_set("who whom whose which that where when whether because and but after before")
POSSESSIVE = word_set("my his her their our its your whose")
DETERMINER = word_set("the a an this that these those")
INDEFINITE = word_set("a an another one some any no each every several many few two three other")
#: What says only which of several: no part of an office's name.
TIME_WORDS = word_set("current present incumbent outgoing acting then own same very only")

#: Names of one country.
SAME_PLACE = {
    "us": "united states",
    "u.s": "united states",
    "u.s.a": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "u.k": "united kingdom",
    "great britain": "britain",
    "new york city": "new york",
}

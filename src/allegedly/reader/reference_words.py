"""Words that refer: pronouns by what they can stand for, nouns by how many they name."""

from __future__ import annotations

from .lexicon import word_set

#: Third person: one person, several (or a body), a thing.
SINGULAR = word_set("he him his himself she her hers herself s/he")
PLURAL = word_set("they them their theirs themselves em")
THING = word_set("it its itself")
OBJECTS = word_set("him her them it")
POSSESSIVES = word_set("his her their its my our your")
#: The speaker; the speaker and others.
FIRST = word_set("i me my mine myself")
WE = word_set("we us our ours ourselves")
#: Somebody not said who: each opens somebody new, like "a man".
SOMEBODY = word_set("someone somebody")
PRONOUNS = SINGULAR | PLURAL | THING | FIRST | WE | SOMEBODY

#: Singular nouns for several people, and plurals without an s.
MANY = word_set(
    "people men women children couple pair duo trio both ex-couple family families public crowd "
    "crew press media staff population audience youth generation jury clergy police folk folks "
    "kids twins everyone everybody many others most some all half few several ones those "
    "two three four five six seven eight nine ten dozen dozens scores hundreds thousands millions "
    "majority minority minorities elderly homeless rich poor personnel cast"
)
#: Nouns in s for one person or thing.
_ONE_IN_S = word_set(
    "boss witness hostess actress waitress heiress princess duchess mistress seamstress governess "
    "goddess business congress press class campus census genius virus mess success process access "
    "series species news politics physics economics headquarters"
)

#: Nouns for two people who belong together.
PAIR = word_set("couple couples pair duo exes spouses newlyweds lovers twosome ex-couple")

#: Nouns and titles that say what somebody is: alone they are no name, even with a capital.
OFFICES = word_set(
    "president chairman chairwoman chair chairperson director secretary minister mayor governor "
    "senator judge justice chief captain officer founder co-founder cofounder ceo editor manager "
    "head leader spokesman spokeswoman spokesperson professor doctor commissioner treasurer "
    "ambassador chancellor king queen prince princess pope bishop archbishop father mother dad mom "
    "mum grandma grandpa officials sheriff lawyer attorney author writer researcher principal dean "
    "coach host sir madam lord lady god daddy mommy mummy mama papa nurse vice deputy "
    "executive chief senior"
)


#: What somebody is, with a capital or without, and no surname.
NEVER_SURNAMES = word_set(
    "congressman congresswoman councilman councilwoman councillor senator democrat republican "
    "spokesman spokeswoman spokesperson chairwoman chairperson co-founder cofounder ceo cfo "
    "lawmaker ambassador commissioner islander"
)


def is_plural(noun: str) -> bool:
    """Whether a noun (lower case) names several: "deckhands", "couple", "women"."""
    if noun in MANY:
        return True
    if noun in _ONE_IN_S or not noun.endswith(("s", "men", "people", "children")):
        return False
    if noun.endswith("s"):
        return not noun.endswith(("ss", "us", "is", "’s", "'s")) and len(noun) > 3
    return noun.endswith(("people", "children")) or len(noun) > 4


#: Nouns that make a surname a family's: "the Finch family".
FAMILY = word_set("family clan household dynasty sisters brothers siblings twins")
#: Nouns before the title of a work.
WORKS = word_set(
    "song single album film movie series sitcom book novel memoir play podcast episode track hit "
    "documentary painting poem musical opera ballad mixtape sequel soundtrack show column"
)
#: Nouns before the name of a vessel, which is no work.
VESSELS = word_set("ship ferry boat vessel yacht trawler liner tug lifeboat steamer barge")
#: Letters after a person's name: "Tom Finch, QC".
POSTNOMINALS = word_set("QC KC SC MP MPP MEP MSP MD PhD OBE CBE MBE DBE KBE Esq RN CPA JP SJ AM AO")

#: Pronouns for nobody in particular: no mention of anybody.
NO_ONE = word_set("nobody none whoever anyone anybody no-one neither whomever each other another")

#: Last words of the names of places, beside those of the lexicon.
LANDS = word_set(
    "sound strait straits gulf cape isle isles canyon forest desert province heights springs falls "
    "creek wharf dock docks terminal peninsula plains delta glacier lagoon marsh moor loch fjord"
)

#: Words for a spouse, and other names for the nearest kin.
SPOUSE = word_set("wife husband spouse")
EX_SPOUSE = word_set("ex ex-wife ex-husband ex-spouse")
KIN = {
    "dad": "father",
    "daddy": "father",
    "papa": "father",
    "mom": "mother",
    "mum": "mother",
    "mommy": "mother",
    "mummy": "mother",
    "kid": "child",
    "kids": "children",
    "hubby": "husband",
}

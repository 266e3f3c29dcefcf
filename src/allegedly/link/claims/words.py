"""Word tables for finding propositions, as data; relations are in `claims_relation_words`."""

from __future__ import annotations

from ...reader.lexicon import word_set

# --- clauses ---

#: Words that can only be, or begin, a finite verb.
FINITE = word_set(
    "is are was were am has have had does do did will would can could may might must shall should "
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't "
    "couldn't mightn't mustn't shan't shouldn't cannot ain't he's she's it's that's there's who's "
    "they're we're you're i'm i've we've they've you've i'll we'll they'll he'll she'll it'll "
    "i'd he'd she'd they'd we'd you'd here's what's seems seemed appears appeared remains remained "
    "says said wants wanted knows knew thinks thought believes believed hopes hoped likes liked "
    "loves loved needs needed feels felt means meant"
)
#: Words that may part two clauses.
JOINTS = word_set("and but so yet while whereas though although because after before until")
#: Words after a comma that open an aside rather than a clause.
ASIDES = word_set("with as if unless despite including")
RELATIVES = word_set("which who whom whose where")
#: Subjects that are no mentions.
SUBJECTS = word_set("it there this that nothing nobody no none all some most he she they we i")
#: Pronouns that can only be subjects; what may stand between them and their verb.
NOMINATIVE = word_set("he she they we i")
BETWEEN = word_set("also never still just always now both all only even often once already not")
#: After these a verb is no finite one, or a noun.
NOT_FINITE = word_set(
    "to by of for without from in on with about at the a an his her its their no any this"
)

# --- what is said, and how ---

#: Cues that say what somebody wants or does rather than says.
DESIRES = word_set(
    "want wish hope plan intend expect need try seek ask demand urge refuse call pray beg long "
    "look aim agree decide offer promise order praise champion notice admire start"
)
#: Cues of words that are not meant as statements.
PLAY = word_set("sing rap joke lament quip rhyme play")
#: What begins with one of these is no statement.
NO_STATEMENT = word_set("to what how why who whom which where when if for of")
#: Cues that say that what follows is not so.
DENIAL_WORDS = word_set(
    "deny denial dismiss refute reject rubbish debunk dispute contradict quash disavow repudiate "
    "rebut"
)
#: Cues of several words, in base forms, that say so.
DENIAL_PHRASES = (
    "shut down, shoot down, knock down, hit back, push back, clap back, laugh off, brush off, "
    "brush aside, wave off, wave away, pour cold water, throw cold water, call false, call untrue, "
    "call fake, call nonsense, set the record straight"
)
#: Cues that say so of a report: "slams the split rumors".
ATTACKS = word_set("slam blast rip trash mock scorn ridicule squash quell")
#: After these "if" asks.
ASKING = word_set("ask wonder know see unclear sure question doubt")
#: "They" who do so are the source itself.
BELIEFS = word_set("believe think expect understand know hear")
#: A "no" about one of these is about answering.
ANSWERS = word_set("comment respond reply answer available")

# --- who ---

PERSONAL = word_set("he she it they i we you he's she's it's they're i'm we're you're")
#: Those that stand for nobody where they were not resolved.
UNRESOLVED = word_set("he she it they he's she's it's they're")
ANYBODY = word_set("you your you're you'll you've you'd")
POSSESSIVE = word_set("his their its my our your whose")
#: "her" before one of these is no possessive.
AFTER_HER = word_set(
    "to and or but in on at for with from by of as that is was has had if back out up off"
)

# --- statements ---

#: A statement that begins with one of these does not stand well alone.
POINTING = word_set(
    "he she it they this that these those i we you his her its their my our your him them me us "
    "one another there here such"
)
#: "The two" says little of who they are.
COUNTED = word_set("two three pair couple trio latter former same person man woman")
LOOSE = word_set("also however moreover meanwhile then still now interestingly supposedly")

"""Words that tell what became of an event, as data."""

from __future__ import annotations

from .lexicon import word_set

#: Verbs that carry tense for another verb and are no event by themselves.
AUXILIARIES = word_set(
    "be is are was were been being am 's 're 'm have has had having do does did doing "
    "will would shall should can could may might must ought going gonna"
)
#: Verbs that stand for nothing by themselves; their object is the event.
LIGHT = word_set("let lets letting like including include includes according based related")
BE = word_set("is are am was were be been being it's he's she's that's there's they're we're i'm")
PRESENT_BE = word_set(
    "is are am it's he's she's that's there's they're we're you're i'm isn't aren't"
)
PAST_BE = word_set("was were wasn't weren't")
HAVE = word_set(
    "has have had having hasn't haven't hadn't i've we've they've you've he'd she'd 've"
)
WILL = word_set("will shall won't i'll we'll he'll she'll they'll it'll you'll that'll 'll")
WOULD = word_set("would wouldn't i'd we'd they'd you'd it'd 'd")
MODAL = word_set("may might could can ought")
#: What ought to be: even "should not" leaves open what is.
DUTY = word_set("must should shouldn't mustn't")
NEGATORS = word_set("not never no neither nor nobody nothing none without cannot hardly n't")
#: First words of clauses that say on what condition.
CONDITIONAL = word_set("if unless provided lest")
#: Subjects that say no of their whole clause, and what makes "no" say something else.
NO_SUBJECT = word_set("neither nobody none nothing no")
NO_MATTER = word_set("doubt wonder matter sooner longer one's surprise secret")
#: After "not" these say that it did happen: "not only sold".
NOT_DENIED = word_set("only just merely")
#: Openers of clauses that take for granted what they ask.
PRESUPPOSED = word_set("how why what")
#: Words inside a verb group that tell nothing: "has also already been sold".
FILLERS = word_set(
    "also already just still now then ever even only soon once so far well all both first again "
    "almost nearly finally fully then later long no-one yet more most rather"
)
#: All that may stand in a verb group before its verb.
FINITE = BE | HAVE | WILL | WOULD | MODAL | DUTY
GROUP = AUXILIARIES | FINITE | NEGATORS | FILLERS

#: Before "to": the event after it is planned, or only possible.
PLANNING = word_set(
    "plan plans planned planning schedule scheduled set due expect expects expected expecting "
    "agree agrees agreed agreeing decide decides decided decision intend intends intended "
    "intention promise promises promised pledge pledges pledged vow vows vowed prepare prepares "
    "prepared preparing commit commits committed arrange arranged order ordered approve approved "
    "about poised ready slated bound going aims aim hoping moves move deal agreement"
)
#: Before "to": what follows took place, or does; "" where the verb group before it tells.
REACHED = {
    **dict.fromkeys(
        word_set("managed forced helped caused led went came began started continued got"),
        "happened",
    ),
    **dict.fromkeys(word_set("helps forces causes leads continues begins starts"), "ongoing"),
    **dict.fromkeys(word_set("continue begin start help force cause lead go come gone"), ""),
}
#: Before "to", and taking it back.
MISSED = word_set(
    "fail fails failed failing refuse refuses refused refusing decline declines declined declining"
)
#: What is said not to be so: in their clause after them.
DENYING = word_set(
    "deny denies denied denying denial denials dismiss dismisses dismissed dismissing refute "
    "refutes refuted refuting rebut rebuts rebutted dispute disputes disputed disputing rubbish "
    "rubbished"
)
#: The speaker of a quotation.
FIRST_PERSON = word_set("i i'm i've i'd i'll me myself")
#: Verbs that say of a noun that it took place: "made its first flight".
SUPPORT = word_set(
    "make makes made making take takes took taken taking hold holds held holding give gives gave "
    "given giving stage stages staged undergo underwent complete completes completed pay pays paid "
    "have has had having suffer suffers suffered face faces faced see sees saw reach reaches "
    "reached"
)
#: Past tenses that do not end in -ed.
IRREGULAR = word_set(
    "sold bought met won lost left made said told took went came found held led saw got gave fell "
    "rose kept brought became ran wrote spoke stood struck shot broke began began sank sent built "
    "put cut hit set let quit shut split spent paid laid read heard felt fled flew drew drove wore "
    "wed threw sought caught taught fought bore beat bid chose dealt dug fed forgot froze grew hid "
    "knew lay lent rode rang sang sat shook slept slid stole stuck swam swore swung tore thought "
    "understood withdrew woke wound sued died"
)
#: Prepositions that tie a noun to who takes part: "the sale of the line to Strandholm".
OF_NOUN = word_set("of by between with to from for against and")
#: Prepositions that tie who takes part to a verb.
OF_VERB = word_set("to with by for from against and")
#: Prepositions of places: what follows is where, not who.
WHERE = word_set("in at on near from around across off inside outside through throughout into to")
#: "would" with these tells what came to pass: "they would eventually marry".
CAME_TO_PASS = word_set("eventually finally ultimately later soon subsequently")
#: States of mind and mere being: whoever wants, knows or seems, nothing has happened.
MINDS = word_set(
    "want wants wanted wanting need needs needed know knows knew knowing known think thinks "
    "thought thinking believe believes believed feel feels felt hope hopes hoped hoping like "
    "likes liked love loves loved hate hates understand understands understood mean means meant "
    "seem seems seemed appear appears seeming expect expects expected wish wishes wished fear "
    "fears feared worry worries worried prefer prefers preferred willing unwilling able unable "
    "aware wonder wonders wondered care cares cared matter matters deserve deserves consider "
    "considers considered remember remembers realize realizes realise realises guess guesses "
    "belong belongs involve involves contain contains depend depends happen happens happened"
)
#: Particles and other words that stand for no event.
NO_EVENT = word_set(
    "back up on off out down over away together again not so too also due about likely"
)
#: Verbs of saying whatever the encoder takes them for: attributions, not events.
SPEAKING = word_set("say says said saying tell tells told telling")
#: Words in -ly that are no adverbs.
LY_VERBS = word_set(
    "apply comply fly imply multiply rally rely reply resupply supply tally ally bully sully"
)
#: Words that are never a row.
NO_ROW = AUXILIARIES | LIGHT | MINDS | NO_EVENT | SPEAKING
#: Before a time: it bounds the event and is not when it happened ("since 1989", "by June").
BOUNDS = word_set("since until till by from before than")
#: Endings of nouns made from verbs.
NOUN_ENDINGS = (
    "tion", "sion", "ment", "ance", "ence", "ure", "al", "ity", "ship", "ness", "th", "ery", "ism",
)  # fmt: skip
#: What stands before a noun.
BEFORE_NOUN = word_set(
    "the a an his her their its our my your this that these those any some no each every first "
    "second third last next new old another other own 's of in on at for with after before about "
    "against over by during from despite amid since until under into recent possible potential "
    "alleged"
)
#: Of these, those that make a noun of a word in -ing.
DETERMINING = word_set("the a an his her their its our my this that these those any some no every")
#: After "her" as an object: "told her that".
AFTER_HER = word_set(
    "to that about in on at with for from by of as and or but if when while because after before "
    "until since the a an his not back up out off over again into onto so too also how what why "
    "who is was are were has had will would"
)
#: Words that are neither a noun nor a verb.
SMALL = (
    WHERE
    | OF_NOUN
    | AFTER_HER
    | word_set(
        "which whose whom than then there here it he she they we i you her him them me us himself "
        "herself itself themselves not both all each who's above below under near along despite "
        "during within without via per plus versus vs amid among upon yet nor if unless though "
        "although whether where according ago away today yesterday tomorrow tonight last next "
        "this that those these says say said s t"
    )
)
#: Between a verb and a noun that is not its object.
BREAKS = SMALL - DETERMINING

"""Words of events across articles, as data."""

from __future__ import annotations

from ...reader.lexicon import word_set

#: Words that say nothing of what an event is about.
EMPTY = word_set(
    "the a an of in on at to for and or but with from by as is was were are be been being has have "
    "had having he she it they we i you his her its their our my that this these those who which "
    "whom whose what not no will would could should may might can must do does did done up out off "
    "into onto about over under also more most after before when while where there then than so "
    "if said say says saying told tell him them me us own very just even still only since until "
    "during between both all any some such other another new first last next year month week day "
    "time people get got make made take took go went come came one two three s t mr mrs ms"
)
#: What reporters do for their article, not what happens in it: "did not respond", "asked".
ROUTINE = word_set(
    "answer answered respond responded comment commented reply replied reach reached decline "
    "declined return returned calls ask asked asks asking quoted quote interviewed contacted rang "
    "rung invited request requested read named name identified identify drawn listen "
    "speak declining answering responding commenting responds comments declines asking"
)
#: Verbs and nouns that tell nothing without their clause; they never make an event of two.
VAGUE = word_set(
    "make makes made making take takes took taken taking get gets got getting give gives gave "
    "given giving go goes went gone going come comes came coming put puts putting keep keeps kept "
    "keeping have had do does did done doing be become becomes became set sets let start started "
    "starts begin began begun begins continue continued try tried trying use used using look "
    "looked looks looking show shows showed shown showing turn turned move moved moves step help "
    "helped work worked works working play played lead led leads bring brought call called calls "
    "happen happened feel felt find found see seen saw hear heard stand stood spend spent leave "
    "left live lived run ran runs running spot spotted seem seemed talk talked talks fit fits "
    "cost costs costing transpired occurred occur way thing things event events time case reach "
    "reached remain remained follow followed"
)
#: Of these it is not said that what they are about comes to pass: "in talks to buy".
TALKS = word_set("talk talks negotiation negotiations discussion discussions rumor rumour rumors")
#: Cues that stand for a statement and nothing more.
SAYING = word_set(
    "say said says tell told tells report reported reports write wrote writes add added reply "
    "replied claim claimed claims insist insisted state stated post posted tweet tweeted announce "
    "announced confirm confirmed reveal revealed"
)
#: Denials, in verb and noun: they meet a statement that says no.
DENIALS = word_set("deny denied denies denying denial denials dismiss dismissed rebut rebutted")
#: Before a time expression: it dates what stands before it.
DATING = word_set("in on from at of for by during around early late mid since last this next")
#: A time after one of these begins a state rather than dates an event.
SINCE = word_set("since")
#: An article that takes something back, or says it was changed: at the head of a sentence.
CORRECTIONS = word_set("correction corrections clarification corrected erratum retraction")
#: In a clause without an event's status: it leaves open what it says.
OPEN = word_set("could may might can hardly perhaps maybe possibly whether if")
#: Families of senses that say a plan was put off or given up.
PUT_OFF, GIVEN_UP = "delay", "cancel"
#: Words that open a clause and are left out of its quotation.
OPENERS = word_set("and but or so yet that when where after then")
#: "The year", "that day": dates only what the text has told of before.
POINTING = word_set("the that this")
#: A clause after one of these is of the time of the clause around it.
AT_THAT_TIME = word_set("when as")

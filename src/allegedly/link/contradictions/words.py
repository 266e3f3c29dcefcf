"""What is said to be how much, what takes something back, what changes: as data."""

from __future__ import annotations

from ...reader.lexicon import phrases, word_set

#: Measures of money: the words, in the forms that stand beside a figure.
MONEY = {
    "price": word_set(
        "price prices priced worth deal sum takeover acquisition purchase buyout sale fetch fetched"
    ),
    "offer": word_set("offer offers offered offering bid bids bidding tabled tendered"),
    "value": word_set("value values valued valuation valuing"),
    "cost": word_set("cost costs costing bill expense expenses"),
    "loan": word_set("lend lends lent loan loans loaned borrow borrowed borrowing"),
    "loss": word_set("lost lose loses losing loss losses deficit"),
    "profit": word_set("profit profits earnings surplus"),
    "turnover": word_set("turnover revenue revenues sales takings receipts grossed"),
    "debt": word_set("debt debts owes owed owing"),
    "fine": word_set("fine fined fines penalty penalties"),
    "damages": word_set("damages compensation settlement alimony sued suing"),
    "pay": word_set("salary salaries wage wages pay earns earned earning paid fee fees"),
    "payment": word_set("payment payments payoff payout severance bonus bonuses"),
    "charge": word_set("fare fares ticket tickets charge charges charged rent rents fee toll"),
    "fund": word_set("raised raise raising funding invested invest investment budget grant fund"),
    "capital": word_set("capital equity stake shares"),
    "bail": word_set("bail bond ransom reward"),
    "theft": word_set("stole stolen embezzled missing haul bribe bribes bribed"),
}
#: Measures that a story has one of: a sentence need not say of what the price is.
OF_THE_STORY = word_set("price offer value")
#: Counts that a story has one of at a time.
TOLLS = word_set("dead injured arrested missing")
#: Forms of selling and buying: "sell … for £14 million" says a price.
TRADING = word_set(
    "sell sells selling sold buy buys buying bought acquire acquires acquiring acquired purchase "
    "purchased purchasing"
)
#: Measures of counted things: nouns and, where the noun alone is too broad, words beside it.
COUNTED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "cuts": (
        word_set(
            "job employee worker staff post staffer person people position role cut layoff "
            "redundancy"
        ),
        word_set(
            "cut cuts cutting lay laid laying layoff layoffs axe axed axes axing shed sheds "
            "shedding slash slashed slashing lose loses losing redundant redundancy redundancies "
            "severance fire fired firing"
        ),
    ),
    "staff": (
        word_set("job employee worker staff post staffer person people crew"),
        word_set(
            "employ employs employed employing job jobs employee employees worker workers staff "
            "workforce payroll staffer staffers"
        ),
    ),
    "dead": (
        word_set("person people dead man woman child death victim passenger soldier life civilian"),
        word_set(
            "dead died die killed kill kills killing deaths death fatalities victims perished toll"
        ),
    ),
    "injured": (
        word_set("person people injured wounded man woman child passenger casualty"),
        word_set("injured wounded hurt injuries hospitalised hospitalized casualties"),
    ),
    "arrested": (
        word_set("person people man woman suspect protester arrest arrested"),
        word_set("arrested detained arrests held custody"),
    ),
    "missing": (
        word_set("person people missing man woman child passenger"),
        word_set("missing unaccounted"),
    ),
    "children": (
        word_set("child kid son daughter baby"),
        word_set(
            "have has had share shares parent parents mother father together raise raising "
            "raised co-parent couple"
        ),
    ),
    "present": (
        word_set("person people protester demonstrator guest fan spectator supporter marcher"),
        word_set("attended crowd turned marched gathered rally attendance protesters packed"),
    ),
}
#: Measures that grow while a story goes on: they differ from day to day.
GROWING = word_set("dead injured arrested missing present fund cuts")
#: Those of them that later coverage replaces: a toll by a higher one, a plan by what is done.
REPLACED = word_set("dead injured arrested missing cuts")
#: Nouns too broad to make two counts one thing by themselves.
BROAD = word_set(
    "year month week day hour minute second time thing person man woman party way point reason "
    "question part side word one other lot case place kind sort page time step piece percent "
    "people friend source member official name meter metre mile kilometre inch foot"
)
#: Words of a sentence that tell nothing of what it is about.
EMPTY = word_set(
    "the a an and or but of in on at to from with by for as is are was were be been being has have "
    "had will would could should may might can must do does did not no it its he she they them "
    "his her their him i we you my our your me us this that these those there here who whom whose "
    "which what when where why how if than then so such very more most less least some any all "
    "each every both either neither one two own same other another into over under up down out off "
    "about after before since until while during through between against said say says told tell "
    "tells according also just only still even now new last first next year week month day today "
    "monday tuesday wednesday thursday friday saturday sunday"
)
#: Where an outlet takes something back.
CORRECTION = phrases(
    "correction:, corrections:, clarification:, an earlier version, "
    "a previous version, an article published here, was corrected, has been corrected, "
    "been amended, was amended, updated to correct, incorrectly, erroneously, mistakenly, "
    "misstated, misreported, misidentified, we apologise, we apologize, regret the error, "
    "we regret, we retract, has retracted, retracted its, editor's note, editors' note, "
    "we got it wrong, was wrong to report, were wrong to report"
)
#: The words of it that say that it was wrong.
ERROR = word_set(
    "error errors mistake mistakes wrong wrongly incorrect incorrectly erroneous erroneously "
    "mistakenly misstated misreported misidentified misprint typo retract retracted regret "
    "inaccurate inaccurately untrue false"
)
#: Words by which a later sentence replaces an earlier one.
CHANGE = phrases(
    "put off, postponed, postpone, delayed, deferred, pushed back, brought forward, moved to, "
    "rescheduled, adjourned, instead, no longer, withdrew, withdrawn, withdraw, called off, "
    "cancelled, canceled, scrapped, abandoned, dropped, revised, raised to, raised its, cut to, "
    "reduced to, increased to, has risen to, rose to, fell to, has fallen to, up from, down from, "
    "changed, reversed, backtracked, u-turn, was wrong, were wrong, i was wrong, take it back, "
    "takes back, took back, retracted, corrected, amended, merely, would now, now says, now say, "
    "in the end, eventually, turned out, has since, have since, extended"
)
#: Those of them that move a date.
MOVED = phrases(
    "put off, postponed, postpone, delayed, delay, deferred, defer, pushed back, brought forward, "
    "moved to, rescheduled, adjourned, put back, held over, slipped to, not until, extended"
)
#: Words that leave a sum open.
OPEN = word_set("could may might would if expected discussion reported reportedly rumoured rumored")
#: Stems of verbs that say little of what an event is.
LIGHT = word_set("be hav tak mak get go com giv put set plan call say tell want mov explain run do")

"""Words for the relations that news is mostly about, as data.

A broad table of paraphrase classes: what stands in one class may be said for the same
thing; two statements whose classes are different ones speak of different things. It
serves to compare statements beside a sentence encoder, to which "buy" and "sell",
"marry" and "divorce" look alike. Classes are coarse on purpose (who buys and who sells
is one relation), and a word in no class tells nothing.

A pattern is one or more words in their base form; ``|`` parts alternatives, ``~`` stands
for up to five words, ``$`` for the end of the statement, ``=`` before a word asks for
exactly this form. Patterns are parted by commas; the longest that fits wins.
"""

from __future__ import annotations

from ...reader.lexicon import word_set

#: Fixed phrases in which a word of a class says something else; they are taken out first.
NOTHING = (
    "close to, close in on, so close, be close, run into, date back, =date, at the time, "
    "as long as, as well as, take part, take place, =worth it, for the record, "
    "question of, beyond question, be it, of course, to date, up to date, market leader, "
    "stand by, close with, wait and see, fire station, fire service, charge of, in charge, "
    "well known, state of, public record, file for, trial run, test drive, "
    "public|private ownership, publicly|privately|family|wholly|jointly|state own, "
    "his|her|its|their|my|our own, wedding gown|dress|ring|anniversary|photo, "
    "release ~ statement, dead line, close friend|relative|ally|source, of interest, court order, "
    "in the case, in that case, hit single, single day, single time, every single, =split second"
)

#: Relation -> patterns.
RELATIONS: dict[str, str] = {
    # people with each other
    "reconcile": (
        "reconcile, reconciliation, rekindle, reunite, reunion, get back together, back together, "
        "get back with, =getting back $, get back $, win ~ back, win back, take ~ back $, "
        "take him|her|them back, get him|her|them back, want ~ back, run back to, "
        "run right back to, come back to me|him|her, =family back, patch ~ up, "
        "=second|another|=last chance|shot|go|try, call off ~ divorce, "
        "withdraw|drop|cancel|halt|dismiss|stop|scrap ~ divorce, withdraw|drop her|his petition, "
        "repair|save|fix|rebuild|mend|salvage|restore|work on ~ marriage|relationship, "
        "smooth ~ relationship, regain ~ love, give ~ marriage ~ try|chance, make amend, "
        "bury the hatchet, make up with, way forward, mend fence"
    ),
    "divorce": (
        "divorce, end ~ marriage, dissolve ~ marriage, file to be single, legally single, "
        "declare single, legal separation"
    ),
    "split": (
        "split, split up, break up, =break-up, breakup, separate from, separation, part way, "
        "estrange, go ~ separate way, call it quit, dump, =separated, "
        "live|living apart|separately, live|living in separate, move out, on the rocks"
    ),
    "marry": "marry, wed, wedding, tie the knot, walk down the aisle, say i do, elope, newlywed",
    "engaged": "=engaged, engagement, fiance, fiancee, pop the question, propose to, betroth",
    "dating": (
        "=dating, =dated, romance, romantically, see each other, in a relationship, girlfriend, "
        "boyfriend, link to, new love, fall in love, fling, go out with, step out with, "
        "spend time with, pop up with, hold hand, pack on"
    ),
    "pregnant": "pregnant, pregnancy, expect ~ child|baby, baby bump, baby on the way",
    "birth": "give birth, born, birth, welcome ~ baby|child|son|daughter, new baby",
    "cheat": "cheat, affair, unfaithful, infidelity, mistress, two-time",
    "feud": "feud, bad blood, fall out, unfollow, beef, rift, row with, snub",
    # business
    "sell": (
        "sell, sale, buy, buyer, purchase, acquire, acquisition, takeover, take over, change hand, "
        "divest, for sale, sell off, buyout, offload, privatise, privatize"
    ),
    "merge": "merge, merger, join force, combine with, tie-up",
    "price": "price, worth, cost, valuation, value, valued, priced, sum",
    "offer": "offer, bid, tender, counteroffer",
    "lease": "lease, rent, charter, let to",
    "deal": "deal, agreement, pact",
    "contract": "contract, sign ~ deal, sign ~ agreement, letter of intent, memorandum",
    "launch": (
        "launch, unveil, release, roll out, debut, come out, introduce, ship, hit ~ shelf, "
        "go on sale, premiere, open"
    ),
    "delay": "delay, postpone, put off, push back, defer, put ~ off, hold up, adjourn",
    "cancel": (
        "cancel, scrap, shelve, axe, call off, abandon, withdraw, pull out, "
        "discontinue, pull the plug, stop ~ work on, stop ~ production, drop ~ plan"
    ),
    "close": "close, shut, shut down, closure, cease trading",
    "layoff": (
        "lay off, layoff, redundant, redundancy, job cut, job loss, severance, staff cut, "
        "cut|lose|shed|axe|slash ~ job|staff|position|workforce"
    ),
    "bankrupt": (
        "bankrupt, bankruptcy, insolvent, insolvency, go under, liquidate, wind up, go bust, "
        "go broke, receivership"
    ),
    "invest": "invest, investment, stake in, fund, funding, finance",
    "listing": "ipo, go public, flotation, stock market debut",
    "register": "register, incorporate, set up ~ company|subsidiary, trademark, subsidiary",
    "own": "own, owner, ownership, belong to",
    "employ": "employ, employee, workforce, on the payroll",
    "recall": "recall",
    "fares": "raise ~ fare|price|fee, increase ~ fare|price|fee, price rise, fare rise, price hike",
    "relocate": "relocate, move to, move from, relocation, transfer to",
    # jobs and offices
    "resign": (
        "resign, resignation, step down, stand down, quit, step aside, step back, agree to leave, "
        "leave his|her|their|the job|post|role|company|team|show|club|firm, leave with, "
        "leave office, =leaving $, depart as, departure"
    ),
    "fire": "=fired, sack, oust, let go, =fire him|her|them, dismissal, suspend, show ~ door",
    "hire": "hire, appoint, recruit, appointment, name ~ as, join ~ as",
    "stay": "stay on, remain in|as|at, keep ~ job, stay as|at|with",
    "retire": "retire, retirement",
    "elect": "elect, election, win ~ seat|election|nomination, reelect",
    "candidate": "run for, candidacy, stand for, presidential bid, bid for president, campaign for",
    "vote": "vote, ballot, referendum",
    "strike": "strike, walkout, industrial action, walk out",
    # law
    "sue": "sue, lawsuit, take ~ to court, legal action, suit against",
    "charge": "=charged, indict, indictment, =charges, accuse",
    "suspect": (
        "suspect, person of interest, wanted for|over|by, wanted in connection, sought over|by, "
        "hunt ~ over"
    ),
    "arrest": "arrest, detain, custody, apprehend, handcuff",
    "convict": "convict, conviction, guilty, find ~ guilty",
    "acquit": "acquit, acquittal, exonerate, clear of",
    "jail": "jail, prison, imprison, sentence, behind bar",
    "investigate": "investigate, investigation, probe, inquiry, enquiry, under scrutiny",
    "settle": "settle ~ court|suit|case|claim, settlement",
    "ban": "ban, prohibit, outlaw, block ~ from",
    "steal": "steal, theft, rob, robbery, burgle, burglary, embezzle, loot, pocket",
    "fraud": "fraud, swindle, scam, con, bribe, bribery, corruption, launder",
    "assault": "assault, attack, beat up, harass, abuse, punch",
    # life and death
    "die": "die, death, dead, pass away, decease, funeral",
    "kill": "kill, murder, shoot, stab, strangle, poison, behead",
    "hurt": "hurt, injure, injury, wound",
    "ill": (
        "ill, illness, sick, hospital, hospitalise, hospitalize, diagnose, cancer, test positive, "
        "surgery, overdose, rehab, disorder"
    ),
    "recover": "recover, recovery, discharge from",
    "cause": "cause, trigger, spark, set off, to blame, blame ~ on, responsible for",
    "crash": "crash, collide, collision, derail, sink, capsize, run aground",
    "burn": "blaze, explode, explosion, arson, burn down, catch fire",
    "missing": "missing, disappear, vanish, disappearance, abduct, kidnap",
    "find": "discover, unearth, spot, sight, sighting",
    # public life
    "approve": "approve, approval, agree on, ratify, endorse, green light, pass ~ law|bill|budget",
    "reject": "reject, throw out, vote down, turn down, veto",
    "protest": "protest, demonstrate, rally, riot, boycott",
    "ceasefire": "ceasefire, truce, peace deal, peace agreement",
    "invade": "invade, invasion, deploy, airstrike, bomb, shell",
    "leak": "leak",
    "fake": "hoax, =fake, forge, forgery, fabricate, doctor, photoshop, genuine, authentic, satire",
    "perform": "perform, performance, concert, tour, star in, cast as, play ~ role, headline",
    "cosmetic": "facelift, plastic surgery, botox, implant, weight loss, lose ~ pound",
    "build": "build, construct, construction, erect, demolish, demolition, tear down",
}

#: Relations that may be said of one matter: they do not tell two statements apart.
RELATED = (
    "cancel reconcile, sell offer, sell deal, sell contract, sell own, sell lease, "
    "offer deal, contract deal, merge deal, merge sell, lease deal, resign fire, resign retire, "
    "charge arrest, charge sue, charge investigate, arrest investigate, convict jail, "
    "charge convict, suspect charge, suspect arrest, suspect investigate, cause burn, cause crash, "
    "die kill, hurt crash, hurt assault, die ill, price sell, price offer, "
    "price deal, marry engaged, pregnant birth, cancel delay, "
    "launch delay, launch cancel, elect vote, elect candidate, "
    "approve vote, reject vote, approve reject, approve sell, register launch, close bankrupt"
)

#: How a relation stands: wanted or worked for, talked over, feared. A statement in which
#: it stands so is another statement than one in which it does not.
ASPECTS: dict[str, str] = {
    "attempt": (
        "try to, try, attempt, attempt to, effort, seek to, aim to, want, =wants, wish, hope to, "
        "fight to, struggle to, beg, ask ~ to, plead, pray for, long to, eager to, desperate to, "
        "urge ~ to, call for, call on, need ~ to, fight of ~ life, campaign to, fight"
    ),
    "talk": "=talks, =talk of, negotiate, negotiation, =discussions, in discussion",
    "offer": "offer to, offer ~ to, =offered, bid for, bid to, make ~ offer, make ~ bid",
    "condition": "would ~ before, would rather, would sooner, were to, in case of, in the event",
}

#: What looks like one of them and is none.
NO_ASPECT = "will|would|may|might|could want to, try again, tried and tested, as you wish"

#: After a noun like "sale" these leave the relation itself what is spoken of; after others
#: ("the sale would bring …") it is only the topic of another statement.
LIGHT = word_set(
    "agree happen go proceed complete close announce confirm plan expect rule likely off imminent "
    "near final finalise finalize possible certain ongoing under begin start end over fail "
    "collapse fall back stall loom sign seal do approve block stop cancel delay postpone deny "
    "report rumour rumor discuss consider propose exist set due underway unlikely follow come "
    "inevitable take real true false on question table card"
)

#: A noun like "sale" after one of these only sets the scene: "after the sale the boats …".
SCENE = word_set(
    "amid despite during after before since over by under from without following until"
)

#: Words that make a clause say no. "hardly" and "unlikely" lean to it.
NEGATORS = word_set(
    "not n't no never nobody none nothing neither nor without cannot hardly unlikely false untrue "
    "refuse refuses refused decline declines declined fail fails failed deny denies denied "
    "dismiss dismisses dismissed ruled refute refutes refuted stop stops stopped stopping "
    "prevent prevents prevented preventing"
)

#: What may be said to be false, and the words that say so of it: "the story is made up".
REPORTS = word_set(
    "story stories report reports rumor rumors rumour rumours claim claims allegation allegations "
    "speculation suggestion suggestions gossip article articles news narrative"
)
UNTRUE = word_set(
    "nonsense rubbish baseless bogus groundless unfounded fabricated fabrication fiction fictional "
    "fake invented inaccurate wrong garbage ridiculous absurd"
)
#: Before a word of telling these take back what is told: "wrongly said that …".
MISTAKEN = word_set("wrongly falsely mistakenly erroneously incorrectly")
TOLD = word_set("say report claim state name identify suggest describe call tell")

#: Words before "May" that make it the month.
BEFORE_MONTH = word_set("in of on since until by last next this early late mid before after for")

#: Forms that endings do not explain, and their base.
IRREGULAR = (
    "sold:sell bought:buy got:get gotten:get took:take taken:take gave:give given:give "
    "left:leave won:win made:make went:go gone:go goes:go met:meet fell:fall fallen:fall "
    "broke:break broken:break chose:choose chosen:choose began:begin begun:begin dying:die "
    "tying:tie laid:lay stole:steal stolen:steal shot:shoot fought:fight found:find held:hold "
    "kept:keep knew:know known:know led:lead lost:lose paid:pay ran:run rose:rise saw:see "
    "seen:see sent:send struck:strike thought:think told:tell wore:wear worn:wear wrote:write "
    "written:write withdrew:withdraw withdrawn:withdraw drew:draw drawn:draw spent:spend "
    "built:build rebuilt:rebuild brought:bring caught:catch came:come became:become grew:grow "
    "grown:grow swore:swear beaten:beat is:be are:be was:be were:be been:be being:be am:be "
    "has:have had:have does:do did:do done:do said:say felt:feel meant:mean sought:seek "
    "taught:teach threw:throw thrown:throw drove:drive driven:drive flew:fly forgave:forgive "
    "forgiven:forgive hid:hide hidden:hide stood:stand understood:understand swept:sweep "
    "stuck:stick sank:sink sunk:sink slept:sleep sang:sing sung:sing rung:ring rang:ring "
    "ate:eat eaten:eat shook:shake shaken:shake woke:wake stepped:step men:man women:woman "
    "people:people children:child wives:wife lives:life "
)

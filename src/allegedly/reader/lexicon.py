"""Word tables of the reader, as data: what a checker may read and correct."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which white space parts."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of ``text``, which commas part."""
    return frozenset(part.strip() for part in text.split(","))


#: Heads of sources that stay unnamed, one or many.
UNNAMED = word_set(
    "source sources insider insiders official officials person people friend friends aide aides "
    "pal pals witness witnesses onlooker onlookers eyewitness eyewitnesses observer observers "
    "critic critics expert experts analyst analysts fan fans supporter supporters opponent "
    "opponents others some many most several one those everyone nobody anybody somebody someone "
    "resident residents locals neighbour neighbours neighbor neighbors colleague colleagues "
    "executive executives employee employees worker workers staff staffer staffers member members "
    "lawyer lawyers attorney attorneys man woman men women user users commenter commenters "
    "rumor rumors rumour rumours speculation whispers gossip reports rumblings "
    "broker trader traders lawmaker lawmakers politician politicians tipster"
)

#: Those of them that "the" does not make a known person either.
NOBODY = word_set(
    "source insider official person tipster man woman one witness onlooker resident councillor "
    "employee worker staffer user commenter member friend aide pal informant"
)

#: Heads of sources that are texts.
DOCUMENT = word_set(
    "filing filings document documents memo memos memorandum report study survey poll polls "
    "papers records record email emails e-mail letter letters lawsuit complaint indictment "
    "petition transcript contract agreement bill law act constitution ruling verdict order "
    "judgment affidavit deposition statement statements press-release release minutes accounts "
    "invoice notice article story book biography memoir manifest log figures data census tweet post"
)

#: Heads that stand for a body as a whole: the body speaks, nobody hides.
BODY = word_set(
    "police council government court parliament senate congress committee commission department "
    "ministry agency company firm party union university board bank city county state campaign "
    "administration embassy hospital club league team band church army navy regulator authority "
    "institute office bureau operator line association cooperative co-operative charity "
    "publisher studio label network airline operator group corporation fire-service coastguard"
)

#: Those of them that fit any business.
BUSINESS = word_set("company firm group operator line corporation airline publisher studio label")

#: Nouns for businesses that look like those for people.
BUSINESSES = word_set(
    "manufacturer manufacturers retailer retailers supplier suppliers wholesaler wholesalers "
    "carmaker carmakers automaker automakers drugmaker drugmakers chipmaker chipmakers insurer "
    "insurers brewers broadcaster broadcasters lender lenders exporter "
    "exporters importer importers utility utilities airline airlines"
)

#: Nouns that are bodies even where they look like people; "a party", "a group" may be people.
BODIES = (BODY | BUSINESSES) - word_set(
    "police congress party campaign city county state line group band team publisher hospital "
    "church university office border"
)

#: Last words of names that tell an organisation, or a place.
ORGANIZATION_WORDS = BODY | word_set(
    "chemical chemicals securities pharmaceuticals pharma electronics technologies robotics "
    "biotech logistics petroleum telecom aerospace insurance laboratories semiconductors "
    "ferries ltd limited inc corp corporation plc llc llp holdings partners industries enterprises "
    "foundation society trust federation alliance coalition services systems airlines airways "
    "railways motors records pictures studios entertainment bureau college school academy "
    "assembly cabinet treasury tribunal guild press committee business crossings shipping lines"
)
PLACE_WORDS = word_set(
    "bay quay street road avenue lane square park island islands river lake sea ocean county city "
    "town village valley hill hills mountain mountains beach harbour harbor port pier estuary "
    "peninsula coast bridge station airport stadium hotel house hall tower gardens"
)

#: Heads that speak for somebody else.
SPOKES = word_set(
    "spokesman spokeswoman spokesperson spokespeople spokespersons spokesmen representative "
    "representatives rep reps publicist publicists"
)

#: Nouns and titles that tell a grammatical gender, for pronouns.
FEMALE = word_set(
    "she her hers herself mrs ms miss mme woman girl lady mother mom mum wife daughter sister aunt "
    "niece grandmother queen princess actress chairwoman spokeswoman congresswoman councilwoman "
    "businesswoman girlfriend stepmother heiress widow duchess baroness madam hostess waitress"
)
MALE = word_set(
    "he him his himself mr sir man boy gentleman father dad husband son brother uncle nephew "
    "grandfather king prince chairman spokesman congressman councilman businessman boyfriend "
    "stepfather heir widower duke baron lord actor fisherman policeman"
)

#: Titles and forms of address before a name; they are not part of it.
TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister president "
    "senator sen rep representative congressman congresswoman governor gov mayor councillor "
    "councilman councilwoman judge justice chief captain capt lieutenant lt sergeant sgt general "
    "gen colonel col secretary minister prime chancellor ambassador attorney king queen prince "
    "princess pope officer detective inspector superintendent commissioner cllr skipper"
)

#: Words that end the head of a source: what follows says more about it.
AFTER_HEAD = word_set(
    "of for from at in with to on who whom that which close familiar inside within near about "
    "among behind by whose working and speaking quoted cited seen obtained published released "
    "filed dated posted shown sent"
)

#: Last words of the names of outlets, and outlets whose names do not show it.
OUTLET_WORDS = word_set(
    "news times post herald tribune gazette courier journal magazine weekly daily observer "
    "guardian mirror express mail telegraph chronicle bulletin press radio tv television "
    "broadcasting newswire wire dispatch examiner inquirer sentinel globe independent monitor "
    "reporter register standard advertiser echo argus newspaper podcast blog today tonight review"
)
OUTLETS = phrases(
    "tmz, cnn, bbc, reuters, ap, afp, upi, npr, pbs, nbc, abc, cbs, msnbc, fox, fox news, "
    "politico, axios, buzzfeed, breitbart, bloomberg, people, us weekly, variety, billboard, "
    "deadline, page six, e!, e! news, vanity fair, vogue, elle, gq, rolling stone, the sun, "
    "the star, star, ok!, hello!, in touch, life & style, radar online, radaronline, "
    "entertainment tonight, et, access hollywood, the hill, the atlantic, the new yorker, "
    "newsweek, time, forbes, fortune, business insider, the huffington post, huffpost, the "
    "daily beast, vox, slate, salon, mother jones, quartz, vice, the economist, financial "
    "times, wsj, nyt, usa today, al jazeera, sky news, itv, channel 4, associated press, the "
    "associated press, agence france-presse, xinhua, tass, dpa, efe, ansa, hollywood life, "
    "hollywoodlife, gossip cop, perez hilton, the blast, cosmopolitan, glamour"
)

#: Those of them that make a name an outlet's wherever they follow it with a capital.
MASTHEADS = word_set(
    "times post herald tribune gazette courier journal telegraph chronicle examiner inquirer "
    "sentinel advertiser echo argus bulletin dispatch"
)

#: Nouns for an outlet without its name.
OUTLET_NOUNS = word_set(
    "newspaper paper magazine website site tabloid broadcaster station outlet outlets newspapers "
    "magazines tabloids blog podcast programme show"
)
#: Outlets that are known by their capitals wherever they stand.
OUTLET_ACRONYMS = word_set(
    "TMZ CNN BBC AFP UPI NPR PBS NBC ABC CBS MSNBC WSJ NYT ITV DPA ANSA TASS"
)
OUTLET_FIRST = word_set("radio channel bbc cnn sky fox nbc abc cbs itv npr associated agence")

#: Cues of an outlet passing something on.
REPORTING = word_set("report reports reported reporting citing cites cited")

#: Pronouns for people, as sources; and those of the first person.
PRONOUNS = word_set("he she him her his hers himself herself")
PLURAL_PRONOUNS = word_set("they them their both these those")
RELATIVES = word_set("which that what")
FIRST_PERSON = word_set("i me my myself we us our")

#: Verbs that one person is not the subject of.
PLURAL_VERBS = word_set("have")

#: Cues of a reply: the source is not who spoke last.
REPLYING = word_set("replied replies reply answered answers responded responds retorted retorts")

#: Words that alone describe nobody.
DETERMINERS = word_set(
    "the a an his her their its our my this that these those all both each every one two three "
    "some many most few several any none neither either another other others such same no"
)

#: Words that a headline may set with a capital before a name.
FUNCTION_WORDS = word_set(
    "else where why how what when who did does do will would is are was were can could should has "
    "have had may might must if as after before while since until and but or not now even only so"
)

#: Nouns for several people that do not end in s.
MANY = word_set("people couple pair two family public children men women duo trio crowd crew press")

#: Words before quotation marks that announce a name rather than speech.
NAMING = word_set(
    "titled entitled dubbed nicknamed so-called song single album film movie "
    "show series book novel play ship ferry boat vessel podcast episode track hit hits programme "
    "program documentary painting poem magazine column ballad musical opera video headlined"
)
#: Verbs that say how something looks, and to nobody in particular.
SEEMING = word_set("seem seems seemed seeming appear appears appeared appearing")

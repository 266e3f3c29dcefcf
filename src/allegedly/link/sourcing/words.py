"""Word tables of the sourcing chains, as data."""

from __future__ import annotations

from ...reader.lexicon import DOCUMENT, REPORTING, UNNAMED, phrases, word_set
from ...reader.person_nouns import PERSON_NOUNS
from ..words import term

#: Heads that say no more than that somebody spoke.
ANYBODY = word_set(
    "source sources insider insiders person people persons individual individuals somebody someone "
    "one ones everyone anybody anyone tipster informant man men woman women figure figures"
)
#: Words for some of a crowd, a noun only where no other follows.
QUANTIFIERS = word_set("one ones other others some many several most few")
#: Heads of a source that is talk and nobody's word.
HEARSAY = word_set(
    "rumor rumors rumour rumours speculation whispers whisper gossip rumblings buzz chatter talk"
)
#: Heads of descriptions of people who may be a source.
SPEAKERS = (PERSON_NOUNS | UNNAMED | ANYBODY | QUANTIFIERS) - HEARSAY - word_set("reports")
#: Heads after which a phrase in the running text is taken for a source, if more speaks for it.
TELLERS = word_set(
    "source sources insider insiders person people persons individual individuals tipster "
    "informant official officials councillor councillors aide aides friend friends pal pals "
    "adviser advisers advisor advisors executive executives employee employees staffer staffers "
    "lawyer lawyers attorney attorneys broker brokers shipbroker shipbrokers banker bankers "
    "investor investors analyst analysts witness witnesses officer officers lawmaker lawmakers "
    "diplomat diplomats minister ministers relative relatives neighbour neighbours neighbor "
    "neighbors colleague colleagues worker workers supplier suppliers engineer engineers "
    "developer developers trader traders politician politicians onlooker onlookers detective "
    "detectives investigator investigators prosecutor prosecutors teammate teammates"
)

#: Numbers of people, in words.
COUNTS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a dozen": 12,
    "dozen": 12,
}
#: First words of a description of somebody new; and of one who is not the one just mentioned.
INDEFINITE = word_set("a an one some several many multiple various numerous few") | COUNTS.keys()
ANOTHER = word_set("another second third fourth different further")
#: First words of a description of somebody who was mentioned before.
DEFINITE = word_set("the this that these those both")
#: Words that stand for somebody mentioned before.
PRONOUNS = word_set("they them he she his her him who whom whose these those")
#: Verbs of telling, as they follow a source.
TELLING = word_set(
    "told tells tell said says say saying adds added claims claim claimed insists insist insisted "
    "reveals revealed reveal confirmed confirms spills dished explained explains shared reckons "
    "indicate indicated indicates reckon suggested suggest suggests described describes recalled "
    "recalls warned warns argued alleged alleges dished believe believes believed"
)
#: Words before a source.
BEFORE_SOURCE = phrases("according to, citing, cites, cited, quoting, quotes, quoted")
#: What a source is said to be, after its head.
QUALIFYING = word_set(
    "who whose familiar close briefed involved in inside at within from with near to on connected "
    "privy working"
)
#: Words of a description that do not tell one source from another.
IDLE = word_set(
    "a an the and or of to in on at by for with from who whom whose that which is are was were be "
    "been has have had not no its his her their our my this these those it they he she him them as "
    "unnamed anonymous unidentified undisclosed multiple several various many some few numerous "
    "same one two three four five six seven eight nine ten both first second third other another "
    "all authorised authorized named name identified asked requested speak spoke speaking publicly "
    "public condition anonymity because according told said says tells say well so exclusively "
    "reportedly allegedly most any each every so-called local other different further about "
    "direct knowledge matter"
)
#: Words that end the noun phrase a description begins with, and those of a relative clause.
LINKING = word_set(
    "of and that for who whom which by over under about behind among between against"
)
WHO = word_set("who whose that")
#: Sources that are nobody: "no one thinks", "you know".
NO_SOURCE = word_set("no nobody none noone not neither nothing few you your one's")
#: Sources that are talk, where nothing more is said of them: "everyone is asking".
CROWD = word_set("everyone everybody anyone anybody people many some others")
#: Words by which a description points back at an account given before.
ACCOUNT_OF = word_set("told account said reported spoke tip tipped claim claimed story")

#: Heads of documents that may be a source, each with the class it belongs to.
DOCUMENT_CLASS = {
    **{word: word.removesuffix("s") for word in DOCUMENT},
    **dict.fromkeys(
        word_set("filing filings petition petitions lawsuit complaint paperwork"), "filing"
    ),
    **dict.fromkeys(word_set("papers document documents file files dossier"), "document"),
    **dict.fromkeys(word_set("memo memos memorandum"), "memo"),
    **dict.fromkeys(word_set("email emails e-mail e-mails"), "email"),
    **dict.fromkeys(word_set("report reports study"), "report"),
    **dict.fromkeys(word_set("autopsy autopsies inquest"), "autopsy"),
    **dict.fromkeys(word_set("website webpage"), "website"),
    **dict.fromkeys(word_set("audit inquiry investigation review analysis"), "inquiry"),
}
#: Those of them that are found in running text as well; the rest has too many other senses.
PAPERS = word_set(
    "filing filings document documents memo memos memorandum report papers email emails letter "
    "letters lawsuit complaint indictment petition transcript contract affidavit deposition "
    "dossier invoice paperwork"
)
#: Words before a document that say nothing of what document it is.
IDLE_OF_DOCUMENT = IDLE | word_set(
    "leaked confidential internal private secret new newly recent latest official nine-page draft "
    "final full original copy published obtained seen reviewed page pages long dated early "
    "so shortly came light sent later ahead purported alleged legal"
)
#: Classes of heads, and words before "sources", of outlets that are not named.
MEDIA = word_set(
    "media outlet press newspaper paper site website tabloid report broadcaster channel"
)
MEDIA_SOURCES = word_set("news media press")
#: Short names that their long ones do not show.
SHORT_NAMES = {
    "ap": "associatedpress",
    "afp": "agencefrancepresse",
    "nbc": "nbcnews",
    "wapo": "washingtonpost",
    "huffpost": "huffingtonpost",
}
#: Cues of what an outlet reports, rather than does.
REPORTED = REPORTING | TELLING | word_set("according wrote writes quoted quotes learned")
#: Classes of documents that outlets make.
OF_OUTLETS = word_set("report story article post")
#: Words between a document and whose or what it is.
OF_DOCUMENT = word_set("at of from with by in on")
#: What a document does where it speaks.
SHOWING = word_set(
    "says said say adds added states stated shows showed show lists listed gives gave sets set "
    "notes noted puts put describes described warns warned concludes concluded claims claimed "
    "reveals revealed confirms confirmed speaks names indicates indicated suggests suggested "
    "reads alleges alleged details detailed mentions mentioned argues"
)

#: Pronouns for a document.
FOR_THINGS = word_set("it they which that this these both")
#: The classes (see `chains_unnamed`) of heads that describe people, and of talk; endings of others.
SPEAKER_CLASS = frozenset(term(word) for word in SPEAKERS) | {"source"}
TELLER_CLASS = frozenset(term(word) for word in TELLERS)
HEARSAY_CLASS = frozenset(term(word) for word in HEARSAY)
PERSON_ENDINGS = ("broker", "worker", "maker", "ist", "ician", "holder", "leader", "man", "woman")

#: Those of them that "it" does only where it stands for a document ("it shows" may be anything).
SAYING = SHOWING - word_set(
    "shows showed show confirms confirmed suggests suggested indicates indicated reveals revealed "
    "puts put speaks"
)
#: Hedges with which a text goes on with what somebody told, rather than with its own thoughts.
GOING_ON = phrases(
    "would, could, reportedly, allegedly, supposedly, is said, are said, was said, were said, "
    "is expected, are expected, is understood, are understood, is believed, are believed"
)
#: Words after which a noun phrase is over, though they stand before a verb.
ADVERBS = word_set("there here alike himself herself themselves itself too alone")
#: News agencies: an article credited to one is that agency's.
AGENCIES = phrases(
    "reuters, ap, afp, upi, associated press, agence france-presse, xinhua, tass, dpa, efe, ansa, "
    "pa, pa media, press association, bloomberg, kyodo, kyodo news, ians, pti, ani"
)

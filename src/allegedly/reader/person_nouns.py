"""Nouns that always stand for people, as data: a tagger that wavers is believed sooner there."""

from __future__ import annotations

from .lexicon import UNNAMED, word_set

#: Singular; their plurals are made with s.
_ONE = word_set(
    "star co-star "
    "actor actress adviser advisor aide ally analyst anchor announcer applicant architect artist "
    "assistant athlete attacker author babysitter backer ballerina banker baker barber barrister "
    "beneficiary billionaire biographer bodyguard bookseller boxer boyfriend bride bridesmaid "
    "broker brother builder businessman businesswoman butcher buyer campaigner candidate captain "
    "carpenter cashier ceo chairman chairwoman chancellor chef choreographer citizen cleaner "
    "clerk client coach colleague columnist comedian commentator commissioner commuter composer "
    "conductor congressman congresswoman contestant contractor councillor councilman councilwoman "
    "cousin craftsman critic customer cyclist dancer daughter dealer deckhand defendant defender "
    "delegate deputy designer detective developer director doctor donor driver drummer economist "
    "editor electrician employee employer engineer entertainer entrepreneur ex ex-boyfriend "
    "ex-girlfriend ex-husband ex-wife executive expert fan farmer father fiance fiancee fiancé "
    "fiancée filmmaker financier firefighter fisherman footballer founder co-founder friend "
    "gardener girlfriend goalkeeper governor grandfather grandmother grandson granddaughter "
    "graduate guard guest guitarist hairdresser heiress historian homeowner hostess host "
    "housekeeper husband influencer informant insider inspector instructor investigator investor "
    "inventor islander janitor journalist judge juror kid landlord lawmaker lawyer lecturer "
    "librarian lobbyist magistrate manager mayor mechanic migrant millionaire minister mogul "
    "mother motorist musician nephew neighbor neighbour niece nominee novelist nurse official "
    "officer onlooker opponent organiser organizer owner painter paramedic parent partner "
    "passenger patient patron pedestrian pensioner performer photographer physician pianist pilot "
    "playwright plumber poet politician pollster president prisoner producer professor programmer "
    "prosecutor protester psychologist publicist publisher pupil rapper reader realtor referee "
    "refugee reporter representative republican democrat researcher resident retiree rider rival "
    "sailor salesman scholar scientist screenwriter sculptor secretary senator sergeant sheriff "
    "shopkeeper sibling singer sister skipper socialite soldier solicitor son songwriter "
    "spokesman spokesperson spokeswoman spouse staffer stepfather stepmother strategist striker "
    "student stylist suitor superstar supermodel supporter surgeon survivor suspect swimmer "
    "teacher teammate teenager tenant therapist toddler tourist trader trainer treasurer tutor "
    "uncle aunt undertaker viewer violinist visitor volunteer voter waiter waitress wife widow "
    "widower winner witness worker writer yachtsman"
)
_MORE = word_set(
    "sources insiders spokespeople deputies beneficiaries wives ex-wives children kids people "
    "women men grandchildren fishermen businessmen policemen councilmen parents "
    "newlyweds firefighters "
    "spouses siblings twins exes co-stars co-parents celebs celebrities officials"
)
PERSON_NOUNS = (
    _ONE | {f"{noun}s" for noun in _ONE} | _MORE | (UNNAMED - word_set("one some many most"))
)
PERSON_NOUNS = PERSON_NOUNS - word_set(
    "rumor rumors rumour rumours speculation whispers reports several"
)

_ENDINGS = tuple(
    f"{ending}{plural}"
    for ending in ("ologist", "opath", "ician", "iatrist", "ographer", "therapist")
    for plural in ("", "s")
)


def names_people(noun: str) -> bool:
    """Whether a noun (lower case) always stands for people: "neighbours", "cardiologist"."""
    return noun in PERSON_NOUNS or noun.endswith(_ENDINGS)

"""The vocabulary of time, as data: what a checker may read and correct.

Every word or phrase has one *kind*; `grammar` says how kinds combine. Values
are TIMEX3's (TimeML 1.2.1), where that has one.
"""

from __future__ import annotations

from ..lexicon import word_set


def _numbered(text: str, start: int) -> dict[str, int]:
    """The words of ``text`` with their numbers; those joined by a bar share one."""
    rows = enumerate(text.split(), start)
    return {name: number for number, names in rows for name in names.split("|")}


#: Months and their abbreviations.
MONTHS = _numbered(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
    1,
)

#: Days of the week, ISO numbers.
WEEKDAYS = _numbered(
    "monday|mondays|mon tuesday|tuesdays|tues|tue wednesday|wednesdays|wed "
    "thursday|thursdays|thurs|thur|thu friday|fridays|fri saturday|saturdays|sat "
    "sunday|sundays|sun",
    1,
)

#: Seasons, in the order of the calendar year, with their TIMEX3 letters.
SEASONS = {
    "spring": "SP",
    "springs": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summers": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "autumns": "FA",
    "fall": "FA",
    "winter": "WI",
    "winters": "WI",
    "wintertime": "WI",
}

#: Units by their names, with the letter that a TIMEX3 duration uses.
UNITS = {
    name: unit
    for unit, names in {
        "second": "seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr",
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters",
        "semester": "semester semesters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia",
    }.items()
    for name in names.split()
}
PLURALS = frozenset(name for name in UNITS if name.endswith("s") or name == "millennia")
#: How TIMEX3 writes so many of a unit, after the P.
LETTERS = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "fortnight": "{}W",
    "weekend": "{}WE",
    "month": "{}M",
    "quarter": "{}Q",
    "semester": "{}H",
    "year": "{}Y",
    "decade": "{}DE",
    "century": "{}CE",
    "millennium": "{}ML",
}
#: Units that TIMEX3 counts in another one when their number is known.
COUNTED_AS = {
    "fortnight": ("week", 2),
    "decade": ("year", 10),
    "semester": ("month", 6),
    "millennium": ("year", 1000),
}

#: Parts of the day.
DAY_PARTS = {
    "morning": "TMO",
    "mornings": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "afternoon": "TAF",
    "afternoons": "TAF",
    "evening": "TEV",
    "evenings": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "night": "TNI",
    "nights": "TNI",
    "overnight": "TNI",
    "nighttime": "TNI",
    "daytime": "TDT",
    "daylight": "TDT",
    "noon": "T12:00",
    "midday": "T12:00",
    "lunchtime": "T12:00",
    "midnight": "T24:00",
}
#: Words that name a part of a known day by themselves, with the offset of that day.
NAMED_DAYS = {
    "today": (0, ""),
    "tonight": (0, "TNI"),
    "yesterday": (-1, ""),
    "tomorrow": (1, ""),
    "tonite": (0, "TNI"),
}

NUMBERS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    0,
) | {
    k: 10 * n
    for k, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
MULTIPLIERS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30}
DECADES = _numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2)

#: Time zones and their distance from UTC in hours, where the name has one meaning in news.
ZONES = word_set("est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet eest ist jst et pt ct z")

#: Adverbs of repetition and the period they repeat with.
REPEATING = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "everyday": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "biannual": "P6M",
    "biannually": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
}

#: Phrases that point at the present, the past or the future without a date.
REFERENCES = {
    "PRESENT_REF": (
        "now, right now, just now, currently, current, at present, present, present day, "
        "present-day, modern day, modern-day, nowadays, at the moment, at this moment, "
        "the moment, these days, at this time, this time, the time being, already, yet, "
        "this moment, this point, at this point, to date, until now, so far"
    ),
    "PAST_REF": (
        "recently, recent, lately, previously, formerly, former, once, the past, past, earlier, "
        "more recently, most recently, the recent past, in the past, ago, the other day, "
        "at the time, the time, then current, long ago, that time, one point, at one point, "
        "historically, not long ago, some time ago, the latest, of late"
    ),
    "FUTURE_REF": (
        "soon, future, the future, the near future, the foreseeable future, the near term, "
        "the short term, the long term, the medium term, later, shortly, a later date, "
        "as soon as possible, in the future, from time to time, near-term, eventually, "
        "someday, some day, some time later, the longer term"
    ),
}

#: Single words of these that nearly always are times.
POINTING = word_set("now recently currently recent nowadays presently lately previously")

#: Words of comparison and the modifiers they stand for.
MODIFIERS = {
    "early": "START",
    "earlier": "START",
    "start": "START",
    "beginning": "START",
    "dawn": "START",
    "outset": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
    "ending": "END",
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "circa": "APPROX",
    "ca": "APPROX",
    "or so": "APPROX",
    "almost": "APPROX",
    "close to": "APPROX",
    "nearly": "APPROX",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "not less than": "EQUAL_OR_MORE",
    "or more": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "or less": "EQUAL_OR_LESS",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "less than": "LESS_THAN",
    "under": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "or later": "ON_OR_AFTER",
    "onwards": "ON_OR_AFTER",
    "or earlier": "ON_OR_BEFORE",
}

#: Indefinite amounts; a couple is two in TIMEX3, the others are X.
INDEFINITE = word_set("few several many numerous multiple various countless")

#: Words that point from one date to another.
LAST = word_set("last past previous preceding prior")
NEXT = word_set("next coming following upcoming subsequent succeeding")
THIS = word_set("this current present these ongoing latest")
THAT = word_set("that same those")
#: Those of them that always hang on the last date of the story, never on the publication date.
IN_STORY = word_set("previous preceding prior following subsequent succeeding that same those")

BACKWARD = word_set("ago earlier before previously")
FORWARD = word_set("later after afterwards afterward hence")

#: Words and marks that hold the others together, by their kind.
FUNCTION_WORDS = {
    "THE": "the its their his her our my your",
    "A": "a an another",
    "OF": "of",
    "IN": "in",
    "AND": "and",
    "OR": "or",
    "TO": "to through until",
    "DASH": "- – —",
    "COMMA": ",",
    "DOT": ".",
    "APOSTROPHE": "'",
    "SLASH": "/",
    "S": "s",
    "Q": "q",
    "H": "h",
    "OLD": "old",
    "LONG": "long",
    "LATTER": "latter",
    "THEN": "then",
    "COUPLE": "couple pair",
    "HALF": "half",
    "FISCAL": "fiscal financial",
    "PERIOD": "period",
    "EVERY": "every each",
    "PER": "per",
    "TIMES": "times",
    "TWICE": "once twice",
    "ALT": "other",
    "MORE": "more additional extra",
    "HOURS": "hrs",
    "OCLOCK": "oclock",
    "AMPM": "am pm",
    "ERA": "bc bce ad ce",
}

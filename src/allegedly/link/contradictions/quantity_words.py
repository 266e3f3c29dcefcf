"""Words that make up quantities, as data."""

from __future__ import annotations

from ...reader.lexicon import phrases, word_set

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
#: Numbers in words. "one" and "a" count only before a scale ("a million").
UNITS = {word: float(number) for number, word in enumerate(_SMALL.split())}
TENS = {word: 10.0 * number for number, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "billion": 1e9,
    "billions": 1e9,
    "trillion": 1e12,
}
#: Scales written onto digits: "£40m", "3.5bn", "220k".
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
SIGNS = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR", "US$": "USD"}
CURRENCIES = {
    "pound": "GBP",
    "pounds": "GBP",
    "quid": "GBP",
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "yen": "JPY",
    "rupees": "INR",
    "francs": "CHF",
    "kroner": "NOK",
    "kronor": "SEK",
}
#: Currencies that are weights elsewhere.
WEIGHTS = word_set("pound pounds")
PERCENT = word_set("% percent pct")
#: How a figure is meant: near it, above it, below it.
APPROXIMATE = {
    **dict.fromkeys(
        phrases(
            "about, around, some, roughly, approximately, nearly, almost, close to, somewhere "
            "around, in the region of, an estimated, estimated, circa, something like, as many as "
            "about, in the order of, or so, approx, just about, in the neighborhood of"
        ),
        "about",
    ),
    **dict.fromkeys(
        phrases(
            "more than, over, at least, upwards of, in excess of, north of, no fewer than, no "
            "less than, not less than, above, just over, well over, a minimum of, from, exceeding"
        ),
        "over",
    ),
    **dict.fromkeys(
        phrases(
            "less than, fewer than, under, at most, up to, as many as, as much as, no more than, "
            "not more than, below, just under, well under, a maximum of, south of"
        ),
        "under",
    ),
}
#: The longest of them, in words.
LONGEST = max(len(key.split()) for key in APPROXIMATE)
#: Plurals that do not end in -s, and nouns that count without a plural.
PLURALS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "staff": "staff",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "aircraft": "aircraft",
    "sheep": "sheep",
    "police": "police",
    "personnel": "personnel",
    "crew": "crew",
    "dead": "dead",
    "injured": "injured",
    "wounded": "wounded",
    "missing": "missing",
    "hurt": "injured",
    "killed": "dead",
    "arrested": "arrested",
    "detained": "arrested",
}
#: Endings in -s of words that are no plurals, beside -ss, -us, -is.
SINGULAR = word_set("was has this its his hers ours theirs does goes says news always perhaps")
#: What a counted noun cannot stand beyond.
BEFORE_NOUN_ENDS = word_set(
    "of in on at to from with by for about and or but that which who whose as than after before "
    "until since when while is are was were be been being has have had will would could can may "
    "the a an his her their its our my your this these those into over under during through per "
    "not no nor if because"
)
#: Things a text, a list or a clock counts that say nothing of the world: "item 7".
NUMBERED = word_set(
    "item no number page pages chapter section article part paragraph figure table step day room "
    "flight route bus line channel phase episode season volume version model act clause rule "
    "group grade level article motion"
)
#: "a year" after a quantity makes it a rate.
RATES = word_set("hour day week month year night season share head person household unit episode")
#: Words that say on what basis a figure stands: such a figure is compared with none that
#: does not say the same.
BASIS = phrases(
    "counting, not counting, including, excluding, leaves out, leaves them out, leave out, without "
    "counting, apart from, except, on top of, net of, gross, before tax, after tax, adjusted, in "
    "total, altogether, combined, at its peak, at the peak, serious, seriously, severe, critical, "
    "critically, minor, slightly, lightly, others, another, additional, further, of them, "
    "among them, of whom, each, apiece, per person, seasonal, "
    "temporary, part-time, full-time equivalent, so far, inclusive, exclusive, plus, until "
    "then, at the time, initially, originally, previously, once, formerly, used to"
)

#: Words that make a figure without a noun a toll: verbs right before it; nouns, with the words
#: that lead from them to the figure.
TOLL_VERBS = {
    "kill": "dead",
    "kills": "dead",
    "killed": "dead",
    "killing": "dead",
    "injures": "injured",
    "injured": "injured",
    "injuring": "injured",
    "wounding": "injured",
}
TOLL_NOUNS = {
    "toll": "dead",
    "dead": "dead",
    "deaths": "dead",
    "fatalities": "dead",
    "victims": "dead",
    "injured": "injured",
    "injuries": "injured",
}
TOLL_LINKS = word_set("to at is was as now reached reaches hit hits passed passes topped tops")

"""Words that open clauses, as data."""

from __future__ import annotations

from .lexicon import word_set

#: Subjects that a clause without an opener begins with.
SUBJECTS = word_set("i he she it they we there who")
#: Words that begin a noun phrase.
DETERMINERS = word_set(
    "the a an his her their its our my your this that these those all both each every some any no "
    "many several most few two three four five six seven eight nine ten"
)
#: Two clauses side by side.
COORDINATORS = word_set("and but or so yet nor")
#: A clause that says when, where, why or on what condition, and one that says only when.
ADVERBIAL = word_set(
    "because although though while whereas unless if when whenever where once lest whilst provided"
)
TEMPORAL = word_set("after before until till since")
#: A clause that is what somebody says, thinks or does not know.
COMPLEMENT = word_set("that whether how why what")
#: A clause about the noun before it.
RELATIVE = word_set("who whom whose which")
#: "if" after these asks rather than conditions.
ASKING = word_set(
    "ask asks asked asking wonder wonders wondered wondering know knows knew unclear clear see "
    "sure unsure doubt doubts doubted tell says say said decide questioned questions"
)
#: "that" after these points at something.
BEFORE_POINTING = word_set(
    "of in on at to from with by for about like after before since until than and or but as into "
    "over during through is was"
)
#: After these a clause may stand without "that"; ", she said" ends the clause before it.
SAYING = word_set(
    "said says say saying believe believes believed think thinks thought claim claims claimed "
    "insist insists insisted add adds added argue argues argued hope hopes hoped fear fears feared "
    "suspect suspects suspected suggest suggests suggested feel feels felt admit admits admitted "
    "know knows knew guess guesses suppose maintain maintains maintained"
)
#: Words that set the scene of a new clause after ", and": "…, and in May the boats …".
SETTING = word_set(
    "in on at by from during with despite last then later eventually finally now today yesterday "
    "perhaps maybe instead meanwhile once"
)
#: Verbs of ", she told the Courier" beside those.
TELLING = SAYING | word_set(
    "told tells wrote writes reported reports asked asks replied replies according explained "
    "explains noted notes continued recalled confirmed confirms announced announces tweeted posted "
    "joked warned warns conceded declared observed agreed"
)

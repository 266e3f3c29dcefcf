"""The word that stands for an event, brought to what other articles may say for it.

A word has *stems*: what is left without the endings of verbs, plurals and nouns made of
verbs ("filed", "filing", "files" share one), and *senses*: the families below that it, or
it with its particle ("put … off"), belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

#: Past tenses and participles that no ending explains, by base form.
_IRREGULAR = """
arise arose arisen; be was were been; bear bore born borne; beat beaten; become became; begin
began begun; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; bring
brought; build built; buy bought; catch caught; choose chose chosen; come came; cut; deal dealt;
die died dying dies; dig dug; do did done; draw drew drawn; drink drank drunk; drive drove driven;
eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew
flown; forbid forbade forbidden; forget forgot; freeze froze frozen; get got gotten; give gave
given; go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hit; hold held; hurt;
keep kept; know knew known; lay laid; lead led; leave left; lend lent; let; lie lain lay; lose
lost; make made; meet met; overtake overtook overtaken; pay paid; quit; read; ride rode ridden;
ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send
sent; set; shake shook shaken; shoot shot; show shown; shut; sing sang sung; sink sank sunk; sit
sat; sleep slept; speak spoke spoken; spend spent; split; spread; stand stood; steal stole stolen;
stick stuck; strike struck stricken; swear swore sworn; sweep swept; swim swam swum; take took
taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; tie tying tied;
understand understood; wear wore worn; wed; win won; wind wound; withdraw withdrew withdrawn; write
wrote written
"""
#: Nouns of verbs that no ending explains.
_NOUNS = """
sell sale; die death; marry marriage; decide decision; choose choice; fly flight; lose loss; give
gift; think thought; deny denial; arrive arrival; depart departure; fail failure; close closure;
grow growth; acquire acquisition; propose proposal; approve approval; refuse refusal; withdraw
withdrawal; remove removal; survive survival; collide collision; explode explosion; expand
expansion; conclude conclusion; collapse collapse; invade invasion; divide division; permit
permission; admit admission; suspend suspension; sue lawsuit suit; injure injury; discover
discovery; deliver delivery; recover recovery; rob robbery; bribe bribery; inquire inquiry enquiry;
bear birth; receive receipt reception; produce production; reduce reduction; introduce introduction;
destroy destruction; speak speech; sing song; complain complaint; pursue pursuit; seize seizure;
advise advice; tend tendency; apologise apologize apology; analyse analysis; acquit acquittal;
convict conviction; elect election; erupt eruption; promise promise; attend attendance; perform
performance; appear appearance; disappear disappearance; resist resistance; assist assistance;
maintain maintenance; accept acceptance; exist existence; differ difference; interfere interference;
correspond correspondence; conspire conspiracy; succeed success; proceed proceedings
"""
#: Families of words that may tell of one event. Members in base form; "put off" with particle.
_SENSES = {
    "marry": "marry wed wedding tie-knot elope",
    "divorce": "divorce",
    "part": "separate split split-up break-up part breakup",
    "die": "die pass-away",
    "kill": "kill murder slay shoot stab",
    "give birth": "bear welcome",
    "buy": "buy purchase acquire take-over acquisition takeover",
    "sell": "sell offload sell-off",
    "file": "file lodge submit register petition set-up",
    "sue": "sue",
    "leave office": "resign quit step-down stand-down leave depart exit",
    "dismiss": "fire sack dismiss oust axe remove",
    "appoint": "appoint name hire recruit elect nominate pick choose",
    "delay": "postpone delay defer put-off adjourn push-back",
    "cancel": "cancel scrap call-off abandon ditch drop shelve axe",
    "refuse": "reject refuse throw-out vote-down turn-down decline dismiss",
    "accept": "accept approve back endorse agree",
    "release": "release launch unveil drop come-out bring-out publish roll-out debut introduce",
    "leak": "leak come-light emerge surface",
    "open": "open inaugurate",
    "close": "close shut shut-down fold",
    "arrest": "arrest detain hold nab apprehend custody",
    "charge": "charge indict accuse",
    "jail": "jail sentence imprison",
    "flee": "flee escape break-out",
    "attack": "attack assault strike raid bomb hit",
    "quake": "quake earthquake tremor shake temblor",
    "crash": "crash collide collision",
    "fire": "fire blaze burn",
    "fail": "fail break-down stop out-service lose",
    "win": "win beat defeat triumph victory top",
    "lose": "lose",
    "vote": "vote ballot elect",
    "meet": "meet session convene",
    "offer": "offer bid propose",
    "begin": "begin start commence kick-off get-under-way",
    "end": "end finish conclude halt stop",
    "rise": "rise increase climb jump surge soar gain grow",
    "fall": "fall drop slip plunge tumble decrease cut reduce lower",
    "pay": "pay fine compensate payment",
    "injure": "injure wound hurt",
    "deny": "deny denial rebut dismiss",
    "hand over": "exchange hand-over swap",
    "visit": "visit tour",
    "attend": "attend show-up turn-up appear",
    "lease": "lease rent let",
    "check in": "enter check-in admit",
    "replace": "replace succeed take-over",
}
#: Particles that make another verb of one.
_PARTICLES = frozenset(
    [
        "off",
        "out",
        "up",
        "down",
        "over",
        "away",
        "in",
        "back",
        "together",
        "under",
        "knot",
        "light",
        "service",
    ]
)
#: How many words may stand between a verb and its particle.
_GAP = 4
#: Endings of nouns made from verbs, with what stands for them in the stem.
_NOUN_ENDINGS = (
    "ation", "ition", "ution", "ment", "tion", "sion", "ance", "ence", "ion", "al",
)  # fmt: skip
_LEAST = 5


def _forms(table: str) -> dict[str, str]:
    found = {}
    for row in table.replace("\n", " ").split(";"):
        base, *rest = row.split()
        found.update(dict.fromkeys(rest, base))
    return found


_BASES: Mapping[str, str] = _forms(_IRREGULAR) | _forms(_NOUNS)


def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sense, members in _SENSES.items():
        for member in members.split():
            verb, mark, particle = member.partition("-")
            for one in stems(verb):
                found.setdefault(one + mark + particle, set()).add(sense)
    return {key: frozenset(senses_) for key, senses_ in found.items()}


@cache
def stems(word: str) -> frozenset[str]:
    """The stems of a word in lower case: several where its ending has two readings."""
    base = _BASES.get(word)
    if base is None and word.endswith("s"):
        base = _BASES.get(word[:-1])
    found = {_trim(base or word)}
    for ending in _NOUN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            found.add(_trim(word[: -len(ending)]))
            found.add(_trim(word[: -len(ending)] + "t"))
    return frozenset(found)


def _trim(word: str) -> str:
    """Without the endings of verbs and plurals, a final e, and one of two final consonants."""
    for ending in ("'s", "ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            kept = word[: -len(ending)]
            if ending == "s" and kept.endswith("s"):
                break
            word = kept + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def _sense_table() -> dict[str, frozenset[str]]:
    return _families()


def senses(word: str, after: Iterable[str] = ()) -> frozenset[str]:
    """The families of a word; ``after`` are the words that follow it, in lower case.

    With a particle that makes another verb of it, the families of that verb.
    """
    table, mine = _sense_table(), stems(word)
    for number, particle in enumerate(after):
        if number > _GAP:
            break
        if particle in _PARTICLES:
            for one in mine:
                if f"{one}-{particle}" in table:
                    return table[f"{one}-{particle}"]
    return frozenset().union(*(table.get(one, frozenset()) for one in mine))

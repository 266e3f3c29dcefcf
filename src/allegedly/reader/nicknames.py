"""Short forms of first names, as data: "Tom" may be "Thomas"."""

from __future__ import annotations

_SHORT = """
abigail abby; albert al bert; alexander alex sandy; alexandra alex sandra; alfred alf fred;
amanda mandy; andrew andy drew; angela angie; anthony tony; antonia toni; barbara barb;
benjamin ben; bernard bernie; bradley brad; catherine cathy kate; charles charlie chuck;
christina chris tina; christine chris chrissy; christopher chris; cynthia cindy; daniel dan danny;
david dave; deborah deb debbie; donald don; dorothy dot; edward ed eddie ted; elizabeth liz beth
lizzie betty; eleanor ellie nell; eugene gene; frances fran; francis frank; frederick fred freddie;
gabriel gabe; gerald gerry jerry; gregory greg; harold harry; henry harry hank; isabella bella;
jacob jake; jacqueline jackie; james jim jimmy jamie; jeffrey jeff; jennifer jen jenny; jessica
jess; john johnny jack; jonathan jon; joseph joe joey; joshua josh; judith judy; katherine kate
kathy katie; kathleen kathy; kenneth ken; kimberly kim; lawrence larry; leonard len lenny;
leslie les; louis lou louie; madeleine maddie; margaret maggie meg peggy; martin marty; matthew
matt; melanie mel; melissa mel; michael mike mick; michelle shelly; mitchell mitch; nathaniel nate;
nathan nate; nicholas nick; nicole nicky; oliver ollie; pamela pam; patricia pat patty trish;
patrick pat paddy; penelope penny; peter pete; philip phil; phillip phil; rachel rach; raymond ray;
rebecca becky; reginald reg; richard rich rick dick; robert rob bob bobby; roderick rod; ronald ron;
rosemary rosie; russell russ; samantha sam; samuel sam; sandra sandy; sebastian seb; simon si;
stephanie steph; stephen steve; steven steve; stuart stu; susan sue; suzanne sue; tamara tammy;
terence terry; theodore ted teddy; theresa terry tess; thomas tom tommy; timothy tim; valerie val;
veronica ronnie; victoria vicky; vincent vince; virginia ginny; walter walt; william will bill
billy; zachary zach zack
"""
_LONG: dict[str, frozenset[str]] = {}
for _line in _SHORT.split(";"):
    _long, *_shorts = _line.split()
    for _name in (_long, *_shorts):
        _LONG[_name] = _LONG.get(_name, frozenset()) | {_long}


def long_forms(first: str) -> frozenset[str]:
    """The names (lower case) that a first name may be short for; none where it is not known."""
    return _LONG.get(first, frozenset())


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names may be one person's."""
    return one == other or not long_forms(one).isdisjoint(long_forms(other))


def known_names() -> frozenset[str]:
    """All first names (lower case) of the table."""
    return frozenset(_LONG)

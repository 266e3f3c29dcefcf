"""Days with names: how to compute them, as data."""

from __future__ import annotations

from datetime import date, timedelta

#: A fixed day: (month, day).
FIXED = {
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new year": (1, 1),
    "year-end": (12, 31),
    "yearend": (12, 31),
    "new year's": (1, 1),
    "new year's eve": (12, 31),
    "epiphany": (1, 6),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "earth day": (4, 22),
    "may day": (5, 1),
    "cinco de mayo": (5, 5),
    "ve day": (5, 8),
    "juneteenth": (6, 19),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "the fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "veterans' day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
}

#: The n-th weekday of a month: (month, ISO weekday, n; -1 is the last), and days after it.
NTH = {
    "martin luther king day": (1, 1, 3, 0),
    "presidents' day": (2, 1, 3, 0),
    "presidents day": (2, 1, 3, 0),
    "mother's day": (5, 7, 2, 0),
    "memorial day": (5, 1, -1, 0),
    "father's day": (6, 7, 3, 0),
    "labor day": (9, 1, 1, 0),
    "labour day": (9, 1, 1, 0),
    "columbus day": (10, 1, 2, 0),
    "election day": (11, 1, 1, 1),
    "thanksgiving": (11, 4, 4, 0),
    "thanksgiving day": (11, 4, 4, 0),
    "black friday": (11, 4, 4, 1),
    "cyber monday": (11, 4, 4, 4),
}

#: Days after Easter Sunday.
EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter sunday": 0,
    "easter day": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
}

NAMES = frozenset(FIXED) | frozenset(NTH) | frozenset(EASTER)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, odd = divmod(century, 4)
    proemptosis = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - proemptosis + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The ``n``-th ISO ``weekday`` of a month; the last one for -1."""
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    if n > 0:
        return found + timedelta(weeks=n - 1)
    later = found + timedelta(weeks=4)
    return later if later.month == month else found + timedelta(weeks=3)


def month_of(name: str) -> int:
    """The month that a holiday mostly falls in."""
    if name in FIXED:
        return FIXED[name][0]
    return NTH[name][0] if name in NTH else 4


def holiday(name: str, year: int) -> date:
    """The day of holiday ``name`` in ``year``."""
    if name in FIXED:
        month, day = FIXED[name]
        return date(year, month, day)
    if name in NTH:
        month, weekday, n, after = NTH[name]
        return nth_weekday(year, month, weekday, n) + timedelta(days=after)
    return easter(year) + timedelta(days=EASTER[name])

"""Names for several people: families, peoples, a couple's nickname."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import word_set

#: Names of peoples, parties and creeds that no ending gives away.
_PEOPLES = word_set(
    "germans romans africans republicans democrats muslims jews hindus buddhists sikhs arabs kurds "
    "turks greeks brits britons scots danes swedes finns poles czechs slovaks serbs croats "
    "slovenes "
    "afghans pakistanis israelis iraqis saudis kuwaitis bangladeshis nepalis thais texans "
    "catholics "
    "protestants tories liberals conservatives whites blacks latinos latinas hispanics asians "
    "filipinos eskimos maoris americans mexicans californians londoners parisians socialists "
    "communists marxists nazis labourites loyalists unionists"
)
_ENDINGS = ("icans", "ians", "crats", "ists", "landers", "yorkers")
#: How much of each name a blend of two must hold.
_FRONT, _BACK = 3, 2


def is_people(word: str) -> bool:
    """Whether a name (lower case) is that of a people, party or creed: "Norwegians"."""
    return word in _PEOPLES or (word.endswith(_ENDINGS) and len(word) > 6)


def bears_plural(word: str, before: str) -> bool:
    """Whether "the" makes a name that of a family: "the Finches"."""
    return before in ("the", "both", "all", "those") and word.endswith("s") and len(word) > 3


def blend(key: str, people: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """The two first names that a one-word name is made of: "Tom" + "Nora" = "Tomora".

    It begins as the one name does and ends as the other does.
    """
    if " " in key or len(key) < _FRONT + _BACK:
        return None
    firsts = {words[0] for words in people}
    if key in firsts or len(firsts) > 40:
        return None
    for one in sorted(firsts):
        for cut in range(len(key) - _BACK, _FRONT - 1, -1):
            if one[:cut] == key[:cut]:
                other = [name for name in sorted(firsts - {one}) if name.endswith(key[cut:])]
                if other:
                    return one, other[0]
    return None

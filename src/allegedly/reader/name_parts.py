"""Words beside a person's name that the tagger takes for part of it: posts, bodies, parties."""

from __future__ import annotations

from collections.abc import Sequence

from .gazetteer import PLACES
from .lexicon import ORGANIZATION_WORDS, TITLES, word_set
from .person_nouns import PERSON_NOUNS
from .reference_words import OFFICES

#: Posts before a name that are no surnames.
POSTS = (
    OFFICES
    | word_set("congressman congresswoman senator president boss exec quarterback striker captain")
) - word_set(
    "king queen prince princess pope dean bishop archbishop judge justice head chair father mother "
    "dad mom mum sir madam lord lady god daddy mommy mummy mama papa nurse vice deputy grandma "
    "grandpa senior chief author coach host"
)
#: What begins the name of a post itself: "Home Secretary", "Vice President".
_OF_POSTS = (
    TITLES
    | OFFICES
    | word_set(
        "home foreign prime vice deputy assistant associate shadow attorney lieutenant major press "
        "first managing senior junior general finance defence defense health interior education "
        "state acting former ex late interim executive chief co district police fire club team "
        "energy emeritus honorary permanent cabinet trade justice transport treasury labour labor"
    )
)
#: Words that only say how high a post is, where a small word follows: "Executive director".
_GRADES = word_set(
    "executive senior major chief deputy vice general assistant associate managing junior lead"
)
#: What people do together, right before "with".
_TOGETHER = word_set(
    "show concert duet song track album single collaboration collab feud beef remix gig romance "
    "affair marriage relationship wedding engagement breakup divorce split"
)
_PARTIES = frozenset(("D", "R", "I"))
_APOSTROPHES = frozenset(("’", "'"))


def holders(words: Sequence[str], first: int, last: int) -> int:
    """Where a person's name begins behind the body or place they serve.

    "Northline CEO Ada Finch", "Rovers’ Alder", "the United States Ada Finch" (of "the
    ambassador to the United States Ada Finch"): ``first`` where nothing stands before it.
    """
    if words[last].lower() in ORGANIZATION_WORDS:
        return first  # "Harbour Workers’ Union"
    for k in range(last - 1, first, -1):
        post = words[k].lower() in POSTS and words[k - 1].lower() not in _OF_POSTS
        owns = words[k] in _APOSTROPHES and words[k - 1][-1:] == "s" and words[k + 1] != "s"
        if (post and words[k - 1][-1:].isalnum()) or owns:
            return k + 1
    before = words[first - 1].lower() if first else ""
    for many in (2, 1):
        place = " ".join(words[first : first + many]).lower() in PLACES
        if last - first >= many + 1 and place and (many > 1 or before in ("the", "of")):
            return first + many
    return first


def is_grade(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word with a capital only begins the name of a post: "Executive director"."""
    after = words[last + 1] if last + 1 < len(words) else ""
    post = after.islower() and (after in PERSON_NOUNS or after in OFFICES or after in TITLES)
    return first == last and post and words[first].istitle() and words[first].lower() in _GRADES


def is_party_code(words: Sequence[str], k: int) -> bool:
    """Whether a party and a state begin here: "D-Ohio" after a comma or bracket."""
    return (
        words[k] in _PARTIES
        and k + 1 < len(words)
        and words[k + 1] == "-"
        and (k == 0 or words[k - 1] in ",(")
    )


def is_artist(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a single name is that of whom somebody performs with: "his show with Alder"."""
    return (
        first == last
        and first > 1
        and words[first].istitle()
        and words[first - 1] in ("with", "featuring")
        and words[first - 2].lower() in _TOGETHER
    )

"""The tables of what linking finds in many readings, as data.

Everything found by one linking is keyed by its number and by its place in the account,
so that the rows of one linking lie together and come back in order. Ids that last
(``p…``, ``r…``) are columns; what stands in the coverage is in ``anchor``.
"""

from __future__ import annotations

from typing import get_args

from allegedly.records import (
    Certainty,
    ContradictionKind,
    MentionKind,
    RumorState,
    Sourcing,
    StanceValue,
    Status,
    Voice,
)

from .account_columns import (
    ARTICLE_ID,
    BOUNDS,
    IN_STORY,
    LINKING_ID,
    OF_LINKING,
    PART,
    PUBLISHED,
    STORY_ID,
    article,
    found,
    listed,
    named,
    to,
)
from .shape import Column, Index, Table

LINKING = Table(
    "linking",
    "One run of the linking over all current readings. Of the current one and the one before "
    "everything is kept, of older ones this row alone.",
    (
        Column("id", "integer", "number of the linking"),
        Column("stage", "text", "version of the linking and of its model"),
        Column("created_at", "instant", "when it was stored"),
        Column("superseded_at", "instant", "when another took its place", nullable=True),
        Column("last_reading", "integer", "number of the last reading there was"),
        Column("decisions", "integer", "how often people had decided or taken back something"),
    ),
    key=("id",),
)

ANCHOR = Table(
    "anchor",
    "Where something of the account stands in the coverage.",
    (
        LINKING_ID,
        Column(
            "owner",
            "text",
            "the table of what rests on it",
            choices=(
                "dating",
                "shared",
                "cast_member",
                "claim",
                "appearance",
                "rumor",
                "stance",
                "edge",
                "timeline_item",
                "timeline_date",
                "contradiction",
                "overtaking",
            ),
        ),
        Column("owner_number", "integer", "number of that"),
        Column(
            "part",
            "integer",
            "its place among its like, from 0; of two that are beside each other 0 and 1, and 2 "
            "where one of them is taken back",
        ),
        ARTICLE_ID,
        Column("field", "text", "what the span counts in", choices=("title", "text")),
        Column("start", "integer", "first code point, counted from 0"),
        Column("end", "integer", "one past the last code point"),
    ),
    key=("linking_id", "owner", "owner_number", "part"),
    references=(OF_LINKING, article()),
    indexes=(Index("anchor_by_article", ("article_id",)),),
    checks=('0 <= "start" AND "start" < "end"',),
)

STORY = found(
    "story",
    "Articles that belong together.",
    Column("title", "text", "the headline nearest to all others"),
)
STORY_ARTICLE = listed(
    "story_article", "The articles of a story, by date.", "story", ARTICLE_ID, article()
)

DATING = found(
    "dating",
    "When an article without a date of its own was written, as far as others tell.",
    ARTICLE_ID,
    Column("value", "text", "ISO prefix or TIMEX3 value"),
    *BOUNDS,
    Column("basis", "text", "what the date rests on"),
    Column("note", "text", "the same in words"),
    references=(article(),),
    id=False,
)

COPY_GROUP = found(
    "copy_group",
    "Articles with nearly the same text: they count as one origin.",
    Column("origin", "text", "the first of them"),
    Column("dated", "flag", "whether the dates alone make it the first"),
    references=(article("origin"),),
    id=False,
)
COPY_ARTICLE = listed(
    "copy_article", "The articles of a group of copies, by date.", "copy_group", ARTICLE_ID,
    article(),
)  # fmt: skip

VERSION = found(
    "version",
    "Two articles from one address.",
    Column("url", "text", "the address"),
    Column("earlier", "text", "the earlier article"),
    Column("later", "text", "the later article"),
    references=(article("earlier"), article("later")),
    id=False,
)
VERSION_CHANGE = Table(
    "version_change",
    "A passage that one version of a page has and the other has not.",
    (
        LINKING_ID,
        Column("version", "integer", "number of the version"),
        Column("kind", "text", "dropped from the earlier, added in the later",
               choices=("dropped", "added")),
        PART,
        Column("start", "integer", "first code point of the text of that article"),
        Column("end", "integer", "one past the last code point"),
    ),
    key=("linking_id", "version", "kind", "part"),
    references=(to("version", "version"),),
    checks=('0 <= "start" AND "start" < "end"',),
)  # fmt: skip

SHARED = found(
    "shared",
    "The same words in two articles; anchors 0 and 1 are the first place and the other.",
    Column("kind", "text", "whether both have them in quotation marks",
           choices=("passage", "quote")),
    Column("words", "integer", "how many words there are"),
    id=False,
)  # fmt: skip

CAST_MEMBER = found(
    "cast_member",
    "One person, organization, place of a story.",
    STORY_ID,
    Column("name", "text", "the fullest name in the coverage"),
    Column("kind", "text", "what it is", choices=get_args(MentionKind)),
    references=(IN_STORY,),
)
CAST_NAME = listed(
    "cast_name", "Other names and spellings, the most frequent first.", "cast_member",
    Column("name", "text", "the name"),
)  # fmt: skip
CAST_ROLE = listed(
    "cast_role", "What the coverage calls somebody, the most frequent first.", "cast_member",
    Column("role", "text", "the words"),
)  # fmt: skip
CAST_ENTITY = Table(
    "cast_entity",
    "The entities of readings that are one member of the cast.",
    (
        LINKING_ID,
        Column("cast_member", "integer", "number of the cast_member"),
        PART,
        ARTICLE_ID,
        Column("entity", "integer", "number of the entity in the reading that was linked"),
    ),
    key=("linking_id", "cast_member", "part"),
    references=(to("cast_member", "cast_member"), article()),
    indexes=(Index("cast_entity_by_article", ("linking_id", "article_id", "entity")),),
)

CHAIN = found(
    "chain",
    "On whose word something is told; every chain once.",
    Column("teller", "text", "the outlet that tells it"),
    Column("origin", "text", "who it comes from, in words", nullable=True),
    Column("speaker", "text", "id of that origin in the cast", nullable=True),
    Column("sourcing", "text", "what the origin is", choices=get_args(Sourcing)),
    Column("root", "text", "the same for all chains that end at one origin"),
    references=(named("cast_member", "speaker"),),
    id=False,
)
CHAIN_VIA = listed(
    "chain_via", "The outlets that passed it on, the nearest to the teller first.", "chain",
    Column("outlet", "text", "the outlet"),
)  # fmt: skip

CLAIM = found(
    "claim",
    "A proposition that articles carry; anchor 0 is where the statement stands.",
    STORY_ID,
    Column("statement", "text", "a sentence of the coverage's own words"),
    Column("origins", "integer", "number of independent origins"),
    references=(IN_STORY,),
)
CLAIM_ABOUT = listed(
    "claim_about", "Who a claim is about.", "claim",
    Column("member", "text", "id in the cast"), named("cast_member", "member"),
)  # fmt: skip
APPEARANCE = found(
    "appearance",
    "One place where a claim is carried: anchor 0.",
    Column("claim", "integer", "number of the claim"),
    Column("voice", "text", "how it is told", choices=get_args(Voice)),
    Column("stance", "text", "what this place says of the claim", choices=get_args(StanceValue)),
    Column("certainty", "text", "how sure its words are", choices=get_args(Certainty)),
    Column("chain", "integer", "number of the chain: on whose word"),
    Column("attribution", "integer", "number of the attribution in the layer of the field",
           nullable=True),
    *PUBLISHED,
    Column("confidence", "real", "probability that it is about the claim"),
    references=(to("claim", "claim"), to("chain", "chain")),
    id=False,
)  # fmt: skip

RUMOR = found(
    "rumor",
    "A claim that the coverage treats as unsettled, or a statement that somebody follows.",
    STORY_ID,
    Column("statement", "text", "the statement"),
    Column("claim", "text", "id of the claim", nullable=True),
    Column("tracked", "flag", "1 where a person asked to follow it"),
    Column("state", "text", "what a person has ruled", choices=get_args(RumorState)),
    Column("controversial", "flag", "1 where two outlets are for it and two against"),
    Column("origins", "integer", "number of independent origins"),
    Column("account", "text", "what it rests on, in words"),
    Column("resolved_on", "day", "from when it is known to be so", nullable=True),
    Column("proof", "text", "what proves it", nullable=True),
    Column("note", "text", "what the person said of it", nullable=True),
    Column("resolved_at", "instant", "when the person ruled", nullable=True),
    references=(IN_STORY, named("claim", "claim")),
)
RUMOR_REASON = listed(
    "rumor_reason", "Why a claim counts as unsettled.", "rumor",
    Column("reason", "text", "the reason in words"),
)  # fmt: skip
STANCE = found(
    "stance",
    "What one article says of a rumor; anchors are the evidence, the heaviest first.",
    Column("rumor", "integer", "number of the rumor"),
    ARTICLE_ID,
    Column("stance", "text", "of its body", choices=get_args(StanceValue)),
    Column("headline", "text", "of its headline", nullable=True, choices=get_args(StanceValue)),
    Column("confidence", "real", "probability of the body's stance"),
    *PUBLISHED,
    Column("chain", "integer", "number of the chain: on whose word", nullable=True),
    references=(to("rumor", "rumor"), article(), to("chain", "chain")),
    id=False,
)
TRACK = Table(
    "track",
    "The record of who committed to a rumor before it was resolved.",
    (
        LINKING_ID,
        Column("rumor", "integer", "number of the rumor"),
        PART,
        Column("outlet", "text", "who committed"),
        ARTICLE_ID,
        Column("stance", "text", "to what", choices=("for", "against")),
        *PUBLISHED,
        Column("sourcing", "text", "on what sourcing", choices=get_args(Sourcing)),
        Column("borne_out", "flag", "whether a person's ruling agrees", nullable=True),
    ),
    key=("linking_id", "rumor", "part"),
    references=(to("rumor", "rumor"), article()),
)

EDGE = found(
    "edge",
    "Who relies on whom in a story.",
    STORY_ID,
    Column("teller", "text", "the outlet that tells it"),
    Column("origin", "text", "who it comes from, in words", nullable=True),
    Column("speaker", "text", "id of that origin in the cast", nullable=True),
    Column("sourcing", "text", "what the origin is", choices=get_args(Sourcing)),
    references=(IN_STORY, named("cast_member", "speaker")),
    id=False,
)
EDGE_VIA = listed(
    "edge_via", "The outlets that passed it on, the nearest to the teller first.", "edge",
    Column("outlet", "text", "the outlet"),
)  # fmt: skip
EDGE_CLAIM = listed(
    "edge_claim", "The claims that are told so.", "edge",
    Column("claim", "text", "id of the claim"), named("claim", "claim"),
)  # fmt: skip

TIMELINE_ITEM = found(
    "timeline_item",
    "One event of a story; anchor 0 is its summary.",
    STORY_ID,
    Column("when_value", "text", "TIMEX3 value of its date, as fine as known", nullable=True),
    *BOUNDS,
    Column("status", "text", "what is said of it", choices=get_args(Status)),
    Column("summary", "text", "a line of the coverage's own words"),
    Column("conflict", "text", "where two dates cannot both hold, in words", nullable=True),
    Column("outcome", "text", "what became of a plan, in words", nullable=True),
    references=(IN_STORY,),
)
TIMELINE_PARTICIPANT = listed(
    "timeline_participant", "Who takes part.", "timeline_item",
    Column("member", "text", "id in the cast"), named("cast_member", "member"),
)  # fmt: skip
TIMELINE_SOURCE = listed(
    "timeline_source", "The outlets that tell it.", "timeline_item",
    Column("outlet", "text", "the outlet"),
)  # fmt: skip
TIMELINE_ARTICLE = listed(
    "timeline_article", "The articles that tell it.", "timeline_item", ARTICLE_ID, article()
)
TIMELINE_DATE = found(
    "timeline_date",
    "What one article says of an event's time: anchor 0.",
    Column("timeline_item", "integer", "number of the event"),
    Column("value", "text", "TIMEX3 value"),
    *BOUNDS,
    references=(to("timeline_item", "timeline_item"),),
    id=False,
)

CONTRADICTION = found(
    "contradiction",
    "Two places that cannot both hold: anchors 0 and 1; 2 takes one of them back.",
    STORY_ID,
    Column("kind", "text", "what they disagree in", choices=get_args(ContradictionKind)),
    Column("about", "text", "what they disagree on"),
    Column("note", "text", "why they cannot both hold"),
    Column("confidence", "real", "probability that it is one"),
    references=(IN_STORY,),
)
OVERTAKING = found(
    "overtaking",
    "Something that later coverage replaces: anchor 0 was overtaken by anchor 1.",
    STORY_ID,
    Column("about", "text", "what has changed"),
    Column("on_day", "day", "from when the later holds", nullable=True),
    Column("note", "text", "the same in words"),
    references=(IN_STORY,),
)

ACCOUNT_TABLES = (
    LINKING,
    ANCHOR,
    STORY,
    STORY_ARTICLE,
    DATING,
    COPY_GROUP,
    COPY_ARTICLE,
    VERSION,
    VERSION_CHANGE,
    SHARED,
    CAST_MEMBER,
    CAST_NAME,
    CAST_ROLE,
    CAST_ENTITY,
    CHAIN,
    CHAIN_VIA,
    CLAIM,
    CLAIM_ABOUT,
    APPEARANCE,
    RUMOR,
    RUMOR_REASON,
    STANCE,
    TRACK,
    EDGE,
    EDGE_VIA,
    EDGE_CLAIM,
    TIMELINE_ITEM,
    TIMELINE_PARTICIPANT,
    TIMELINE_SOURCE,
    TIMELINE_ARTICLE,
    TIMELINE_DATE,
    CONTRADICTION,
    OVERTAKING,
)

"""The views of an account: rumors, stances, claims, sources, events, as last linked."""

from __future__ import annotations

from .shape import View
from .view_parts import CURRENT_LINKING, anchored, place_at, some_of, words_at, words_of

_OUTLET = "CASE typeof(a.outlet) WHEN 'blob' THEN '\ufffd' ELSE a.outlet END AS outlet"
_AT = (
    ("article_id", "the article"),
    ("field", "whether the span counts in the title or the text"),
    ("start", "first code point, counted from 0"),
    ("end", "one past the last code point"),
)
_AT_SQL = 'n.article_id, n.field, n.start, n."end"'
_WORDS = ("words", "exactly what stands there")
_WHEN = ("published", "the article's date, or what others tell of it")

STORIES = View(
    "stories",
    "The stories with their headlines.",
    (
        ("story", "id of the story"),
        ("title", "the headline nearest to all others"),
        ("articles", "how many articles"),
        ("outlets", "how many outlets"),
        ("first_published", "earliest day of its articles"),
        ("last_published", "latest day of its articles"),
    ),
    f"""
SELECT x.id AS story, {some_of("x.title")} AS title, count(*) AS articles,
    count(DISTINCT a.outlet) AS outlets, min(r.published_earliest) AS first_published,
    max(r.published_latest) AS last_published
FROM story x {CURRENT_LINKING}
JOIN story_article s ON s.linking_id = x.linking_id AND s.story = x.number
JOIN article a ON a.id = s.article_id
LEFT JOIN reading r ON r.article_id = a.id AND r.superseded_at IS NULL
GROUP BY x.number ORDER BY x.number""",
)

RUMORS = View(
    "rumors",
    "What the coverage treats as unsettled, and who stands where.",
    (
        ("rumor", "id of the rumor"),
        ("statement", "what is rumored"),
        ("state", "what a person has ruled"),
        ("for", "how many articles are for it"),
        ("against", "how many are against it"),
        ("observing", "how many report it and take no side"),
        ("origins", "number of independent origins"),
        ("account", "what it rests on, in words"),
        ("reasons", "why it counts as unsettled"),
        ("controversial", "1 where two outlets are for it and two against"),
        ("tracked", "1 where a person asked to follow it"),
        ("resolved_on", "from when it is known to be so"),
        ("proof", "what proves it"),
        ("story", "id of the story"),
    ),
    f"""
SELECT x.id AS rumor, {some_of("x.statement")} AS statement, x.state,
    (SELECT count(*) FROM stance s WHERE s.linking_id = x.linking_id AND s.rumor = x.number
        AND s.stance = 'for') AS "for",
    (SELECT count(*) FROM stance s WHERE s.linking_id = x.linking_id AND s.rumor = x.number
        AND s.stance = 'against') AS against,
    (SELECT count(*) FROM stance s WHERE s.linking_id = x.linking_id AND s.rumor = x.number
        AND s.stance = 'observing') AS observing,
    x.origins, {some_of("x.account")} AS account,
    (SELECT group_concat(reason, '; ') FROM (
        SELECT {some_of("p.reason")} AS reason FROM rumor_reason p
        WHERE p.linking_id = x.linking_id AND p.rumor = x.number ORDER BY p.part)) AS reasons,
    x.controversial, x.tracked, x.resolved_on, {some_of("x.proof")} AS proof, x.story
FROM rumor x {CURRENT_LINKING}
ORDER BY x.number""",
)

STANCES = View(
    "stances",
    "What each article says of each rumor, with the evidence that weighs most.",
    (
        ("statement", "what is rumored"),
        ("outlet", "who published it"),
        _WHEN,
        ("stance", "of the body"),
        ("headline", "of the headline"),
        ("sourcing", "what the article relies on"),
        ("origin", "who that is, in words"),
        ("confidence", "probability of the body's stance"),
        ("words", "exact words of the evidence that weighs most"),
        ("rumor", "id of the rumor"),
        ("article_title", "the headline of the article"),
        *_AT,
    ),
    f"""
SELECT {some_of("u.statement")} AS statement, {_OUTLET},
    {some_of("x.published")} AS published, x.stance, x.headline, c.sourcing,
    {some_of("c.origin")} AS origin, x.confidence, {words_of("n", "a")} AS words,
    u.id AS rumor, a.title AS article_title, a.id AS article_id, n.field, n.start, n."end"
FROM stance x {CURRENT_LINKING}
JOIN rumor u ON u.linking_id = x.linking_id AND u.number = x.rumor
JOIN article a ON a.id = x.article_id
LEFT JOIN anchor n ON n.linking_id = x.linking_id AND n.owner = 'stance'
    AND n.owner_number = x.number AND n.part = 0
LEFT JOIN chain c ON c.linking_id = x.linking_id AND c.number = x.chain
WHERE x.stance <> 'unrelated' ORDER BY x.number""",
)

CLAIMS = View(
    "claims",
    "Where each claim is carried, and on whose word.",
    (
        ("statement", "the claim"),
        ("outlet", "who published it"),
        _WHEN,
        ("voice", "how it is told"),
        ("stance", "what this place says of it"),
        ("certainty", "how sure its words are"),
        ("sourcing", "what the origin is"),
        ("origin", "who it comes from, in words"),
        ("via", "the outlets that passed it on"),
        _WORDS,
        ("claim", "id of the claim"),
        *_AT,
    ),
    f"""
SELECT {some_of("k.statement")} AS statement, {_OUTLET},
    {some_of("x.published")} AS published, x.voice, x.stance, x.certainty, c.sourcing,
    {some_of("c.origin")} AS origin,
    (SELECT group_concat(outlet, ' ← ') FROM (
        SELECT {some_of("v.outlet")} AS outlet FROM chain_via v
        WHERE v.linking_id = x.linking_id AND v.chain = x.chain ORDER BY v.part)) AS via,
    {words_of("n", "a")} AS words, k.id AS claim, {_AT_SQL}
FROM appearance x {CURRENT_LINKING}
JOIN claim k ON k.linking_id = x.linking_id AND k.number = x.claim
JOIN chain c ON c.linking_id = x.linking_id AND c.number = x.chain
{anchored("appearance")}
ORDER BY x.number""",
)

CAST = View(
    "cast",
    "Who is in the stories, with all names.",
    (
        ("name", "the fullest name in the coverage"),
        ("kind", "what it is"),
        ("also", "other names and spellings"),
        ("roles", "what the coverage calls them"),
        ("articles", "in how many articles"),
        ("member", "id in the cast"),
        ("story", "id of the story"),
    ),
    f"""
SELECT {some_of("x.name")} AS name, x.kind,
    (SELECT group_concat(name, '; ') FROM (
        SELECT {some_of("p.name")} AS name FROM cast_name p
        WHERE p.linking_id = x.linking_id AND p.cast_member = x.number ORDER BY p.part)) AS also,
    (SELECT group_concat(role, '; ') FROM (
        SELECT {some_of("p.role")} AS role FROM cast_role p
        WHERE p.linking_id = x.linking_id AND p.cast_member = x.number ORDER BY p.part)) AS roles,
    (SELECT count(DISTINCT e.article_id) FROM cast_entity e
        WHERE e.linking_id = x.linking_id AND e.cast_member = x.number) AS articles,
    x.id AS member, x.story
FROM cast_member x {CURRENT_LINKING}
ORDER BY articles DESC, x.number""",
)

TIMELINE = View(
    "timeline",
    "The events of the stories by date, each told once.",
    (
        ("when_value", "TIMEX3 value of its date, as fine as known"),
        ("earliest", "first day it may be"),
        ("latest", "last day it may be"),
        ("status", "what is said of it"),
        ("summary", "a line of the coverage's own words"),
        ("outcome", "what became of a plan, in words"),
        ("conflict", "where two dates cannot both hold, in words"),
        ("articles", "how many articles tell it"),
        ("sources", "the outlets that tell it"),
        ("event", "id of the event"),
        ("story", "id of the story"),
        *_AT,
    ),
    f"""
SELECT {some_of("x.when_value")} AS when_value, x.earliest, x.latest, x.status,
    {some_of("x.summary")} AS summary, {some_of("x.outcome")} AS outcome,
    {some_of("x.conflict")} AS conflict,
    (SELECT count(*) FROM timeline_article t
        WHERE t.linking_id = x.linking_id AND t.timeline_item = x.number) AS articles,
    (SELECT group_concat(outlet, '; ') FROM (
        SELECT {some_of("s.outlet")} AS outlet FROM timeline_source s
        WHERE s.linking_id = x.linking_id AND s.timeline_item = x.number ORDER BY s.part))
        AS sources,
    x.id AS event, x.story, {_AT_SQL}
FROM timeline_item x {CURRENT_LINKING}
LEFT JOIN anchor n ON n.linking_id = x.linking_id AND n.owner = 'timeline_item'
    AND n.owner_number = x.number AND n.part = 0
ORDER BY x.number""",
)

SOURCES = View(
    "sources",
    "Who relies on whom.",
    (
        ("teller", "the outlet that tells it"),
        ("via", "the outlets that passed it on, the nearest to the teller first"),
        ("origin", "who it comes from, in words"),
        ("sourcing", "what the origin is"),
        ("speaker", "name of the origin in the cast"),
        ("claims", "how many claims are told so"),
        ("story", "id of the story"),
    ),
    f"""
SELECT {some_of("x.teller")} AS teller,
    (SELECT group_concat(outlet, ' ← ') FROM (
        SELECT {some_of("v.outlet")} AS outlet FROM edge_via v
        WHERE v.linking_id = x.linking_id AND v.edge = x.number ORDER BY v.part)) AS via,
    {some_of("x.origin")} AS origin, x.sourcing, {some_of("m.name")} AS speaker,
    (SELECT count(*) FROM edge_claim k WHERE k.linking_id = x.linking_id AND k.edge = x.number)
        AS claims,
    x.story
FROM edge x {CURRENT_LINKING}
LEFT JOIN cast_member m ON m.linking_id = x.linking_id AND m.id = x.speaker
ORDER BY x.number""",
)

_SIDES = (
    ("first", "exact words of the one place"),
    ("second", "exact words of the other"),
    ("first_at", "where the one stands: article, field, start-end in code points"),
    ("second_at", "where the other stands"),
)

CONTRADICTIONS = View(
    "contradictions",
    "Pairs of places that cannot both hold.",
    (
        ("kind", "what they disagree in"),
        ("about", "what they disagree on"),
        ("note", "why they cannot both hold"),
        *_SIDES,
        ("settled", "exact words that take one of them back"),
        ("confidence", "probability that it is one"),
        ("story", "id of the story"),
    ),
    f"""
SELECT x.kind, {some_of("x.about")} AS about, {some_of("x.note")} AS note,
    {words_at("contradiction", 0)} AS first, {words_at("contradiction", 1)} AS second,
    {place_at("contradiction", 0)} AS first_at, {place_at("contradiction", 1)} AS second_at,
    {words_at("contradiction", 2)} AS settled, x.confidence, x.story
FROM contradiction x {CURRENT_LINKING}
ORDER BY x.number""",
)

OVERTAKEN = View(
    "overtaken",
    "What later coverage replaced: both held, each at its time.",
    (
        ("about", "what has changed"),
        ("note", "the same in words"),
        ("on_day", "from when the later holds"),
        *_SIDES,
        ("story", "id of the story"),
    ),
    f"""
SELECT {some_of("x.about")} AS about, {some_of("x.note")} AS note, x.on_day,
    {words_at("overtaking", 0)} AS first, {words_at("overtaking", 1)} AS second,
    {place_at("overtaking", 0)} AS first_at, {place_at("overtaking", 1)} AS second_at, x.story
FROM overtaking x {CURRENT_LINKING}
ORDER BY x.number""",
)

TRACK_RECORD = View(
    "track_record",
    "Which outlet committed to which rumor before it was resolved, and whether it was borne out.",
    (
        ("outlet", "who committed"),
        ("statement", "what is rumored"),
        ("stance", "to what"),
        _WHEN,
        ("sourcing", "on what sourcing"),
        ("borne_out", "whether a person's ruling agrees; empty while nobody has ruled"),
        ("rumor", "id of the rumor"),
        ("article_id", "the article"),
    ),
    f"""
SELECT {some_of("x.outlet")} AS outlet, {some_of("u.statement")} AS statement, x.stance,
    {some_of("x.published")} AS published, x.sourcing, x.borne_out, u.id AS rumor, x.article_id
FROM track x {CURRENT_LINKING}
JOIN rumor u ON u.linking_id = x.linking_id AND u.number = x.rumor
ORDER BY x.rumor, x.part""",
)

DECISIONS = View(
    "decisions",
    "What people decided and did not take back, with the words it is tied to.",
    (
        ("number", "the order in which they were made"),
        ("kind", "what it does"),
        ("made_at", "when"),
        ("statement", "what is tracked or resolved"),
        ("state", "what a rumor is ruled"),
        ("resolved_on", "from when it is known to be so"),
        ("proof", "what proves it"),
        ("note", "what the person said of it"),
        ("first", "exact words of the first place"),
        ("second", "exact words of the second place"),
    ),
    f"""
SELECT x.number, x.kind, x.made_at, {some_of("x.statement")} AS statement, x.state, x.resolved_on,
    {some_of("x.proof")} AS proof, {some_of("x.note")} AS note,
    (SELECT substr(CASE x.first_field WHEN 'title' THEN a.title ELSE a.text END,
        x.first_start + 1, x.first_end - x.first_start)
        FROM article a WHERE a.id = x.first_article) AS first,
    (SELECT substr(CASE x.second_field WHEN 'title' THEN a.title ELSE a.text END,
        x.second_start + 1, x.second_end - x.second_start)
        FROM article a WHERE a.id = x.second_article) AS second
FROM decision x WHERE x.withdrawn_at IS NULL ORDER BY x.number""",
)

ACCOUNT_VIEWS = (
    STORIES,
    RUMORS,
    STANCES,
    CLAIMS,
    CAST,
    TIMELINE,
    SOURCES,
    CONTRADICTIONS,
    OVERTAKEN,
    TRACK_RECORD,
    DECISIONS,
)

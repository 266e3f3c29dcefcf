"""The tables that version 3 of the schema added, as they shipped: never edit them."""

from __future__ import annotations

_DEFERRED = "DEFERRABLE INITIALLY DEFERRED"

TO_3 = (
    """CREATE TABLE linking (id INTEGER NOT NULL, stage TEXT NOT NULL, created_at TEXT NOT NULL,
    superseded_at TEXT, last_reading INTEGER NOT NULL, decisions INTEGER NOT NULL, PRIMARY KEY
    (id))""",
    f"""CREATE TABLE anchor (linking_id INTEGER NOT NULL, owner TEXT NOT NULL, owner_number INTEGER
    NOT NULL, part INTEGER NOT NULL, article_id TEXT NOT NULL, field TEXT NOT NULL, start
    INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (linking_id, owner, owner_number,
    part), CHECK (0 <= start AND start < "end"), FOREIGN KEY (linking_id) REFERENCES linking
    (id) {_DEFERRED}, FOREIGN KEY (article_id) REFERENCES article (id) {_DEFERRED}) WITHOUT
    ROWID""",
    """CREATE INDEX anchor_by_article ON anchor (article_id)""",
    f"""CREATE TABLE story (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
    title TEXT NOT NULL, PRIMARY KEY (linking_id, number), FOREIGN KEY (linking_id) REFERENCES
    linking (id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX story_by_id ON story (linking_id, id)""",
    f"""CREATE TABLE story_article (linking_id INTEGER NOT NULL, story INTEGER NOT NULL, part
    INTEGER NOT NULL, article_id TEXT NOT NULL, PRIMARY KEY (linking_id, story, part), FOREIGN
    KEY (linking_id, story) REFERENCES story (linking_id, number) {_DEFERRED}, FOREIGN KEY
    (article_id) REFERENCES article (id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE dating (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, article_id TEXT
    NOT NULL, value TEXT NOT NULL, earliest TEXT, latest TEXT, basis TEXT NOT NULL, note TEXT
    NOT NULL, PRIMARY KEY (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking (id)
    {_DEFERRED}, FOREIGN KEY (article_id) REFERENCES article (id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE copy_group (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, origin TEXT
    NOT NULL, dated INTEGER NOT NULL, PRIMARY KEY (linking_id, number), FOREIGN KEY (linking_id)
    REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY (origin) REFERENCES article (id)
    {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE copy_article (linking_id INTEGER NOT NULL, copy_group INTEGER NOT NULL, part
    INTEGER NOT NULL, article_id TEXT NOT NULL, PRIMARY KEY (linking_id, copy_group, part),
    FOREIGN KEY (linking_id, copy_group) REFERENCES copy_group (linking_id, number) {_DEFERRED},
    FOREIGN KEY (article_id) REFERENCES article (id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE version (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, url TEXT NOT
    NULL, earlier TEXT NOT NULL, later TEXT NOT NULL, PRIMARY KEY (linking_id, number), FOREIGN
    KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY (earlier) REFERENCES
    article (id) {_DEFERRED}, FOREIGN KEY (later) REFERENCES article (id) {_DEFERRED}) WITHOUT
    ROWID""",
    f"""CREATE TABLE version_change (linking_id INTEGER NOT NULL, version INTEGER NOT NULL, kind
    TEXT NOT NULL, part INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (linking_id, version, kind, part), CHECK (0 <= start AND start < "end"), FOREIGN
    KEY (linking_id, version) REFERENCES version (linking_id, number) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE shared (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT
    NULL, words INTEGER NOT NULL, PRIMARY KEY (linking_id, number), FOREIGN KEY (linking_id)
    REFERENCES linking (id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE cast_member (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT
    NULL, story TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (linking_id,
    number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY
    (linking_id, story) REFERENCES story (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX cast_member_by_id ON cast_member (linking_id, id)""",
    f"""CREATE TABLE cast_name (linking_id INTEGER NOT NULL, cast_member INTEGER NOT NULL, part
    INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (linking_id, cast_member, part), FOREIGN
    KEY (linking_id, cast_member) REFERENCES cast_member (linking_id, number) {_DEFERRED})
    WITHOUT ROWID""",
    f"""CREATE TABLE cast_role (linking_id INTEGER NOT NULL, cast_member INTEGER NOT NULL, part
    INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (linking_id, cast_member, part), FOREIGN
    KEY (linking_id, cast_member) REFERENCES cast_member (linking_id, number) {_DEFERRED})
    WITHOUT ROWID""",
    f"""CREATE TABLE cast_entity (linking_id INTEGER NOT NULL, cast_member INTEGER NOT NULL, part
    INTEGER NOT NULL, article_id TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY
    (linking_id, cast_member, part), FOREIGN KEY (linking_id, cast_member) REFERENCES
    cast_member (linking_id, number) {_DEFERRED}, FOREIGN KEY (article_id) REFERENCES article
    (id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE INDEX cast_entity_by_article ON cast_entity (linking_id, article_id, entity)""",
    f"""CREATE TABLE chain (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, teller TEXT NOT
    NULL, origin TEXT, speaker TEXT, sourcing TEXT NOT NULL, root TEXT NOT NULL, PRIMARY KEY
    (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN
    KEY (linking_id, speaker) REFERENCES cast_member (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE chain_via (linking_id INTEGER NOT NULL, chain INTEGER NOT NULL, part INTEGER
    NOT NULL, outlet TEXT NOT NULL, PRIMARY KEY (linking_id, chain, part), FOREIGN KEY
    (linking_id, chain) REFERENCES chain (linking_id, number) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE claim (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
    story TEXT NOT NULL, statement TEXT NOT NULL, origins INTEGER NOT NULL, PRIMARY KEY
    (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN
    KEY (linking_id, story) REFERENCES story (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX claim_by_id ON claim (linking_id, id)""",
    f"""CREATE TABLE claim_about (linking_id INTEGER NOT NULL, claim INTEGER NOT NULL, part INTEGER
    NOT NULL, member TEXT NOT NULL, PRIMARY KEY (linking_id, claim, part), FOREIGN KEY
    (linking_id, claim) REFERENCES claim (linking_id, number) {_DEFERRED}, FOREIGN KEY
    (linking_id, member) REFERENCES cast_member (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE appearance (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, claim INTEGER
    NOT NULL, voice TEXT NOT NULL, stance TEXT NOT NULL, certainty TEXT NOT NULL, chain INTEGER
    NOT NULL, attribution INTEGER, published TEXT, published_earliest TEXT, published_latest
    TEXT, published_basis TEXT, confidence REAL NOT NULL, PRIMARY KEY (linking_id, number),
    FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY (linking_id,
    claim) REFERENCES claim (linking_id, number) {_DEFERRED}, FOREIGN KEY (linking_id, chain)
    REFERENCES chain (linking_id, number) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE rumor (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
    story TEXT NOT NULL, statement TEXT NOT NULL, claim TEXT, tracked INTEGER NOT NULL, state
    TEXT NOT NULL, controversial INTEGER NOT NULL, origins INTEGER NOT NULL, account TEXT NOT
    NULL, resolved_on TEXT, proof TEXT, note TEXT, resolved_at TEXT, PRIMARY KEY (linking_id,
    number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY
    (linking_id, story) REFERENCES story (linking_id, id) {_DEFERRED}, FOREIGN KEY (linking_id,
    claim) REFERENCES claim (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX rumor_by_id ON rumor (linking_id, id)""",
    f"""CREATE TABLE rumor_reason (linking_id INTEGER NOT NULL, rumor INTEGER NOT NULL, part INTEGER
    NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (linking_id, rumor, part), FOREIGN KEY
    (linking_id, rumor) REFERENCES rumor (linking_id, number) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE stance (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, rumor INTEGER NOT
    NULL, article_id TEXT NOT NULL, stance TEXT NOT NULL, headline TEXT, confidence REAL NOT
    NULL, published TEXT, published_earliest TEXT, published_latest TEXT, published_basis TEXT,
    chain INTEGER, PRIMARY KEY (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking
    (id) {_DEFERRED}, FOREIGN KEY (linking_id, rumor) REFERENCES rumor (linking_id, number)
    {_DEFERRED}, FOREIGN KEY (article_id) REFERENCES article (id) {_DEFERRED}, FOREIGN KEY
    (linking_id, chain) REFERENCES chain (linking_id, number) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE track (linking_id INTEGER NOT NULL, rumor INTEGER NOT NULL, part INTEGER NOT
    NULL, outlet TEXT NOT NULL, article_id TEXT NOT NULL, stance TEXT NOT NULL, published TEXT,
    published_earliest TEXT, published_latest TEXT, published_basis TEXT, sourcing TEXT NOT
    NULL, borne_out INTEGER, PRIMARY KEY (linking_id, rumor, part), FOREIGN KEY (linking_id,
    rumor) REFERENCES rumor (linking_id, number) {_DEFERRED}, FOREIGN KEY (article_id)
    REFERENCES article (id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE edge (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, story TEXT NOT
    NULL, teller TEXT NOT NULL, origin TEXT, speaker TEXT, sourcing TEXT NOT NULL, PRIMARY KEY
    (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN
    KEY (linking_id, story) REFERENCES story (linking_id, id) {_DEFERRED}, FOREIGN KEY
    (linking_id, speaker) REFERENCES cast_member (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE edge_via (linking_id INTEGER NOT NULL, edge INTEGER NOT NULL, part INTEGER NOT
    NULL, outlet TEXT NOT NULL, PRIMARY KEY (linking_id, edge, part), FOREIGN KEY (linking_id,
    edge) REFERENCES edge (linking_id, number) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE edge_claim (linking_id INTEGER NOT NULL, edge INTEGER NOT NULL, part INTEGER
    NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (linking_id, edge, part), FOREIGN KEY
    (linking_id, edge) REFERENCES edge (linking_id, number) {_DEFERRED}, FOREIGN KEY
    (linking_id, claim) REFERENCES claim (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE timeline_item (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT
    NOT NULL, story TEXT NOT NULL, when_value TEXT, earliest TEXT, latest TEXT, status TEXT NOT
    NULL, summary TEXT NOT NULL, conflict TEXT, outcome TEXT, PRIMARY KEY (linking_id, number),
    FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY (linking_id,
    story) REFERENCES story (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX timeline_item_by_id ON timeline_item (linking_id, id)""",
    f"""CREATE TABLE timeline_participant (linking_id INTEGER NOT NULL, timeline_item INTEGER NOT
    NULL, part INTEGER NOT NULL, member TEXT NOT NULL, PRIMARY KEY (linking_id, timeline_item,
    part), FOREIGN KEY (linking_id, timeline_item) REFERENCES timeline_item (linking_id, number)
    {_DEFERRED}, FOREIGN KEY (linking_id, member) REFERENCES cast_member (linking_id, id)
    {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE timeline_source (linking_id INTEGER NOT NULL, timeline_item INTEGER NOT NULL,
    part INTEGER NOT NULL, outlet TEXT NOT NULL, PRIMARY KEY (linking_id, timeline_item, part),
    FOREIGN KEY (linking_id, timeline_item) REFERENCES timeline_item (linking_id, number)
    {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE timeline_article (linking_id INTEGER NOT NULL, timeline_item INTEGER NOT NULL,
    part INTEGER NOT NULL, article_id TEXT NOT NULL, PRIMARY KEY (linking_id, timeline_item,
    part), FOREIGN KEY (linking_id, timeline_item) REFERENCES timeline_item (linking_id, number)
    {_DEFERRED}, FOREIGN KEY (article_id) REFERENCES article (id) {_DEFERRED}) WITHOUT ROWID""",
    f"""CREATE TABLE timeline_date (linking_id INTEGER NOT NULL, number INTEGER NOT NULL,
    timeline_item INTEGER NOT NULL, value TEXT NOT NULL, earliest TEXT, latest TEXT, PRIMARY KEY
    (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN
    KEY (linking_id, timeline_item) REFERENCES timeline_item (linking_id, number) {_DEFERRED})
    WITHOUT ROWID""",
    f"""CREATE TABLE contradiction (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT
    NOT NULL, story TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, note TEXT NOT NULL,
    confidence REAL NOT NULL, PRIMARY KEY (linking_id, number), FOREIGN KEY (linking_id)
    REFERENCES linking (id) {_DEFERRED}, FOREIGN KEY (linking_id, story) REFERENCES story
    (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX contradiction_by_id ON contradiction (linking_id, id)""",
    f"""CREATE TABLE overtaking (linking_id INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT
    NULL, story TEXT NOT NULL, about TEXT NOT NULL, on_day TEXT, note TEXT NOT NULL, PRIMARY KEY
    (linking_id, number), FOREIGN KEY (linking_id) REFERENCES linking (id) {_DEFERRED}, FOREIGN
    KEY (linking_id, story) REFERENCES story (linking_id, id) {_DEFERRED}) WITHOUT ROWID""",
    """CREATE UNIQUE INDEX overtaking_by_id ON overtaking (linking_id, id)""",
    f"""CREATE TABLE decision (number INTEGER NOT NULL, kind TEXT NOT NULL, made_at TEXT NOT NULL,
    withdrawn_at TEXT, statement TEXT, story TEXT, first_article TEXT, first_field TEXT,
    first_start INTEGER, first_end INTEGER, second_article TEXT, second_field TEXT, second_start
    INTEGER, second_end INTEGER, state TEXT, resolved_on TEXT, proof TEXT, note TEXT, PRIMARY
    KEY (number), FOREIGN KEY (first_article) REFERENCES article (id) {_DEFERRED}, FOREIGN KEY
    (second_article) REFERENCES article (id) {_DEFERRED})""",
    """CREATE INDEX decision_current ON decision (kind) WHERE withdrawn_at IS NULL""",
)

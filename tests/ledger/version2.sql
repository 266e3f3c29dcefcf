-- A ledger of version 2, as `.dump` gives it, without its views.
BEGIN TRANSACTION;
CREATE TABLE "article" (
    -- One version of one page: what its id is a hash of, which never changes.
    "number" INTEGER NOT NULL, -- the order in which articles came in
    "id" TEXT NOT NULL, -- 16 hex digits of a hash over the columns that follow
    "outlet" TEXT, -- who publishes it
    "published" TEXT, -- ISO prefix or TIMEX3 value, as fine as known
    "title" TEXT, -- its headline
    "url" TEXT, -- where it was published
    "given_id" TEXT, -- the id that its input gave it
    "text" TEXT NOT NULL, -- what spans count in; NUL and lone surrogates show as U+FFFD
    "title_exact" BLOB, -- the title where `title` cannot hold it
    "text_exact" BLOB, -- the text where `text` cannot hold it
    PRIMARY KEY ("number")
);
INSERT INTO "article" VALUES(1,'56d3c489621cf737','Ferry Post 1','2021-02-02','Quill says pier 1 stays','https://post.example/1','n1','Share this
Mara Quill said on 9 February that pier 1 “will stay 😀 open”, she told Ferry Post 1. Sources close to the harbour reportedly denied it.
',NULL,NULL);
CREATE TABLE "attribution" (
    -- Somebody is said to have said, written, thought or planned something.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "number" INTEGER NOT NULL, -- its place in the layer, from 0
    "mode" TEXT NOT NULL, -- how it is quoted
    "sourcing" TEXT NOT NULL, -- what the source is
    "speaker" INTEGER, -- number of the entity behind the source
    "within" INTEGER, -- number of the attribution around it
    "confidence" REAL NOT NULL, -- probability that it is one
    "certainty" TEXT NOT NULL, -- how sure the words are of the content
    PRIMARY KEY ("reading_id", "field", "number"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "speaker") REFERENCES "entity" ("reading_id", "number") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "field", "within") REFERENCES "attribution" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "attribution" VALUES(1,'text',0,'mixed','named',0,NULL,0.93,'certain');
INSERT INTO "attribution" VALUES(1,'text',1,'indirect','unnamed',NULL,0,0.5,'probable');
INSERT INTO "attribution" VALUES(2,'text',0,'mixed','named',0,NULL,0.93,'certain');
INSERT INTO "attribution" VALUES(2,'text',1,'indirect','unnamed',NULL,0,0.5,'probable');
INSERT INTO "attribution" VALUES(2,'title',0,'indirect','named',0,NULL,1.0,'certain');
CREATE TABLE "attribution_hedge" (
    -- The hedges that say how sure an attribution is of its content.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "attribution" INTEGER NOT NULL, -- number of the attribution
    "part" INTEGER NOT NULL, -- its place among its like, from 0
    "hedge" INTEGER NOT NULL, -- number of the hedge
    PRIMARY KEY ("reading_id", "field", "attribution", "part"),
    FOREIGN KEY ("reading_id", "field", "attribution") REFERENCES "attribution" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "field", "hedge") REFERENCES "hedge" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "attribution_hedge" VALUES(1,'text',1,0,0);
INSERT INTO "attribution_hedge" VALUES(2,'text',1,0,0);
CREATE TABLE "attribution_span" (
    -- Where the source, cue and content of an attribution stand.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "attribution" INTEGER NOT NULL, -- number of the attribution
    "role" TEXT NOT NULL, -- what the span is
    "part" INTEGER NOT NULL, -- its place among its like, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    PRIMARY KEY ("reading_id", "field", "attribution", "role", "part"),
    CHECK (0 <= "start" AND "start" < "end"),
    FOREIGN KEY ("reading_id", "field", "attribution") REFERENCES "attribution" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "attribution_span" VALUES(1,'text',0,'content',0,41,71);
INSERT INTO "attribution_span" VALUES(1,'text',0,'cue',0,22,26);
INSERT INTO "attribution_span" VALUES(1,'text',0,'cue',1,77,81);
INSERT INTO "attribution_span" VALUES(1,'text',0,'source',0,11,21);
INSERT INTO "attribution_span" VALUES(1,'text',0,'source',1,73,76);
INSERT INTO "attribution_span" VALUES(1,'text',1,'content',0,143,146);
INSERT INTO "attribution_span" VALUES(1,'text',1,'cue',0,136,142);
INSERT INTO "attribution_span" VALUES(1,'text',1,'source',0,96,124);
INSERT INTO "attribution_span" VALUES(2,'text',0,'content',0,41,71);
INSERT INTO "attribution_span" VALUES(2,'text',0,'cue',0,22,26);
INSERT INTO "attribution_span" VALUES(2,'text',0,'cue',1,77,81);
INSERT INTO "attribution_span" VALUES(2,'text',0,'source',0,11,21);
INSERT INTO "attribution_span" VALUES(2,'text',0,'source',1,73,76);
INSERT INTO "attribution_span" VALUES(2,'text',1,'content',0,143,146);
INSERT INTO "attribution_span" VALUES(2,'text',1,'cue',0,136,142);
INSERT INTO "attribution_span" VALUES(2,'text',1,'source',0,96,124);
INSERT INTO "attribution_span" VALUES(2,'title',0,'content',0,11,23);
INSERT INTO "attribution_span" VALUES(2,'title',0,'cue',0,6,10);
INSERT INTO "attribution_span" VALUES(2,'title',0,'source',0,0,5);
CREATE TABLE "attribution_via" (
    -- The outlets that passed an attribution on.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "attribution" INTEGER NOT NULL, -- number of the attribution
    "part" INTEGER NOT NULL, -- its place among its like, from 0
    "entity" INTEGER NOT NULL, -- number of the entity that passed it on
    PRIMARY KEY ("reading_id", "field", "attribution", "part"),
    FOREIGN KEY ("reading_id", "field", "attribution") REFERENCES "attribution" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "entity") REFERENCES "entity" ("reading_id", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "attribution_via" VALUES(1,'text',0,0,1);
INSERT INTO "attribution_via" VALUES(2,'text',0,0,1);
CREATE TABLE "entity" (
    -- Somebody or something that an article mentions.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "number" INTEGER NOT NULL, -- its number in the reading, from 0
    "name" TEXT NOT NULL, -- its fullest name
    "kind" TEXT NOT NULL, -- what it is
    PRIMARY KEY ("reading_id", "number"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "entity" VALUES(1,0,'Mara Quill','person');
INSERT INTO "entity" VALUES(1,1,'Ferry Post 1','organization');
INSERT INTO "entity" VALUES(1,2,'Sources close to the harbour','group');
INSERT INTO "entity" VALUES(2,0,'Mara Quill','person');
INSERT INTO "entity" VALUES(2,1,'Ferry Post 1','organization');
INSERT INTO "entity" VALUES(2,2,'Sources close to the harbour','group');
CREATE TABLE "event" (
    -- Something said to have happened, or planned, possible, denied.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "number" INTEGER NOT NULL, -- its place in the layer, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    "sentence" INTEGER NOT NULL, -- number of the sentence it stands in
    "type" TEXT NOT NULL, -- what kind of event, after TimeML
    "status" TEXT NOT NULL, -- what is said of it
    "when_value" TEXT, -- TIMEX3 value of its date
    "time" INTEGER, -- number of the time expression that dates it
    PRIMARY KEY ("reading_id", "field", "number"),
    CHECK (0 <= "start" AND "start" < "end"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "field", "time") REFERENCES "time" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "event" VALUES(2,'text',0,59,63,0,'state','planned','2021-02-09',0);
CREATE TABLE "event_participant" (
    -- Who takes part in an event.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "event" INTEGER NOT NULL, -- number of the event
    "part" INTEGER NOT NULL, -- its place among its like, from 0
    "entity" INTEGER NOT NULL, -- number of the entity that takes part
    PRIMARY KEY ("reading_id", "field", "event", "part"),
    FOREIGN KEY ("reading_id", "field", "event") REFERENCES "event" ("reading_id", "field", "number") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "entity") REFERENCES "entity" ("reading_id", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "event_participant" VALUES(2,'text',0,0,0);
INSERT INTO "event_participant" VALUES(2,'text',0,1,1);
CREATE TABLE "furniture" (
    -- Text on the page that is not the article; it is not read as news.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "number" INTEGER NOT NULL, -- its place in the reading, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    "kind" TEXT NOT NULL, -- what it is
    PRIMARY KEY ("reading_id", "number"),
    CHECK (0 <= "start" AND "start" < "end"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "furniture" VALUES(1,0,0,10,'share');
INSERT INTO "furniture" VALUES(2,0,0,10,'share');
CREATE TABLE "hedge" (
    -- Words that say how sure the text is, and what they speak of.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "number" INTEGER NOT NULL, -- its place in the layer, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    "certainty" TEXT NOT NULL, -- the degree it leaves
    "sentence" INTEGER NOT NULL, -- number of the sentence it stands in
    "scope_start" INTEGER NOT NULL, -- first code point of what it speaks of
    "scope_end" INTEGER NOT NULL, -- one past the last code point of that
    PRIMARY KEY ("reading_id", "field", "number"),
    CHECK (0 <= "start" AND "start" < "end"),
    CHECK (0 <= "scope_start" AND "scope_start" < "scope_end"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "hedge" VALUES(1,'text',0,125,135,'probable',1,136,145);
INSERT INTO "hedge" VALUES(2,'text',0,125,135,'probable',1,136,145);
CREATE TABLE "mention" (
    -- A span that names or describes an entity: the whole noun phrase, and its head.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "number" INTEGER NOT NULL, -- its place in the layer, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    "head_start" INTEGER NOT NULL, -- first code point of the name or noun in it
    "head_end" INTEGER NOT NULL, -- one past the last code point of that
    "kind" TEXT NOT NULL, -- what is mentioned
    "named" INTEGER NOT NULL, -- 1 where it names, 0 where it describes
    "entity" INTEGER NOT NULL, -- number of the entity
    PRIMARY KEY ("reading_id", "field", "number"),
    CHECK (0 <= "start" AND "start" < "end"),
    CHECK ("start" <= "head_start" AND "head_start" < "head_end" AND "head_end" <= "end"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("reading_id", "entity") REFERENCES "entity" ("reading_id", "number") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "mention" VALUES(1,'text',0,11,21,11,21,'person',1,0);
INSERT INTO "mention" VALUES(1,'text',1,73,76,73,76,'person',0,0);
INSERT INTO "mention" VALUES(1,'text',2,96,124,96,103,'group',0,2);
INSERT INTO "mention" VALUES(2,'text',0,11,21,11,21,'person',1,0);
INSERT INTO "mention" VALUES(2,'text',1,73,76,73,76,'person',0,0);
INSERT INTO "mention" VALUES(2,'text',2,96,124,96,103,'group',0,2);
INSERT INTO "mention" VALUES(2,'title',0,0,5,0,5,'person',1,0);
CREATE TABLE "reading" (
    -- What one version of the reader found in one article; superseded, never deleted.
    "id" INTEGER NOT NULL, -- number of the reading
    "article_id" TEXT NOT NULL, -- the article that was read
    "stage" TEXT NOT NULL, -- version of the reader
    "created_at" TEXT NOT NULL, -- when it was stored
    "superseded_at" TEXT, -- when another took its place
    "unread" TEXT, -- why the article was not read
    "language" TEXT, -- ISO 639-1 code
    "byline" TEXT, -- who wrote it, as the page says
    "origin" TEXT, -- the input it came from
    "published_earliest" TEXT, -- first day it may be from
    "published_latest" TEXT, -- last day it may be from
    "published_basis" TEXT, -- what the date rests on
    "has_headline" INTEGER NOT NULL, -- whether the title was read too
    PRIMARY KEY ("id"),
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "reading" VALUES(1,'56d3c489621cf737','2.0','2021-02-09T12:00:00.000Z','2021-02-09T12:00:00.000Z',NULL,'en','By Ivo Tarn','coverage/1.html','2021-02-02','2021-02-02','meta',0);
INSERT INTO "reading" VALUES(2,'56d3c489621cf737','2.1','2021-02-09T12:00:00.000Z',NULL,NULL,'en','By Ivo Tarn','coverage/1.html','2021-02-02','2021-02-02','meta',1);
CREATE TABLE "sentence" (
    -- The sentences of the text.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "number" INTEGER NOT NULL, -- its place in the reading, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    PRIMARY KEY ("reading_id", "number"),
    CHECK (0 <= "start" AND "start" < "end"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "sentence" VALUES(1,0,11,95);
INSERT INTO "sentence" VALUES(1,1,96,146);
INSERT INTO "sentence" VALUES(2,0,11,95);
INSERT INTO "sentence" VALUES(2,1,96,146);
CREATE TABLE "time" (
    -- A time expression with its TIMEX3 reading.
    "reading_id" INTEGER NOT NULL, -- the reading that found it
    "field" TEXT NOT NULL, -- what the spans count in
    "number" INTEGER NOT NULL, -- its place in the layer, from 0
    "start" INTEGER NOT NULL, -- first code point, counted from 0
    "end" INTEGER NOT NULL, -- one past the last code point
    "type" TEXT NOT NULL, -- TIMEX3 type
    "value" TEXT NOT NULL, -- TIMEX3 value
    "mod" TEXT, -- TIMEX3 mod
    "earliest" TEXT, -- first day it may mean
    "latest" TEXT, -- last day it may mean
    PRIMARY KEY ("reading_id", "field", "number"),
    CHECK (0 <= "start" AND "start" < "end"),
    FOREIGN KEY ("reading_id") REFERENCES "reading" ("id") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO "time" VALUES(2,'text',0,30,40,'DATE','2021-02-09',NULL,'2021-02-09',NULL);
CREATE TABLE "unread" (
    -- Inputs that could not be read.
    "number" INTEGER NOT NULL, -- the order in which they were met
    "origin" TEXT NOT NULL, -- the input, and the item of it
    "what" TEXT NOT NULL, -- what is wrong with it
    "todo" TEXT NOT NULL, -- what to do about it
    "seen_at" TEXT NOT NULL, -- when it was first met, or met again after a reading
    PRIMARY KEY ("number")
);
INSERT INTO "unread" VALUES(1,'coverage/x.bin','it is binary','save it as text','2021-02-09T12:00:00.000Z');
CREATE UNIQUE INDEX "article_by_id" ON "article" ("id");
CREATE UNIQUE INDEX "reading_current" ON "reading" ("article_id") WHERE superseded_at IS NULL;
CREATE INDEX "reading_by_article" ON "reading" ("article_id");
CREATE UNIQUE INDEX "unread_once" ON "unread" ("origin", "what");
CREATE VIEW "not_read" AS
SELECT CASE typeof(u.origin) WHEN 'blob' THEN '�' ELSE u.origin END AS origin, CASE typeof(u.what) WHEN 'blob' THEN '�' ELSE u.what END AS what, CASE typeof(u.todo) WHEN 'blob' THEN '�' ELSE u.todo END AS todo,
    u.seen_at, NULL AS article_id
FROM unread u LEFT JOIN (
    SELECT origin, max(created_at) AS read_at FROM reading GROUP BY origin
) later ON later.origin = u.origin
WHERE (later.read_at IS NULL OR later.read_at < u.seen_at)
UNION ALL
SELECT CASE typeof(coalesce(r.origin, a.url)) WHEN 'blob' THEN '�' ELSE coalesce(r.origin, a.url) END, CASE typeof(r.unread) WHEN 'blob' THEN '�' ELSE r.unread END, '', r.created_at, a.id
FROM reading r JOIN article a ON a.id = r.article_id
WHERE r.superseded_at IS NULL AND r.unread IS NOT NULL;
COMMIT;

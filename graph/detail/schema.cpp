#include "graph/detail/schema.hpp"

#include <array>
#include <string>

#include "graph/store_error.hpp"

namespace entente {

namespace {

/// "Entn": PRAGMA application_id of every store.
constexpr std::int64_t application = 0x456e746e;

/// What brings the format from version i to i + 1. Steps that were released never change.
/// Days are days since 1970-01-01. `pair` is two actor rows, the smaller id's in the upper 32 bits.
constexpr std::array<const char*, schema_version> steps{R"sql(
CREATE TABLE actor(
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE);

CREATE TABLE actor_decision(
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK(kind IN ('merge', 'distinct')),
    actor TEXT NOT NULL,
    other TEXT NOT NULL,
    added INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0);

CREATE TABLE publisher(
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE);

CREATE TABLE article(
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    page TEXT NOT NULL,
    item INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    origins BLOB NOT NULL,
    url TEXT,
    publisher INTEGER NOT NULL REFERENCES publisher,
    dateline TEXT,
    agencies TEXT,
    published INTEGER,
    language TEXT,
    added INTEGER NOT NULL,
    known INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    replaced_by INTEGER REFERENCES article,
    replaced_known INTEGER,
    replaced_added INTEGER,
    origin INTEGER NOT NULL);
CREATE INDEX article_id ON article(id);
CREATE INDEX article_url ON article(url, item) WHERE url IS NOT NULL;
CREATE INDEX article_publisher ON article(publisher);
CREATE INDEX article_lineage ON article(lineage);
CREATE INDEX article_replaced ON article(replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX article_origin ON article(origin);

-- Fingerprints of current texts, by which near-identical ones are found.
CREATE TABLE article_band(
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY(band, article)) WITHOUT ROWID;
CREATE TABLE article_fingerprint(
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    minima BLOB NOT NULL);
CREATE TABLE article_link(
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY(article, other)) WITHOUT ROWID;
CREATE INDEX article_link_other ON article_link(other);

CREATE TABLE claim(
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    digest INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article,
    type TEXT NOT NULL,
    mode TEXT,
    cameo TEXT,
    context TEXT,
    goldstein REAL NOT NULL,
    relation TEXT,
    modality TEXT NOT NULL,
    attribution TEXT,
    attribution_text TEXT,
    time_start INTEGER,
    time_end INTEGER,
    granularity TEXT NOT NULL,
    time_text TEXT,
    resolved INTEGER NOT NULL,
    place TEXT,
    quantity REAL,
    quantity_unit TEXT,
    quantity_qualifier TEXT,
    quantity_from REAL,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    trigger_text TEXT NOT NULL,
    confidence REAL NOT NULL,
    extractor TEXT NOT NULL);
CREATE INDEX claim_id ON claim(id);
CREATE INDEX claim_article ON claim(article);

CREATE TABLE participant(
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    side INTEGER NOT NULL,
    position INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor,
    state INTEGER REFERENCES actor,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT,
    mention TEXT NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    PRIMARY KEY(claim, side, position)) WITHOUT ROWID;
CREATE INDEX participant_actor ON participant(actor);
CREATE INDEX participant_state ON participant(state) WHERE state IS NOT NULL;

-- What a claim says about a pair of actors: what merging reads.
CREATE TABLE report(
    pair INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    direction INTEGER NOT NULL,
    relation_direction INTEGER NOT NULL,
    family TEXT NOT NULL,
    relation TEXT,
    role INTEGER NOT NULL,
    stage TEXT,
    obligation TEXT,
    PRIMARY KEY(pair, claim, direction)) WITHOUT ROWID;
CREATE INDEX report_claim ON report(claim);

CREATE TABLE event(
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest INTEGER NOT NULL,
    pair INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES actor,
    target INTEGER NOT NULL REFERENCES actor,
    mutual INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    cameo TEXT,
    context TEXT,
    goldstein REAL NOT NULL,
    modality TEXT NOT NULL,
    time_start INTEGER,
    time_end INTEGER,
    granularity TEXT NOT NULL,
    found_from INTEGER,
    found_to INTEGER,
    place TEXT,
    quantity REAL,
    quantity_unit TEXT,
    quantity_qualifier TEXT,
    quantity_from REAL,
    confidence REAL NOT NULL,
    claims INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    publishers INTEGER NOT NULL,
    origins INTEGER NOT NULL);
CREATE INDEX event_pair ON event(pair, found_from);
CREATE INDEX event_source ON event(source, found_from);
CREATE INDEX event_target ON event(target, found_from);
CREATE INDEX event_type ON event(type, found_from);
CREATE TABLE event_claim(
    event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    claim INTEGER NOT NULL REFERENCES claim,
    PRIMARY KEY(event, claim)) WITHOUT ROWID;
CREATE INDEX event_claim_claim ON event_claim(claim);

CREATE TABLE relation(
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest INTEGER NOT NULL,
    pair INTEGER NOT NULL,
    type TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES actor,
    target INTEGER NOT NULL REFERENCES actor,
    symmetric INTEGER NOT NULL,
    sign REAL NOT NULL,
    valid_start INTEGER,
    valid_end INTEGER,
    granularity TEXT NOT NULL,
    found_from INTEGER,
    found_to INTEGER,
    modality TEXT NOT NULL,
    basis TEXT NOT NULL,
    stage TEXT,
    obligation TEXT,
    confidence REAL NOT NULL,
    goldstein REAL NOT NULL,
    claims INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    publishers INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    known_from INTEGER,
    ended_by TEXT,
    ended_rule TEXT);
CREATE INDEX relation_pair ON relation(pair);
CREATE INDEX relation_source ON relation(source, type);
CREATE INDEX relation_target ON relation(target, type);
CREATE INDEX relation_type ON relation(type, found_from);
CREATE INDEX relation_background ON relation(digest) WHERE basis = 'background';
CREATE TABLE relation_claim(
    relation INTEGER NOT NULL REFERENCES relation ON DELETE CASCADE,
    claim INTEGER NOT NULL REFERENCES claim,
    event INTEGER NOT NULL REFERENCES event,
    role TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY(relation, claim, event, role, rule)) WITHOUT ROWID;
CREATE INDEX relation_claim_claim ON relation_claim(claim);
CREATE INDEX relation_claim_event ON relation_claim(event);

-- Pairs whose events and relations are not up to date.
CREATE TABLE pending(pair INTEGER PRIMARY KEY);

CREATE VIRTUAL TABLE article_words USING fts5(
    title, text, content = 'article', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE evidence_words USING fts5(
    quote, content = 'claim', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIEW v_claim AS SELECT
    c.id AS claim, a.id AS article,
    (SELECT group_concat(id, ';') FROM (SELECT x.id FROM participant p JOIN actor x ON x.row = ifnull(p.state, p.actor)
        WHERE p.claim = c.row AND p.side = 0 ORDER BY p.position)) AS source,
    (SELECT group_concat(id, ';') FROM (SELECT x.id FROM participant p JOIN actor x ON x.row = ifnull(p.state, p.actor)
        WHERE p.claim = c.row AND p.side = 1 ORDER BY p.position)) AS target,
    c.type AS event_type, c.mode, c.cameo, c.context, c.goldstein, c.relation, c.modality,
    c.attribution, c.attribution_text,
    date(c.time_start * 86400, 'unixepoch') AS time_start, date(c.time_end * 86400, 'unixepoch') AS time_end,
    c.granularity, c.time_text, c.resolved, c.place,
    c.quantity, c.quantity_unit, c.quantity_qualifier, c.quantity_from, c.confidence, c.extractor,
    date(a.published * 86400, 'unixepoch') AS published, date(a.added * 86400, 'unixepoch') AS added,
    a.replaced_by IS NULL AS current,
    date(a.replaced_known * 86400, 'unixepoch') AS replaced
    FROM claim c JOIN article a ON a.row = c.article;

CREATE VIEW v_event AS SELECT
    e.id AS event, s.id AS source, t.id AS target, e.mutual, e.type AS event_type, e.mode, e.cameo, e.context,
    e.goldstein, e.modality,
    date(e.time_start * 86400, 'unixepoch') AS time_start, date(e.time_end * 86400, 'unixepoch') AS time_end,
    e.granularity, e.place, e.quantity, e.quantity_unit, e.quantity_qualifier, e.quantity_from,
    e.confidence, e.claims, e.articles, e.publishers, e.origins
    FROM event e JOIN actor s ON s.row = e.source JOIN actor t ON t.row = e.target;

CREATE VIEW v_relation AS SELECT
    r.id AS relation, r.type, s.id AS source, t.id AS target, r.symmetric, r.sign,
    date(r.valid_start * 86400, 'unixepoch') AS valid_start, date(r.valid_end * 86400, 'unixepoch') AS valid_end,
    r.granularity, r.modality, r.basis, r.stage, r.obligation, r.confidence, r.goldstein,
    r.claims, r.articles, r.publishers, r.origins,
    date(r.known_from * 86400, 'unixepoch') AS known_from, r.ended_by, r.ended_rule
    FROM relation r JOIN actor s ON s.row = r.source JOIN actor t ON t.row = r.target;

CREATE VIEW v_evidence AS SELECT
    c.id AS claim, e.id AS event, r.id AS relation, l.role, l.rule,
    c.quote, c.quote_start, c.quote_end, c.trigger_text AS trigger, c.modality,
    a.id AS article, a.title, a.url, p.name AS publisher, a.language,
    date(a.published * 86400, 'unixepoch') AS published, a.origin, a.replaced_by IS NULL AS current
    FROM claim c JOIN article a ON a.row = c.article JOIN publisher p ON p.row = a.publisher
    LEFT JOIN event_claim ec ON ec.claim = c.row LEFT JOIN event e ON e.row = ec.event
    LEFT JOIN relation_claim l ON l.claim = c.row AND l.event = ec.event LEFT JOIN relation r ON r.row = l.relation;
)sql",
                                                        R"sql(
-- To their last column, so that what does not hold then is passed over without reading its row.
DROP INDEX event_source;
DROP INDEX event_target;
DROP INDEX relation_source;
DROP INDEX relation_target;
DROP INDEX relation_type;
CREATE INDEX event_source ON event(source, type, found_from, found_to);
CREATE INDEX event_target ON event(target, type, found_from, found_to);
CREATE INDEX relation_source ON relation(source, type, found_from, found_to);
CREATE INDEX relation_target ON relation(target, type, found_from, found_to);
-- All that ties are made of.
CREATE INDEX relation_type ON relation(type, found_from, found_to, modality, basis, source, target, sign, confidence,
    stage, valid_end);
)sql",
                                                        R"sql(
-- All that merging reads of a claim and its article, side by side for the claims on a pair. Of an article only its
-- origin and whether it is current ever change.
CREATE TABLE full_report(
    pair INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    direction INTEGER NOT NULL,
    relation_direction INTEGER NOT NULL,
    family TEXT NOT NULL,
    relation TEXT,
    role INTEGER NOT NULL,
    stage TEXT,
    obligation TEXT,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    cameo TEXT,
    context TEXT,
    goldstein REAL NOT NULL,
    modality TEXT NOT NULL,
    time_start INTEGER,
    time_end INTEGER,
    granularity TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    place TEXT,
    quantity REAL,
    quantity_unit TEXT,
    quantity_qualifier TEXT,
    quantity_from REAL,
    confidence REAL NOT NULL,
    article INTEGER NOT NULL,
    publisher INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    published INTEGER,
    current INTEGER NOT NULL,
    PRIMARY KEY(pair, claim, direction)) WITHOUT ROWID;
INSERT INTO full_report SELECT r.pair, r.claim, r.direction, r.relation_direction, r.family, r.relation, r.role, r.stage,
    r.obligation, c.id, c.type, c.mode, c.cameo, c.context, c.goldstein, c.modality, c.time_start, c.time_end,
    c.granularity, c.resolved, c.place, c.quantity, c.quantity_unit, c.quantity_qualifier, c.quantity_from, c.confidence,
    a.row, a.publisher, a.origin, a.published, a.replaced_by IS NULL
    FROM report r JOIN claim c ON c.row = r.claim JOIN article a ON a.row = c.article;
DROP TABLE report;
ALTER TABLE full_report RENAME TO report;
CREATE INDEX report_claim ON report(claim);
)sql",
                                                        R"sql(
-- By kind of fact and how long it holds (graph/detail/conditions.cpp), so that what held on a day is found near that
-- day; and all that ties and spells are made of.
DROP INDEX relation_type;
CREATE INDEX relation_type ON relation(type,
    (modality <> 'asserted') * 10 + (basis <> 'articles') * 20 +
    CASE WHEN found_from IS NULL THEN found_to IS NULL WHEN found_to IS NULL THEN 2 WHEN found_to <= found_from THEN 3
        WHEN found_to - found_from <= 7 THEN 4 WHEN found_to - found_from <= 31 THEN 5
        WHEN found_to - found_from <= 92 THEN 6 WHEN found_to - found_from <= 366 THEN 7
        WHEN found_to - found_from <= 1830 THEN 8 ELSE 9 END,
    ifnull(found_from, found_to), found_to, found_from, source, target, sign, confidence, origins, stage, modality, basis,
    valid_start, valid_end);
-- What may be the same event, and what is denied, newest first; and who says it.
DROP INDEX event_pair;
CREATE INDEX event_pair ON event(pair, type, modality, found_from, found_to);
CREATE INDEX IF NOT EXISTS event_denied ON event(found_from, id) WHERE modality IN ('denied', 'negated');
CREATE INDEX IF NOT EXISTS claim_speaker ON claim(ifnull(attribution, attribution_text))
    WHERE attribution IS NOT NULL OR attribution_text IS NOT NULL;
)sql",
                                                        R"sql(
-- By periods of four weeks (graph/detail/origin_rows.cpp), so that articles in the order of their dates stand together.
CREATE TABLE dated_band(
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY(band, article)) WITHOUT ROWID;
INSERT OR IGNORE INTO dated_band SELECT
    (CASE WHEN a.published IS NULL THEN 0 ELSE max(a.published + 719528, 0) / 28 + 1 END << 42) |
    (b.band & 4398046511103), b.article
    FROM article_band b JOIN article a ON a.row = b.article;
DROP TABLE article_band;
ALTER TABLE dated_band RENAME TO article_band;
)sql"};

bool is_empty(Database& database) { return database.integer("SELECT count(*) FROM sqlite_schema") == 0; }

}  // namespace

void open_schema(Database& database, Database::Mode mode) {
    const bool writing = mode == Database::Mode::write;
    if (database.integer("PRAGMA application_id") != application && !(writing && is_empty(database))) {
        throw StoreError(StoreError::Reason::not_a_store, database.path(), "this is no entente database",
                         "give another file with --db");
    }
    auto version = database.integer("PRAGMA user_version");
    if (version > schema_version) {
        throw StoreError(StoreError::Reason::newer_format, database.path(),
                         "format " + std::to_string(version) + " is newer than this program's " +
                             std::to_string(schema_version),
                         "use a newer entente");
    }
    if (version < schema_version && !writing) {
        throw StoreError(StoreError::Reason::misuse, database.path(),
                         "its format " + std::to_string(version) + " is older than this program's",
                         "open it once for writing, for instance with 'entente rebuild'");
    }
    for (; version < schema_version; ++version) {
        Transaction transaction{database};
        // Another process may have been quicker.
        if (database.integer("PRAGMA user_version") == version) {
            database.run(steps[static_cast<std::size_t>(version)]);
            database.run(("PRAGMA application_id = " + std::to_string(application)).c_str());
            database.run(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
        }
        transaction.commit();
    }
}

}  // namespace entente

-- What people asked for, and how it went. Words (kinds, states) are those of `abide-policy`; days are ISO 8601, times seconds
-- since 1970 (UTC), hashes hexadecimal. Both databases have the same tables and columns.
CREATE TABLE request (
    id               TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    kind             TEXT NOT NULL,
    jurisdiction     TEXT NOT NULL CHECK (length(jurisdiction) = 2),
    language         TEXT NOT NULL,
    policy           TEXT NOT NULL CHECK (length(policy) <= 256),
    subject          TEXT CHECK (length(subject) <= 65536),
    received         TEXT NOT NULL CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due              TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    extended_to      TEXT CHECK (extended_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    extension_reason TEXT CHECK (length(extension_reason) <= 4096),
    paused_since     TEXT CHECK (paused_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    paused_days      INTEGER NOT NULL CHECK (paused_days >= 0),
    state            TEXT NOT NULL,
    waits            TEXT,
    refusal          TEXT,
    refusal_text     TEXT CHECK (length(refusal_text) <= 4096),
    version          INTEGER NOT NULL CHECK (version > 0),
    event_count      INTEGER NOT NULL CHECK (event_count >= 0),
    plan_count       INTEGER NOT NULL CHECK (plan_count >= 0),
    lease_owner      TEXT CHECK (length(lease_owner) BETWEEN 1 AND 128),
    lease_until      INTEGER,
    created_at       INTEGER NOT NULL CHECK (created_at >= 0),
    updated_at       INTEGER NOT NULL CHECK (updated_at >= 0),
    closed_at        INTEGER CHECK (closed_at >= 0),
    CHECK ((extended_to IS NULL) = (extension_reason IS NULL)),
    CHECK ((refusal IS NULL) = (refusal_text IS NULL)),
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
    CHECK ((closed_at IS NOT NULL) = (state IN ('done', 'refused', 'withdrawn')))
) STRICT;
-- The queue, and the archive.
CREATE INDEX request_open ON request (due, id) WHERE closed_at IS NULL;
CREATE INDEX request_closed ON request (due, id) WHERE closed_at IS NOT NULL;
CREATE INDEX request_closed_at ON request (closed_at) WHERE closed_at IS NOT NULL;

-- By which keyed hashes the requests of a person are found, also when the stated identities are forgotten.
CREATE TABLE request_identity (
    request TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    hash    TEXT NOT NULL CHECK (length(hash) = 64),
    key_id  TEXT NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    fact    TEXT NOT NULL,
    PRIMARY KEY (request, hash)
) STRICT;
CREATE INDEX request_identity_hash ON request_identity (hash);
CREATE INDEX request_identity_key ON request_identity (key_id, hash);

-- The history of a request. A row never changes, and goes only with its request.
CREATE TABLE request_event (
    request TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL CHECK (seq > 0),
    at      INTEGER NOT NULL CHECK (at >= 0),
    actor   TEXT NOT NULL CHECK (length(actor) BETWEEN 1 AND 128),
    what    TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 64),
    detail  TEXT NOT NULL CHECK (length(detail) <= 16384),
    PRIMARY KEY (request, seq)
) STRICT;

CREATE TRIGGER request_event_keeps
BEFORE UPDATE ON request_event
BEGIN
    SELECT RAISE(ABORT, 'what happened never changes');
END;

CREATE TRIGGER request_event_stays
BEFORE DELETE ON request_event
WHEN EXISTS (SELECT 1 FROM request WHERE id = OLD.request)
BEGIN
    SELECT RAISE(ABORT, 'what happened goes only with its request');
END;

-- `INSERT OR REPLACE` deletes without firing the trigger above.
CREATE TRIGGER request_event_once
BEFORE INSERT ON request_event
WHEN EXISTS (SELECT 1 FROM request_event WHERE request = NEW.request AND seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'what happened is never replaced');
END;

-- What is to be done. Only the newest plan of a request can be approved.
CREATE TABLE plan (
    request     TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    seq         INTEGER NOT NULL CHECK (seq > 0),
    made_at     INTEGER NOT NULL CHECK (made_at >= 0),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    document    TEXT NOT NULL CHECK (length(document) <= 4194304),
    approved_by TEXT CHECK (length(approved_by) BETWEEN 1 AND 128),
    approved_at INTEGER CHECK (approved_at >= 0),
    PRIMARY KEY (request, seq),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL))
) STRICT;

-- How far the steps of a plan have come.
CREATE TABLE step (
    request    TEXT NOT NULL,
    plan       INTEGER NOT NULL,
    seq        INTEGER NOT NULL CHECK (seq > 0),
    store      TEXT NOT NULL CHECK (length(store) BETWEEN 1 AND 64),
    what       TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 64),
    state      TEXT NOT NULL,
    counts     TEXT NOT NULL CHECK (length(counts) <= 16384),
    started_at INTEGER CHECK (started_at >= 0),
    ended_at   INTEGER CHECK (ended_at >= 0),
    PRIMARY KEY (request, plan, seq),
    FOREIGN KEY (request, plan) REFERENCES plan (request, seq) ON DELETE CASCADE
) STRICT;

-- Who must be told of what was done (GDPR Art. 19), and who was.
CREATE TABLE recipient_notice (
    request   TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 64),
    told_at   INTEGER CHECK (told_at >= 0),
    told_by   TEXT CHECK (length(told_by) BETWEEN 1 AND 128),
    PRIMARY KEY (request, recipient),
    CHECK ((told_at IS NULL) = (told_by IS NULL))
) STRICT;

-- What a person must do by a day because a store cannot do it.
CREATE TABLE reminder (
    request TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    store   TEXT NOT NULL CHECK (length(store) BETWEEN 1 AND 64),
    code    TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
    due     TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_at INTEGER CHECK (done_at >= 0),
    PRIMARY KEY (request, store, code)
) STRICT;
CREATE INDEX reminder_open ON reminder (due, request, store, code) WHERE done_at IS NULL;

-- People who were erased, so that a later import of the same person becomes visible. Outlives the request.
CREATE TABLE suppression (
    hash    TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    key_id  TEXT NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    fact    TEXT NOT NULL,
    request TEXT NOT NULL CHECK (length(request) BETWEEN 1 AND 64),
    basis   TEXT NOT NULL CHECK (length(basis) <= 256),
    since   TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until   TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX suppression_key ON suppression (key_id, hash);
CREATE INDEX suppression_until ON suppression (until);

-- What people chose: objections, restrictions, consent taken back. Outlives the request; `*` is every purpose.
CREATE TABLE choice (
    hash    TEXT NOT NULL CHECK (length(hash) = 64),
    key_id  TEXT NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    kind    TEXT NOT NULL,
    purpose TEXT NOT NULL,
    since   TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until   TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    request TEXT NOT NULL CHECK (length(request) BETWEEN 1 AND 64),
    PRIMARY KEY (hash, kind, purpose)
) STRICT;
CREATE INDEX choice_key ON choice (key_id, hash);
CREATE INDEX choice_until ON choice (until) WHERE until IS NOT NULL;

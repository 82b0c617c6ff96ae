-- What people asked for, and how it went. Words (kinds, states) are those of `abide-policy`; days are ISO 8601, times seconds
-- since 1970 (UTC), hashes hexadecimal. Both databases have the same tables and columns.
CREATE TABLE request (
    id               TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    kind             TEXT COLLATE "C" NOT NULL,
    jurisdiction     TEXT COLLATE "C" NOT NULL CHECK (length(jurisdiction) = 2),
    language         TEXT COLLATE "C" NOT NULL,
    policy           TEXT COLLATE "C" NOT NULL CHECK (length(policy) <= 256),
    subject          TEXT COLLATE "C" CHECK (length(subject) <= 65536),
    received         TEXT COLLATE "C" NOT NULL CHECK (received ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    due              TEXT COLLATE "C" NOT NULL CHECK (due ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    extended_to      TEXT COLLATE "C" CHECK (extended_to ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    extension_reason TEXT COLLATE "C" CHECK (length(extension_reason) <= 4096),
    paused_since     TEXT COLLATE "C" CHECK (paused_since ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    paused_days      BIGINT NOT NULL CHECK (paused_days >= 0),
    state            TEXT COLLATE "C" NOT NULL,
    waits            TEXT COLLATE "C",
    refusal          TEXT COLLATE "C",
    refusal_text     TEXT COLLATE "C" CHECK (length(refusal_text) <= 4096),
    version          BIGINT NOT NULL CHECK (version > 0),
    event_count      BIGINT NOT NULL CHECK (event_count >= 0),
    plan_count       BIGINT NOT NULL CHECK (plan_count >= 0),
    lease_owner      TEXT COLLATE "C" CHECK (length(lease_owner) BETWEEN 1 AND 128),
    lease_until      BIGINT,
    created_at       BIGINT NOT NULL CHECK (created_at >= 0),
    updated_at       BIGINT NOT NULL CHECK (updated_at >= 0),
    closed_at        BIGINT CHECK (closed_at >= 0),
    CHECK ((extended_to IS NULL) = (extension_reason IS NULL)),
    CHECK ((refusal IS NULL) = (refusal_text IS NULL)),
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
    CHECK ((closed_at IS NOT NULL) = (state IN ('done', 'refused', 'withdrawn')))
);
-- The queue, and the archive.
CREATE INDEX request_open ON request (due, id) WHERE closed_at IS NULL;
CREATE INDEX request_closed ON request (due, id) WHERE closed_at IS NOT NULL;
CREATE INDEX request_closed_at ON request (closed_at) WHERE closed_at IS NOT NULL;

-- By which keyed hashes the requests of a person are found, also when the stated identities are forgotten.
CREATE TABLE request_identity (
    request TEXT COLLATE "C" NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    hash    TEXT COLLATE "C" NOT NULL CHECK (length(hash) = 64),
    key_id  TEXT COLLATE "C" NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    fact    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (request, hash)
);
CREATE INDEX request_identity_hash ON request_identity (hash);
CREATE INDEX request_identity_key ON request_identity (key_id, hash);

-- The history of a request. A row never changes, and goes only with its request.
CREATE TABLE request_event (
    request TEXT COLLATE "C" NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    seq     BIGINT NOT NULL CHECK (seq > 0),
    at      BIGINT NOT NULL CHECK (at >= 0),
    actor   TEXT COLLATE "C" NOT NULL CHECK (length(actor) BETWEEN 1 AND 128),
    what    TEXT COLLATE "C" NOT NULL CHECK (length(what) BETWEEN 1 AND 64),
    detail  TEXT COLLATE "C" NOT NULL CHECK (length(detail) <= 16384),
    PRIMARY KEY (request, seq)
);

CREATE FUNCTION request_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF NOT EXISTS (SELECT 1 FROM request WHERE id = OLD.request) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'what happened never changes and goes only with its request';
END
$$;

CREATE TRIGGER request_event_keeps BEFORE UPDATE OR DELETE ON request_event
FOR EACH ROW EXECUTE FUNCTION request_event_stays();

-- `TRUNCATE` deletes without firing the trigger above.
CREATE TRIGGER request_event_whole BEFORE TRUNCATE ON request_event
FOR EACH STATEMENT EXECUTE FUNCTION request_event_stays();

-- What is to be done. Only the newest plan of a request can be approved.
CREATE TABLE plan (
    request     TEXT COLLATE "C" NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    seq         BIGINT NOT NULL CHECK (seq > 0),
    made_at     BIGINT NOT NULL CHECK (made_at >= 0),
    fingerprint TEXT COLLATE "C" NOT NULL CHECK (length(fingerprint) = 64),
    document    TEXT COLLATE "C" NOT NULL CHECK (length(document) <= 4194304),
    approved_by TEXT COLLATE "C" CHECK (length(approved_by) BETWEEN 1 AND 128),
    approved_at BIGINT CHECK (approved_at >= 0),
    PRIMARY KEY (request, seq),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL))
);

-- How far the steps of a plan have come.
CREATE TABLE step (
    request    TEXT COLLATE "C" NOT NULL,
    plan       BIGINT NOT NULL,
    seq        BIGINT NOT NULL CHECK (seq > 0),
    store      TEXT COLLATE "C" NOT NULL CHECK (length(store) BETWEEN 1 AND 64),
    what       TEXT COLLATE "C" NOT NULL CHECK (length(what) BETWEEN 1 AND 64),
    state      TEXT COLLATE "C" NOT NULL,
    counts     TEXT COLLATE "C" NOT NULL CHECK (length(counts) <= 16384),
    started_at BIGINT CHECK (started_at >= 0),
    ended_at   BIGINT CHECK (ended_at >= 0),
    PRIMARY KEY (request, plan, seq),
    FOREIGN KEY (request, plan) REFERENCES plan (request, seq) ON DELETE CASCADE
);

-- Who must be told of what was done (GDPR Art. 19), and who was.
CREATE TABLE recipient_notice (
    request   TEXT COLLATE "C" NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    recipient TEXT COLLATE "C" NOT NULL CHECK (length(recipient) BETWEEN 1 AND 64),
    told_at   BIGINT CHECK (told_at >= 0),
    told_by   TEXT COLLATE "C" CHECK (length(told_by) BETWEEN 1 AND 128),
    PRIMARY KEY (request, recipient),
    CHECK ((told_at IS NULL) = (told_by IS NULL))
);

-- What a person must do by a day because a store cannot do it.
CREATE TABLE reminder (
    request TEXT COLLATE "C" NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    store   TEXT COLLATE "C" NOT NULL CHECK (length(store) BETWEEN 1 AND 64),
    code    TEXT COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
    due     TEXT COLLATE "C" NOT NULL CHECK (due ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    done_at BIGINT CHECK (done_at >= 0),
    PRIMARY KEY (request, store, code)
);
CREATE INDEX reminder_open ON reminder (due, request, store, code) WHERE done_at IS NULL;

-- People who were erased, so that a later import of the same person becomes visible. Outlives the request.
CREATE TABLE suppression (
    hash    TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    key_id  TEXT COLLATE "C" NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    fact    TEXT COLLATE "C" NOT NULL,
    request TEXT COLLATE "C" NOT NULL CHECK (length(request) BETWEEN 1 AND 64),
    basis   TEXT COLLATE "C" NOT NULL CHECK (length(basis) <= 256),
    since   TEXT COLLATE "C" NOT NULL CHECK (since ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    until   TEXT COLLATE "C" NOT NULL CHECK (until ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
CREATE INDEX suppression_key ON suppression (key_id, hash);
CREATE INDEX suppression_until ON suppression (until);

-- What people chose: objections, restrictions, consent taken back. Outlives the request; `*` is every purpose.
CREATE TABLE choice (
    hash    TEXT COLLATE "C" NOT NULL CHECK (length(hash) = 64),
    key_id  TEXT COLLATE "C" NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    kind    TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL,
    since   TEXT COLLATE "C" NOT NULL CHECK (since ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    until   TEXT COLLATE "C" CHECK (until ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    request TEXT COLLATE "C" NOT NULL CHECK (length(request) BETWEEN 1 AND 64),
    PRIMARY KEY (hash, kind, purpose)
);
CREATE INDEX choice_key ON choice (key_id, hash);
CREATE INDEX choice_until ON choice (until) WHERE until IS NOT NULL;

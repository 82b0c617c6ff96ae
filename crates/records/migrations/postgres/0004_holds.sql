-- Legal holds on people (GDPR Art. 17(3)(e), 18(2)): one row for each mark by which the person of a hold is found. A hold that
-- was lifted or has ended stays for a while, as proof why something was kept.
CREATE TABLE legal_hold (
    id        TEXT COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    hash      TEXT COLLATE "C" NOT NULL CHECK (length(hash) = 64),
    key_id    TEXT COLLATE "C" NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    fact      TEXT COLLATE "C" NOT NULL,
    reason    TEXT COLLATE "C" NOT NULL CHECK (length(reason) BETWEEN 1 AND 4096),
    covers    TEXT COLLATE "C" NOT NULL CHECK (length(covers) <= 16384),
    until     TEXT COLLATE "C" CHECK (until ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    placed_by TEXT COLLATE "C" NOT NULL CHECK (length(placed_by) BETWEEN 1 AND 128),
    placed_at BIGINT NOT NULL CHECK (placed_at >= 0),
    lifted_by TEXT COLLATE "C" CHECK (length(lifted_by) BETWEEN 1 AND 128),
    lifted_at BIGINT CHECK (lifted_at >= 0),
    PRIMARY KEY (id, hash),
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE INDEX legal_hold_key ON legal_hold (key_id, hash);
CREATE INDEX legal_hold_hash ON legal_hold (hash);

-- Legal holds on people (GDPR Art. 17(3)(e), 18(2)): one row for each mark by which the person of a hold is found. A hold that
-- was lifted or has ended stays for a while, as proof why something was kept.
CREATE TABLE legal_hold (
    id        TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    hash      TEXT NOT NULL CHECK (length(hash) = 64),
    key_id    TEXT NOT NULL CHECK (length(key_id) BETWEEN 1 AND 64),
    fact      TEXT NOT NULL,
    reason    TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 4096),
    covers    TEXT NOT NULL CHECK (length(covers) <= 16384),
    until     TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    placed_by TEXT NOT NULL CHECK (length(placed_by) BETWEEN 1 AND 128),
    placed_at INTEGER NOT NULL CHECK (placed_at >= 0),
    lifted_by TEXT CHECK (length(lifted_by) BETWEEN 1 AND 128),
    lifted_at INTEGER CHECK (lifted_at >= 0),
    PRIMARY KEY (id, hash),
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
) STRICT;
CREATE INDEX legal_hold_key ON legal_hold (key_id, hash);
CREATE INDEX legal_hold_hash ON legal_hold (hash);

-- Published versions of policies. A row never changes and never goes: whoever cites `site@2` must find the text that
-- was promised. The triggers hold for every program that opens the file, not only for this one.
CREATE TABLE policy_version (
    seq         INTEGER PRIMARY KEY,
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    version     TEXT    NOT NULL CHECK (length(version) BETWEEN 1 AND 64),
    effective   TEXT    NOT NULL CHECK (effective GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sha256      TEXT    NOT NULL CHECK (length(sha256) = 64),
    source      BLOB    NOT NULL,
    recorded_at INTEGER NOT NULL CHECK (recorded_at >= 0),
    UNIQUE (name, version)
) STRICT;

CREATE TRIGGER policy_version_keeps
BEFORE UPDATE ON policy_version
BEGIN
    SELECT RAISE(ABORT, 'a published version never changes');
END;

CREATE TRIGGER policy_version_stays
BEFORE DELETE ON policy_version
BEGIN
    SELECT RAISE(ABORT, 'a published version is never deleted');
END;

-- `INSERT OR REPLACE` deletes without firing the trigger above.
CREATE TRIGGER policy_version_once
BEFORE INSERT ON policy_version
WHEN EXISTS (
    SELECT 1 FROM policy_version
    WHERE (name = NEW.name AND version = NEW.version) OR seq = NEW.seq
)
BEGIN
    SELECT RAISE(ABORT, 'a published version is never replaced');
END;

-- Published versions of policies. A row never changes and never goes: whoever cites `site@2` must find the text that
-- was promised. The triggers hold for every program that uses the database, not only for this one.
CREATE TABLE policy_version (
    seq         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        TEXT   COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    version     TEXT   COLLATE "C" NOT NULL CHECK (length(version) BETWEEN 1 AND 64),
    effective   TEXT   COLLATE "C" NOT NULL CHECK (effective ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    sha256      TEXT   COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    source      BYTEA  NOT NULL,
    recorded_at BIGINT NOT NULL CHECK (recorded_at >= 0),
    UNIQUE (name, version)
);

CREATE FUNCTION policy_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published version never changes and is never deleted';
END
$$;

CREATE TRIGGER policy_version_keeps BEFORE UPDATE OR DELETE ON policy_version
FOR EACH ROW EXECUTE FUNCTION policy_version_stays();

-- `TRUNCATE` deletes without firing the trigger above.
CREATE TRIGGER policy_version_whole BEFORE TRUNCATE ON policy_version
FOR EACH STATEMENT EXECUTE FUNCTION policy_version_stays();

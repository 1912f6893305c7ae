-- Version 1: what was received, what was read from it, what people decided.
-- Offsets are half-open ranges of the report's text in UTF-16 code units.
-- Keys and hashes are SHA-256 in lower-case hexadecimal. Times are UTC, ISO 8601.

CREATE TABLE snapshot (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    media_type TEXT NOT NULL,
    declared_charset TEXT,
    size INTEGER NOT NULL CHECK (size >= 0),
    coding TEXT NOT NULL CHECK (coding IN ('identity', 'br')),
    bytes BLOB NOT NULL,
    stored_at TEXT NOT NULL
) STRICT;

CREATE TABLE report_text (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    content TEXT NOT NULL
) STRICT;

CREATE TABLE report (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
    snapshot TEXT NOT NULL REFERENCES snapshot (key),
    address TEXT
) STRICT;
CREATE INDEX report_snapshot ON report (snapshot);

-- A generation of the reader: version of the program with the models it used.
CREATE TABLE generation (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (length(key) = 64),
    version TEXT NOT NULL
) STRICT;

CREATE TABLE generation_model (
    generation INTEGER NOT NULL REFERENCES generation (number),
    language TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (generation, language)
) STRICT, WITHOUT ROWID;

-- One report as one generation read it. The newest reading of a report is its current one; older ones stay.
CREATE TABLE reading (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (key),
    generation INTEGER NOT NULL REFERENCES generation (number),
    report_text INTEGER NOT NULL REFERENCES report_text (number),
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    stored_at TEXT NOT NULL,
    id TEXT NOT NULL,
    path TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    title TEXT,
    outlet TEXT,
    byline TEXT,
    language TEXT NOT NULL,
    dateline_place TEXT,
    published_edtf TEXT,
    published_raw TEXT,
    published_method TEXT NOT NULL,
    published_conflict TEXT,
    UNIQUE (report, generation, content_sha256)
) STRICT;
CREATE INDEX reading_report ON reading (report, number);
CREATE INDEX reading_id ON reading (id);
CREATE INDEX reading_text ON reading (report_text);
CREATE INDEX reading_generation ON reading (generation);

CREATE VIEW current_reading AS
    SELECT * FROM reading AS r
    WHERE r.number = (SELECT max(s.number) FROM reading AS s WHERE s.report = r.report);

CREATE TABLE block (
    reading INTEGER NOT NULL REFERENCES reading (number),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start_at INTEGER NOT NULL CHECK (start_at >= 0),
    end_at INTEGER NOT NULL CHECK (end_at >= start_at),
    PRIMARY KEY (reading, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_evidence (
    reading INTEGER NOT NULL REFERENCES reading (number),
    role TEXT NOT NULL CHECK (role IN ('published', 'dateline')),
    ordinal INTEGER NOT NULL,
    start_at INTEGER NOT NULL CHECK (start_at >= 0),
    end_at INTEGER NOT NULL CHECK (end_at >= start_at),
    quote TEXT NOT NULL,
    PRIMARY KEY (reading, role, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
    reading INTEGER NOT NULL REFERENCES reading (number),
    origin TEXT NOT NULL CHECK (origin IN ('report', 'reading')),
    ordinal INTEGER NOT NULL,
    step TEXT NOT NULL,
    kind TEXT NOT NULL,
    start_at INTEGER CHECK (start_at >= 0),
    end_at INTEGER CHECK (end_at >= start_at),
    detail TEXT NOT NULL,
    PRIMARY KEY (reading, origin, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    reading INTEGER NOT NULL REFERENCES reading (number),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    entity TEXT,
    start_at INTEGER NOT NULL CHECK (start_at >= 0),
    end_at INTEGER NOT NULL CHECK (end_at >= start_at),
    quote TEXT NOT NULL,
    PRIMARY KEY (reading, ordinal)
) STRICT, WITHOUT ROWID;

-- What all kinds of record share. who: the names to find it by; quote: its own words in the report.
CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (number),
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('statement', 'commitment', 'stance', 'membership', 'event')),
    ordinal INTEGER NOT NULL,
    who TEXT NOT NULL,
    quote TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    confidence REAL NOT NULL,
    UNIQUE (reading, key),
    UNIQUE (reading, kind, ordinal)
) STRICT;
CREATE INDEX record_key ON record (key);

CREATE TABLE evidence (
    record INTEGER NOT NULL REFERENCES record (number),
    role TEXT NOT NULL,
    part INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start_at INTEGER NOT NULL CHECK (start_at >= 0),
    end_at INTEGER NOT NULL CHECK (end_at >= start_at),
    quote TEXT NOT NULL,
    PRIMARY KEY (record, role, part, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
    record INTEGER NOT NULL REFERENCES record (number),
    role TEXT NOT NULL CHECK (role IN ('speaker', 'reported_by', 'donor')),
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1)),
    PRIMARY KEY (record, role, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    type TEXT NOT NULL,
    speaker_name TEXT,
    speaker_kind TEXT,
    speaker_as TEXT,
    speaker_entity TEXT,
    attribution TEXT NOT NULL,
    act TEXT,
    addressee TEXT,
    when_edtf TEXT,
    when_raw TEXT,
    when_method TEXT,
    occasion TEXT,
    place TEXT,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    modality TEXT NOT NULL,
    fidelity TEXT NOT NULL,
    continues TEXT,
    inside TEXT
) STRICT;

-- Numbers of things and sums are decimal text, so that no digit is lost.
CREATE TABLE commitment (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    group_key TEXT NOT NULL,
    recipient_name TEXT,
    recipient_method TEXT,
    kind TEXT NOT NULL,
    item_text TEXT NOT NULL,
    item_designation TEXT,
    item_class TEXT,
    quantity_min TEXT,
    quantity_max TEXT,
    quantity_qualifier TEXT,
    quantity_unit TEXT,
    quantity_text TEXT,
    amount_value TEXT,
    amount_max TEXT,
    amount_currency TEXT,
    amount_qualifier TEXT,
    amount_text TEXT,
    status TEXT NOT NULL,
    role TEXT NOT NULL,
    condition TEXT,
    when_edtf TEXT,
    when_raw TEXT,
    when_method TEXT,
    announced_by TEXT,
    statement TEXT
) STRICT;

CREATE TABLE stance (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    holder TEXT NOT NULL,
    act TEXT NOT NULL,
    issue TEXT NOT NULL,
    issue_key TEXT NOT NULL,
    statement TEXT
) STRICT;

CREATE TABLE membership (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    member TEXT NOT NULL,
    organisation TEXT NOT NULL,
    status TEXT NOT NULL,
    condition TEXT,
    statement TEXT
) STRICT;

CREATE TABLE event (
    record INTEGER PRIMARY KEY REFERENCES record (number),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT,
    when_edtf TEXT,
    when_raw TEXT,
    when_method TEXT,
    occurred TEXT NOT NULL
) STRICT;

-- What people did with candidates, in order. Each row carries the hash of the one before.
-- seen: content_sha256 of the reading that the person had before them.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('accept', 'edit', 'reject', 'merge', 'split', 'link', 'defer', 'undo')),
    record_key TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    report_key TEXT NOT NULL REFERENCES report (key),
    seen TEXT NOT NULL,
    field TEXT,
    value TEXT,
    others TEXT NOT NULL,
    reason TEXT,
    person TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undoes INTEGER REFERENCES decision (number),
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX decision_record ON decision (record_key, number);
CREATE INDEX decision_report ON decision (report_key, number);
CREATE INDEX decision_undoes ON decision (undoes);

-- The fold of the decisions, kept so that lists can be filtered by it; verify computes it anew.
CREATE TABLE standing (
    record_key TEXT NOT NULL PRIMARY KEY,
    standing TEXT NOT NULL CHECK (standing IN ('candidate', 'accepted', 'rejected', 'deferred', 'merged', 'split')),
    decision INTEGER NOT NULL REFERENCES decision (number)
) STRICT, WITHOUT ROWID;

-- Work for a person. decision-does-not-fit: the reading holds no such record any more, and the decisions up to this one
-- do not count there. reading-differs: it reads other values from the same words; the decisions count, a person should look.
CREATE TABLE task (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('decision-does-not-fit', 'reading-differs')),
    reading INTEGER NOT NULL REFERENCES reading (number),
    decision INTEGER NOT NULL REFERENCES decision (number),
    record_key TEXT NOT NULL,
    suggested_key TEXT,
    detail TEXT NOT NULL,
    closed_by INTEGER REFERENCES decision (number),
    UNIQUE (reading, decision)
) STRICT;
CREATE INDEX task_record ON task (record_key);
CREATE INDEX task_decision ON task (decision);
CREATE INDEX task_closed ON task (closed_by);

CREATE TRIGGER decision_keeps BEFORE UPDATE ON decision BEGIN
    SELECT raise(ABORT, 'decisions are append-only: undo by a further decision');
END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN
    SELECT raise(ABORT, 'decisions are append-only: undo by a further decision');
END;
CREATE TRIGGER snapshot_keeps BEFORE UPDATE ON snapshot BEGIN
    SELECT raise(ABORT, 'a snapshot is never changed');
END;
CREATE TRIGGER snapshot_stays BEFORE DELETE ON snapshot BEGIN
    SELECT raise(ABORT, 'a snapshot is never removed');
END;
CREATE TRIGGER report_text_keeps BEFORE UPDATE ON report_text BEGIN
    SELECT raise(ABORT, 'the text of a report is never changed');
END;
CREATE TRIGGER report_text_stays BEFORE DELETE ON report_text BEGIN
    SELECT raise(ABORT, 'the text of a report is never removed');
END;

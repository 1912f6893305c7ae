-- Version 3: current readings once more, each packed into one value, so that all of them can be loaded in one pass.
-- Made out of the rows where one is missing or of another form; all of it may be deleted at any time.

CREATE TABLE packed_reading (
    reading INTEGER PRIMARY KEY REFERENCES reading (number),
    form TEXT NOT NULL,
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;

-- Version 4: statements and stances may stand under a condition, which is kept with the names of a record.

CREATE TABLE party_with_conditions (
    record INTEGER NOT NULL REFERENCES record (number),
    role TEXT NOT NULL CHECK (role IN ('speaker', 'reported_by', 'donor', 'condition')),
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1)),
    PRIMARY KEY (record, role, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO party_with_conditions SELECT record, role, ordinal, name, named FROM party;
DROP TABLE party;
ALTER TABLE party_with_conditions RENAME TO party;

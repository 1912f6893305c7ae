-- Version 2: full-text search over the words of reports and of records. Case and accents do not matter.
-- Both indexes take their text from the tables, so nothing is kept twice; rows are only ever added.

CREATE VIRTUAL TABLE text_search USING fts5 (
    content,
    content = 'report_text', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_text_search AFTER INSERT ON report_text BEGIN
    INSERT INTO text_search (rowid, content) VALUES (new.number, new.content);
END;

CREATE VIRTUAL TABLE record_search USING fts5 (
    quote, who,
    content = 'record', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER record_record_search AFTER INSERT ON record BEGIN
    INSERT INTO record_search (rowid, quote, who) VALUES (new.number, new.quote, new.who);
END;

INSERT INTO text_search (text_search) VALUES ('rebuild');
INSERT INTO record_search (record_search) VALUES ('rebuild');

-- What people say of the machine's coding, tied to the characters, so that it outlives a new reading.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'statement')),
  part TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'changed', 'wrong', 'missing')),
  changes TEXT NOT NULL DEFAULT '{}',
  machine TEXT NOT NULL DEFAULT '{}',
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX corrections_key ON corrections (key, kind, part, start);
CREATE TABLE feeds (
  address TEXT PRIMARY KEY,
  etag TEXT NOT NULL DEFAULT '',
  modified TEXT NOT NULL DEFAULT '',
  polled_at TEXT NOT NULL DEFAULT '',
  wait_until TEXT NOT NULL DEFAULT '',
  failures INTEGER NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

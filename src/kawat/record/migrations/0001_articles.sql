-- Articles, their readings, and what they were before.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  deck TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  outlet TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL DEFAULT '',
  published_inferred INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL DEFAULT '',
  authors TEXT NOT NULL DEFAULT '[]',
  language TEXT NOT NULL DEFAULT '',
  version TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  copy_of INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  roots TEXT NOT NULL DEFAULT '',
  read_at TEXT NOT NULL
);
CREATE INDEX articles_url ON articles (url) WHERE url <> '';
CREATE INDEX articles_hash ON articles (hash);
CREATE INDEX articles_day ON articles (day, id);
CREATE INDEX articles_outlet ON articles (outlet, day, id);
CREATE INDEX articles_language ON articles (language);
CREATE INDEX articles_version ON articles (version, id);
CREATE INDEX articles_copy ON articles (copy_of) WHERE copy_of IS NOT NULL;
CREATE TABLE readings (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  body BLOB NOT NULL
);
CREATE TABLE revisions (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  version TEXT NOT NULL,
  replaced_at TEXT NOT NULL
);
CREATE INDEX revisions_article ON revisions (article);
CREATE INDEX revisions_hash ON revisions (hash);
CREATE TABLE bands (
  band INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE INDEX bands_article ON bands (article);
CREATE TABLE signatures (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  minhash BLOB NOT NULL
);
CREATE TABLE skipped (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  part TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
);
CREATE INDEX skipped_article ON skipped (article);
CREATE INDEX skipped_reason ON skipped (reason);
CREATE TABLE totals (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

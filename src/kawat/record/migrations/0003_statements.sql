-- Somebody's words, and the media behind a statement or an event.
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  local TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor INTEGER REFERENCES actors (id),
  speaker TEXT NOT NULL,
  code TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  addressee_actor INTEGER REFERENCES actors (id),
  addressee TEXT NOT NULL DEFAULT '',
  addressee_code TEXT NOT NULL DEFAULT '',
  cue TEXT NOT NULL DEFAULT '',
  part TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  content TEXT NOT NULL,
  via TEXT NOT NULL DEFAULT '[]',
  date TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  outlet TEXT NOT NULL,
  sentence INTEGER NOT NULL,
  corrected INTEGER NOT NULL DEFAULT 0,
  roots TEXT NOT NULL DEFAULT ''
);
CREATE INDEX statements_article ON statements (article, local);
CREATE INDEX statements_day ON statements (day, id);
CREATE INDEX statements_actor ON statements (actor, day, id);
CREATE INDEX statements_country ON statements (country, day, id);
CREATE INDEX statements_outlet ON statements (outlet, day, id);
CREATE TABLE chain (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  owner TEXT NOT NULL CHECK (owner IN ('statement', 'event')),
  local TEXT NOT NULL,
  position INTEGER NOT NULL,
  medium TEXT NOT NULL,
  PRIMARY KEY (article, owner, local, position)
) WITHOUT ROWID;
CREATE INDEX chain_medium ON chain (medium);

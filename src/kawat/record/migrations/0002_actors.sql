-- The who's-who that grows: actors of the whole record, their names and roles with evidence.
CREATE TABLE actors (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  surname TEXT NOT NULL,
  code TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  entry TEXT NOT NULL DEFAULT '',
  wikidata TEXT NOT NULL DEFAULT ''
);
CREATE INDEX actors_folded ON actors (folded);
CREATE INDEX actors_surname ON actors (surname);
CREATE INDEX actors_country ON actors (country, sector);
CREATE TABLE appearances (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  local TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (id),
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL DEFAULT '',
  mentions INTEGER NOT NULL DEFAULT 0,
  part TEXT NOT NULL DEFAULT 'text',
  start INTEGER NOT NULL DEFAULT -1,
  "end" INTEGER NOT NULL DEFAULT -1,
  how TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX appearances_actor ON appearances (actor, day, article);
CREATE TABLE actor_roles (
  actor INTEGER NOT NULL REFERENCES actors (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  code TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  n INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (actor, name, role, code)
) WITHOUT ROWID;
CREATE TABLE mentions (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actors (id),
  local TEXT NOT NULL,
  part TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  sentence INTEGER NOT NULL,
  how TEXT NOT NULL
);
CREATE INDEX mentions_article ON mentions (article, start);
CREATE INDEX mentions_actor ON mentions (actor);

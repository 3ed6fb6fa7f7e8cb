-- Reports of events, their sides and dyads, and the events that several reports tell.
CREATE TABLE identities (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  day TEXT NOT NULL,
  first INTEGER,
  reports INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0,
  outlets INTEGER NOT NULL DEFAULT 0,
  sources INTEGER NOT NULL DEFAULT 0,
  asserted INTEGER NOT NULL DEFAULT 0,
  denied INTEGER NOT NULL DEFAULT 0,
  planned INTEGER NOT NULL DEFAULT 0,
  possible INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  contradicted INTEGER GENERATED ALWAYS AS (denied > 0 AND asserted + done + planned > 0) VIRTUAL
);
CREATE INDEX identities_contradicted ON identities (contradicted, day, id);
CREATE INDEX identities_reports ON identities (sources, reports, id);
CREATE INDEX identities_first ON identities (first);
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  local TEXT NOT NULL,
  identity INTEGER NOT NULL REFERENCES identities (id),
  first INTEGER NOT NULL DEFAULT 0,
  type TEXT NOT NULL,
  mode TEXT NOT NULL DEFAULT '',
  quad TEXT NOT NULL DEFAULT '',
  score REAL NOT NULL DEFAULT 0,
  contexts TEXT NOT NULL DEFAULT '[]',
  aux TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL,
  day TEXT NOT NULL,
  date TEXT NOT NULL DEFAULT '',
  precision TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL,
  outlet TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  said_by TEXT NOT NULL DEFAULT '',
  parent TEXT NOT NULL DEFAULT '',
  via TEXT NOT NULL DEFAULT '[]',
  place TEXT NOT NULL DEFAULT '',
  place_country TEXT NOT NULL DEFAULT '',
  lat REAL,
  lon REAL,
  place_fallback INTEGER NOT NULL DEFAULT 0,
  part TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  trigger TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  actors TEXT NOT NULL DEFAULT '',
  recipients TEXT NOT NULL DEFAULT '',
  rules TEXT NOT NULL DEFAULT '[]',
  corrected INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX events_article ON events (article, local);
CREATE INDEX events_identity ON events (identity, published, id);
CREATE INDEX events_day ON events (day, id);
CREATE INDEX events_first ON events (day, id) WHERE first = 1;
CREATE INDEX events_type ON events (type, day, id);
CREATE INDEX events_outlet ON events (outlet, day, id);
CREATE INDEX events_status ON events (status, day, id);
CREATE INDEX events_place ON events (place, day, id) WHERE place <> '';
CREATE INDEX events_place_country ON events (place_country, day, id) WHERE place_country <> '';
CREATE TABLE sides (
  event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
  position INTEGER NOT NULL,
  actor INTEGER REFERENCES actors (id),
  local TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (event, side, position)
) WITHOUT ROWID;
CREATE INDEX sides_country ON sides (country, day, event, side, sector);
CREATE INDEX sides_actor ON sides (actor, day, event, side);
CREATE TABLE dyads (
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  day TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  mutual INTEGER NOT NULL,
  type TEXT NOT NULL,
  quad TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (source, target, day, event)
) WITHOUT ROWID;
CREATE INDEX dyads_event ON dyads (event);
CREATE TABLE identity_keys (
  key TEXT NOT NULL,
  day TEXT NOT NULL,
  identity INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  PRIMARY KEY (key, day, identity)
) WITHOUT ROWID;
CREATE INDEX identity_keys_identity ON identity_keys (identity);

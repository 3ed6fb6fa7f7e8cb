-- Counts kept by triggers, so that an overview of a million events is a look into a small table.
CREATE TABLE event_days (
  day TEXT NOT NULL, type TEXT NOT NULL, quad TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (day, type, quad, status)
) WITHOUT ROWID;
CREATE TABLE dyad_days (
  source TEXT NOT NULL, target TEXT NOT NULL, day TEXT NOT NULL, type TEXT NOT NULL, quad TEXT NOT NULL,
  mutual INTEGER NOT NULL, n INTEGER NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (source, target, day, type, quad, mutual)
) WITHOUT ROWID;
CREATE TABLE dyad_months (
  month TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, n INTEGER NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (month, source, target)
) WITHOUT ROWID;
CREATE INDEX dyad_months_pair ON dyad_months (source, target, n, score);
CREATE TABLE actor_months (
  actor INTEGER NOT NULL, month TEXT NOT NULL, side TEXT NOT NULL, type TEXT NOT NULL, n INTEGER NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (actor, month, side, type)
) WITHOUT ROWID;
CREATE TABLE actor_top (
  month TEXT NOT NULL, actor INTEGER NOT NULL, n INTEGER NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (month, actor)
) WITHOUT ROWID;
CREATE TABLE outlet_months (
  month TEXT NOT NULL, outlet TEXT NOT NULL, articles INTEGER NOT NULL, events INTEGER NOT NULL, statements INTEGER NOT NULL,
  PRIMARY KEY (month, outlet)
) WITHOUT ROWID;
INSERT INTO totals VALUES ('articles', 0), ('statements', 0), ('events', 0), ('identities', 0), ('actors', 0), ('mentions', 0);

CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  UPDATE totals SET n = n + 1 WHERE name = 'articles';
  INSERT INTO outlet_months VALUES (substr(new.day, 1, 7), new.outlet, 1, 0, 0)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  UPDATE totals SET n = n - 1 WHERE name = 'articles';
  UPDATE outlet_months SET articles = articles - 1 WHERE month = substr(old.day, 1, 7) AND outlet = old.outlet;
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF day, outlet ON articles WHEN old.day <> new.day OR old.outlet <> new.outlet BEGIN
  UPDATE outlet_months SET articles = articles - 1 WHERE month = substr(old.day, 1, 7) AND outlet = old.outlet;
  INSERT INTO outlet_months VALUES (substr(new.day, 1, 7), new.outlet, 1, 0, 0)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
  UPDATE totals SET n = n + 1 WHERE name = 'statements';
  INSERT INTO outlet_months VALUES (substr(new.day, 1, 7), new.outlet, 0, 0, 1)
    ON CONFLICT DO UPDATE SET statements = statements + 1;
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
  UPDATE totals SET n = n - 1 WHERE name = 'statements';
  UPDATE outlet_months SET statements = statements - 1 WHERE month = substr(old.day, 1, 7) AND outlet = old.outlet;
END;
CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
  UPDATE totals SET n = n + 1 WHERE name = 'events';
  INSERT INTO event_days VALUES (new.day, new.type, new.quad, new.status, 1, new.score)
    ON CONFLICT DO UPDATE SET n = n + 1, score = score + excluded.score;
  INSERT INTO outlet_months VALUES (substr(new.day, 1, 7), new.outlet, 0, 1, 0)
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER events_removed AFTER DELETE ON events BEGIN
  UPDATE totals SET n = n - 1 WHERE name = 'events';
  UPDATE event_days SET n = n - 1, score = score - old.score
    WHERE day = old.day AND type = old.type AND quad = old.quad AND status = old.status;
  DELETE FROM event_days
    WHERE day = old.day AND type = old.type AND quad = old.quad AND status = old.status AND n = 0;
  UPDATE outlet_months SET events = events - 1 WHERE month = substr(old.day, 1, 7) AND outlet = old.outlet;
END;
CREATE TRIGGER sides_added AFTER INSERT ON sides WHEN new.actor IS NOT NULL BEGIN
  INSERT INTO actor_months VALUES (new.actor, substr(new.day, 1, 7), new.side, new.type, 1, new.score)
    ON CONFLICT DO UPDATE SET n = n + 1, score = score + excluded.score;
  INSERT INTO actor_top VALUES (substr(new.day, 1, 7), new.actor, 1, new.score)
    ON CONFLICT DO UPDATE SET n = n + 1, score = score + excluded.score;
END;
CREATE TRIGGER sides_removed AFTER DELETE ON sides WHEN old.actor IS NOT NULL BEGIN
  UPDATE actor_months SET n = n - 1, score = score - old.score
    WHERE actor = old.actor AND month = substr(old.day, 1, 7) AND side = old.side AND type = old.type;
  DELETE FROM actor_months
    WHERE actor = old.actor AND month = substr(old.day, 1, 7) AND side = old.side AND type = old.type AND n = 0;
  UPDATE actor_top SET n = n - 1, score = score - old.score WHERE month = substr(old.day, 1, 7) AND actor = old.actor;
  DELETE FROM actor_top WHERE month = substr(old.day, 1, 7) AND actor = old.actor AND n = 0;
END;
CREATE TRIGGER dyads_added AFTER INSERT ON dyads BEGIN
  INSERT INTO dyad_days VALUES (new.source, new.target, new.day, new.type, new.quad, new.mutual, 1, new.score)
    ON CONFLICT DO UPDATE SET n = n + 1, score = score + excluded.score;
  INSERT INTO dyad_months VALUES (substr(new.day, 1, 7), new.source, new.target, 1, new.score)
    ON CONFLICT DO UPDATE SET n = n + 1, score = score + excluded.score;
END;
CREATE TRIGGER dyads_removed AFTER DELETE ON dyads BEGIN
  UPDATE dyad_days SET n = n - 1, score = score - old.score
    WHERE source = old.source AND target = old.target AND day = old.day AND type = old.type AND quad = old.quad
      AND mutual = old.mutual;
  DELETE FROM dyad_days
    WHERE source = old.source AND target = old.target AND day = old.day AND type = old.type AND quad = old.quad
      AND mutual = old.mutual AND n = 0;
  UPDATE dyad_months SET n = n - 1, score = score - old.score
    WHERE month = substr(old.day, 1, 7) AND source = old.source AND target = old.target;
  DELETE FROM dyad_months
    WHERE month = substr(old.day, 1, 7) AND source = old.source AND target = old.target AND n = 0;
END;
CREATE TRIGGER identities_added AFTER INSERT ON identities BEGIN
  UPDATE totals SET n = n + 1 WHERE name = 'identities';
END;
CREATE TRIGGER identities_removed AFTER DELETE ON identities BEGIN
  UPDATE totals SET n = n - 1 WHERE name = 'identities';
END;
CREATE TRIGGER actors_added AFTER INSERT ON actors BEGIN
  UPDATE totals SET n = n + 1 WHERE name = 'actors';
END;
CREATE TRIGGER actors_removed AFTER DELETE ON actors BEGIN
  UPDATE totals SET n = n - 1 WHERE name = 'actors';
END;
CREATE TRIGGER mentions_added AFTER INSERT ON mentions BEGIN
  UPDATE totals SET n = n + 1 WHERE name = 'mentions';
END;
CREATE TRIGGER mentions_removed AFTER DELETE ON mentions BEGIN
  UPDATE totals SET n = n - 1 WHERE name = 'mentions';
END;
CREATE TRIGGER appearances_added AFTER INSERT ON appearances BEGIN
  INSERT INTO actor_roles VALUES (new.actor, new.name, new.role, new.code, new.day, new.day, 1, new.article)
    ON CONFLICT DO UPDATE SET n = n + 1, last_day = max(last_day, excluded.last_day),
      article = CASE WHEN excluded.first_day < first_day THEN excluded.article ELSE article END,
      first_day = min(first_day, excluded.first_day);
END;
CREATE TRIGGER appearances_removed AFTER DELETE ON appearances BEGIN
  DELETE FROM actor_roles WHERE actor = old.actor AND name = old.name AND role = old.role AND code = old.code;
  INSERT INTO actor_roles
    SELECT actor, name, role, code, min(day), max(day), COUNT(*), article FROM appearances
    WHERE actor = old.actor AND name = old.name AND role = old.role AND code = old.code
    GROUP BY actor, name, role, code;
END;

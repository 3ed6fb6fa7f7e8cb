-- Full text over words and over roots; the roots columns are filled by the writer in the language of the article.
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, roots, content='statements', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER statement_words_added AFTER INSERT ON statements BEGIN
  INSERT INTO statement_words (rowid, content, roots) VALUES (new.id, new.content, new.roots);
END;
CREATE TRIGGER statement_words_removed AFTER DELETE ON statements BEGIN
  INSERT INTO statement_words (statement_words, rowid, content, roots) VALUES ('delete', old.id, old.content, old.roots);
END;
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, roots, content='articles', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_words_added AFTER INSERT ON articles BEGIN
  INSERT INTO article_words (rowid, title, text, roots) VALUES (new.id, new.title, new.text, new.roots);
END;
CREATE TRIGGER article_words_removed AFTER DELETE ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, title, text, roots)
    VALUES ('delete', old.id, old.title, old.text, old.roots);
END;
CREATE TRIGGER article_words_changed AFTER UPDATE OF title, text, roots ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, title, text, roots)
    VALUES ('delete', old.id, old.title, old.text, old.roots);
  INSERT INTO article_words (rowid, title, text, roots) VALUES (new.id, new.title, new.text, new.roots);
END;

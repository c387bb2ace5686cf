-- Dollar quotes that are a text, not a body.
INSERT INTO mart.log (id, note) SELECT o.id, $$DELETE FROM mart.totals;$$ FROM raw.orders o;

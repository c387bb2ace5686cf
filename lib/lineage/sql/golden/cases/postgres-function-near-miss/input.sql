-- Dollar quotes that are a text, not a body; a DO block that only talks.
INSERT INTO mart.log (n, note) SELECT o.id, $$INSERT INTO mart.totals SELECT 1$$ FROM orders o;
DO $$ BEGIN RAISE NOTICE 'DELETE FROM mart.totals'; END $$;

-- Rows of text of which parts are unknown; rows that go to the caller.
CREATE FUNCTION mart.f(t text) RETURNS TABLE (id int) AS $$
DECLARE r record;
BEGIN
  FOR r IN EXECUTE format('SELECT id FROM %I', t) LOOP
    INSERT INTO mart.b (id) VALUES (r.id);
  END LOOP;
  RETURN QUERY EXECUTE 'SELECT e.id FROM raw.events AS e';
END $$ LANGUAGE plpgsql;

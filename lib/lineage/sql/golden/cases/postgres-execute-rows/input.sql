CREATE FUNCTION mart.f(t text) RETURNS void AS $$
DECLARE
  r record;
  c refcursor;
  x int;
BEGIN
  FOR r IN EXECUTE 'SELECT id, v FROM raw.events WHERE k = ' || '1' LOOP
    INSERT INTO mart.a (id, v) VALUES (r.id, r.v + 1);
  END LOOP;
  OPEN c FOR EXECUTE 'SELECT name FROM raw.dims';
  FETCH c INTO x;
  UPDATE mart.b SET total = x;
END $$ LANGUAGE plpgsql;

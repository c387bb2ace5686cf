CREATE FUNCTION mart.dyn(p text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE q text := 'INSERT INTO mart.a SELECT x FROM mart.b';
BEGIN
  EXECUTE q;
  EXECUTE format('INSERT INTO mart.%I (x) SELECT x FROM %s', 'c', 'mart.d');
  EXECUTE format('TRUNCATE %I.%I', 'mart', p);
  EXECUTE 'UPDATE mart.e SET x = $1' USING p;
  q := 'DELETE FROM ' || quote_ident('mart') || '.f';
  EXECUTE q;
END $$;

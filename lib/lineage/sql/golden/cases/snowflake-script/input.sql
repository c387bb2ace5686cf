CREATE OR REPLACE PROCEDURE mart.load() RETURNS STRING LANGUAGE SQL AS
$$
BEGIN
  CREATE OR REPLACE TEMPORARY TABLE tmp AS SELECT id, amount FROM raw.orders;
  INSERT INTO mart.totals (id, total) SELECT id, SUM(amount) FROM tmp GROUP BY id;
  CALL mart.other();
  RETURN 'ok';
END;
$$;

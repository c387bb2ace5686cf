CREATE PROCEDURE mart.p() RETURNS string LANGUAGE SQL AS
$$
DECLARE c CURSOR FOR SELECT id, n FROM mart.dim;
BEGIN
  FOR r IN c DO
    UPDATE mart.facts SET n = :r.n WHERE id = :r.id;
  END FOR;
  RETURN 'done';
END;
$$;
CREATE TASK nightly WAREHOUSE = wh SCHEDULE = '1 minute' AS INSERT INTO mart.log (id) SELECT id FROM stg.changes;
CREATE DYNAMIC TABLE mart.ids TARGET_LAG = '1 minute' WAREHOUSE = wh AS SELECT id FROM mart.dim;

CREATE OR REPLACE FUNCTION mart.refresh(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r record;
  n int;
BEGIN
  DELETE FROM mart.totals;
  FOR r IN SELECT customer_id, sum(amount) AS s FROM orders GROUP BY customer_id LOOP
    INSERT INTO mart.totals (customer_id, total) VALUES (r.customer_id, r.s);
  END LOOP;
  SELECT count(*) INTO n FROM mart.totals;
  IF n > 0 THEN
    INSERT INTO mart.log (n) VALUES (n);
  END IF;
EXCEPTION WHEN OTHERS THEN
  TRUNCATE mart.log;
END;
$$;
CREATE VIEW mart.v AS SELECT o.id FROM orders o;

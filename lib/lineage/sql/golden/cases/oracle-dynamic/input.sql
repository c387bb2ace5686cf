CREATE OR REPLACE PROCEDURE dw.etl (p_run IN NUMBER, p_out OUT VARCHAR2) AS
  TYPE t_ids IS TABLE OF NUMBER INDEX BY PLS_INTEGER;
  l_ids t_ids;
  l_cnt PLS_INTEGER := 0;
  l_max dw.facts.amount%TYPE;
  e_bad EXCEPTION;
BEGIN
  SELECT f.id BULK COLLECT INTO l_ids FROM dw.facts f WHERE f.run = p_run;
  FORALL i IN 1 .. l_ids.COUNT
    UPDATE dw.facts SET done = 1 WHERE id = l_ids(i);
  BEGIN
    SELECT MAX(amount) INTO l_max FROM dw.facts;
  EXCEPTION WHEN NO_DATA_FOUND THEN l_max := 0;
  END;
  INSERT /*+ APPEND */ INTO dw.summary (run, amount) SELECT p_run, l_max FROM dual;
  IF l_cnt = 0 THEN RAISE e_bad; END IF;
  dbms_output.put_line('x');
  p_out := dw.fmt(l_max);
  WITH x AS (SELECT id FROM dw.a UNION SELECT id FROM dw.b) SELECT COUNT(*) INTO l_cnt FROM x;
  DELETE FROM dw.tmp;
  INSERT INTO dw.arch SELECT * FROM dw.tmp PARTITION (p1);
  EXECUTE IMMEDIATE 'INSERT INTO dw.dyn SELECT * FROM dw.' || 'src WHERE id = :1' USING p_run;
  COMMIT;
END etl;
/
CREATE OR REPLACE PROCEDURE dw.dyn AS
  l_tab VARCHAR2(30) := 'dw.target';
  l_sql VARCHAR2(4000);
BEGIN
  l_sql := 'INSERT INTO ' || l_tab || ' (a) SELECT a FROM dw.src';
  EXECUTE IMMEDIATE l_sql;
  EXECUTE IMMEDIATE q'[DELETE FROM dw.q WHERE x = 'y']';
END;
/

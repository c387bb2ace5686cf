CREATE OR REPLACE PROCEDURE hr.load(p_d DATE) IS
    CURSOR c IS SELECT id, sal FROM hr.emp WHERE hired > p_d;
    CURSOR c2 IS SELECT name, boss FROM hr.dept;
    v_name VARCHAR2(10); v_boss NUMBER;
  BEGIN
    FOR r IN c LOOP
      INSERT INTO hr.hist (id, sal) VALUES (r.id, r.sal * 2);
    END LOOP;
    OPEN c2; 
    LOOP
      FETCH c2 INTO v_name, v_boss;
      EXIT WHEN c2%NOTFOUND;
      UPDATE hr.boss SET name = v_name WHERE id = v_boss;
    END LOOP;
    CLOSE c2;
    FOR q IN (SELECT k FROM hr.keys) LOOP
      DELETE FROM hr.old WHERE k = q.k;
    END LOOP;
  END;
/
CREATE OR REPLACE TRIGGER hr.trg AFTER UPDATE ON hr.emp FOR EACH ROW BEGIN INSERT INTO hr.aud (id, old_sal) VALUES (:NEW.id, :OLD.sal); END;
/
MERGE INTO hr.tgt t USING hr.src s ON (t.id = s.id) WHEN MATCHED THEN UPDATE SET t.v = s.v DELETE WHERE t.v IS NULL WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v);

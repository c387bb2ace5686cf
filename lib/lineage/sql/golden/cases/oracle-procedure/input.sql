CREATE OR REPLACE PROCEDURE mart.load (p_id IN NUMBER) IS
  v_sum NUMBER;
  CURSOR c IS SELECT id FROM sales.orders;
BEGIN
  SELECT SUM(amount) INTO v_sum FROM sales.orders WHERE id = p_id;
  UPDATE mart.totals SET total = v_sum WHERE id = p_id;
  EXECUTE IMMEDIATE 'TRUNCATE TABLE mart.totals';
EXCEPTION
  WHEN NO_DATA_FOUND THEN NULL;
END;
/

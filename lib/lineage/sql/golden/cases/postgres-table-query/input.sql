CREATE TABLE mart.copy AS TABLE sales.orders;
CREATE FUNCTION mart.move(p_id int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_amount numeric;
BEGIN
  SELECT amount INTO v_amount FROM sales.orders WHERE id = p_id;
  INSERT INTO mart.amounts (id, amount) VALUES (p_id, v_amount);
END $$;

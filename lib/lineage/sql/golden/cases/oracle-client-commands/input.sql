SET DEFINE OFF
PROMPT loading orders
@more.sql
INSERT INTO shop.totals (total) SELECT sum(id) FROM shop.orders;
CREATE OR REPLACE PROCEDURE shop.run IS
  ids id_list := id_list();
  col NUMBER;
BEGIN
  ids.EXTEND;
  col := 1;
  shop.refresh;
  CASE WHEN col = (SELECT max(id) FROM shop.limits) THEN
    DELETE FROM shop.totals;
  END CASE;
END;
/

-- Statements inside quotes of Oracle, and a label, are no statements.
CREATE OR REPLACE PROCEDURE mart.note_only AS
BEGIN
  <<totals>>
  INSERT INTO mart.log (id, note) SELECT o.id, q'[DELETE FROM mart.totals; 'x']' FROM sales.orders o;
END;
/

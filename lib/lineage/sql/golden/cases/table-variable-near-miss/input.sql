CREATE PROCEDURE mart.own_variable AS
DECLARE @t TABLE (id int)
INSERT INTO @t VALUES (1), (2)
INSERT INTO mart.totals (customer_id) SELECT c.id FROM sales.customers c WHERE c.id IN (SELECT id FROM @t)

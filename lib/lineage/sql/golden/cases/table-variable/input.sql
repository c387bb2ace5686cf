CREATE PROCEDURE mart.through_variable AS
DECLARE @t TABLE (customer int NOT NULL PRIMARY KEY, amount money DEFAULT 0)
INSERT INTO @t SELECT o.customer_id, o.amount FROM sales.orders o
UPDATE x SET x.amount = x.amount * 2 FROM @t AS x
INSERT INTO mart.totals (customer_id, total) SELECT t.customer, t.amount FROM @t t

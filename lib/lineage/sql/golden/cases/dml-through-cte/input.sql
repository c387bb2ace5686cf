CREATE PROCEDURE mart.cte AS
WITH t AS (SELECT customer_id, total AS s FROM mart.totals WHERE region = 'n') UPDATE t SET s = s + 1
;WITH o AS (SELECT customer_id, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY placed) AS n FROM sales.orders)
DELETE FROM o WHERE n > 1
;WITH a AS (SELECT customer_id AS c, amount FROM sales.orders), b (c, s) AS (SELECT c, SUM(amount) FROM a GROUP BY c)
INSERT INTO mart.totals (customer_id, total) SELECT c, s FROM b

CREATE PROCEDURE mart.through_temp AS
SELECT customer_id AS c, SUM(amount) AS s INTO #sums FROM sales.orders WHERE tax > 0 GROUP BY customer_id
CREATE TABLE #names (c int, n nvarchar(100))
INSERT #names SELECT id, name FROM sales.customers
INSERT INTO mart.totals (customer_id, total, region)
SELECT s.c, s.s, n.n FROM #sums s JOIN #names n ON n.c = s.c
DROP TABLE #sums

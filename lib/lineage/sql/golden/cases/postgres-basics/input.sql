INSERT INTO mart.totals AS t (customer_id, total)
SELECT customer_id, sum(amount) FROM orders GROUP BY 1
ON CONFLICT (customer_id) DO UPDATE SET total = EXCLUDED.total;
WITH gone AS (DELETE FROM orders WHERE amount = 0 RETURNING id, customer_id)
UPDATE customers SET name = g.id::text FROM gone g WHERE g.customer_id = customers.id;
CREATE TEMP TABLE tmp AS SELECT "x" FROM "Orders";
CREATE TABLE mart.copy AS SELECT x AS y FROM tmp;

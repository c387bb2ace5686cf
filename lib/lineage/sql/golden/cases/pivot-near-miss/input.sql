-- The same with CASE: columns come from what is counted and from what decides.
CREATE VIEW mart.p AS
SELECT customer_id, SUM(CASE WHEN tax = 1 THEN amount END) AS first FROM sales.orders GROUP BY customer_id

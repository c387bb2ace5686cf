CREATE VIEW mart.kinds AS
SELECT customer_id, amount + tax AS gross, SUM(amount) OVER (PARTITION BY customer_id ORDER BY placed) AS running,
  CASE WHEN tax > 0 THEN amount END AS taxed, (SELECT MAX(c.name) FROM sales.customers c WHERE c.id = o.customer_id) AS best,
  CAST(id AS bigint) AS big, (placed) AS day, 1 AS one, COUNT(*) OVER () AS n
FROM sales.orders o WHERE EXISTS (SELECT 1 FROM sales.regions r WHERE r.id = o.id)

-- A CTE that reads a table of its own name in a schema is not recursive.
CREATE VIEW mart.r AS
WITH orders AS (SELECT id FROM sales.orders UNION ALL SELECT region_id FROM sales.customers) SELECT id FROM orders

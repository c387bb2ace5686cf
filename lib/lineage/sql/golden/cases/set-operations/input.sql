CREATE VIEW mart.u AS
SELECT id, name FROM sales.customers
UNION ALL SELECT id, name FROM sales.regions
EXCEPT SELECT customer_id, doc FROM sales.orders

CREATE VIEW mart.u AS SELECT id FROM sales.customers WHERE id NOT IN (SELECT customer_id FROM sales.orders)

CREATE PROCEDURE mart.forms AS
INSERT mart.totals (customer_id) SELECT id FROM sales.customers
INSERT TOP (5) INTO mart.totals SELECT customer_id, amount, 'x' FROM sales.orders
INSERT mart.totals DEFAULT VALUES
INSERT INTO mart.totals (customer_id, total) VALUES ((SELECT MAX(id) FROM sales.customers), 1)
SELECT id AS k, name INTO mart.copy FROM sales.regions
SELECT c.k FROM mart.copy c

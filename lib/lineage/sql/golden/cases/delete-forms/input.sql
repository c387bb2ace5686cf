CREATE PROCEDURE mart.forms AS
DELETE mart.totals
DELETE TOP (10) FROM mart.totals WHERE region IS NULL
DELETE t FROM mart.totals t JOIN sales.customers c ON c.id = t.customer_id WHERE c.name = 'x'
DELETE FROM mart.totals FROM mart.totals x JOIN sales.regions r ON r.name = x.region
DELETE FROM sales.orders OUTPUT deleted.customer_id, deleted.amount INTO mart.totals (customer_id, total) WHERE id = 1
TRUNCATE TABLE sales.regions

CREATE PROCEDURE mart.forms AS
UPDATE TOP (5) mart.totals SET total += 1
UPDATE t SET t.region = r.name FROM mart.totals t JOIN sales.customers c ON c.id = t.customer_id JOIN sales.regions r ON r.id = c.region_id
UPDATE mart.totals SET total = o.amount FROM mart.totals JOIN sales.orders o ON o.customer_id = mart.totals.customer_id
DECLARE @was money
UPDATE mart.totals SET @was = total = total * 2 WHERE region IN (SELECT name FROM sales.regions)
UPDATE a SET total = b.total FROM mart.totals a JOIN mart.totals b ON b.customer_id = a.customer_id + 1

-- Fewer values than columns: which ones are left out is known by name or not at all; BULK is no INSERT of rows.
CREATE PROCEDURE mart.some AS
INSERT INTO mart.totals SELECT o.customer_id, o.amount AS total FROM sales.orders o
SELECT 1 AS [into], 'x' AS [insert] FROM sales.regions

-- A CTE with the name of a table, and a table of that name in another schema.
CREATE PROCEDURE mart.cte AS
WITH orders AS (SELECT id FROM sales.customers) SELECT o.id, s.amount FROM orders o JOIN sales.orders s ON s.id = o.id

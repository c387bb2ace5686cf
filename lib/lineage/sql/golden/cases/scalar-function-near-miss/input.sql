-- A function that nobody defined, one of the database, an XML method, a function of rows.
CREATE FUNCTION mart.rows_of (@customer int) RETURNS TABLE AS RETURN (SELECT amount FROM sales.orders WHERE customer_id = @customer)
GO
CREATE VIEW mart.v AS
SELECT o.id, mart.unknown(o.amount) AS a, UPPER(o.status) AS b, r.amount AS c
FROM sales.orders AS o CROSS APPLY mart.rows_of(o.customer_id) AS r

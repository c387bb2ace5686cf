-- Words that begin statements, in places where they begin none.
CREATE PROCEDURE mart.words AS
SELECT c.id AS [select], 'INSERT INTO sales.regions' AS [end], CASE WHEN c.id > 0 THEN 'GO' ELSE c.name END AS [delete]
FROM sales.customers AS c
/* UPDATE sales.orders SET amount = 0
GO */
WHERE c.name <> 'DELETE FROM sales.orders'

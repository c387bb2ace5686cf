-- A procedure fills and changes a temporary table that its caller made.
CREATE PROCEDURE mart.fill AS
UPDATE #work SET amount = a.amount FROM #work AS w JOIN sales.archive AS a ON a.id = w.id
INSERT mart.log (id, amount) SELECT id, amount FROM #work
GO
CREATE PROCEDURE mart.run AS
CREATE TABLE #work (id int, amount money)
INSERT #work SELECT id, amount FROM sales.orders
EXEC mart.fill
INSERT mart.totals (customer_id, total) SELECT id, amount FROM #work

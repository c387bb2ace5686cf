-- The procedure makes a table of its own under the same name; the other reads only.
CREATE PROCEDURE mart.own AS
CREATE TABLE #work (id int, amount money)
INSERT #work SELECT id, amount FROM sales.archive
INSERT mart.log (id, amount) SELECT id, amount FROM #work
GO
CREATE PROCEDURE mart.looks AS
INSERT mart.log (id) SELECT id FROM #work
GO
CREATE PROCEDURE mart.run AS
SELECT id, amount INTO #work FROM sales.orders
EXEC mart.own
EXEC mart.looks
INSERT mart.totals (customer_id, total) SELECT id, amount FROM #work

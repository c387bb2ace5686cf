CREATE PROCEDURE mart.reuse @f bit AS
DECLARE @v int
SELECT @v = amount FROM sales.orders WHERE tax > 1
INSERT INTO mart.totals (total) VALUES (@v)
SELECT @v = region_id FROM sales.customers
IF @f = 1 SET @v = (SELECT MAX(id) FROM sales.regions)
INSERT INTO mart.b (x) VALUES (@v)
SELECT name INTO #t FROM sales.customers
DROP TABLE #t
SELECT name INTO #t FROM sales.regions
INSERT INTO mart.totals (region) SELECT name FROM #t

CREATE PROCEDURE mart.altered AS
SELECT id INTO #t FROM sales.orders
ALTER TABLE #t ADD extra int NULL, more AS (id + 1), CONSTRAINT ck CHECK (id > 0)
UPDATE t SET t.extra = c.region_id FROM #t t JOIN sales.customers c ON c.id = t.id
INSERT INTO mart.totals (customer_id, total) SELECT id, extra FROM #t

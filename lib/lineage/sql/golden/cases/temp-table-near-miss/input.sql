-- What only goes into the temporary table goes nowhere else.
CREATE PROCEDURE mart.temp_only AS
SELECT name INTO #n FROM sales.regions
INSERT INTO mart.totals (customer_id) SELECT id FROM sales.customers
SELECT COUNT(*) AS n FROM #n

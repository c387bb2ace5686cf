CREATE PROCEDURE mart.dyn AS
EXEC ('DELETE FROM sales.regions WHERE ((id = 1 ORDER BY')
EXEC ('DELETE FROM sales.customers')

CREATE PROCEDURE mart.dyn AS
DECLARE @sql nvarchar(max) = N'INSERT INTO mart.totals (customer_id, total) '
SET @sql = @sql + N'SELECT customer_id, amount FROM sales.orders'
EXEC sp_executesql @sql
EXEC ('DELETE FROM sales.' + 'regions')
INSERT INTO mart.totals (region) EXEC (N'SELECT name FROM sales.regions')

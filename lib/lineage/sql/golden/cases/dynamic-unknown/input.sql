CREATE PROCEDURE mart.dyn @table sysname, @day date AS
DECLARE @sql nvarchar(max) = N'SELECT name FROM sales.customers WHERE id > ' + CAST(@day AS nvarchar(20))
EXEC (@sql)
EXEC ('TRUNCATE TABLE ' + @table)
EXEC (@table)
EXEC ('SELECT 1') AT linked

-- Text that is only printed runs nothing.
CREATE PROCEDURE mart.say AS
DECLARE @sql nvarchar(max) = N'DELETE FROM sales.orders'
PRINT @sql
EXEC mart.other @sql

CREATE PROCEDURE mart.look AS
SELECT o.name FROM sys.objects o JOIN INFORMATION_SCHEMA.TABLES t ON t.TABLE_NAME = o.name
EXEC sp_rename 'a', 'b'
EXEC sys.sp_help

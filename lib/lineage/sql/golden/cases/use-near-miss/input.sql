-- One database only, and the one that scripts visit to make others: names stay as they are.
USE master
GO
USE Shop;
SELECT c.id, N'USE Crm' AS use_it FROM sales.customers AS c OPTION (USE HINT ('FORCE_LEGACY_CARDINALITY_ESTIMATION'))
GO
CREATE PROCEDURE dbo.p AS DELETE FROM sales.customers WHERE name = 'USE Crm'

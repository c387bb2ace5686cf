CREATE PROCEDURE sales.list AS SELECT id, name FROM sales.customers
GO
CREATE PROCEDURE mart.take AS
DECLARE @rc int
INSERT INTO mart.totals (customer_id, region) EXEC sales.list
EXEC @rc = sales.list

SET NOCOUNT ON
GO
CREATE OR ALTER PROCEDURE mart.refresh @day date AS
BEGIN
  DECLARE @n int
  again:
  BEGIN TRY
    IF EXISTS (SELECT 1 FROM sales.orders WHERE placed >= @day)
      INSERT INTO mart.totals (customer_id, total)
      SELECT customer_id, SUM(amount + tax) FROM sales.orders GROUP BY customer_id
    ELSE
      PRINT 'nothing'
    WHILE @n > 0 SET @n = @n - 1
  END TRY
  BEGIN CATCH
    IF @@TRANCOUNT > 0 ROLLBACK
    UPDATE mart.totals SET total = 0 WHERE customer_id IN (SELECT id FROM sales.customers)
    GOTO again
  END CATCH
END
GO 2
SELECT name FROM sales.regions

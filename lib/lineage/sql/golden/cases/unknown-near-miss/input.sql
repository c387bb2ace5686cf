:setvar schema dbo
CREATE PROCEDURE dbo.tidy AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @n int;
  SET IDENTITY_INSERT dbo.orders ON;
  CREATE INDEX receive ON dbo.orders (id);
  ALTER TABLE dbo.orders ADD exchange int;
  DISABLE TRIGGER dbo.t ON dbo.orders;
  PRINT 'RECEIVE * FROM dbo.orders';
  GRANT SELECT ON dbo.orders TO reader;
  EXEC sp_rename 'dbo.orders', 'old_orders';
  DBCC CHECKIDENT ('dbo.orders', RESEED, 0);
  WAITFOR DELAY '00:00:01';
  IF @n > 1 RAISERROR ('FROM dbo.orders', 16, 1) ELSE RETURN;
END

CREATE PROCEDURE dbo.drain AS
BEGIN
  DECLARE @messages TABLE (body nvarchar(max));
  RECEIVE TOP (10) message_body FROM dbo.orders_queue INTO @messages;
  INSERT INTO dbo.orders (body) SELECT body FROM @messages;
  IF @@ROWCOUNT = 0 WRITETEXT dbo.notes.body @pointer 'nothing';
END
GO
:r more.sql
UPDATE dbo.orders SET body = NULL WHERE id = 1;

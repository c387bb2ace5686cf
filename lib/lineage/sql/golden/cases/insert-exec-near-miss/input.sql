-- EXECUTE AS is no call; a procedure without result gives no columns.
CREATE PROCEDURE sales.quiet WITH EXECUTE AS OWNER AS UPDATE sales.regions SET name = 'x'
GO
CREATE PROCEDURE mart.take AS
EXECUTE AS USER = 'someone'
INSERT INTO mart.totals (customer_id) EXEC sales.quiet
REVERT

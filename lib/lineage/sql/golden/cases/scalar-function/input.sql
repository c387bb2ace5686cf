-- What a scalar function gives goes into the columns that call it, beside its arguments.
CREATE FUNCTION mart.total_of (@customer int) RETURNS money AS
BEGIN
  IF @customer IS NULL RETURN (SELECT MAX(amount) AS top_amount FROM sales.orders)
  DECLARE @sum money = (SELECT SUM(amount) FROM sales.archive WHERE customer_id = @customer)
  RETURN @sum
END
GO
CREATE VIEW mart.v AS SELECT o.id, mart.total_of(o.customer_id) AS total FROM sales.orders AS o WHERE mart.total_of(o.id) > 1
GO
CREATE PROCEDURE mart.keep AS UPDATE mart.totals SET total = ROUND(mart.total_of(customer_id), 2)

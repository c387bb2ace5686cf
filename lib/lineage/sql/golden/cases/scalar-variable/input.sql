CREATE PROCEDURE mart.by_variable @region int AS
DECLARE @max money = (SELECT MAX(amount) FROM sales.orders), @copy money
SET @copy = @max * 2
SELECT @copy = @copy + tax FROM sales.orders
UPDATE mart.totals SET total = @copy WHERE customer_id = @region
